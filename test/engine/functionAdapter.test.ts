import type { CustomFunction, Parameter } from "../../src/functions/catalogue";
import { openHeadless, type HeadlessWorkbook } from "../../src/engine/headless";

const value = (name: string, optional = false): Parameter => ({ name, description: "", type: "any", optional });
const range = (name: string, optional = false): Parameter => ({ ...value(name, optional), dimensionality: "matrix" });
const valueError = (message: string) => new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
const amount = (basicValue: number) => ({ type: "Double", basicValue, numberFormat: "#,##0" });

/** What a function may answer, by name. */
const ANSWERS: Readonly<Record<string, () => unknown>> = {
  row: () => [[1, 2, 3]],
  block: () => [
    [1, "two"],
    [true, ""],
  ],
  "one cell": () => [[7]],
  list: () => [1, 2],
  ragged: () => [[1], [2, 3]],
  "no cells": () => [],
  nothing: () => undefined,
  "not a number": () => NaN,
  "an object": () => ({}),
  "an error among values": () => [[1], [valueError("second is wrong")]],
  "a formatted number": () => amount(1234),
  "a refusal": () => {
    throw valueError("words of the function");
  },
  "no answer": () => {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "nothing to find");
  },
  "a fault": () => {
    throw new TypeError("x is not a function");
  },
};

const functions: readonly CustomFunction[] = [
  {
    id: "GIVEN",
    description: "",
    parameters: [value("one"), range("many", true), value("last", true)],
    call: (...given) => JSON.stringify(given),
  },
  {
    id: "LISTED",
    description: "",
    parameters: [value("first"), { ...range("rest"), repeating: true }],
    call: (...given) => JSON.stringify(given),
  },
  {
    id: "ANSWER",
    description: "",
    parameters: [value("which")],
    call: (which) => ANSWERS[which]?.() ?? ANSWERS.nothing?.(),
  },
  { id: "TWICE", description: "", parameters: [value("number")], call: (number) => number * 2 },
  { id: "ADDED", description: "", parameters: [value("a"), value("b")], call: (a, b) => a + b },
  { id: "PAIR", description: "", parameters: [value("number")], call: (number) => [[number, -number]] },
];

let workbook: HeadlessWorkbook;
beforeAll(async () => {
  workbook = await openHeadless({ functions });
  await workbook.set("A1", [
    [1, "text", true],
    ["", "=1/0", 4],
  ]);
});
afterAll(() => workbook.dispose());

const evaluated = async (formula: string) => (await workbook.evaluate([formula]))[0];

describe("a function receives", () => {
  const error = (code: string) => ({ type: "Error", basicValue: code });

  test.each([
    ["omitted arguments as null", "GIVEN(1)", [1, null, null]],
    ["arguments skipped between commas as null", "GIVEN(1,,3)", [1, null, 3]],
    ["an argument left empty at the end as null", "GIVEN(1,)", [1, null, null]],
    ["a blank cell given for a single value as null", "GIVEN(A2)", [null, null, null]],
    ["a cell given for a single value as its value", "GIVEN(B1,,C1)", ["text", null, true]],
    ["a single value given for a range as one cell", "GIVEN(1,2)", [1, [[2]], null]],
    ["a cell given for a range as one cell", "GIVEN(1,B1)", [1, [["text"]], null]],
    [
      "the cells of a range, a blank as empty text, an error by name",
      "GIVEN(1,A1:C2)",
      [
        1,
        [
          [1, "text", true],
          ["", error("#DIV/0!"), 4],
        ],
        null,
      ],
    ],
    [
      "an array constant",
      'GIVEN(1,{1,"a";TRUE,#N/A})',
      [
        1,
        [
          [1, "a"],
          [true, error("#N/A")],
        ],
        null,
      ],
    ],
    [
      "the answer of another function as a range",
      'GIVEN(1,ANSWER("block"))',
      [
        1,
        [
          [1, "two"],
          [true, ""],
        ],
        null,
      ],
    ],
    [
      "a range beyond what has been written",
      "GIVEN(1,C2:D3)",
      [
        1,
        [
          [4, ""],
          ["", ""],
        ],
        null,
      ],
    ],
    ["what is repeated as one list", "LISTED(1,2,A1:A2)", [1, [[[2]], [[1], [""]]]]],
    ["an empty list where nothing is repeated", "LISTED(1)", [1, []]],
  ])("%s", async (_case, formula, received) => {
    const evaluation = await evaluated(formula);
    expect(evaluation).toHaveProperty("value");
    expect(JSON.parse((evaluation as { value: string }).value)).toEqual(received);
  });
});

describe("a formula shows", () => {
  test.each([
    ["a row", 'ANSWER("row")', [[1, 2, 3]]],
    [
      "a block of numbers, text and truth values",
      'ANSWER("block")',
      [
        [1, "two"],
        [true, ""],
      ],
    ],
    ["a list as a column", 'ANSWER("list")', [[1], [2]]],
    [
      "a ragged answer filled with blanks",
      'ANSWER("ragged")',
      [
        [1, ""],
        [2, 3],
      ],
    ],
    ["one cell as its value", 'ANSWER("one cell")', 7],
    ["nothing as a blank", 'ANSWER("nothing")', ""],
    ["a formatted number as its number", 'ANSWER("a formatted number")', 1234],
    ["one cell within IF", 'IF(ANSWER("one cell")>5,"more","less")', "more"],
    ["one cell within arithmetic", '10-ANSWER("one cell")', 3],
    ["one cell within text", '"n = "&ANSWER("one cell")', "n = 7"],
    ["the sum of a row", 'SUM(ANSWER("row"))', 6],
    ["a row times a number", 'ANSWER("row")*2', [[2, 4, 6]]],
    ["an element", 'INDEX(ANSWER("block"),1,2)', "two"],
    ["a formatted number within arithmetic", 'ANSWER("a formatted number")+1', 1235],
    ["what IFERROR puts for a refusal", 'IFERROR(ANSWER("a refusal"),0)', 0],
    ["the function within LET", "LET(x,4,TWICE(x))", 8],
    ["the function within LAMBDA", "LAMBDA(x,TWICE(x))(4)", 8],
    ["the function within MAP", "MAP({1;2},LAMBDA(x,TWICE(x)))", [[2], [4]]],
    ["the function by a name in small letters", "twice(3)", 6],
  ])("%s", async (_case, formula, shown) => {
    expect(await evaluated(formula)).toMatchObject({ value: shown });
  });

  test("the formats that come with an answer", async () => {
    expect(await evaluated('GIVEN(1)&""')).not.toHaveProperty("formats");
    expect(await evaluated('CHOOSE({1,2},ANSWER("a formatted number"),5)')).toMatchObject({ formats: [["#,##0", ""]] });
  });
});

describe("a range where one value is asked for is answered cell by cell", () => {
  test.each([
    ["a column", "TWICE({1;2;3})", [[2], [4], [6]]],
    [
      "a block",
      "TWICE({1,2;3,4})",
      [
        [2, 4],
        [6, 8],
      ],
    ],
    ["a value along a column", "ADDED({1;2},10)", [[11], [12]]],
    [
      "a column against a row",
      "ADDED({1;2},{10,20})",
      [
        [11, 21],
        [12, 22],
      ],
    ],
    ["the first of what a cell answers", "PAIR({1;2})", [[1], [2]]],
  ])("%s", async (_case, formula, shown) => {
    expect(await evaluated(formula)).toMatchObject({ value: shown });
  });

  test("a cell in error spoils its own answer only", async () => {
    expect(await evaluated("TWICE({1;#N/A;3})")).toMatchObject({
      value: [[2], ["#N/A"], [6]],
      errors: [{ row: 2, column: 1 }],
    });
  });

  test("ranges of different sizes leave what does not pair without an answer", async () => {
    expect(await evaluated("ADDED({1;2;3},{1;2})")).toMatchObject({ value: [[2], [4], ["#N/A"]] });
  });
});

describe("an error", () => {
  test.each([
    ["that the function refuses with", 'ANSWER("a refusal")', "#VALUE!", "words of the function"],
    ["of another code", 'ANSWER("no answer")', "#N/A", "nothing to find"],
    ["that goes through arithmetic", '1+ANSWER("a refusal")*2', "#VALUE!", "words of the function"],
    ["that goes through a native function", 'SUM(ANSWER("a refusal"),1)', "#VALUE!", "words of the function"],
    ["among the values that are summed", 'SUM(ANSWER("an error among values"))', "#VALUE!", "second is wrong"],
    ["given for a single value", 'TWICE(ANSWER("no answer"))', "#N/A", "nothing to find"],
    ["of the engine given for a single value", "TWICE(1/0)", "#DIV/0!", "a number is divided by zero"],
    [
      "that is a fault in the function",
      'ANSWER("a fault")',
      "#VALUE!",
      "ANSWER failed: TypeError: x is not a function",
    ],
    [
      "for an answer that is no number",
      'ANSWER("not a number")',
      "#NUM!",
      "a number is out of the bounds of the function",
    ],
    [
      "for an answer that no cell can hold",
      'ANSWER("an object")',
      "#VALUE!",
      "the function answered what no cell can hold: object",
    ],
    ["for an answer without cells", 'ANSWER("no cells")', "#CALC!", "the function answered no cells"],
    ["for too few arguments", "ADDED(1)", "#VALUE!", "ADDED takes 2 arguments; received 1"],
    ["for too many arguments", "GIVEN(1,2,3,4)", "#VALUE!", "GIVEN takes 1 to 3 arguments; received 4"],
    ["for too few of a repeating parameter", "LISTED()", "#VALUE!", "LISTED takes 1 or more arguments; received 0"],
  ])("%s keeps its words", async (_case, formula, code, message) => {
    expect(await evaluated(formula)).toEqual({ formula, error: { code, message } });
  });

  test("in one cell of an answer stands beside the values", async () => {
    const formula = 'ANSWER("an error among values")';
    const errors = [{ row: 2, column: 1, code: "#VALUE!", message: "second is wrong" }];
    expect(await evaluated(formula)).toMatchObject({ formula, value: [[1], ["#VALUE!"]], errors });
  });
});
