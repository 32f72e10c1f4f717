/**
 * `npm run test:fuzz [-- minutes [names]]`: broken input of every kind, and the laws, for an hour or as many minutes as are
 * given. What came of it goes to docs/quality.md. Of those alone whose names match ("agreement.* LOANROLLFORWARD") it takes
 * the place of what the last run of all came to for them.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepRecord } from "./records.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const [, , given = 60, names] = process.argv;
const minutes = Number(given);
if (!(minutes > 0)) throw new Error(`minutes must be a number above zero; received "${given}"`);

const record = join(mkdtempSync(join(tmpdir(), "tieout-fuzz-")), "runs.jsonl");
const { status } = spawnSync(
  process.execPath,
  ["node_modules/jest/bin/jest.js", "--config", "test/fuzz/jest.config.js", ...(names ? ["-t", names] : [])],
  {
    env: { ...process.env, FUZZ_RECORD: record, FUZZ_MINUTES: String(minutes) },
    stdio: "inherit",
  },
);
if (status !== 0) process.exit(status ?? 1);
const lines = readFileSync(record, "utf8").trim().split("\n");
const runs = lines.map((line) => JSON.parse(line));
await keepRecord(({ tried, ...records }) => ({
  ...records,
  tried: names ? withAgain(tried, runs) : { minutes, processors: availableParallelism(), runs },
}));

/** The last run of all, with some of it run again; what was open of a function is not, once its names hold. */
function withAgain({ open = [], ...all }, again) {
  const isSame = (one, other) => one.kind === other.kind && one.name === other.name;
  const added = again.filter((one) => !all.runs.some((other) => isSame(one, other)));
  return {
    ...all,
    runs: [...all.runs.map((one) => again.find((other) => isSame(one, other)) ?? one), ...added],
    open: open.filter((words) => !again.some(({ name }) => words.startsWith(name.replace(/^.* /, "")))),
  };
}
