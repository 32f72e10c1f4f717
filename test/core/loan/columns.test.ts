import { dateAt } from "../../../src/core/calendar/dateSeries";
import { amountAt, byteAt, partOf } from "../../../src/core/loan/columns";

test.each([
  ["before its first", -1],
  ["after its last", 3],
  ["that is no place", NaN],
])("a place of a column %s throws, and reads as nothing", (_case, place) => {
  const words = `there is no element ${place} of 3`;
  expect(() => dateAt(Int32Array.of(1, 2, 3), place)).toThrow(new RangeError(words));
  expect(() => amountAt(Float64Array.of(1, 2, 3), place)).toThrow(new RangeError(words));
  expect(() => byteAt(Uint8Array.of(1, 2, 3), place)).toThrow(new RangeError(words));
});

test("a part of a column is what subarray gives", () => {
  const column = Float64Array.of(1, 2, 3, 4, 5).subarray(1);
  expect(partOf(column, 1, 2)).toEqual(column.subarray(1, 3));
});
