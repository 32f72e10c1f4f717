import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../../src/functions/catalogue";
import changed from "../../../src/functions/changedResults.json";
import { mayExplain } from "../../../src/workbook/check/changedResults";

interface Entry {
  readonly version: string;
  readonly functions: readonly string[];
  readonly text: string;
}

// A script of the project, which has no types.
const { changedResults } = jest.requireActual<{
  changedResults: (changelog: string, names: readonly string[]) => Entry[];
}>("../../../scripts/changedResults.js");

const NAMES = catalogue.map(({ id }) => id);

test("entries are read with their version and the functions that they name", () => {
  const changelog = `# Changelog
Changed results
## [Unreleased]
### Changed results

- LOANBALANCE is \`1\`,
  and *LOANSTEPS* too; IFRS stays.
### Fixed
- BASICEPS did not print.
## [0.2.0] - 2026-12-01
### Changed results
- A payment is rounded.
`;
  expect(changedResults(changelog, NAMES)).toEqual([
    {
      version: "Unreleased",
      functions: ["LOANBALANCE", "LOANSTEPS"],
      text: "LOANBALANCE is 1, and LOANSTEPS too; IFRS stays.",
    },
    { version: "0.2.0", functions: [], text: "A payment is rounded." },
  ]);
});

test("every changed result of CHANGELOG.md is known to the check", () => {
  const changelog = readFileSync(join(__dirname, "..", "..", "..", "CHANGELOG.md"), "utf8");
  expect(changed).toEqual(changedResults(changelog, NAMES)); // else: npm run docs
});

test("an entry may explain a difference of the functions that it names", () => {
  expect(mayExplain(["LOANPAYOFF"]).length).toBeGreaterThan(0);
  expect(mayExplain(["LOANPAYOFF"]).every(({ functions }) => functions.includes("LOANPAYOFF"))).toBe(true);
  expect(mayExplain([])).toEqual([]);
});
