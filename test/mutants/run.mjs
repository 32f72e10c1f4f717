/**
 * npm run test:mutants -- src/core/number [--most=150] [--tests=test/core/number,test/functions] [--left]
 *
 * Changes the code of a folder or a file in every small way that Stryker knows, one change at a time, and runs the tests
 * of that folder on each. `--most` draws so many of them where there are more; `--left` tries those alone that the last
 * run of the folder left unnoticed. What came of it stands in docs/quality.md, with the reason that sameInEffect.json
 * gives of a change that nobody can notice.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepRecord, readRecords } from "../../scripts/quality/records.mjs";
import { changeOf, isSameChange } from "./change.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
process.chdir(join(here, "../.."));

const options = process.argv.slice(2);
const option = (name) => options.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const path = options.find((one) => !one.startsWith("--"))?.replace(/\/$/, "");
if (!path || !existsSync(path) || !path.startsWith("src/"))
  throw new Error(`name a folder or a file of src, such as src/core/number; received "${path ?? ""}"`);

const most = Number(option("most") ?? Infinity);
const isFile = path.endsWith(".ts");
const sameInEffect = JSON.parse(readFileSync(join(here, "sameInEffect.json"), "utf8"));
const isAgain = options.includes("--left");
const before = readRecords().mutants?.[path];
if (isAgain && !before) throw new Error(`no run of ${path} is recorded, of which some could be left`);
process.env.MOST_MUTANTS = String(most);
if (isAgain) process.env.LEFT_MUTANTS = JSON.stringify(before.left);
process.env.MUTANT_TESTS = option("tests") ?? testsOf(path);
if (!existsSync(join(here, "node_modules"))) {
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
  if (status !== 0) throw new Error("npm ci failed in test/mutants");
}

const { Stryker } = await import("@stryker-mutator/core");
const results = await new Stryker({
  mutate: isAgain
    ? before.left.map(({ file }) => `${isFile ? dirname(path) : path}/**/${basename(file)}`)
    : [isFile ? path : `${path}/**/*.ts`],
  testRunner: "jest",
  jest: { projectType: "custom", configFile: "test/mutants/jest.config.js", enableFindRelatedTests: false },
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/jest-runner")), join(here, "sample.mjs")],
  checkers: ["sample"],
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 15_000,
  timeoutFactor: 3,
  reporters: ["progress-append-only"],
  tempDirName: join(tmpdir(), "tieout-mutants"),
  ignorePatterns: ["dist", "bench", "test/workbench", "coverage"],
  thresholds: { high: 90, low: 90, break: null },
}).runMutationTest();
const ran = results.filter(({ status }) => status !== "CompileError" && status !== "Ignored");
const left = ran.filter(({ status }) => status === "Survived" || status === "NoCoverage");
const timedOut = ran.filter(({ status }) => status === "Timeout").length;
const record = {
  // A change whose code is gone was not run, and is not counted as noticed.
  of: isAgain ? before.of : results.length,
  ran: isAgain ? before.ran - before.left.length + ran.length : ran.length,
  timedOut: isAgain ? before.timedOut + timedOut : timedOut,
  left: left.map(survivor),
};
console.log(`${path}: ${ran.length - left.length} of ${ran.length} noticed`);
await keepRecord((records) => ({ ...records, mutants: inOrder({ ...records.mutants, [path]: record }) }));

/** A change that no test noticed, with the reason why none can where one is known. */
function survivor(mutant) {
  const change = changeOf(mutant);
  const known = sameInEffect.find((one) => isSameChange(one, change));
  return {
    ...change,
    ...(mutant.status === "NoCoverage" ? { untested: true } : {}),
    ...(known ? { reason: known.reason } : {}),
  };
}

function inOrder(byPath) {
  return Object.fromEntries(Object.entries(byPath).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The tests of a folder, or of the nearest folder around it that has some. */
function testsOf(folder) {
  const tests = folder.replace(/^src/, "test");
  return existsSync(tests) && !tests.endsWith(".ts") ? tests : testsOf(dirname(folder));
}
