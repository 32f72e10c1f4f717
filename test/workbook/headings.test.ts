import { actions } from "../../src/workbook/actions";
import { a1 } from "../../src/workbook/book/address";
import type { CellContent, CellFormat } from "../../src/workbook/book/book";
import { HEADER_FORMAT } from "../../src/workbook/book/names";
import { readSchedule } from "../../src/workbook/import/schedule/readSchedule";
import { insertSample } from "../../src/workbook/samples/sampleSheets";
import { SAMPLES } from "../../src/workbook/samples/samples";
import { openHeadlessBook } from "../support/headlessBook";

let { book, dispose } = openHeadlessBook();
beforeEach(() => ({ book, dispose } = openHeadlessBook()));
afterEach(() => dispose());

/** The side on which a cell shows what it holds. */
function sideOf(value: CellContent, { align = "general" }: CellFormat = {}): string {
  if (align !== "general") return align;
  return typeof value === "number" ? "right" : "left";
}

/** Headings, in our colours, that stand on another side than the first figure or date below them. */
async function misplaced(): Promise<{ headings: number; wrong: string[] }> {
  const { sheets } = await book.look({ everySheet: true, formats: true });
  const wrong: string[] = [];
  let headings = 0;
  for (const [sheet, { values, formats }] of Object.entries(sheets))
    for (const [row, cells] of values.entries())
      for (const [column, heading] of cells.entries()) {
        // The first line of a schedule has no payment yet.
        const line = [row + 1, row + 2].find((at) => (values[at]?.[column] ?? "") !== "") ?? row + 1;
        const below = values[line]?.[column];
        const format = formats[row]?.[column];
        if (format?.fill !== HEADER_FORMAT.fill || heading === "" || typeof below !== "number") continue;
        headings += 1;
        if (sideOf(heading, format) !== sideOf(below, formats[line]?.[column]))
          wrong.push(`${sheet}!${a1({ row, column, rows: 1, columns: 1 })} ${heading}`);
      }
  return { headings, wrong };
}

describe("headings stand over their figures and dates", () => {
  test("on the loan sheet of Exhibit 10.10", async () => {
    await actions.insertLoanSheet(book, {});
    const { headings, wrong } = await misplaced();
    expect(wrong).toEqual([]);
    expect(headings).toBeGreaterThan(20);
  });

  test("on the sheet of a fitted loan", async () => {
    const { lines } = readSchedule(
      [
        "Date\tPayment\tInterest\tPrincipal\tBalance",
        "2024-01-01\t\t\t\t12,000.00",
        "2024-02-01\t3,037.59\t60.00\t2,977.59\t9,022.41",
        "2024-03-01\t3,037.59\t45.11\t2,992.48\t6,029.93",
      ].join("\n"),
    );
    if (!lines) throw new Error("no lines");
    await actions.insertFittedLoan(book, { lines });
    const { headings, wrong } = await misplaced();
    expect(wrong).toEqual([]);
    expect(headings).toBeGreaterThan(5);
  });

  test.each(SAMPLES.map(({ title, id }) => [title, id] as const))("on the sheets of %s", async (_title, id) => {
    await insertSample(book, { id });
    await actions.recalculateAll(book, {});
    const { headings, wrong } = await misplaced();
    expect(wrong).toEqual([]);
    expect(headings).toBeGreaterThan(1);
  });
});
