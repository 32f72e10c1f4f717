import type { CustomFunction } from "../../src/functions/catalogue";
import { openHeadless, type HeadlessWorkbook } from "../../src/engine/headless";

const functions: readonly CustomFunction[] = [
  {
    id: "POSITIVE",
    description: "",
    parameters: [{ name: "number", description: "", type: "any", dimensionality: "matrix" }],
    call: (range: unknown[][]) =>
      range.map((row) =>
        row.map((cell) =>
          Number(cell) > 0
            ? cell
            : new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, `${cell} is not positive`),
        ),
      ),
  },
];

let workbook: HeadlessWorkbook;
beforeEach(async () => {
  workbook = await openHeadless({ functions });
});
afterEach(() => workbook.dispose());

const source = (row: number, column: number) => ({ unitId: "workbook", sheetId: "sheet", row, column });

describe("the words of an error in a cell", () => {
  test("are those of the function, in each cell of a spill", async () => {
    await workbook.set("A1", [[1], [-2], [-3]]);
    await workbook.set("C1", [["=POSITIVE(A1:A3)"]]);

    expect(workbook.read("C1:C4")).toEqual([
      [1],
      [{ code: "#VALUE!", message: "-2 is not positive" }],
      [{ code: "#VALUE!", message: "-3 is not positive" }],
      [""],
    ]);
  });

  test("come through references and native functions, with the cell that they arose in", async () => {
    await workbook.set("A1", [["=POSITIVE(-1)", "=A1+1", "=SUM(B1:B9)", "=Sheet1!C1*2"]]);

    const words = { code: "#VALUE!", message: "-1 is not positive" };
    expect(workbook.read("A1:D1")).toEqual([
      [
        words,
        { ...words, source: source(0, 0) },
        { ...words, source: source(0, 0) },
        { ...words, source: source(0, 0) },
      ],
    ]);
  });

  test("follow the formula when it changes", async () => {
    await workbook.set("A1", [["=POSITIVE(-1)"]]);
    await workbook.set("A1", [["=POSITIVE(-4)"]]);
    expect(workbook.read("A1")).toEqual([[{ code: "#VALUE!", message: "-4 is not positive" }]]);

    await workbook.set("A1", [['="a"+1']]);
    expect(workbook.read("A1")).toEqual([
      [expect.objectContaining({ message: "a value is of the wrong kind for its place in the formula" })],
    ]);

    await workbook.set("A1", [["=POSITIVE(4)"]]);
    expect(workbook.read("A1")).toEqual([[4]]);
  });

  test("are not mixed up with an error of another kind in the same formula's cells", async () => {
    await workbook.set("A1", [["=POSITIVE(-1)", "=1/0", "=IFERROR(A1,0)/B1"]]);
    expect(workbook.read("C1")).toEqual([
      [{ code: "#DIV/0!", message: "a number is divided by zero", source: source(0, 1) }],
    ]);
  });

  test("say what blocks a spill", async () => {
    await workbook.set("A1", [["=POSITIVE({1;2})"], ["taken"]]);
    expect(workbook.read("A1:A2")).toEqual([
      [{ code: "#SPILL!", message: "there are cells in the way of the rows that the formula answers" }],
      ["taken"],
    ]);
  });

  test("of a formula are those of the cells it refers to", async () => {
    await workbook.set("A1", [["=POSITIVE(-1)"]]);
    expect(await workbook.evaluate(["=A1*2"])).toEqual([
      { formula: "=A1*2", error: { code: "#VALUE!", message: "-1 is not positive" } },
    ]);
  });

  test.each([
    ["=POSITVE(1)", "#NAME?", "there is no function POSITVE; did you mean POSITIVE?"],
    ["=SUMM(1)", "#NAME?", "there is no function SUMM; did you mean SUM?"],
    ["=QQQQQQQQ(1)", "#NAME?", "there is no function QQQQQQQQ"],
    ["=Shet1!A1", "#VALUE!", 'there is no sheet "Shet1"; did you mean Sheet1?'],
    ["='Loan 2'!A1", "#VALUE!", 'there is no sheet "Loan 2"'],
    ["=SQRT(-1)", "#NUM!", "a number is out of the bounds of the function"],
    ["=MATCH(1,{2},0)", "#N/A", "no value is available, or a function has too few or too many arguments"],
  ])("%s says what is wrong where the engine has no words", async (formula, code, message) => {
    expect(await workbook.evaluate([formula])).toEqual([{ formula, error: { code, message } }]);
  });

  test.each([
    ["=SUM(", 'a "(" is not closed'],
    ["=SUM(1))", 'there is a ")" too many'],
    ["={1,2", 'a "{" is not closed'],
    ["=(1}", 'there is a "}" too many'],
    ['="abc', 'a quotation mark (") is not closed'],
    ['="a)"&(', 'a "(" is not closed'],
    ["='Loan 2!A1", "a quotation mark (') is not closed"],
    ["=1+", "check its commas, operators and names"],
    ["=", "it is empty"],
    ["", "it is empty"],
  ])("%s says why it cannot be read", async (formula, fault) => {
    expect(await workbook.evaluate([formula])).toEqual([
      { formula, error: { code: "#VALUE!", message: `the formula cannot be read: ${fault}` } },
    ]);
  });
});
