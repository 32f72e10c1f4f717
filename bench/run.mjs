/**
 * npm run bench [-- --quick | --rounds=3] [task …]
 *
 * Each variant of each task runs in a process of its own, in rounds, so that what the machine does meanwhile falls on
 * all alike. A ratio is that of two variants in one round; the median of the rounds is printed.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { summary, writeDocument } from "./report.mjs";
import { TASKS } from "./tasks/index.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const options = process.argv.slice(2);
const quick = options.includes("--quick");
const chosen = options.filter((option) => option in TASKS);
const rounds = quick ? 1 : Number(options.find((option) => option.startsWith("--rounds="))?.slice(9) ?? 3);
const budget = quick ? 60 : 300;

function install() {
  if (existsSync(new URL("node_modules", import.meta.url))) return;
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: here,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) throw new Error("npm ci failed in bench/");
}

/** @returns the answers and the nanoseconds of one operation, or the error */
function measure(task, variant) {
  const child = spawnSync(process.execPath, ["measure.mjs", task, variant, String(budget)], {
    cwd: here,
    encoding: "utf8",
    timeout: 300_000,
  });
  if (child.status === 0) return JSON.parse(child.stdout);
  return { error: child.stderr.split("\n").find((line) => line.includes("Error")) ?? `no answer (${child.signal})` };
}

function measuredTask(name) {
  const task = TASKS[name];
  const labels = Object.keys(task.variants);
  const variants = labels.map((label) => ({ label, times: [], answers: undefined, error: undefined }));
  for (let round = 0; round < rounds; round++) {
    for (const variant of variants.filter(({ error }) => !error)) {
      const { nanoseconds, answers, error } = measure(name, variant.label);
      Object.assign(variant, { answers, error });
      if (!error) variant.times.push(nanoseconds);
    }
  }
  return {
    name,
    task,
    variants: variants.map((variant) => ({ ...variant, differs: difference(task, variants[0], variant) })),
  };
}

/** Where a variant's answers are not those of the first: the same task is not computed. */
function difference({ tolerance }, first, { answers = [] }) {
  if (tolerance === undefined) return undefined;
  const at = (first.answers ?? []).findIndex((answer, index) => !(Math.abs(answer - answers[index]) <= tolerance));
  return at < 0 ? undefined : `answer ${at + 1} is ${answers[at]}, not ${first.answers[at]}`;
}

install();
await build();
const measured = [];
const started = Date.now();
for (const name of chosen.length > 0 ? chosen : Object.keys(TASKS)) {
  const result = measuredTask(name);
  measured.push(result);
  console.log(summary(result));
}
console.log(`\n${measured.length} tasks in ${Math.round((Date.now() - started) / 1000)} s`);
if (chosen.length === 0 && !quick) writeDocument(measured, { rounds, budget });
