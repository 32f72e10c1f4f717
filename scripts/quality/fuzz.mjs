/**
 * `npm run test:fuzz [-- minutes]`: broken input of every kind, and the laws, for an hour or as many minutes as are given. What
 * came of it goes to docs/quality.md.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepRecord } from "./records.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
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
const lines = readFileSync(record, "utf8").trim().split("\n");
const runs = lines.map((line) => JSON.parse(line));
await keepRecord((records) => ({ ...records, tried: { minutes, processors: availableParallelism(), runs } }));
