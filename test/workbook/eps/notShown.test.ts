import "../../../src/engine/customFunctionsRuntime";
import { actions } from "../../../src/workbook/actions";
import { readImport } from "../../../src/workbook/import/readImport";
import { MemoryBook } from "../../support/memoryBook";
import { previewOf, quarters } from "../../support/periods";

const noteOf = (book: MemoryBook) => book.shows("EPS!B6");

describe("periods that the EPS sheet has no column for", () => {
  test("are named on the sheet and in what is said of the import", async () => {
    const book = new MemoryBook();
    const { said } = await actions.importPeriods(book, { preview: previewOf(quarters(11, 2000)) });
    const note =
      "Not shown: 3 months to December 31, 2001; 3 months to December 31, 2000; 3 months to September 30, 2000; and 2 more. Change Period end to show another.";
    expect(noteOf(book)).toBe(note);
    expect(said).toContain(note);
  });

  test("are none where all are columns, or quarters of a year to date", async () => {
    const book = new MemoryBook();
    await actions.importPeriods(book, { preview: previewOf(quarters(8, 2001)) });
    expect(noteOf(book)).toBe("");
  });

  test("follow the period that is chosen", async () => {
    const book = new MemoryBook();
    const periods = quarters(8, 2001);
    await actions.importPeriods(book, { preview: previewOf(periods) });
    await actions.refreshEps(book, { asOf: periods[3]?.periodEnd ?? 0 });
    expect(noteOf(book)).toMatch(/^Not shown: 3 months to December 31, 2002; .*; and 1 more\./);
  });

  test("are told of in the preview of an import", () => {
    const year = (end: number) => `12/31/${end},12,"1,000","500"`;
    const rows = Array.from({ length: 5 }, (_row, index) => year(2020 + index));
    const csv = ["Year ended,Months,Net income,Weighted shares", ...rows, `3/31/2025,3,200,500`].join("\n");
    expect(readImport(csv).preview.remarks.at(-1)).toBe(
      "In the period table, and at first not on the EPS sheet. Not shown: 12 months to December 31, 2024; 12 months to December 31, 2023; 12 months to December 31, 2022; and 2 more. Change Period end to show another.",
    );
  });
});
