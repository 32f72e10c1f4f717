/**
 * A recalculation in the workbench's engine, without a screen: every formula depends on one cell, which changes, and the
 * new figures are waited for. Processor time, once, each kind of formula in a process of its own.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { built } from "../build.mjs";

const self = fileURLToPath(import.meta.url);
const BUILT_IN = "ROUND";
const SHIFT = "C1";
const SHIFTED = 100;
const SERIAL = 36_000;

/** A formula a row, of the number beside it and of the shift. */
const BY_ROW = {
  [BUILT_IN]: (row) => `=ROUND((A${row}+$C$1)*1.05,0)`,
  "LOANBALANCE(date)": (row) => `=LOANBALANCE(A${row}+$C$1)`,
  "DILUTEDEPS(income, shares, a securities table)": (row) => `=DILUTEDEPS(A${row}+$C$1,5000,$E$1:$I$6)`,
};
const SECURITIES = [
  ["Security", "Type", "Number", "Exercise price", "Average price"],
  ...[1, 2, 3, 4, 5].map((grant) => [`Grant ${grant}`, "option", 100 * grant, 10 + grant, 25.5]),
];

function rowsOf(formulaOf, count) {
  return Array.from({ length: count }, (_row, at) => [
    SERIAL + (at % 1000),
    formulaOf(at + 1),
    at === 0 ? 0 : "",
    "",
    ...(SECURITIES[at] ?? []),
  ]);
}

/** Schedules of 360 payments beside each other, a formula each, as many as fill the cells. */
const SCHEDULE = "LOANSCHEDULE, 1,800 cells each";
const COLUMNS = 5;
const PAYMENTS = 360;
const FIRST_ROW = 10;

function schedulesOf(cells) {
  const formulas = Math.max(1, Math.round(cells / (COLUMNS * PAYMENTS)));
  const loan = [
    ["Start date", 45_000, 0],
    ["Principal", "=250000+$C$1"],
    ["Annual rate", 0.06],
    ["Number of payments", PAYMENTS],
  ];
  const blank = Array.from({ length: FIRST_ROW - 1 - loan.length }, () => []);
  const line = Array.from({ length: formulas }, () => ["=LOANSCHEDULE($A$1:$B$4)", "", "", "", "", ""]);
  return [...loan, ...blank, line.flat(), ...Array.from({ length: PAYMENTS }, () => [])];
}

const layoutOf = (kind, cells) =>
  kind === SCHEDULE
    ? { rows: schedulesOf(cells), last: `B${FIRST_ROW + PAYMENTS - 1}` }
    : { rows: rowsOf(BY_ROW[kind], cells), last: `B${cells}` };

async function recalculated(kind, cells) {
  const { openHeadless } = createRequire(import.meta.url)(join(built, "waits.js"));
  const { rows, last } = layoutOf(kind, cells);
  const workbook = await openHeadless({ cells: rows });
  const shown = () => workbook.read(last)[0][0];
  const before = shown();
  const start = process.cpuUsage();
  await workbook.set(SHIFT, [[SHIFTED]]);
  const { user, system } = process.cpuUsage(start);
  if (typeof shown() !== "number" || shown() === before) throw new Error(`${last} shows ${JSON.stringify(shown())}`);
  return (user + system) / 1000;
}

function measured(kind, cells) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [self, kind, String(cells)], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** As many cells of each function of ours, beside as many of one that a spreadsheet has built in. */
export function recalculation(cells) {
  const theirs = measured(BUILT_IN, cells);
  return [...Object.keys(BY_ROW), SCHEDULE]
    .filter((kind) => kind !== BUILT_IN)
    .map((kind) => ({
      what: `${cells.toLocaleString("en-US")} cells of ${kind}`,
      ours: measured(kind, cells),
      beside: `as many of ${BUILT_IN}`,
      theirs,
    }));
}

if (process.argv[1] === self) {
  process.stdout.write(String(await recalculated(process.argv[2], Number(process.argv[3]))));
  process.exit(0);
}
