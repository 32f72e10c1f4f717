import { openHeadless, type HeadlessWorkbook } from "../../src/engine/headless";

let workbook: HeadlessWorkbook;
beforeEach(async () => {
  workbook = await openHeadless();
});
afterEach(() => workbook.dispose());

test("evaluates our functions beside the engine's", async () => {
  const formulas = ["=BASICEPS(5,1000,,3)", "BASICEPS(5,1000)", " =BASICEPS({-5;5},1000) ", "=SUM({1,2;3,4})"];
  expect(await workbook.evaluate(formulas)).toMatchObject([
    { formula: "=BASICEPS(5,1000,,3)", value: 0.005 },
    { formula: "BASICEPS(5,1000)", value: 0.01 },
    { formula: " =BASICEPS({-5;5},1000) ", value: [[-0.01], [0.01]] },
    { formula: "=SUM({1,2;3,4})", value: 10 },
  ]);
});

test("reads what was written, and what formulas make of it", async () => {
  await workbook.set("B2", [
    [1.5, "text", true],
    [false, "007", "=B2*2"],
  ]);
  expect(workbook.read("A1:D3")).toEqual([
    ["", "", "", ""],
    ["", 1.5, "text", true],
    ["", false, "007", 3],
  ]);
});

test("recalculates what depends on a changed cell, spills included", async () => {
  await workbook.set("A1", [
    [100, 7],
    [200, 7],
  ]);
  await workbook.set("D1", [["=BASICEPS(A1:A2,B1:B2)", "=D2*10"]]);
  expect(workbook.read("D1:E2")).toEqual([
    [14.29, 285.7],
    [28.57, ""],
  ]);

  await workbook.set("A2", [[70]]);
  expect(workbook.read("D1:E2")).toEqual([
    [14.29, 100],
    [10, ""],
  ]);
});

test("takes rows of different lengths, and grows with what is written", async () => {
  await workbook.set("A1", [[1], [1, 2]]);
  await workbook.set("BA1500", [["far"]]);

  expect(workbook.read("A1:B2")).toEqual([
    [1, ""],
    [1, 2],
  ]);
  expect(workbook.read("BA1500")).toEqual([["far"]]);
});

test("gives the number format of a cell that has one", async () => {
  await workbook.set("A1", [[{ value: 36781, format: "yyyy-mm-dd" }, 36781]]);
  expect(await workbook.evaluate(["=A1:B1"])).toMatchObject([
    { value: [[36781, 36781]], formats: [["yyyy-mm-dd", ""]] },
  ]);
});

test("refuses formulas that refer to one another in a circle", async () => {
  await expect(workbook.set("A1", [["=B1+1", "=A1+1"]])).rejects.toThrow("formulas refer to one another in a circle");
  await expect(workbook.set("D1", [["=D1"]])).rejects.toThrow("formulas refer to one another in a circle");
});

describe("a formula that cannot be evaluated leaves the others calculated", () => {
  test.each([
    [
      "too many terms",
      `=1${"+1".repeat(30_000)}`,
      "the formula could not be evaluated: it is too long or nests too deep",
    ],
    [
      "too many levels",
      `=${"ABS(".repeat(1600)}1${")".repeat(1600)}`,
      "the formula could not be evaluated: it is too long or nests too deep",
    ],
    [
      "far too many levels",
      `=${"ABS(".repeat(30_000)}1${")".repeat(30_000)}`,
      "the formula cannot be read: it nests too deep",
    ],
  ])("%s", async (_case, formula, words) => {
    const error = { code: "#VALUE!", message: expect.stringContaining(words) };
    expect(await workbook.evaluate([formula, "=2*3"])).toMatchObject([{ error }, { value: 6 }]);

    await workbook.set("A1", [[formula, "=2*3"]]);
    expect(workbook.read("A1:B1")).toEqual([[error, 6]]);
  });

  test("the longest that a person would write is evaluated", async () => {
    expect(await workbook.evaluate([`=1${"+1".repeat(1000)}`])).toMatchObject([{ value: 1001 }]);
  });
});

test("several workbooks stay apart", async () => {
  const other = await openHeadless();
  await workbook.set("A1", [[1]]);
  await other.set("A1", [[2]]);

  expect([workbook.read("A1"), other.read("A1")]).toEqual([[[1]], [[2]]]);
  other.dispose();
  expect(await workbook.evaluate(["=A1"])).toMatchObject([{ value: 1 }]);
});
