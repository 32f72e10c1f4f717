import "../../../src/engine/customFunctionsRuntime";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBook } from "../../../src/cli/check/checkBook";
import type { CheckedBook } from "../../../src/cli/check/checkedBook";
import { checkJson, checkText } from "../../../src/cli/check/checkOutput";
import { readXlsx } from "../../../src/files/readXlsx";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import { a1, cellAt } from "../../../src/workbook/book/address";
import { placeOf } from "../../../src/workbook/check/inWords";
import { bookWithFaults, largeBook, type DateSystem } from "../../support/checkedBooks";

const folder = mkdtempSync(join(tmpdir(), "tieout-check-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => setOpenWorkbook({ dateSystem: 1900, activeLoan: null, formattedNumbers: false }));

const SYSTEMS: readonly DateSystem[] = [1900, 1904];
for (const system of SYSTEMS) writeFileSync(at(`faults${system}.xlsx`), bookWithFaults(system));

const checked = (system: DateSystem, tolerance = 0) => checkBook({ path: at(`faults${system}.xlsx`), tolerance });

const differing = ({ differences }: CheckedBook) =>
  differences.flatMap((difference) =>
    difference.cells.map((cell) => [
      difference.at.sheet,
      a1(placeOf(difference, cell)),
      typeof cell.stored === "object" ? cell.stored : cell.stored,
      cell.now,
    ]),
  );

describe.each(SYSTEMS)("a workbook that counts its days from %i", (system) => {
  test("the planted faults are found, and no others", async () => {
    expect(differing(await checked(system))).toEqual([
      ["Loan", "D2", 505.98, 504.98],
      ["Loan", "G4", 504.98, 253.75],
      ["Loan", "D6", { type: "Error", basicValue: "#NAME?" }, 753.72],
      ["More loans", "J4", 12.34, expect.any(Number)],
    ]);
  });

  test("what is not checked is told with the reason, and counted", async () => {
    const found = await checked(system);
    expect(found).toMatchObject({ dateSystem: system, sheets: 2, formulas: 13, others: 1, withoutLoan: 0 });
    const reasons = found.unchecked.map(({ at: { row, column }, reason }) => [a1(cellAt("", row, column)), reason]);
    expect(reasons).toEqual([
      ["D5", expect.stringContaining("TODAY")],
      ["D8", expect.stringMatching(/there is no function .*OTHERADDIN/)],
    ]);
  });

  test("a difference within the tolerance ties", async () => {
    const cells = differing(await checked(system, 1));
    expect(cells.map(([, cell]) => cell)).not.toContain("D2");
    expect(differing(await checked(system, 0.99)).map(([, cell]) => cell)).toContain("D2");
  });
});

test("a person reads each difference, what may explain it, and the count", async () => {
  const lines = checkText(await checked(1900)).split("\n");
  expect(lines).toContain("Loan!D2  =LOANBALANCE(45731,A1:B4)");
  expect(lines).toContain("    D2: stored 505.98, now 504.98");
  expect(lines).toContain("    the workbook was saved where Tieout was not loaded");
  expect(lines).toContain("'More loans'!H1  =LOANSCHEDULE(Loan_terms)");
  expect(lines.some((line) => /^ {4}Unreleased: .*LOANSCHEDULE/.test(line))).toBe(true);
  expect(lines).toContain(
    "13 formulas of Tieout: 7 tie, 4 differ, 2 were not checked. 1 other formula of the workbook is not Tieout's.",
  );
});

test("a program reads the same as JSON", async () => {
  const object = JSON.parse(checkJson("book.xlsx", await checked(1900), "1.2.3"));
  expect(object).toMatchObject({
    file: "book.xlsx",
    version: "1.2.3",
    dateSystem: 1900,
    formulas: { ours: 13, tie: 7, differ: 4, notChecked: 2, others: 1 },
  });
  expect(object.differences[0]).toEqual({
    sheet: "Loan",
    cell: "D2",
    formula: "=LOANBALANCE(45731,A1:B4)",
    functions: ["LOANBALANCE"],
    cells: [{ cell: "D2", stored: 505.98, now: 504.98 }],
  });
});

describe("--write", () => {
  const copyOf = (copy: string) => checkBook({ path: at("faults1900.xlsx"), tolerance: 0, copy: at(copy) });

  test("puts the differences on a sheet of a copy, and leaves the workbook as it is", async () => {
    const before = readFileSync(at("faults1900.xlsx"));
    await copyOf("copy.xlsx");
    expect(readFileSync(at("faults1900.xlsx")).equals(before)).toBe(true);
    const { sheets } = readXlsx(readFileSync(at("copy.xlsx")), { names: ["LOANBALANCE", "LOANSCHEDULE"] });
    expect(sheets.map(({ name }) => name)).toEqual(["Loan", "More loans", "Differences"]);
    const rows = sheets[2]?.cells.filter(({ row }) => row === 3).map(({ value }) => value);
    expect(rows?.slice(0, 5)).toEqual(["Loan", "D2", "=LOANBALANCE(45731,A1:B4)", 505.98, 504.98]);
    expect(sheets[2]?.cells.every(({ formula }) => formula === undefined)).toBe(true);
  });

  test("does not touch a file that stands", async () => {
    writeFileSync(at("stands.xlsx"), "mine");
    await expect(copyOf("stands.xlsx")).rejects.toThrow("stands.xlsx stands already: name a file that does not");
    await expect(copyOf("faults1900.xlsx")).rejects.toThrow("stands already");
    expect(readFileSync(at("stands.xlsx"), "utf8")).toBe("mine");
  });
});

test.each(["SUM", "ROUND"] as const)("a thousand formulas, half of them within %s, tie", async (native) => {
  writeFileSync(at("large.xlsx"), largeBook(500, native));
  const found = await checkBook({ path: at("large.xlsx"), tolerance: 0 });
  expect(found).toMatchObject({ formulas: 1000, differences: [], unchecked: [] });
});

test("a workbook that openpyxl wrote holds no values, which is told and is no difference", async () => {
  const found = await checkBook({ path: join(__dirname, "books", "openpyxl.xlsx"), tolerance: 0 });
  expect(found).toMatchObject({ formulas: 1, others: 1, differences: [] });
  expect(found.unchecked.map(({ reason }) => reason)).toEqual([
    "the file holds no value for it: it was not calculated before it was saved",
  ]);
});

test.each([
  ["none.xlsx", undefined, "none.xlsx cannot be read: there is no such file"],
  ["text.xlsx", "Date,Balance\n", "text.xlsx cannot be read: "],
])("%s is refused in words", async (name, content, words) => {
  if (content !== undefined) writeFileSync(at(name), content);
  await expect(checkBook({ path: at(name), tolerance: 0 })).rejects.toThrow(words);
});
