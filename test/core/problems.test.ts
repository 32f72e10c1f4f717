import { CalculationError } from "../../src/core/errors";
import { allOf, SeveralProblems } from "../../src/core/problems";

const refusing = (argument: string) => (): number => {
  throw new CalculationError("invalid-input", argument, "must be a number", "x");
};

test("readings without a fault are all given, in their order", () => {
  expect(allOf("rows", [() => 1, () => 2])).toEqual([1, 2]);
});

test("one fault is told as it is", () => {
  expect(() => allOf("rows", [() => 1, refusing("row 2")])).toThrow('row 2 must be a number; received "x"');
});

test("several are told together, and code and argument are those of the first", () => {
  const read = () => allOf("rows", [refusing("row 1"), () => 2, refusing("row 3")]);
  expect(read).toThrow(
    'rows has 2 faults: (1) row 1 must be a number; received "x"; (2) row 3 must be a number; received "x"',
  );
  expect(read).toThrow(expect.objectContaining({ code: "invalid-input", argument: "row 1" }));
});

test("of more than a cell has room for the rest are counted", () => {
  const read = () =>
    allOf(
      "rows",
      Array.from({ length: 20 }, (_row, index) => refusing(`row ${index + 1}`)),
    );
  expect(read).toThrow(/^rows has 20 faults: .*\(8\) row 8 .*; and 12 more$/);
});

test("the faults of one form within another are told with the others", () => {
  const inner = () => allOf("inner", [refusing("a"), refusing("b")]).length;
  expect(() => allOf("outer", [inner, refusing("c")])).toThrow(SeveralProblems);
  expect(() => allOf("outer", [inner, refusing("c")])).toThrow(/^outer has 3 faults/);
});

test("a fault of ours is not taken for one of the form", () => {
  const fault = () => {
    throw new RangeError("there is no element 3 of 2");
  };
  expect(() => allOf("rows", [refusing("row 1"), fault])).toThrow(RangeError);
});
