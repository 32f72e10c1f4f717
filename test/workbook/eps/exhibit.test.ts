import "../../../src/engine/customFunctionsRuntime";
import { actions } from "../../../src/workbook/actions";
import { previewOf, quarters } from "../../support/periods";
import { MemoryBook } from "../../support/memoryBook";

const captions = (book: MemoryBook) => Array.from({ length: 40 }, (_row, row) => String(book.shows(`EPS!B${row + 1}`)));
const keys = (book: MemoryBook) =>
  Array.from({ length: 40 }, (_row, row) => String(book.holds(`EPS!A${row + 1}`))).filter((key) => key !== "");

/** Two quarters, and six months whose net income and options are not what the quarters make. */
const untied = () => {
  const periods = quarters(2, 2001);
  const sixMonths = { ...periods[1]!, months: 6, netIncome: 201_001, securities: { "Stock options": 5_100 } };
  return previewOf([...periods, sixMonths]);
};

describe("an exhibit whose year to date is not what its quarters make", () => {
  const LINES = [
    "BASIC",
    "Weighted average common shares used to compute basic earnings per share",
    "Net income",
    "Basic net income per share",
    "",
    "DILUTED",
    "Weighted average common shares used to compute basic earnings per share",
    "Stock options",
    "Weighted average common shares and equivalents used to compute diluted earnings per share",
    "Net income",
    "Diluted net income per share",
    "",
    "QUARTERS LESS YEAR TO DATE GIVEN",
    "Net income",
    "Weighted shares",
    "Stock options",
  ];

  test("has the differences below it, each on a line of its own", async () => {
    const book = new MemoryBook();
    await actions.importPeriods(book, { preview: untied() });
    const from = captions(book).indexOf("BASIC");
    expect(captions(book).slice(from, from + LINES.length)).toEqual(LINES);
    expect(new Set(keys(book)).size).toBe(keys(book).length);
  });

  test("gains them in a refresh, and loses them in the next once the two tie", async () => {
    const book = new MemoryBook();
    const [first, second] = quarters(2, 2001);
    await actions.importPeriods(book, { preview: previewOf([first!, second!]) });
    const tied = captions(book);
    await actions.importPeriods(book, { preview: untied() });
    await actions.refreshEps(book, {});
    const from = captions(book).indexOf("BASIC");
    expect(captions(book).slice(from, from + LINES.length)).toEqual(LINES);
    const at = (caption: string) => captions(book).lastIndexOf(caption) + 1;
    expect([book.shows(`EPS!D${at("Net income")}`), book.shows(`EPS!D${at("Stock options")}`)]).toEqual([-1, -99]);
    expect(book.shows(`EPS!D${at(LINES[8]!)}`)).toBe(Number(book.shows(`EPS!D${at(LINES[1]!)}`)) + 5_100);

    book.type("'EPS periods'!C4", 201_000);
    book.type("'EPS periods'!D4", 1_000_005);
    book.type("'EPS periods'!E4", 5_000.5);
    await actions.refreshEps(book, {});
    expect(captions(book)).toEqual(tied);
  });
});
