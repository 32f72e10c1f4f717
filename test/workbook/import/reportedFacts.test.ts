import "../../../src/engine/customFunctionsRuntime";
import { isoDate } from "../../../src/core/calendar/civilDate";
import { actions, type ImportedPeriod } from "../../../src/workbook/actions";
import { dayOfSerial } from "../../../src/workbook/eps/serials";
import { readImport } from "../../../src/workbook/import/readImport";
import { MemoryBook } from "../../support/memoryBook";

type Published = readonly [start: string, end: string, value: number, form?: string, filed?: string];

const BASIC = "WeightedAverageNumberOfSharesOutstandingBasic";
const DILUTED = "WeightedAverageNumberOfDilutedSharesOutstanding";
const unitOf = (concept: string) => {
  if (/Shares(Outstanding|Attributable|$)|NumberOf/i.test(concept) && !/PerShare|PerBasic|PerDiluted/.test(concept))
    return "shares";
  return /EarningsPerShare|PerShare$/.test(concept) ? "USD/shares" : "USD";
};

/** A company-facts file; facts that name no form are those of a 10-Q filed a month after their end. */
function companyFacts(
  concepts: Record<string, readonly Published[] | Record<string, readonly Published[]>>,
  taxonomy = "us-gaap",
) {
  const published = ([start, end, val, form = "10-Q", filed = `${end}x`]: Published) => ({
    start,
    end,
    val,
    form,
    filed,
    accn: filed,
  });
  const units = (concept: string, facts: readonly Published[] | Record<string, readonly Published[]>) =>
    Array.isArray(facts)
      ? { [unitOf(concept)]: facts.map(published) }
      : Object.fromEntries(
          Object.entries(facts as Record<string, readonly Published[]>).map(([unit, some]) => [
            unit,
            some.map(published),
          ]),
        );
  const facts = Object.fromEntries(
    Object.entries(concepts).map(([concept, some]) => [concept, { units: units(concept, some) }]),
  );
  return JSON.stringify({ entityName: "Made Example Corporation", facts: { [taxonomy]: facts } });
}

const read = (text: string) => readImport(text).preview;
const period = (text: string, end: string, months: number): ImportedPeriod | undefined =>
  read(text).periods.find((one) => isoDate(dayOfSerial(one.periodEnd)) === end && one.months === months);

async function tiedOut(text: string) {
  const book = new MemoryBook();
  await actions.importPeriods(book, { preview: read(text) });
  const { said, places } = await actions.tieOut(book, {});
  return [said, ...places.map(({ words }) => words)];
}

const YEAR_2025 = ["2025-01-01", "2025-12-31"] as const;
const Q3_2015 = ["2015-07-01", "2015-09-30"] as const;

describe("facts of several filings", () => {
  test("a proxy statement does not restate a report", () => {
    const text = companyFacts({
      NetIncomeLoss: [
        [...YEAR_2025, 319_066_000, "10-K", "2026-02-20"],
        [...YEAR_2025, 319_065, "DEF 14A", "2026-04-10"],
      ],
      [BASIC]: [[...YEAR_2025, 100_000_000, "10-K", "2026-02-20"]],
    });
    expect(period(text, "2025-12-31", 12)).toMatchObject({ netIncome: 319_066_000 });
    expect(read(text).remarks[0]).toMatch("Facts of DEF 14A left out: only reports on periods");
  });

  test("an amendment does", () => {
    const text = companyFacts({
      NetIncomeLoss: [
        [...YEAR_2025, 310_000_000, "10-K", "2026-02-20"],
        [...YEAR_2025, 300_000_000, "10-K/A", "2026-05-10"],
      ],
      [BASIC]: [[...YEAR_2025, 100_000_000, "10-K", "2026-02-20"]],
    });
    expect(period(text, "2025-12-31", 12)).toMatchObject({ netIncome: 300_000_000 });
    expect(read(text).remarks).toContain(
      "NetIncomeLoss, 12 months to December 31, 2025: 310,000,000 was restated to 300,000,000 in the 10-K/A filed 2026-05-10.",
    );
  });

  test("one currency at a time: that of most periods, with its own per-share figures", () => {
    const [y2022, y2023] = [
      ["2022-01-01", "2022-12-31"],
      ["2023-01-01", "2023-12-31"],
    ] as const;
    const text = companyFacts({
      NetIncomeLoss: {
        CNY: [
          [...y2022, 700_000_000],
          [...y2023, 710_000_000],
        ],
        USD: [[...y2023, 100_000_000]],
      },
      [BASIC]: [
        [...y2022, 200_000_000],
        [...y2023, 200_000_000],
      ],
      EarningsPerShareBasic: {
        "CNY/shares": [
          [...y2022, 3.5],
          [...y2023, 3.55],
        ],
        "USD/shares": [[...y2023, 0.5]],
      },
    });
    expect(period(text, "2023-12-31", 12)).toMatchObject({ netIncome: 710_000_000, printed: { basicEps: 3.55 } });
    expect(period(text, "2022-12-31", 12)).toMatchObject({ netIncome: 700_000_000 });
    expect(read(text).remarks.join()).toMatch("All figures are in CNY; those in USD were left out");
  });

  test("shares that no later filing restates for a split are restated, and told", () => {
    const quarter = (year: number) => [`${year}-05-01`, `${year}-07-31`] as const;
    const text = companyFacts({
      NetIncomeLoss: [
        [...quarter(2022), 1_000_000_000, "10-Q", "2022-08-30"],
        [...quarter(2023), 6_000_000_000, "10-Q", "2023-08-30"],
        [...quarter(2024), 16_000_000_000, "10-Q", "2024-08-30"],
      ],
      [BASIC]: [
        [...quarter(2022), 2_500_000_000, "10-Q", "2022-08-30"],
        [...quarter(2023), 2_462_000_000, "10-Q", "2023-08-30"],
        [...quarter(2023), 24_620_000_000, "10-Q", "2024-08-30"],
        [...quarter(2024), 24_578_000_000, "10-Q", "2024-08-30"],
      ],
      EarningsPerShareBasic: [
        [...quarter(2022), 0.4, "10-Q", "2022-08-30"],
        [...quarter(2023), 0.24, "10-Q", "2024-08-30"],
        [...quarter(2024), 0.65, "10-Q", "2024-08-30"],
      ],
    });
    expect(read(text).periods.map(({ weightedShares }) => weightedShares)).toEqual([
      25_000_000_000, 24_620_000_000, 24_578_000_000,
    ]);
    expect(read(text).remarks.join()).toMatch(
      "Not restated for a split in any later filing, and restated here so that all shares are on one basis: 3 months to 2022-07-31 by 10-for-1.",
    );
  });

  test("shares that leap without a filing that restates any are told of", () => {
    const text = companyFacts({
      NetIncomeLoss: [
        ["2023-05-01", "2023-07-31", 6_000_000_000],
        ["2024-05-01", "2024-07-31", 16_000_000_000],
      ],
      [BASIC]: [
        ["2023-05-01", "2023-07-31", 2_462_000_000],
        ["2024-05-01", "2024-07-31", 24_578_000_000],
      ],
    });
    expect(read(text).remarks.join()).toMatch(/if that is a split, the periods before are not restated for it/);
  });
});

describe("what goes before and beside the common stock", () => {
  test("income available to common stockholders is not net income: the dividends are deducted once", () => {
    const year = ["2024-01-01", "2024-12-31"] as const;
    const text = companyFacts({
      NetIncomeLossAvailableToCommonStockholdersBasic: [[...year, 90_000_000]],
      PreferredStockDividendsIncomeStatementImpact: [[...year, 10_000_000]],
      [BASIC]: [[...year, 50_000_000]],
      EarningsPerShareBasic: [[...year, 1.8]],
    });
    expect(period(text, "2024-12-31", 12)).toMatchObject({ netIncome: 100_000_000, preferredDividends: 10_000_000 });
  });

  test("discontinued operations alone give the control number", () => {
    const text = companyFacts({
      NetIncomeLoss: [[...YEAR_2025, 92_000_000]],
      IncomeLossFromDiscontinuedOperationsNetOfTax: [[...YEAR_2025, 162_000_000]],
      [BASIC]: [[...YEAR_2025, 144_500_000]],
      [DILUTED]: [[...YEAR_2025, 144_500_000]],
      EarningsPerShareDiluted: [[...YEAR_2025, 0.64]],
    });
    expect(period(text, "2025-12-31", 12)).toMatchObject({ continuingIncome: -70_000_000 });
  });

  test("preferred dividends tie out, under words of the exhibit", async () => {
    const quarter = ["2019-01-01", "2019-03-31"] as const;
    const text = companyFacts({
      NetIncomeLoss: [[...quarter, 26_316_000]],
      PreferredStockDividendsIncomeStatementImpact: [[...quarter, 1_269_000]],
      [BASIC]: [[...quarter, 95_922_000]],
      [DILUTED]: [[...quarter, 95_932_000]],
      EarningsPerShareBasic: [[...quarter, 0.26]],
      EarningsPerShareDiluted: [[...quarter, 0.26]],
    });
    expect(await tiedOut(text)).toEqual(["All 7 figures tie out."]);
  });

  test("interest of convertible debt comes back with the shares of its conversion", async () => {
    const text = companyFacts({
      NetIncomeLoss: [[...Q3_2015, 7_700_000]],
      InterestOnConvertibleDebtNetOfTax: [[...Q3_2015, 500_000]],
      [BASIC]: [[...Q3_2015, 19_000_000]],
      [DILUTED]: [[...Q3_2015, 21_000_000]],
      IncrementalCommonSharesAttributableToConversionOfDebtSecurities: [[...Q3_2015, 2_000_000]],
      EarningsPerShareBasic: [[...Q3_2015, 0.41]],
      EarningsPerShareDiluted: [[...Q3_2015, 0.39]],
    });
    expect(await tiedOut(text)).toEqual(["All 6 figures tie out."]);
  });

  test("the consolidated figure is less what noncontrolling interests take", () => {
    const text = companyFacts({
      ProfitLoss: [[...YEAR_2025, 120_000_000]],
      NetIncomeLossAttributableToNoncontrollingInterest: [[...YEAR_2025, 20_000_000]],
      [BASIC]: [[...YEAR_2025, 50_000_000]],
      EarningsPerShareBasic: [[...YEAR_2025, 2]],
    });
    expect(period(text, "2025-12-31", 12)).toMatchObject({
      netIncome: 120_000_000,
      noncontrollingInterest: 20_000_000,
    });
    expect(readImport(text).checks).toMatchObject([{ computed: 2, printed: 2, agrees: true }]);
  });

  test("what is deducted under no concept is what the tagged figures leave", () => {
    const text = companyFacts({
      NetIncomeLoss: [[...YEAR_2025, 120_000_000]],
      NetIncomeLossAvailableToCommonStockholdersBasic: [[...YEAR_2025, 100_000_000]],
      [BASIC]: [[...YEAR_2025, 50_000_000]],
      EarningsPerShareBasic: [[...YEAR_2025, 2]],
    });
    expect(readImport(text).checks).toMatchObject([{ computed: 2, printed: 2, agrees: true }]);
  });
});

describe("periods", () => {
  test("a foreign private issuer's are read by IFRS", () => {
    const text = companyFacts(
      {
        ProfitLoss: { EUR: [["2023-01-01", "2023-12-31", 50_000_000, "20-F"]] },
        WeightedAverageShares: { shares: [["2023-01-01", "2023-12-31", 10_000_000, "20-F"]] },
        BasicEarningsLossPerShare: { "EUR/shares": [["2023-01-01", "2023-12-31", 5, "20-F"]] },
      },
      "ifrs-full",
    );
    expect(read(text).standard).toBe("IFRS");
    expect(period(text, "2023-12-31", 12)).toMatchObject({
      netIncome: 50_000_000,
      weightedShares: 10_000_000,
      printed: { basicEps: 5 },
    });
  });

  test("the last quarter is the year less nine months, its shares 4 times the year's less 3 times theirs", () => {
    const [nine, year] = [
      ["2025-01-01", "2025-09-30"],
      ["2025-01-01", "2025-12-31"],
    ] as const;
    const text = companyFacts({
      NetIncomeLoss: [
        [...nine, 75],
        [...year, 120],
      ],
      [BASIC]: [
        [...nine, 1_000],
        [...year, 1_100],
      ],
    });
    expect(period(text, "2025-12-31", 3)).toEqual(
      expect.objectContaining({ netIncome: 45, weightedShares: 4 * 1_100 - 3 * 1_000, printed: {} }),
    );
    expect(read(text).remarks.join()).toMatch("The last quarter is not tagged, and was made of the year less");
  });

  test("quarters of 16, 12, 12 and 12 weeks are kept, and tie out", async () => {
    const [first, half, second] = [
      ["2024-02-04", "2024-05-25"],
      ["2024-02-04", "2024-08-17"],
      ["2024-05-26", "2024-08-17"],
    ] as const;
    const [third, toDate, year] = [
      ["2024-08-18", "2024-11-09"],
      ["2024-02-04", "2024-11-09"],
      ["2024-02-04", "2025-02-01"],
    ] as const;
    const spans = [first, half, second, third, toDate, year];
    const income = [947, 1413, 466, 618, 2031, 2665];
    const of = (values: readonly number[]) => spans.map((span, index): Published => [...span, values[index] ?? 0]);
    const shares = spans.map(() => 722_000_000);
    const text = companyFacts({
      NetIncomeLoss: of(income.map((millions) => millions * 1_000_000)),
      [BASIC]: of(shares),
      EarningsPerShareBasic: of([1.31, 1.96, 0.65, 0.86, 2.81, 3.69]),
    });
    expect(read(text).periods.map(({ weeks, months }) => [weeks, months])).toEqual([
      [16, 4],
      [12, 3],
      [28, 6],
      [12, 3],
      [40, 9],
      [12, 3],
      [52, 12],
    ]);
    expect((await tiedOut(text))[0]).toBe("All 18 figures tie out.");
  });

  test("forty weeks are headed so", async () => {
    const weeks = (months: number, end: string, start: string): Published => [start, end, months];
    const text = companyFacts({
      NetIncomeLoss: [weeks(3, "2024-11-09", "2024-08-18"), weeks(9, "2024-11-09", "2024-02-04")],
      [BASIC]: [weeks(100, "2024-11-09", "2024-08-18"), weeks(100, "2024-11-09", "2024-02-04")],
    });
    const book = new MemoryBook();
    await actions.importPeriods(book, { preview: read(text) });
    expect([book.shows("EPS!C7"), book.shows("EPS!D7")]).toEqual([
      "Twelve weeks ended November 9,",
      "Forty weeks ended November 9,",
    ]);
  });

  test("a file without shares for the whole company says where those of each class are", () => {
    const text = companyFacts({ NetIncomeLoss: [["2025-01-01", "2025-12-31", 120]] });
    expect(() => read(text)).toThrow(
      "tags them by class, which company facts leave out: the filing's own .htm has them.",
    );
  });

  test("a year of transition is a period of its own length", () => {
    const text = companyFacts({
      NetIncomeLoss: [
        ["2024-07-01", "2024-12-31", 1_000, "10-KT"],
        ["2023-07-01", "2024-06-30", 2_000, "10-K"],
      ],
      [BASIC]: [
        ["2024-07-01", "2024-12-31", 1_000, "10-KT"],
        ["2023-07-01", "2024-06-30", 1_000, "10-K"],
      ],
    });
    expect(period(text, "2024-12-31", 6)).toMatchObject({ netIncome: 1_000 });
    const short = text.replaceAll("2024-07-01", "2024-08-01");
    expect(period(short, "2024-12-31", 5)).toMatchObject({ netIncome: 1_000 });
  });
});
