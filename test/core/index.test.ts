import {
  CalculationError,
  controlNumber,
  dayOf,
  dilutedEps,
  dilution,
  exactly,
  exhibitColumns,
  exhibitHeadings,
  exhibitLines,
  incrementalTerms,
  loanFromObject,
  ONE,
  potentialShares,
  requireOrderly,
  rounded,
  sharesIssued,
  sharesSplit,
  toNumber,
  treasuryStockMethod,
  twoClassMethod,
  weightedAverageShares,
  yearsToDate,
  ZERO,
  type ExhibitLine,
  type PeriodFigures,
  type SecurityTerms,
  type ShareChange,
  type ShareClass,
  type WeightedPeriod,
  type YearToDateRules,
} from "../../src/core";

test("a program gets a loan and its balance from the object form", () => {
  const loan = loanFromObject({
    principal: 1_000,
    startDate: "2025-01-15",
    annualRate: 0.12,
    payments: 4,
    paymentRounding: "cent",
    interestRounding: "cent",
  });
  expect(toNumber(loan.account("stated").balanceOn(dayOf(2025, 3, 1)))).toBe(753.72);
});

test("and an error with words where the object is no agreement", () => {
  expect(() => loanFromObject({ principal: 1_000, annualRate: 0.12, payments: 4 })).toThrow(CalculationError);
});

describe("a program computes earnings per share with what the core exports, and nothing else", () => {
  const OPTIONS = "Dilutive common equivalent shares attributable to stock options";
  const WARRANTS = "Dilutive common equivalent shares attributable to warrants";

  /** HemaCare Corporation, Exhibit 11 to the quarterly report for September 30, 2002. */
  const exhibit11 = [
    [2001, 3, 5_000, 7_541_024, 834_762, 50_788],
    [2001, 9, 377_000, 7_509_358, 698_224, 39_402],
    [2002, 3, -462_000, 7_737_946, 0, 0],
    [2002, 9, -619_000, 7_647_197, 0, 0],
  ].map(([year = 0, months = 0, income = 0, shares = 0, options = 0, warrants = 0]): PeriodFigures => ({
    name: `${months} months of ${year}`,
    end: dayOf(year, 9, 30),
    months,
    netIncome: exactly(income),
    continuingIncome: exactly(income),
    preferredDividends: ZERO,
    weightedAverageShares: exactly(shares),
    securities: [incrementalTerms(OPTIONS, exactly(options)), incrementalTerms(WARRANTS, exactly(warrants))],
    splitFactor: ONE,
  }));
  const rules: YearToDateRules = { standard: "US GAAP", weighting: "months" };

  test("Exhibit 11's diluted EPS, period by period", () => {
    const filed = exhibit11.map((period) => {
      const { weightedAverageShares: shares, securities } = period;
      const control = controlNumber(period);
      return toNumber(
        rounded(dilutedEps(control, shares, dilution(control, shares, securities.map(potentialShares))), 2),
      );
    });
    expect(filed).toEqual([0, 0.05, -0.06, -0.08]);
  });

  test("Exhibit 11 as filed, every line of it", () => {
    const blocks = exhibitColumns(requireOrderly(exhibit11), undefined, rules);
    const columns = blocks.flatMap((block) => block.columns);
    const lines = exhibitLines(columns, [OPTIONS, WARRANTS], { decimals: 2, footing: false });
    const figures = ({ figures }: ExhibitLine) => figures.map((figure) => figure && toNumber(figure));
    expect(exhibitHeadings(blocks).map(({ over, under }) => `${over} ${under}`.trim())).toEqual([
      "Three months ended September 30, 2002",
      "2001",
      "Nine months ended September 30, 2002",
      "2001",
    ]);
    expect(Object.fromEntries(lines.map((line) => [line.key, figures(line)]))).toMatchObject({
      "basic.shares": [7_737_946, 7_541_024, 7_647_197, 7_509_358],
      "basic.netIncome": [-462_000, 5_000, -619_000, 377_000],
      "basic.eps": [-0.06, 0, -0.08, 0.05],
      [`diluted.security:${OPTIONS}`]: [0, 834_762, 0, 698_224],
      [`diluted.security:${WARRANTS}`]: [0, 50_788, 0, 39_402],
      "diluted.total": [7_737_946, 8_426_574, 7_647_197, 8_246_984],
      "diluted.eps": [-0.06, 0, -0.08, 0.05],
    });
    expect(yearsToDate(exhibit11, rules).map(({ figures: { months } }) => months)).toEqual([9, 9]);
  });

  test("options by the treasury stock method, as a grant and as a security", () => {
    const terms: SecurityTerms = {
      label: "Options",
      kind: "option",
      number: exactly(50_000),
      exercisePrice: exactly(24),
      averagePrice: exactly(30),
      unrecognizedCost: ZERO,
      earningsAddBack: ZERO,
      timeOutstanding: ONE,
    };
    const grant = { number: exactly(50_000), exercisePrice: exactly(24), unrecognizedCost: ZERO };
    const added = [
      treasuryStockMethod({ ...grant, averageMarketPrice: exactly(30) }),
      potentialShares(terms).incrementalShares,
    ];
    expect(added.map(toNumber)).toEqual([10_000, 10_000]);
    expect(() => potentialShares({ ...terms, averagePrice: undefined })).toThrow(
      new Error("Options, average price must be given; received a blank"),
    );
  });

  test("weighted-average shares with an issue and a split (IAS 33, IE2)", () => {
    const year: WeightedPeriod = { start: dayOf(2001, 1, 1), end: dayOf(2001, 12, 31), weighting: "months" };
    const changes: readonly ShareChange[] = [
      { name: "issue", date: dayOf(2001, 6, 1), ...sharesIssued(exactly(800)) },
      { name: "purchase", date: dayOf(2001, 12, 1), ...sharesIssued(exactly(-250)) },
    ];
    const split: ShareChange = { name: "split", date: dayOf(2002, 1, 15), ...sharesSplit(exactly(2)) };
    const average = (of: readonly ShareChange[]) => toNumber(weightedAverageShares(year, exactly(1_700), of));
    expect([average(changes), average([...changes, split])]).toEqual([
      (1_700 * 5) / 12 + (2_500 * 6) / 12 + 2_250 / 12,
      4_291 + 2 / 3,
    ]);
  });

  test("two classes share what is left of income", () => {
    const common: ShareClass = {
      label: "Common",
      shares: exactly(10_000),
      distributed: exactly(21_000),
      participation: ONE,
      sharesLosses: true,
      incrementalShares: ZERO,
    };
    const preferred = { ...common, label: "Preferred", shares: exactly(5_000), distributed: exactly(27_500) };
    const earnings = twoClassMethod(exactly(96_000), [common, preferred]);
    expect(earnings.map(({ basic }) => toNumber(rounded(basic, 2)))).toEqual([5.27, 8.67]);
  });
});
