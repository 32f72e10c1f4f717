import "../../../src/engine/customFunctionsRuntime";
import fc from "fast-check";
import { apply } from "../../../src/workbook/book/apply";
import type { Edit } from "../../../src/workbook/book/book";
import { MemoryBook } from "../../support/memoryBook";

function workbook(): MemoryBook {
  const book = new MemoryBook();
  book.addSheet(
    "Mine",
    Array.from({ length: 12 }, (_row, y) => [`row ${y}`, y, y === 3 ? "=B2+B3" : "", y * y]),
  );
  book.addSheet("Table", [
    ["Key", "Value"],
    ["a", 1],
    ["b", 2],
  ]);
  book.make({ do: "addTable", table: "T", area: { sheet: "Table", row: 0, column: 0, rows: 3, columns: 2 } });
  book.make({
    do: "format",
    area: { sheet: "Mine", row: 2, column: 0, rows: 3, columns: 2 },
    format: { bold: true, bottom: "double", fill: "#C6EFCE" },
  });
  book.note("Mine!A12", "a note"); // below the rows that may go: a note on a line that goes, goes with it
  book.settings.set("mine", { kept: true });
  return book;
}

const row = fc.nat(9);
const shaping: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    do: fc.constant("insertRows" as const),
    sheet: fc.constant("Mine"),
    row,
    count: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    do: fc.constant("deleteRows" as const),
    sheet: fc.constant("Mine"),
    row: fc.integer({ min: 1, max: 4 }),
    count: fc.constant(1),
  }),
  fc.record({
    do: fc.constant("addTableRows" as const),
    table: fc.constant("T"),
    contents: fc.array(fc.tuple(fc.string(), fc.integer()), { minLength: 1, maxLength: 3 }),
  }),
);
const content: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(row, fc.nat(3), fc.integer()).map(([y, x, value]): Edit => ({
    do: "write",
    area: { sheet: "Mine", row: y, column: x, rows: 1, columns: 1 },
    contents: [[value]],
  })),
  fc.tuple(row, fc.nat(3)).map(([y, x]): Edit => ({
    do: "format",
    area: { sheet: "Mine", row: y, column: x, rows: 1, columns: 1 },
    format: { bold: false, fill: "#FF0000", bottom: "single" },
  })),
  fc.constantFrom<Edit>({ do: "setting", key: "mine", value: 5 }, { do: "setting", key: "yours", value: "new" }),
);
/** As actions plan: what changes the shape first, one new sheet at most, then what is in it. */
const plans = fc
  .tuple(fc.array(shaping, { maxLength: 4 }), fc.boolean(), fc.array(content, { minLength: 1, maxLength: 5 }))
  .map(([shape, adds, contents]): Edit[] => [
    ...shape,
    ...(adds ? [{ do: "addSheet", sheet: "New" } as const] : []),
    ...contents,
  ]);

test("a list of edits that fails anywhere, also between an edit and its note, leaves everything as it was", async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(20), async (edits, failing) => {
      const book = workbook();
      const before = book.picture();
      let failed = false;
      book.beforeEdit = (_edit, index) => {
        if (failed || index !== failing) return;
        failed = true;
        throw new Error("The connection was lost");
      };
      const outcome = await apply(book, edits).then(
        () => "done",
        (error: Error) => error.message,
      );
      expect(outcome).toBe(
        failed ? "The workbook could not be changed: The connection was lost. Everything is as it was." : "done",
      );
      if (failed) expect(book.picture()).toEqual(before);
    }),
  );
});

test("what was applied can be taken back, whole", async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (edits) => {
      const book = workbook();
      const before = book.picture();
      const takeBack = await apply(book, edits);
      await takeBack();
      expect(book.picture()).toEqual(before);
    }),
  );
});

test("an empty list asks nothing of the host", async () => {
  const book = workbook();
  await apply(book, []);
  expect([book.looks, book.performed]).toEqual([0, []]);
});
