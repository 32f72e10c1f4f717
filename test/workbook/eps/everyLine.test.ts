import "../../../src/engine/customFunctionsRuntime";
import { actions, type ImportedPeriod } from "../../../src/workbook/actions";
import { MemoryBook } from "../../support/memoryBook";
import { previewOf } from "../../support/periods";

const MARCH = 45_382; // March 31, 2024

const period: ImportedPeriod = {
  periodEnd: MARCH,
  months: 3,
  netIncome: 1_000,
  continuingIncome: 1_120,
  discontinuedIncome: -100,
  extraordinaryItem: -20,
  noncontrollingInterest: 100,
  preferredDividends: 30,
  deductions: { "Deemed dividends": 8 },
  participating: 40,
  participatingDiluted: 39,
  weightedShares: 400,
  securities: { Options: 10, "Founders' pool": 5, "Convertible notes": 50 },
  addBacks: { "Convertible notes": 12 },
  printed: {
    continuingIncome: 1_120,
    discontinuedIncome: -100,
    extraordinaryItem: -20,
    netIncome: 1_000,
    noncontrollingInterest: 100,
    attributableIncome: 900,
    preferredDividends: 30,
    "deduction:Deemed dividends": 8,
    participating: 40,
    participatingDiluted: 39,
    availableIncome: 822,
    basicEps: 2.06,
    basicContinuingEps: 2.36,
    basicDiscontinuedEps: -0.25,
    basicExtraordinaryEps: -0.05,
    "security:Founders' pool": 5,
    "addBack:Convertible notes": 12,
    dilutedShares: 465,
    dilutedNumerator: 835,
    dilutedEps: 1.8,
    cumulativeEffect: 0,
  },
};

test("every line of a filing has a line on the sheet, and ties out", async () => {
  const book = new MemoryBook();
  await actions.importPeriods(book, { preview: previewOf([period]) });
  const captions = Array.from({ length: 60 }, (_row, index) => String(book.shows(`EPS!B${index + 1}`)));
  expect(captions).toEqual(
    expect.arrayContaining([
      "Income from continuing operations",
      "Discontinued operations",
      "Extraordinary item",
      "Noncontrolling interest",
      "Net income attributable to the company",
      "Preferred dividends",
      "Deemed dividends",
      "Earnings allocated to participating securities",
      "Net income available to common stockholders",
      "Founders' pool",
      "Add back: Convertible notes",
    ]),
  );
  const { said, places } = await actions.tieOut(book, {});
  expect([said, ...places.map(({ words }) => words)]).toEqual([expect.stringMatching(/^All 21 figures tie out\./)]);
});

test("a line that a period of its own brings comes with the refresh, and goes with it", async () => {
  const book = new MemoryBook();
  const plain: ImportedPeriod = { ...period, deductions: {}, printed: {}, noncontrollingInterest: 0 };
  await actions.importPeriods(book, { preview: previewOf([plain]) });
  const has = (caption: string) =>
    Array.from({ length: 60 }, (_row, index) => book.shows(`EPS!B${index + 1}`)).includes(caption);
  expect(has("Deemed dividends")).toBe(false);
  await actions.importPeriods(book, { preview: previewOf([{ ...plain, deductions: { "Deemed dividends": 8 } }]) });
  await actions.refreshEps(book, {});
  expect(has("Deemed dividends")).toBe(true);
});

test("the years of an annual report stand side by side on the sheet, and roll forward to the first quarter", async () => {
  const year = (end: number, netIncome: number): ImportedPeriod => ({
    periodEnd: end,
    months: 12,
    netIncome,
    weightedShares: 14_000,
    securities: { Options: 100 },
    printed: {},
  });
  const book = new MemoryBook();
  const years = [35_430, 35_795, 36_160, 36_525, 36_891].map((end, index) => year(end, 20_000 + index));
  await actions.importPeriods(book, { preview: previewOf(years) });
  expect(["C", "D", "E", "F", "G"].map((letter) => book.shows(`EPS!${letter}8`))).toEqual([
    2000, 1999, 1998, 1997, 1996,
  ]);
  expect(["C", "G"].map((letter) => book.shows(`EPS!${letter}12`))).toEqual([1.43, 1.43]);
  await actions.rollForward(book, {});
  expect(
    ["C", "D", "E"].map((letter) => `${book.shows(`EPS!${letter}7`)} ${book.shows(`EPS!${letter}8`)}`.trim()),
  ).toEqual(["Three months ended March 31, 2001", "", ""]);
});
