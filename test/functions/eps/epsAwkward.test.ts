import "../../support/customFunctions";
import fc from "fast-check";
import { epsFunctions } from "../../../src/functions/epsFunctions";
import { exhibitFunctions } from "../../../src/functions/exhibitFunctions";

const FUNCTIONS: Readonly<Record<string, (...values: any[]) => unknown>> = { ...epsFunctions, ...exhibitFunctions };

/** Cells as people leave them: blanks of every kind, text numbers, errors of other cells, dates, words of our tables. */
const anyCell = fc.oneof(
  fc.constantFrom(
    null,
    "",
    0,
    -0,
    1,
    -1,
    0.005,
    100,
    1e9,
    1e308,
    5e-324,
    2 ** 53,
    36_526,
    37_164,
    37_437,
    37_529,
    60,
    "5",
    "abc",
    "-",
    true,
    false,
  ),
  fc.constantFrom(
    "Security",
    "Type",
    "Number",
    "Exercise price",
    "Average price",
    "Add-back",
    "From",
    "To",
    "Weight",
    "Class",
    "Period end",
  ),
  fc.constantFrom(
    "Months",
    "Net income",
    "Weighted shares",
    "Shares",
    "Dividends",
    "Date",
    "Kind",
    "Quantity",
    "Options",
    "Split factor",
  ),
  fc.constantFrom(
    "option",
    "RSU",
    "written put",
    "convertible debt",
    "subsidiary",
    "issue",
    "split",
    "rights",
    "US GAAP",
    "IFRS",
    "months",
  ),
  fc.constant({ type: "Error", basicValue: "#N/A" }),
  fc.double({ noNaN: true }),
);
const anyRange = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(anyCell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

/** Tables that are nearly right reach deeper than cells by chance. */
const tableOf = (...header: string[]) =>
  fc.array(fc.tuple(...header.map(() => anyCell)), { minLength: 1, maxLength: 4 }).map((rows) => [header, ...rows]);
const anyTable = fc.oneof(
  tableOf("Security", "Type", "Number", "Exercise price", "Average price", "Add-back"),
  tableOf("Period end", "Months", "Net income", "Weighted shares", "Options"),
  tableOf("Class", "Shares", "Dividends", "Participation", "Incremental shares"),
  tableOf("Date", "Kind", "Quantity", "Exercise price", "Market price"),
);
const anyArgument = fc.oneof(anyCell, anyRange, anyTable, fc.constant(undefined));

const isExcelError = (value: unknown) => value instanceof CustomFunctions.Error;
const isCell = (value: unknown) =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  isExcelError(value) ||
  (typeof value === "number" && Number.isFinite(value));

test.each(Object.keys(FUNCTIONS))("=%s answers cells or an error with words, whatever it is given", (name) => {
  const call = FUNCTIONS[name]!;
  fc.assert(
    fc.property(fc.array(anyArgument, { maxLength: 9 }), (values) => {
      try {
        const answer = call(...values);
        expect((Array.isArray(answer) ? answer : [[answer]]).flat().filter((cell) => !isCell(cell))).toEqual([]);
      } catch (error) {
        if (!isExcelError(error)) throw error;
        expect((error as unknown as Error).message).toMatch(/; received /);
      }
    }),
    { numRuns: 600 },
  );
});
