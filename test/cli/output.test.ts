import { asJson, asText, hasError, remarks } from "../../src/cli/output";
import type { Evaluation } from "../../src/engine/evaluation";

const formula = "=F()";
const one = (value: number | string | boolean): Evaluation => ({ formula, value });
const error: Evaluation = { formula, error: { code: "#VALUE!", message: 'date must be a date; received "soon"' } };
const table: Evaluation = {
  formula,
  value: [
    ["Date", "Note", "Amount"],
    [36781, "two\tparts\r\nin one cell", "#N/A"],
    [36781.5, true, -2790.25],
  ],
  formats: [
    ["", "", ""],
    ["mmm d, yyyy", "", ""],
    ["yyyy-mm-dd hh:mm", "", "#,##0;(#,##0)"],
  ],
  errors: [{ row: 2, column: 3, code: "#N/A", message: "nothing to find" }],
};

test.each([
  ["a number in full", one(40483), "40483"],
  ["a fraction in full", one(1 / 3), "0.3333333333333333"],
  ["text", one("as it is"), "as it is"],
  ["a truth value as a sheet writes it", one(false), "FALSE"],
  ["a blank", one(""), ""],
  ["an error by its code and words", error, '#VALUE! date must be a date; received "soon"'],
  [
    "a table between tabs, a line a row, dates readable",
    table,
    "Date\tNote\tAmount\n2000-09-12\ttwo parts in one cell\t#N/A\n2000-09-12 12:00\tTRUE\t-2790.25",
  ],
])("text has %s", (_what, evaluation, text) => {
  expect(asText(evaluation)).toBe(text);
});

test.each([
  ["a value", one(0.005), '{"formula":"=F()","value":0.005}'],
  [
    "an error",
    error,
    '{"formula":"=F()","error":{"code":"#VALUE!","message":"date must be a date; received \\"soon\\""}}',
  ],
  [
    "the errors of a table beside its rows, dates as serials",
    table,
    '{"formula":"=F()","value":[["Date","Note","Amount"],[36781,"two\\tparts\\r\\nin one cell","#N/A"],[36781.5,true,-2790.25]],' +
      '"errors":[{"row":2,"column":3,"code":"#N/A","message":"nothing to find"}]}',
  ],
  ["rows alone where none is in error", { ...table, errors: [] }, expect.not.stringContaining("errors")],
])("JSON has %s", (_what, evaluation, json) => {
  expect(asJson(evaluation)).toEqual(json);
});

test("an error in one cell of a table counts, and is told apart from the table", () => {
  expect([one(1), error, table, { ...table, errors: [] }].map(hasError)).toEqual([false, true, true, false]);
  expect(remarks(table)).toEqual(["row 2, column 3: #N/A nothing to find"]);
  expect(remarks(error)).toEqual([]);
});
