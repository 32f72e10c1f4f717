import type { ICellData, IWorksheetData } from "@univerjs/core";
import { asText } from "../../src/cli/output";
import { openHeadless, type HeadlessWorkbook } from "../../src/engine/headless";
import { catalogue } from "../../src/functions/catalogue";
import answers from "../../src/workbench/sheets/answers.json";
import { exhibit1010 } from "../../src/workbench/sheets/exhibit1010";
import { exhibit11 } from "../../src/workbench/sheets/exhibit11";
import { at, worksheet } from "../../src/workbench/sheets/layout";
import { BOLD, DOUBLE_RULE, ENTRY } from "../../src/workbench/sheets/styles";
import { tryIt } from "../../src/workbench/sheets/tryIt";

const cellsOf = (sheet: IWorksheetData): ICellData[] =>
  Object.values(sheet.cellData).flatMap((row) => Object.values(row ?? {}));
const formulasOf = (sheet: IWorksheetData) => cellsOf(sheet).flatMap(({ f }) => (f ? [f] : []));

describe("the sheets that open", () => {
  test("every function of the catalogue has its example on the sheet to try", () => {
    const formulas = formulasOf(tryIt());
    expect(catalogue.filter(({ example }) => !formulas.includes(example)).map(({ id }) => id)).toEqual([]);
  });

  test.each([
    ["Exhibit 10.10", exhibit1010(), ["LOANBALANCE", "LOANSTEPS", "LOANFINDINGS", "TIEOUT"]],
    ["Exhibit 11", exhibit11(), ["BASICEPS", "DILUTEDSHARES", "DILUTEDEPS", "TIEOUT"]],
  ])("%s computes with our functions", (_name, sheet, functions) => {
    const used = new Set(formulasOf(sheet).flatMap((formula) => formula.match(/[A-Z]{6,}/g) ?? []));
    expect([...used]).toEqual(expect.arrayContaining(functions));
  });

  test("on Exhibit 11 only what the filing gives is typed: shares, income, increments and the figures to tie out", () => {
    const typed = cellsOf(exhibit11()).filter(({ v }) => typeof v === "number" && v !== 2002 && v !== 2001);
    expect(typed).toHaveLength(4 * (4 + 3));
  });
});

describe("the room for each example", () => {
  let workbook: HeadlessWorkbook;
  beforeAll(async () => {
    workbook = await openHeadless();
  });
  afterAll(() => workbook.dispose());

  test.each(catalogue)("$id is of its answer, as npm run docs wrote it down", async ({ id, example }) => {
    const evaluations = await workbook.evaluate([example]);
    const rows = evaluations.flatMap((evaluation) => asText(evaluation).split("\n"));
    expect(rows.map((row) => row.split("\t"))).toEqual(answers[id as keyof typeof answers]);
  });
});

describe("layout", () => {
  const sheet = worksheet("Two words", [at("B2", 1, BOLD), at("C3", "=B2", ENTRY, DOUBLE_RULE), at("D4", "")], {
    columnWidths: { B: 90, AA: 40 },
    rowHeights: { 2: 30 },
    merged: ["B5:D6"],
  });

  test("puts content where its address says, formulas apart from values, and blanks as cells with a style alone", () => {
    expect(sheet.cellData[1]?.[1]).toMatchObject({ v: 1, s: { bl: 1 } });
    expect(sheet.cellData[2]?.[2]).toMatchObject({ f: "=B2" });
    expect(sheet.cellData[3]?.[3]).toEqual({ s: {} });
  });

  test("lets a later style win, border by border", () => {
    const { bd } = sheet.cellData[2]?.[2]?.s as { bd: Record<string, { s: number }> };
    expect(bd["b"]).toEqual(DOUBLE_RULE.bd?.b);
    expect(bd["l"]).toEqual(ENTRY.bd?.l);
  });

  test("sizes columns and rows by their names and merges ranges", () => {
    expect(sheet.columnData).toEqual({ 1: { w: 90 }, 26: { w: 40 } });
    expect(sheet.rowData).toEqual({ 1: { h: 30, ia: 0 } });
    expect(sheet.mergeData).toEqual([
      expect.objectContaining({ startRow: 4, endRow: 5, startColumn: 1, endColumn: 3 }),
    ]);
  });
});
