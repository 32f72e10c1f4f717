import fc from "fast-check";
import type { CustomFunction } from "../../../src/functions/catalogue";
import { openHeadless, type HeadlessWorkbook } from "../../../src/engine/headless";

const functions: readonly CustomFunction[] = [
  {
    id: "GIVEN",
    description: "",
    parameters: [{ name: "cells", description: "", type: "any", dimensionality: "matrix" }],
    call: (cells) => JSON.stringify(cells),
  },
];

let workbook: HeadlessWorkbook;
beforeAll(async () => {
  workbook = await openHeadless({ functions });
});
afterAll(() => workbook.dispose());

const valueOf = async (formula: string) => ((await workbook.evaluate([formula]))[0] as { value: unknown }).value;
const given = async (constant: string) => JSON.parse(String(await valueOf(`GIVEN(${constant})`)));

describe("a constant is what it says", () => {
  test.each([
    ["1.50", [[1.5]]],
    [".5", [[0.5]]],
    ["-.5", [[-0.5]]],
    ["+5", [[5]]],
    ["5.", [[5]]],
    ["1E3", [[1000]]],
    ["4.5%", [[0.045]]],
    ["123456789012345678", [[123456789012345680]]],
    ["TRUE", [[true]]],
    ['"1.50"', [["1.50"]]],
    ['"$5"', [["$5"]]],
    ['"2000-09-12"', [["2000-09-12"]]],
    ['"{1,2}"', [["{1,2}"]]],
    ['""', [[""]]],
    [
      "{1.50,.5;-1,2E2}",
      [
        [1.5, 0.5],
        [-1, 200],
      ],
    ],
    ['{ "a" , 1 }', [["a", 1]]],
    ['{"Options, 1996";"Stock; common"}', [["Options, 1996"], ["Stock; common"]]],
    ['{"$5","2000-09-12","1/2"}', [["$5", "2000-09-12", "1/2"]]],
    ['{"say ""a, b""","{1}"}', [['say "a, b"', "{1}"]]],
    ['{TRUE,FALSE,"TRUE",""}', [[true, false, "TRUE", ""]]],
    ['{#N/A,"#N/A"}', [[{ type: "Error", basicValue: "#N/A" }, "#N/A"]]],
  ])("%s", async (constant, cells) => {
    expect(await given(constant)).toEqual(cells);
  });

  test("for the engine's own functions too", async () => {
    expect(await valueOf('=INDEX({"x,y","z"},1,2)&LEN(1.50)')).toBe("z3");
    expect(await valueOf("=-.5")).toBe(-0.5);
    expect(await valueOf('=SUM({1.5,"2",.5})')).toBe(2);
    expect(await valueOf('=YEAR("2000-09-12")')).toBe(2000);
    expect(await workbook.evaluate(["=1E400"])).toMatchObject([{ error: { code: "#NUM!" } }]);
  });

  test.each([
    ["=-{1,2}", [[-1, -2]]],
    ["=SUM(-{1,2})", -3],
    ["=SUMPRODUCT(--{TRUE,FALSE},{1,2})", 1],
    ["=1+{1,2}", [[2, 3]]],
    ["=2*{1;2}-{1;1}", [[1], [3]]],
    ["=10%-{1}", -0.9],
    ["=IF(1>{0,2},1,0)", [[1, 0]]],
    ["=SUM(1,2*{3,4})", 15],
    ['=-"5"', -5],
    ['=5--"3"', 8],
    ["=--TRUE", 1],
    ["=-TRUE+1", 0],
    ["=- 5", -5],
    ["=-2^2", 4],
    ['=-"five"', "#VALUE!"],
  ])("with a sign, or after an operator: %s", async (formula, expected) => {
    const [evaluation] = await workbook.evaluate([formula]);
    expect(evaluation).toMatchObject(expected === "#VALUE!" ? { error: { code: expected } } : { value: expected });
  });

  test("whatever numbers and words an array holds", async () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const words = fc
      .string({ unit: fc.constantFrom("a", " b", ",", ";", "{", "}", "(", ")", "'", "=", "1") })
      .map((text) => `w${text}.`);
    const rows = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.oneof(number, words), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const constant = cells
          .map((row) => row.map((cell) => (typeof cell === "number" ? cell : `"${cell}"`)).join(","))
          .join(";");
        expect(await given(`{${constant}}`)).toEqual(cells);
      }),
    );
  });
});
