/**
 * npm run bench:waits [-- part …]
 *
 * What a user waits for, each beside what he would use or wait for anyhow, in one run. It writes the first part of
 * docs/performance.md when all parts are asked for; the part of the core is written by the other tasks.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { freshBuild } from "../scripts/freshBuild.mjs";
import { build } from "./build.mjs";

const self = fileURLToPath(import.meta.url);
const inside = async (name, ...values) => (await import("./waits/inside.mjs"))[name](...values);
const commands = async (name) => (await import("./waits/commands.mjs"))[name]();

const PARTS = {
  "first answer": () => commands("firstAnswer"),
  portfolio: () => commands("portfolio"),
  calls: () => inside("calls"),
  imports: () => inside("imports"),
  "refresh of 40": () => inside("refresh", 40),
  "refresh of 400": () => inside("refresh", 400),
  "refresh of 4,000": () => inside("refresh", 4000),
  page: async () => (await import("./waits/page.mjs")).page(),
};

const time = (milliseconds) =>
  milliseconds >= 10_000
    ? `${(milliseconds / 1000).toFixed(0)} s`
    : `${Math.round(milliseconds).toLocaleString("en-US")} ms`;

function row({ what, ours, beside = "", theirs }) {
  const other = theirs === undefined ? ["", ""] : [time(theirs), `${(ours / theirs).toPrecision(2)}×`];
  return `| ${what} | ${time(ours)} | ${beside} | ${other.join(" | ")} |`;
}

/** Each part in a process of its own, so that none is warmed up by another. */
function measured(part) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--expose-gc", self, "--inside", part], {
    encoding: "utf8",
    timeout: 900_000,
  });
  if (status !== 0) return [`| ${part} | failed: ${stderr.trim().split("\n").at(-1)} |  |  |  |`];
  return JSON.parse(stdout.slice(stdout.indexOf("["))).map(row);
}

const HEADING = "## The core";

function write(rows, load) {
  const page = new URL("../docs/performance.md", import.meta.url);
  const text = readFileSync(page, "utf8");
  const core = text.includes(HEADING) ? text.slice(text.indexOf(HEADING)) : "";
  const lead = `# Performance

## What a user waits for

Written by \`npm run bench:waits\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node
${process.versions.node}; load ${load} while it ran. Times of a busy machine are long; the ratio in the last column is of the same
run. At a terminal and in the browser time is by the clock, the least of some; inside a workbench it is that of the processor,
once, as a user waits once.

| what | here | beside | that | here : that |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

Python with decimal is a page of code for one kind of loan, and gives the same balances to the cent, which is checked in the run.
numpy-financial is not compared: it could not be installed here. What a million loans take is in [scale.md](scale.md).

`;
  writeFileSync(page, lead + core);
}

if (process.argv[2] === "--inside") {
  process.stdout.write(JSON.stringify(await PARTS[process.argv[3]]()));
  process.exit(0);
}
await freshBuild("cli", "main.js", { sources: ["src/core", "src/functions", "src/engine", "src/cli"] });
await build();
const chosen = process.argv.slice(2).filter((word) => word in PARTS);
const before = loadavg()[0];
const rows = [];
for (const part of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
  const found = measured(part);
  console.log(found.join("\n"));
  rows.push(...found);
}
if (chosen.length === 0) write(rows, `${before.toFixed(1)} to ${loadavg()[0].toFixed(1)}`);
