/** What is waited for at a terminal: the first answer, and a portfolio. Seconds by the clock, the least of some runs. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const main = join(project, "dist", "cli", "main.js");
const python = fileURLToPath(new URL("portfolio.py", import.meta.url));
const LOANS = 5000;

function run([command, ...words], input) {
  const start = performance.now();
  const { stdout, status, error } = spawnSync(command, words, {
    input,
    encoding: "utf8",
    cwd: project,
    maxBuffer: 1e9,
  });
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}`);
  return { milliseconds: performance.now() - start, stdout };
}

/** The least time of each command, run in turn. */
function inTurn(commands, rounds, input) {
  const least = commands.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    commands.forEach((command, at) => (least[at] = Math.min(least[at], run(command, input).milliseconds)));
  }
  return least;
}

export function firstAnswer() {
  const evaluated = (formula) => [process.execPath, main, "eval", formula];
  const [own, native, node, decimal] = inTurn(
    [
      evaluated("=LOANBALANCE(DATE(2000,9,12))"),
      evaluated("=SUM({1,2;3,4})"),
      [process.execPath, "-e", "0"],
      ["python3", "-c", "from decimal import Decimal as D; print(D(42779) * D('0.1'))"],
    ],
    5,
  );
  return [
    { what: "`tieout eval`, a function of ours", ours: own, beside: "Python, a line with decimal", theirs: decimal },
    {
      what: "`tieout eval`, a function of the spreadsheet",
      ours: native,
      beside: "an empty Node program",
      theirs: node,
    },
  ];
}

/** Another loan on each line, monthly, with interest to the day. */
function loanLine(id) {
  const sheet = [
    ["Principal", 50_000 + 97 * id],
    ["Start date", 45_000 + (id % 365)],
    ["Annual rate", (200 + (id % 700)) / 10_000],
    ["Payment frequency", "monthly"],
    ["Number of payments", 360],
    ["Balance between dates", "principal and interest"],
  ];
  return JSON.stringify({ id, function: "LOANBALANCE", arguments: [46_000 + ((id * 31) % 8000), sheet] });
}

export function portfolio() {
  const input = Array.from({ length: LOANS }, (_loan, id) => loanLine(id)).join("\n");
  const batch = [process.execPath, main, "batch", "--jobs"];
  const commands = [
    [...batch, "1"],
    [...batch, "2"],
    ["python3", python],
  ];
  const balances = commands.map((command) =>
    run(command, input)
      .stdout.trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  );
  const differ = balances[0].filter(({ value }, at) => Math.abs(value - balances[2][at].value) > 0.005).length;
  if (differ > 0) throw new Error(`${differ} of ${LOANS} balances are not those of Python`);
  const [one, two, decimal] = inTurn(commands, 2, input);
  const what = `\`tieout batch\`, ${LOANS.toLocaleString("en-US")} loans of 360 payments, each another one`;
  return [
    { what: `${what}, one processor`, ours: one, beside: "Python with decimal, the same balances", theirs: decimal },
    { what: `${what}, two`, ours: two, beside: "Python with decimal, the same balances", theirs: decimal },
  ];
}
