import "../../../src/engine/customFunctionsRuntime";
import { readXlsx } from "../../../src/files/readXlsx";
import { catalogue } from "../../../src/functions/catalogue";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import { checkFile } from "../../../src/workbench/files/checkFile";
import { readGrid } from "../../../src/workbench/files/readGrid";
import { workbookData } from "../../../src/workbench/files/workbookData";
import { a1 } from "../../../src/workbook/book/address";
import { bookWithFaults } from "../../support/checkedBooks";
import { openHeadlessBook } from "../../support/headlessBook";

const NAMES = catalogue.map(({ id }) => id);

afterEach(() => setOpenWorkbook({ dateSystem: 1900, activeLoan: null }));

/** The report of a file that was opened in the grid, and what of it is told place by place. */
async function checked(bytes: Uint8Array) {
  const file = readXlsx(bytes, { names: NAMES });
  const { api, workbook, injector, dispose } = openHeadlessBook(workbookData(file, { id: "x", name: "x" }));
  await api.getFormula().onCalculationResultApplied();
  const saved = readGrid(workbook, injector);
  const { dateSystem, kept } = file;
  const report = checkFile({ name: "book.xlsx", bytes, saved, dateSystem, kept }, file);
  dispose();
  return report;
}

// Made before a grid has our functions answer in its own way.
const [faulty, from1904] = [bookWithFaults(1900), bookWithFaults(1904)];

test("a file is checked with all that the grid calculates: the planted faults are found, and no other", async () => {
  const { said, places } = (await checked(faulty))!;
  expect(said).toBe(
    "13 formulas of Tieout: 7 tie, 4 differ, 2 were not checked. Beside what book.xlsx held when it was opened or last saved.",
  );
  expect(places.map(({ area, words }) => [area.sheet, a1(area), /stored [^,]+, now [^ ]+\d/.exec(words)?.[0]])).toEqual(
    [
      ["Loan", "D2", "stored 505.98, now 504.98"],
      ["Loan", "G4", "stored 504.98, now 253.75"],
      ["Loan", "D6", "stored #NAME?, now 753.72"],
      ["More loans", "J4", "stored 12.34, now 7.54"],
      ["Loan", "D5", undefined],
      ["Loan", "D8", undefined],
    ],
  );
});

test("a file that counts days from 1904 is none that the grid checks", async () => {
  expect(await checked(from1904)).toBeUndefined();
});
