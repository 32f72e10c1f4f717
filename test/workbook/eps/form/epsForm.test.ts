import "../../../../src/engine/customFunctionsRuntime";
import {
  checkedEps,
  newEpsForm,
  openEpsForm,
  periodOf,
  saveEpsForm,
  withClass,
  withFigure,
  type EpsForm,
} from "../../../../src/workbook/eps/form/epsForm";
import { insertEpsSheet } from "../../../../src/workbook/eps/insertEpsSheet";
import { MemoryBook } from "../../../support/memoryBook";

/** HemaCare Corporation, Form 10-Q for September 30, 2002, Exhibit 11: the quarter, and the one a year before. */
const LOSS: readonly (readonly [header: string, entry: string])[] = [
  ["Period end", "2002-09-30"],
  ["Net income", "(462,000)"],
  ["Weighted shares", "7,737,946"],
];

const filled = (entries: readonly (readonly [string, string])[], form = newEpsForm()): EpsForm =>
  entries.reduce((so, [header, entry]) => withFigure(so, header, entry), form);
const perShare = (form: EpsForm) =>
  checkedEps(form)
    .exhibit.filter(([label]) => /^(Basic|Diluted).*per share$/.test(String(label)))
    .map(([, figure]) => figure);

test("a new table is missing what every period needs, and no more", () => {
  expect(checkedEps(newEpsForm())).toEqual({
    problems: {},
    missing: ["Period end", "Net income", "Weighted shares"],
    exhibit: [],
  });
});

test("a loss in parentheses is a loss, and nothing dilutes it", () => {
  expect(perShare(filled([...LOSS, ["Stock options", "834,762"]]))).toEqual([-0.06, -0.06]);
});

test("a convertible brings its add-back with it", () => {
  const form = withClass(
    filled([
      ["Period end", "2025-12-31"],
      ["Net income", "10,000,000"],
      ["Weighted shares", "2,000,000"],
    ]),
    "Convertible notes",
  );
  expect(form.fields.map(({ header }) => header).slice(-2)).toEqual([
    "Convertible notes",
    "Convertible notes add-back",
  ]);
  const converted = filled(
    [
      ["Convertible notes", "2,000,000"],
      ["Convertible notes add-back", "3,000,000"],
    ],
    form,
  );

  // IAS 33, Example 9, without the preferred dividends and the options: 10,000,000 + 3,000,000 over 4,000,000.
  expect(perShare(converted)).toEqual([5, 3.25]);
  expect(withClass(form, "Convertible notes").fields).toEqual(form.fields);
});

test.each([
  ["Net income", "a lot", /^must be a figure, such as 377,000 or \(462,000\)$/],
  ["Net income", "(5", /^must be a figure/],
  ["Weighted shares", "7.737.946", /^must be a figure/],
  ["Weighted shares", "0", /^must be more than zero$/],
  ["Period end", "soon", /^must be a date$/],
])("refuses %s %j at its field", (header, entry, rule) => {
  expect(checkedEps(filled([...LOSS, [header, entry]])).problems).toEqual({ [header]: expect.stringMatching(rule) });
});

describe("in a workbook", () => {
  let book: MemoryBook;
  beforeEach(async () => {
    book = new MemoryBook();
    await insertEpsSheet(book, { periods: [periodOf(filled(LOSS))] });
    book.select("EPS periods!A2");
  });

  test("it is a period table with its exhibit, from which it is read back as it was typed", async () => {
    expect(["A1", "A2", "B2", "C2"].map((cell) => book.holds(`EPS periods!${cell}`))).toEqual([
      "Period end",
      37_529,
      3,
      -462_000,
    ]);
    const form = await openEpsForm(book);
    for (const [header, entry] of LOSS)
      expect(form.fields.find((field) => field.header === header)).toMatchObject({ header, entry });
    expect(perShare(form)).toEqual([-0.06, -0.06]);
  });

  test("what is changed is written into its cell, and nothing else", async () => {
    const before = book.picture();
    const { said, places } = await saveEpsForm(book, withFigure(await openEpsForm(book), "Net income", "377,000"));

    expect(said).toMatch(/^Changed 1 figure of the period\./);
    expect(places.map(({ words }) => words)).toEqual(["C2: Net income"]);
    expect(book.holds("EPS periods!C2")).toBe(377_000);
    book.type("EPS periods!C2", -462_000);
    expect(book.picture()).toEqual(before);
  });

  test("what was changed on the sheet meanwhile is not overwritten", async () => {
    const form = withFigure(await openEpsForm(book), "Net income", "377,000");
    book.type("EPS periods!C2", 5);

    await expect(saveEpsForm(book, form)).rejects.toThrow(/^C2 was changed on the sheet while the form was open/);
    expect(book.holds("EPS periods!C2")).toBe(5);
  });
});

test("a workbook without a period table has none to edit", async () => {
  await expect(openEpsForm(new MemoryBook())).rejects.toThrow(/has no period table yet/);
});
