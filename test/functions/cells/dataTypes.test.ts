import "../../support/customFunctions";
import { plainArguments } from "../../../src/functions/cells/dataTypes";
import { DILUTEDEPS } from "../../../src/functions/eps/dilution";
import { BASICEPS } from "../../../src/functions/eps/eps";
import { EPSTABLE } from "../../../src/functions/eps/epsPeriods";
import { LOANBALANCE } from "../../../src/functions/loan/loan";

/** As Excel writes its data types: https://learn.microsoft.com/office/dev/add-ins/excel/excel-data-types-concepts */
const FORMATTED = { type: "Double", basicType: "Double", basicValue: 42_779, numberFormat: "#,##0" };
const SHARE_PRICE = { type: "FormattedNumber", basicValue: 24.5, numberFormat: "$0.00" };
const NUMBER_WITH_PROPERTIES = {
  type: "Double",
  basicValue: 7,
  properties: { Unit: { type: "String", basicValue: "kg" } },
};
const STOCK = {
  type: "LinkedEntity",
  text: "HemaCare Corp",
  basicType: "Error",
  basicValue: "#VALUE!",
  properties: {},
};
const PICTURE = { type: "WebImage", address: "https://example.com/x.png", basicType: "Error", basicValue: "#VALUE!" };
const ERROR = { type: "Error", errorType: "Div0", basicType: "Error", basicValue: "#DIV/0!" };

test.each([
  ["a formatted number", FORMATTED, 42_779],
  ["a currency", SHARE_PRICE, 24.5],
  ["a number with more to it", NUMBER_WITH_PROPERTIES, 7],
  ["text", { type: "String", basicValue: "Options" }, "Options"],
  ["a truth value", { type: "Boolean", basicValue: false }, false],
  ["a blank", { type: "Empty", basicValue: "" }, null],
  ["an error, which keeps its meaning", ERROR, ERROR],
  ["a plain number", 5, 5],
  ["nothing", null, null],
])("%s becomes its plain value, alone and in a range", (_kind, given, plain) => {
  expect(plainArguments([given, [[given, "x"]]])).toEqual([plain, [[plain, "x"]]]);
});

test("a range of plain values is handed on as it is, without a copy", () => {
  const range = [
    [1, ""],
    [null, "a"],
  ];
  expect(plainArguments([range])[0]).toBe(range);
});

test.each([
  [STOCK, "income must be a number; received the data type HemaCare Corp"],
  [PICTURE, "income must be a number; received a data type (WebImage)"],
  [ERROR, "income must be a number; received the error #DIV/0!"],
])("what has no plain value is refused by what it is", (given, words) => {
  const [income] = plainArguments([[[given]]]);

  expect(() => BASICEPS(income as any, [[1]])).toThrow(words);
});

describe("an optional argument that refers to a blank cell is left out", () => {
  const PERIODS = [
    ["Period end", "Months", "Net income", "Weighted shares", "Options"],
    [37_164, 3, 100_000, 7_541_024, 834_762],
  ];
  const DECIMALS = 3;
  const options = [[10]];
  test.each([null, ""])("%p", (blank) => {
    expect(BASICEPS([[5]], [[1000]], null as any, blank)).toEqual([[0.01]]);
    expect(DILUTEDEPS([[5]], [[1000]], options, null as any, blank, null as any, blank, blank, blank, blank)).toEqual(
      DILUTEDEPS([[5]], [[1000]], options),
    );
    expect(EPSTABLE(PERIODS, blank, blank, undefined, blank, blank, blank, blank)).toEqual(EPSTABLE(PERIODS));
    expect(LOANBALANCE([[36_781]], null as any, blank as any)).toEqual([[40_483]]);
    expect(BASICEPS([[5]], [[1000]], null as any, DECIMALS)).toEqual([[0.005]]);
  });
});

test.each([
  [true, true],
  ["TRUE", true],
  ["yes", true],
  [1, true],
  [false, false],
  ["no", false],
  [0, false],
])("addBacks of %p is %p", (addBacks, taken) => {
  const securities = [
    ["Security", "Type", "Number", "Add-back"],
    ["Bonds", "convertible debt", 1000, 500],
  ];
  const answer = DILUTEDEPS([[10_000]], [[1000]], securities, undefined, 2, undefined, addBacks);

  expect(answer).toEqual([[taken ? 5.25 : 5]]);
});

test("a word for TRUE or FALSE that is none is refused", () => {
  expect(() => DILUTEDEPS([[1]], [[1]], undefined, undefined, 2, undefined, "perhaps")).toThrow(
    'addBacks must be yes or no (TRUE or FALSE); received "perhaps"',
  );
});
