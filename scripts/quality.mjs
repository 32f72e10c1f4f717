/**
 * `npm run test:fuzz [-- minutes]`: calls every function with broken arguments for an hour, or as many minutes as are
 * given, and writes what came of it to docs/quality.md.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";

const PAGE = "docs/quality.md";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const minutes = Number(process.argv[2] ?? 60);
if (!(minutes > 0)) throw new Error(`minutes must be a number above zero; received "${process.argv[2]}"`);

const record = join(mkdtempSync(join(tmpdir(), "tieout-fuzz-")), "runs.jsonl");
const { status } = spawnSync(
  process.execPath,
  ["node_modules/jest/bin/jest.js", "--config", "test/fuzz/jest.config.js"],
  {
    env: { ...process.env, FUZZ_RECORD: record, FUZZ_MINUTES: String(minutes) },
    stdio: "inherit",
  },
);
if (status !== 0) process.exit(status ?? 1);
const runs = readFileSync(record, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
writeFileSync(PAGE, await format(page(runs), { parser: "markdown", printWidth: 120 }));
console.log(`${PAGE} is written.`);

function page(runs) {
  const total = runs.reduce((sum, { calls }) => sum + calls, 0);
  return `# What is tried beyond the tables

Written by \`npm run test:fuzz\`, never by hand.

Every function is called with arguments that start from its examples and its refused calls and then go wrong: cells
replaced by whatever a cell may hold (numbers of any size, text of up to 32,767 characters, errors, blanks), rows and
columns lost, doubled, moved or turned, labels misspelt, ranges where one cell belongs. Sound is an answer of finite
numbers, words and truth values, or a refusal that begins with the name of an argument, quotes no Infinity, NaN,
undefined or object, and can be read. A seeded few of these calls run for each function with every \`npm test\`.

The last long run took ${minutes} minutes on ${availableParallelism()} processors: ${number(total)} calls, 0 unsound answers. The slowest call is a
measure of that machine and its load, told so that a call that hangs would be seen.

| Function | Calls | Slowest, ms |
| --- | ---: | ---: |
${runs.map(({ name, calls, slowest }) => `| ${name} | ${number(calls)} | ${number(Math.ceil(slowest))} |`).join("\n")}
`;
}

function number(count) {
  return count.toLocaleString("en-US");
}
