/**
 * The slowest test files first, so that no worker is left with one at the end: by how long each took the last time, and in
 * a fresh clone, which does not know, by the seconds that these take.
 */
const { relative } = require("node:path");
const { default: TestSequencer } = require("@jest/test-sequencer");

/** Measured on one core; any other file takes a few seconds at most. */
const SECONDS = {
  "test/workbench/workbench.test.ts": 89,
  "test/workbench/page.test.ts": 83,
  "test/functions/hostForms.test.ts": 79,
  "test/workbench/entry.test.ts": 41,
  "test/excel/release.test.ts": 40,
  "test/conformance/conformance.test.ts": 38,
  "test/workbench/ownWork.test.ts": 36,
  "test/workbench/actions.test.ts": 25,
  "test/workbench/actionsHeadless.test.ts": 23,
  "test/excel/served.test.ts": 22,
  "test/taskpane/pane.test.tsx": 19,
  "test/cli/tieout.test.ts": 19,
  "test/package.test.ts": 18,
  "test/core/loan/fit/fit.test.ts": 15,
  "test/excel/build.test.ts": 10,
};

/** What these count is of all that their process has loaded: in a fresh one they take a fifth of the time. */
const IN_A_FRESH_PROCESS = ["test/bounds/growth.test.ts", "test/bounds/keptLoans.test.ts"];

class SlowestFirst extends TestSequencer {
  sort(tests) {
    const expected = ({ path, duration, context }) => {
      const file = relative(context.config.rootDir, path);
      return IN_A_FRESH_PROCESS.includes(file) ? Number.MAX_VALUE : (duration ?? 1000 * (SECONDS[file] ?? 0));
    };
    return [...super.sort(tests)].sort((a, b) => expected(b) - expected(a));
  }
}

module.exports = SlowestFirst;
