import { getNumfmtParseValueFilter } from "@univerjs/core";
import { getNumfmtParseValueFilter as readByUniver } from "@univerjs/core/index.js";

const WHOLE = "#,##0";
const CENTS = "#,##0.00";
const loss = (format: string) => `${format}_);(${format})`;

/** What Excel (US English) makes of what is typed into a cell that has no format. */
describe("a figure as exhibits print it is a number", () => {
  test.each([
    // A loss in parentheses is shown in them.
    ["(400,000)", -400_000, loss(WHOLE)],
    ["(1,234.50)", -1234.5, loss(CENTS)],
    ["(1,234,567.891)", -1234567.891, loss(CENTS)],
    ["$(462,000)", -462_000, loss(`$${WHOLE}`)],
    ["$ (462,000)", -462_000, loss(`$${WHOLE}`)],
    ["$   (462,000.00)", -462_000, loss(`$${CENTS}`)],
    ["($462,000)", -462_000, loss(`$${WHOLE}`)],
    ["( $ 462,000 )", -462_000, loss(`$${WHOLE}`)],
    ["€(1,234.50)", -1234.5, loss(`€${CENTS}`)],
    ["(12.5%)", -0.125, loss("0.00%")],
    ["(500)", -500, undefined],
    ["(.06)", -0.06, undefined],
    ["($5)", -5, loss(`$${WHOLE}`)],
    ["(0)", 0, undefined],
    // Blanks around it, those of a web page too, are no part of it.
    ["(462,000) ", -462_000, loss(WHOLE)],
    ["\u00a0(462,000)\u00a0", -462_000, loss(WHOLE)],
    ["1,234,567 ", 1_234_567, WHOLE],
    // Its sign may stand before everything else.
    ["-$1,234", -1234, `$${WHOLE}`],
    ["-$1,234.50", -1234.5, `$${CENTS}`],
    ["-1,234", -1234, WHOLE],
    ["- 1,234", -1234, WHOLE],
    ["+1,234", 1234, WHOLE],
    ["$-1,234", -1234, `$${WHOLE}`],
    ["-5%", -0.05, "0%"],
    ["-400000", -400_000, undefined],
    ["400,000", 400_000, WHOLE],
  ])("%p", (typed, v, z) => {
    expect(getNumfmtParseValueFilter(typed)).toEqual(z === undefined ? { v } : { v, z });
  });
});

describe("what is no figure stays text", () => {
  test.each([
    "(1,23)",
    "(1,2345)",
    "(1234,567)",
    "(,123)",
    "(1,234,)",
    "(1,234.)",
    "(abc)",
    "(a) 400,000",
    "()",
    "( )",
    "(400,000",
    "(400",
    "400,000)",
    "((400,000))",
    "(400,000)(1)",
    "-(400,000)",
    "(-400,000)",
    "$($5)",
    "HK$(1,000)",
    "(9/12/2000)",
    "(5:00)",
    "+9/12/2000",
    "1,23",
    "3.1(a)",
    "(ii)",
    "−400,000",
    "12.9.2000",
    "12.9.00",
  ])("%p", (typed) => {
    expect(getNumfmtParseValueFilter(typed)).toBeNull();
  });
});

test.each([
  "9/12/2000",
  "Sep 12, 2000",
  "2000-09-12",
  "5:00 PM",
  "10%",
  "$1,234.50",
  "1e5",
  "1 23",
  "12.5",
  "",
  " ",
  "x",
])("everything else is read as the grid reads it: %p", (typed) => {
  expect(getNumfmtParseValueFilter(typed)).toEqual(readByUniver(typed));
});
