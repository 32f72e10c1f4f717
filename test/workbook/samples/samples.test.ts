import { actions } from "../../../src/workbook/actions";
import type { CellContent } from "../../../src/workbook/book/book";
import { insertSample } from "../../../src/workbook/samples/sampleSheets";
import { SAMPLES } from "../../../src/workbook/samples/samples";
import { openHeadlessBook } from "../../support/headlessBook";

let { book, dispose } = openHeadlessBook();
beforeEach(() => ({ book, dispose } = openHeadlessBook()));
afterEach(() => dispose());

const sheets = async () => (await book.look({ everySheet: true })).sheets;
const everyValue = async () =>
  Object.entries(await sheets()).flatMap(([sheet, { values }]) =>
    values.flatMap((row, y) =>
      row.map((value, x): [string, CellContent] => [`${sheet} row ${y + 1} column ${x + 1}`, value]),
    ),
  );

describe.each(SAMPLES.map((sample) => [sample.title, sample] as const))("%s", (_title, sample) => {
  beforeEach(async () => {
    await insertSample(book, { id: sample.id });
    await actions.recalculateAll(book, {});
  });

  test("shows no error in any cell", async () => {
    expect((await everyValue()).filter(([, value]) => /^#[A-Z]/.test(String(value)))).toEqual([]);
  });

  test("comes to the figures of its sources", async () => {
    const { places } = await insertSample(book, { id: sample.id });
    await actions.recalculateAll(book, {});
    const shown = places[0]?.area;
    const { areas } = await book.look({ areas: shown ? [shown] : [] });
    const rows = areas[0]?.values.slice(1) ?? [];

    expect(rows.map(([label, , known, ties, source]) => ({ label, known, ties, source }))).toEqual(
      sample.figures.map(({ label, known, source }) => ({ label, known, ties: "✓", source })),
    );
    for (const [index, { known, unit }] of sample.figures.entries()) {
      expect(Math.abs(Number(rows[index]?.[1]) - known)).toBeLessThanOrEqual(unit / 2 + 1e-9);
    }
  });

  test("may be inserted beside itself", async () => {
    const before = Object.keys(await sheets());
    await insertSample(book, { id: sample.id });

    expect(Object.keys(await sheets()).length).toBeGreaterThan(before.length);
  });
});

test("no two samples share an id, and each is about something of its own", () => {
  expect(new Set(SAMPLES.map(({ id }) => id)).size).toBe(SAMPLES.length);
  expect(new Set(SAMPLES.map(({ title }) => title)).size).toBe(SAMPLES.length);
});
