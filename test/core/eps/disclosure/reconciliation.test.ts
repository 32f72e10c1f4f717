import fc from "fast-check";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { epsReconciliation, type ReconciliationLine } from "../../../../src/core/eps/disclosure/reconciliation";
import { epsStatement } from "../../../../src/core/eps/periods/statement";
import type { PeriodFigures, Standard } from "../../../../src/core/eps/periods/period";
import { incrementalTerms } from "../../../../src/core/eps/securities/parts";
import {
  compare,
  dividedBy,
  exactly,
  ONE,
  plus,
  rounded,
  toNumber,
  ZERO,
  type Fraction,
} from "../../../../src/core/number/fraction";

const PERIOD: PeriodFigures = {
  name: "periods row 2",
  end: dayOf(2001, 12, 31),
  months: 12,
  netIncome: exactly(5_500_000),
  continuingIncome: exactly(7_500_000),
  components: [{ key: "extraordinary", label: "Extraordinary item", amount: exactly(-2_000_000) }],
  preferredDividends: exactly(45_000),
  weightedAverageShares: exactly(3_991_666),
  securities: [
    incrementalTerms("Warrants", exactly(30_768)),
    incrementalTerms("Convertible preferred stock", exactly(308_333), exactly(45_000)),
    incrementalTerms("4% convertible debentures", exactly(50_000), exactly(60_000)),
  ],
  splitFactor: ONE,
};
const US_GAAP = { decimals: 2, standard: "US GAAP" } as const;
const CLASSES = PERIOD.securities.map(({ label }) => label);

/** The amounts of one column by the keys of their lines, as numbers. */
function column(lines: readonly ReconciliationLine[], index = 0) {
  const number = (amount: Fraction | null | undefined) => (amount ? toNumber(amount) : null);
  return Object.fromEntries(
    lines.map(({ key, amounts }) => {
      const { income, shares, perShare } = amounts[index] ?? { income: null, shares: null, perShare: null };
      return [key, [number(income), number(shares), number(perShare)]];
    }),
  );
}

test("the full-year reconciliation of FASB Statement 128, illustration 2 (ASC 260-10-55-51)", () => {
  const lines = epsReconciliation([{ figures: PERIOD }], CLASSES, US_GAAP);
  expect(column(lines)).toEqual({
    income: [7_500_000, null, null],
    "basic.preferred": [-45_000, null, null],
    basic: [7_455_000, 3_991_666, 1.87],
    "diluted.security:Warrants": [null, 30_768, null],
    "diluted.security:Convertible preferred stock": [45_000, 308_333, null],
    "diluted.security:4% convertible debentures": [60_000, 50_000, null],
    diluted: [7_560_000, 4_380_767, 1.73],
    "basic.extraordinary": [-2_000_000, 3_991_666, -0.5],
    "basic.net": [5_455_000, 3_991_666, 1.37],
    "diluted.extraordinary": [-2_000_000, 4_380_767, -0.46],
    "diluted.net": [5_560_000, 4_380_767, 1.27],
  });
  expect(lines[0]?.label).toBe("Income before extraordinary item");
  expect(lines.filter(({ isTotal }) => isTotal).map(({ key }) => key)).toEqual([
    "basic",
    "diluted",
    "basic.net",
    "diluted.net",
  ]);
});

describe("elements stand for each amount of a line, and none where the taxonomy has none", () => {
  const elements = (standard: Standard, period: PeriodFigures = PERIOD) =>
    Object.fromEntries(
      epsReconciliation([{ figures: period }], CLASSES, { decimals: 2, standard }).map((line) => [
        line.key,
        line.elements,
      ]),
    );

  test("of us-gaap", () => {
    expect(elements("US GAAP")).toMatchObject({
      "basic.net": [
        "us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic",
        "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic",
        "us-gaap:EarningsPerShareBasic",
      ],
      "diluted.security:Warrants": ["us-gaap:IncrementalCommonSharesAttributableToCallOptionsAndWarrants"],
      "diluted.security:4% convertible debentures": [
        "us-gaap:InterestOnConvertibleDebtNetOfTax",
        "us-gaap:IncrementalCommonSharesAttributableToConversionOfDebtSecurities",
      ],
      "basic.extraordinary": ["none", "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic", "none"],
    });
  });

  // The names of the IFRS Accounting Taxonomy, entry point [838000] Notes - Earnings per share.
  test("of ifrs-full", () => {
    expect(elements("IFRS")).toMatchObject({
      income: ["ifrs-full:IncomeFromContinuingOperationsAttributableToOwnersOfParent"],
      "basic.preferred": ["ifrs-full:AdjustmentToProfitLossForPreferenceShareDividends"],
      "basic.net": [
        "ifrs-full:ProfitLossAttributableToOrdinaryEquityHoldersOfParentEntity",
        "ifrs-full:WeightedAverageShares",
        "ifrs-full:BasicEarningsLossPerShare",
      ],
      "diluted.net": [
        "ifrs-full:ProfitLossAttributableToOrdinaryEquityHoldersOfParentEntityIncludingDilutiveEffects",
        "ifrs-full:AdjustedWeightedAverageShares",
        "ifrs-full:DilutedEarningsLossPerShare",
      ],
      "diluted.security:Warrants": ["none"],
    });
  });

  test("of consolidated income, where the part of others is taken from it", () => {
    const noncontrolling = { key: "noncontrolling", label: "Noncontrolling interest", amount: exactly(10) };
    const consolidated = {
      ...PERIOD,
      components: [],
      continuingIncome: PERIOD.netIncome,
      deductions: [noncontrolling],
    };
    expect(elements("US GAAP", consolidated)["income"]).toEqual(["us-gaap:ProfitLoss"]);
    expect(elements("IFRS", consolidated)["income"]).toEqual(["ifrs-full:ProfitLoss"]);
  });

  test("options and restricted stock on one line have one element under US GAAP, and none alone under IFRS", () => {
    const label = "Stock options and restricted stock";
    const period = { ...PERIOD, securities: [incrementalTerms(label, exactly(5_000))] };
    const of = (standard: Standard) =>
      epsReconciliation([{ figures: period }], [label], { decimals: 2, standard }).find(({ key }) =>
        key.endsWith(label),
      )?.elements;
    expect(of("US GAAP")).toEqual(["us-gaap:IncrementalCommonSharesAttributableToShareBasedPaymentArrangements"]);
    expect(of("IFRS")).toEqual(["none"]);
  });
});

test("net income is reconciled where it is all there is; a loss is called one; a period to come is blank", () => {
  const loss = {
    ...PERIOD,
    netIncome: exactly(-100),
    continuingIncome: exactly(-100),
    components: [],
    preferredDividends: ZERO,
  };
  const lines = epsReconciliation([{ figures: loss }, { figures: { ...loss, pending: true } }], CLASSES, US_GAAP);
  expect(lines.map(({ label }) => label)).toEqual([
    "Net income (loss)",
    "Basic earnings per share: income (loss) available to common stockholders",
    "Diluted earnings per share: income (loss) available to common stockholders and assumed conversions",
  ]);
  expect(column(lines, 1)).toEqual({
    income: [null, null, null],
    basic: [null, null, null],
    diluted: [null, null, null],
  });
});

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => exactly(value));
const count = fc.integer({ min: 0, max: 1_000_000 }).map((value) => exactly(value));
const anyPeriod = fc
  .record({
    netIncome: amount,
    discontinued: amount,
    preferred: count,
    noncontrolling: amount,
    shares: fc.integer({ min: 1, max: 1e6 }),
  })
  .chain((base) =>
    fc
      .array(fc.record({ shares: fc.integer({ min: 1, max: 1e6 }), addBack: count }), { maxLength: 4 })
      .map((issues): PeriodFigures => ({
        ...PERIOD,
        netIncome: base.netIncome,
        continuingIncome: plus(base.netIncome, base.discontinued),
        components: [],
        preferredDividends: base.preferred,
        deductions: [{ key: "noncontrolling", label: "Noncontrolling interest", amount: base.noncontrolling }],
        weightedAverageShares: exactly(base.shares),
        securities: issues.map(({ shares, addBack }, index) =>
          incrementalTerms(`Class ${index}`, exactly(shares), addBack),
        ),
      })),
  );

test("totals are the sums of their lines, per-share amounts are incomes over shares, and both are those of the statement", () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const lines = epsReconciliation(
        [{ figures: period }],
        period.securities.map(({ label }) => label),
        { decimals: 4, standard: "US GAAP" },
      );
      const of = (key: string) => lines.find((line) => line.key === key)?.amounts[0];
      const sum = (until: string, which: "income" | "shares") =>
        lines
          .slice(
            0,
            lines.findIndex(({ key }) => key === until),
          )
          .filter(({ isTotal }) => !isTotal)
          .map(({ amounts }) => amounts[0]?.[which] ?? ZERO)
          .reduce(plus, ZERO);
      const same = (a: Fraction | null | undefined, b: Fraction) => expect(a && compare(a, b)).toBe(0);
      same(of("basic")?.income, sum("basic", "income"));
      same(of("diluted")?.income, sum("diluted", "income"));
      same(of("diluted")?.shares, plus(period.weightedAverageShares, sum("diluted", "shares")));
      const statement = epsStatement(period);
      const net = of("diluted.net") ?? of("diluted");
      same(net?.perShare, rounded(statement.diluted.net, 4));
      for (const { amounts } of lines) {
        const { income, shares, perShare } = amounts[0] ?? { income: null, shares: null, perShare: null };
        if (perShare) same(perShare, rounded(dividedBy(income ?? ZERO, shares ?? ONE), 4));
      }
    }),
    { numRuns: 200 },
  );
});
