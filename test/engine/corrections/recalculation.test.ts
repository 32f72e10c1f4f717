import "../../../src/engine/corrections/recalculation";
import { CELL_INVERTED_INDEX_CACHE as index } from "@univerjs/engine-formula";
import fc from "fast-check";
import { openHeadless } from "../../../src/engine/headless";

type Value = Parameters<typeof index.set>[3];

/** The engine's own index, as it is without ours. */
const original = () => new (index.constructor as new () => typeof index)();

/** Which rows hold which value, without the values that no row holds any more. */
const contents = (of: typeof index) =>
  new Map([...(of.getCellValuePositions("unit", "sheet", 0) ?? [])].filter(([, rows]) => rows.size > 0));

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.constantFrom("", null, undefined, "A", "a", "1", "1.0", "-0", -0, 0.5, true, false, "#N/A"),
);

describe("the index of calculated values", () => {
  afterEach(() => index.clear());

  test("holds what the engine's own would hold, whatever is calculated in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), anyValue)), (calculated) => {
        index.clear();
        const expected = original();
        for (const [row, value] of calculated) {
          index.set("unit", "sheet", 0, value, row, true);
          expected.set("unit", "sheet", 0, value, row, true);
        }
        expect(contents(index)).toEqual(contents(expected));
      }),
    );
  });

  test("takes a row out of its old value also when that came from reading the cells", () => {
    index.set("unit", "sheet", 0, 5, 1);
    index.set("unit", "sheet", 0, 5, 2);
    index.set("unit", "sheet", 0, 7, 1, true);

    expect(contents(index)).toEqual(
      new Map([
        [5, new Set([2])],
        [7, new Set([1])],
      ]),
    );
  });

  test("leaves cells alone that a lookup has read already, until they are calculated again", () => {
    index.set("unit", "sheet", 0, 5, 1);
    index.setContinueBuildingCache("unit", "sheet", 0, 0, 9);
    index.set("unit", "sheet", 0, 6, 1);

    expect(contents(index)).toEqual(new Map([[5, new Set([1])]]));
  });
});

test("lookups over calculated columns are right after each recalculation", async () => {
  const workbook = await openHeadless();
  await workbook.set("A1", [[1], [2], [3], [3]]);
  await workbook.set("B1", [["=A1*10"], ["=A2*10"], ["=A3*10"], ["=A4*10"]]);
  await workbook.set("C1", [["=MATCH(30,B1:B4,0)", "=COUNTIF(B1:B4,30)", '=XLOOKUP(20,B1:B4,A1:A4,"none")']]);
  expect(workbook.read("C1:E1")).toEqual([[3, 2, 2]]);

  await workbook.set("A1", [[3], [3]]);
  expect(workbook.read("C1:E1")).toEqual([[1, 4, "none"]]);

  await workbook.set("A2", [[2], [9]]);
  expect(workbook.read("C1:E1")).toEqual([[1, 2, 2]]);
  workbook.dispose();
});
