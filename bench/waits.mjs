/**
 * npm run bench:waits [-- --quick | part …]
 *
 * What a user waits for, each beside what he would use or wait for anyhow, in one run of some twenty minutes; --quick leaves
 * out `npm test`, which is half of it. With all parts it writes the first part of docs/performance.md; the part of the core is
 * written by `npm run bench`.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { freshBuild } from "../scripts/freshBuild.mjs";
import { build } from "./build.mjs";

const self = fileURLToPath(import.meta.url);
const from =
  (file, name, ...values) =>
  async () =>
    (await import(`./waits/${file}.mjs`))[name](...values);

const SIZES = [1000, 10_000, 50_000];
const PERIODS = [40, 400, 4000];
const named = (what, sizes, measure) =>
  Object.fromEntries(sizes.map((size) => [`${what} ${size.toLocaleString("en-US")}`, measure(size)]));

/** The parts of each table of the page. */
const TABLES = {
  "At a terminal": {
    "first answer": from("commands", "firstAnswer"),
    portfolio: from("commands", "portfolio"),
  },
  "The workbench in a browser": { page: from("page", "page") },
  "A recalculation in the workbench": named("recalculation of", SIZES, (cells) =>
    from("recalculation", "recalculation", cells),
  ),
  "Calls as Excel hands them over": { calls: from("inside", "calls") },
  "Imports and refreshes": {
    imports: from("inside", "imports"),
    ...named("refresh of", PERIODS, (periods) => from("inside", "refresh", periods)),
  },
  "Work on the code": {
    starts: from("development", "starts"),
    build: from("development", "build"),
    tests: from("development", "tests"),
  },
};
const PARTS = Object.assign({}, ...Object.values(TABLES));

const time = (milliseconds) =>
  milliseconds >= 10_000
    ? `${(milliseconds / 1000).toFixed(0)} s`
    : `${Math.round(milliseconds).toLocaleString("en-US")} ms`;

const ratio = (value) => (value >= 99.5 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(2));

function row({ what, ours, beside = "", theirs }) {
  const other = theirs === undefined ? ["", ""] : [time(theirs), `${ratio(ours / theirs)}×`];
  return `| ${[what, time(ours), beside, ...other].join(" | ")} |`;
}

/** Each part in a process of its own, so that none is warmed up by another. */
function measured(part) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--expose-gc", self, "--inside", part], {
    encoding: "utf8",
    timeout: 1_800_000,
  });
  if (status !== 0) return [`| ${part} | failed: ${stderr.trim().split("\n").at(-1)} |  |  |  |`];
  return JSON.parse(stdout.slice(stdout.indexOf("[{"))).map(row);
}

const HEADING = "## The core";
const HEAD = ["| what | here | beside | that | here : that |", "| --- | --- | --- | --- | --- |"];

function write(tables, load) {
  const page = new URL("../docs/performance.md", import.meta.url);
  const text = readFileSync(page, "utf8");
  const core = text.includes(HEADING) ? text.slice(text.indexOf(HEADING)) : "";
  const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).stdout.trim();
  const sections = Object.entries(tables).map(([title, rows]) => [`### ${title}`, "", ...HEAD, ...rows].join("\n"));
  const lead = `# Performance

## What a user waits for

Written by \`npm run bench:waits${isQuick ? " -- --quick" : ""}\` on ${new Date().toISOString().slice(0, 10)}, commit ${commit}: ${cpus()[0].model.trim()}, ${cpus().length} cores,
${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; load ${load} while it ran. Times of a busy machine are long; the ratio in the last
column is of the same run. At a terminal, in the browser and in work on the code time is by the clock; inside a workbook it is
that of the processor, once and not warmed up, as a user waits once.

${sections.join("\n\n")}

Python with decimal is a page of code for one kind of loan (bench/waits/portfolio.py), and gives the same balances to the cent,
which is checked in the run. numpy-financial could not be installed here; its formulas stand in bench/waits/portfolio_numpy.py.
They round nothing but the payment, so most of their balances are some cents off. A million loans take ten times as long, which
[scale.md](scale.md) measures. A cell that Excel calculates pays for its own arguments as JSON, whoever answers: that is what the
calls stand beside. \`ROUND\` is what the workbench's engine takes for any function at all.

`;
  writeFileSync(page, lead + core);
}

if (process.argv[2] === "--inside") {
  process.stdout.write(JSON.stringify(await PARTS[process.argv[3]]()));
  process.exit(0);
}
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await freshBuild("cli", "main.js", { sources: ["src/core", "src/functions", "src/engine", "src/cli"] });
await build();
const chosen = process.argv.slice(2).filter((word) => word in PARTS);
const isQuick = process.argv.includes("--quick");
const isChosen = (part) => (chosen.length === 0 ? !(isQuick && part === "tests") : chosen.includes(part));
const [start, before] = [performance.now(), loadavg()[0]];
const tables = {};
for (const [title, parts] of Object.entries(TABLES)) {
  for (const part of Object.keys(parts).filter(isChosen)) {
    const rows = measured(part);
    console.log(rows.join("\n"));
    tables[title] = [...(tables[title] ?? []), ...rows];
  }
}
console.log(`${Math.round((performance.now() - start) / 1000)} s`);
if (chosen.length === 0) write(tables, `${before.toFixed(1)} to ${loadavg()[0].toFixed(1)}`);
