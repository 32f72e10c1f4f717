/**
 * npm run test:mutants -- src/core/number [--most=150] [--tests=test/core/number,test/functions]
 *
 * Changes the code of a folder or a file in every small way that Stryker knows, one change at a time, and runs the tests
 * of that folder on each. `--most` draws so many of them where there are more. What came of it stands in docs/quality.md.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { keepRecord } from "../../scripts/quality/records.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
process.chdir(join(here, "../.."));

const options = process.argv.slice(2);
const option = (name) => options.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const path = options.find((one) => !one.startsWith("--"))?.replace(/\/$/, "");
if (!path || !existsSync(path) || !path.startsWith("src/"))
  throw new Error(`name a folder or a file of src, such as src/core/number; received "${path ?? ""}"`);

const most = Number(option("most") ?? Infinity);
process.env.MOST_MUTANTS = String(most);
process.env.MUTANT_TESTS = option("tests") ?? testsOf(path);
if (!existsSync(join(here, "node_modules"))) {
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
  if (status !== 0) throw new Error("npm ci failed in test/mutants");
}

const { Stryker } = await import("@stryker-mutator/core");
const results = await new Stryker({
  mutate: [path.endsWith(".ts") ? path : `${path}/**/*.ts`],
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
const record = {
  of: results.length,
  ran: ran.length,
  timedOut: ran.filter(({ status }) => status === "Timeout").length,
  left: left.map(survivor),
};
console.log(`${path}: ${ran.length - left.length} of ${ran.length} noticed`);
await keepRecord((records) => ({ ...records, mutants: inOrder({ ...records.mutants, [path]: record }) }));

/** A change that no test noticed, by its text, which it keeps when lines move. */
function survivor({ fileName, location: { start, end }, replacement, status }) {
  const lines = readFileSync(fileName, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const code = lines.join(" ").replace(/\s+/g, " ");
  return {
    file: relative(process.cwd(), fileName),
    line: start.line,
    code,
    replacement: replacement.replace(/\s+/g, " "),
    ...(status === "NoCoverage" ? { untested: true } : {}),
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
