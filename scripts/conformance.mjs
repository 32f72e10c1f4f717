/**
 * Runs the published cases and writes what came of them: docs/conformance.md and docs/conformance. A test run without
 * this command compares the pages instead.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
const { status } = spawnSync(process.execPath, [jest, "test/conformance"], {
  env: { ...process.env, CONFORMANCE: "write" },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
