/** `npm run test:faults`: a failure at every step of every action in each of the books. What came of it goes to docs/quality.md. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepRecord } from "./records.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const record = join(mkdtempSync(join(tmpdir(), "tieout-faults-")), "runs.jsonl");
const { status } = spawnSync(process.execPath, ["node_modules/jest/bin/jest.js", "test/faults"], {
  env: { ...process.env, FAULT_RECORD: record },
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
const faults = readFileSync(record, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
await keepRecord((records) => ({ ...records, faults }));
