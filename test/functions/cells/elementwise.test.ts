import "../../support/customFunctions";
import { CalculationError } from "../../../src/core/errors";
import { optional, readWhole } from "../../../src/core/given";
import type { Range } from "../../../src/functions/cells/arguments";
import { elementwise } from "../../../src/functions/cells/elementwise";

/** a less b, both whole. */
const less = (a: Range, b: Range) =>
  elementwise({ a: [a, readWhole], b: [b, optional(readWhole, 0)] }, (row) => row.a - row.b, "figures");

const messages = (answers: unknown[][]) =>
  answers.map((row) => row.map((cell) => (cell as { message?: string }).message ?? cell));

describe("elementwise", () => {
  test.each([
    ["two cells", [[5]], [[3]], [[2]]],
    ["a column and a cell", [[5], [6]], [[3]], [[2], [3]]],
    ["a row and a cell", [[5, 6]], [[3]], [[2, 3]]],
    [
      "a column and a row make a block",
      [[5], [6]],
      [[3, 1]],
      [
        [2, 4],
        [3, 5],
      ],
    ],
    [
      "two blocks",
      [
        [5, 6],
        [7, 8],
      ],
      [
        [1, 2],
        [3, 4],
      ],
      [
        [4, 4],
        [4, 4],
      ],
    ],
    ["a row of blanks", [[5], [""], [null], [7]], [[3]], [[2], [""], [""], [4]]],
  ])("%s", (_shapes, a, b, expected) => expect(less(a, b)).toEqual(expected));

  test("a cell in error spoils its own answer only, and says where it stands", () => {
    expect(messages(less([[5], ["x"], [7]], [[3]]))).toEqual([[2], ['a row 2 must be a number; received "x"'], [4]]);
    expect(messages(less([[5, 0.5]], [[3]]))).toEqual([[2, "a column 2 must be a whole number; received 0.5"]]);
    expect(messages(less([[5], [6]], [[3, "y"]]))).toEqual([
      [2, 'b column 2 must be a number; received "y"'],
      [3, 'b column 2 must be a number; received "y"'],
    ]);
    expect(
      messages(
        less(
          [
            [1, 2],
            [3, true],
          ],
          [[1]],
        ),
      ),
    ).toEqual([
      [0, 1],
      [2, "a row 2, column 2 must be a number; received true"],
    ]);
  });

  test("the one cell given in error is an error of the call", () => {
    expect(() => less([["x"]], [[3]])).toThrow('a must be a number; received "x"');
  });

  test("an error about something else keeps its words", () => {
    const fail = () => {
      throw new CalculationError("not-available", "rates row 9", "must be known", "x");
    };
    expect(messages(elementwise({ a: [[[1], [2]], readWhole] }, fail))).toEqual([
      ['rates row 9 must be known; received "x"'],
      ['rates row 9 must be known; received "x"'],
    ]);
  });

  test("ranges that do not fit together are refused", () => {
    expect(() => less([[1], [2], [3]], [[1], [2]])).toThrow(
      "b must be one cell or as large as the other ranges (3 rows); received 2 rows",
    );
    expect(() => less([[1, 2]], [[1, 2, 3]])).toThrow("a must be one cell or as large as the other ranges (3 columns)");
  });

  test("a fault of the program is never dressed up as the user's", () => {
    const fail = () => {
      throw new TypeError("fault");
    };
    expect(() => elementwise({ a: [[[1], [2]], readWhole] }, fail)).toThrow(TypeError);
  });
});
