import fc from "fast-check";
import { dayFromMonths } from "../../../../src/core/calendar/civilDate";
import { epsStatement } from "../../../../src/core/eps/periods/statement";
import { restatedForSplits, type PeriodFigures, type Standard } from "../../../../src/core/eps/periods/period";
import type { SecurityTerms } from "../../../../src/core/eps/securities/terms";
import { incrementalTerms } from "../../../../src/core/eps/securities/parts";
import { yearToDate } from "../../../../src/core/eps/periods/yearToDate";
import { compare, fraction, ONE, times, ZERO, type Fraction } from "../../../../src/core/number/fraction";

const quarter = (
  number: number,
  income: number,
  shares: number,
  securities: readonly SecurityTerms[],
): PeriodFigures => ({
  name: `quarter ${number}`,
  end: dayFromMonths(12 * 2001 + 3 * number, 0),
  months: 3,
  netIncome: fraction(income),
  continuingIncome: fraction(income),
  preferredDividends: ZERO,
  weightedAverageShares: fraction(shares),
  securities,
  splitFactor: ONE,
});
const option = (number: number, exercise: number, average: number): SecurityTerms => ({
  label: "Options",
  kind: "option",
  number: fraction(number),
  exercisePrice: fraction(exercise),
  averagePrice: fraction(average),
  unrecognizedCost: ZERO,
  earningsAddBack: ZERO,
  timeOutstanding: ONE,
});
const bonds = (shares: number, addBack: number) => incrementalTerms("Bonds", fraction(shares), fraction(addBack));

const anyCompany = fc.record({
  income: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  shares: fc.integer({ min: 1, max: 1_000_000 }),
  number: fc.nat(1_000_000),
  exercise: fc.nat(100),
  average: fc.integer({ min: 1, max: 100 }),
  converted: fc.integer({ min: 1, max: 100_000 }),
  interest: fc.integer({ min: 1, max: 500_000 }),
});
const same = (a: Fraction, b: Fraction) => expect(compare(a, b)).toBe(0);

describe.each<Standard>(["US GAAP", "IFRS"])("a year to date under %s", (standard) => {
  test("quarters that are equal make a year of the same shares, and of EPS as many times as there are quarters", () =>
    fc.assert(
      fc.property(anyCompany, fc.integer({ min: 2, max: 4 }), (c, count) => {
        const securities = [option(c.number, c.exercise, c.average), bonds(c.converted, c.interest)];
        const quarters = Array.from({ length: count }, (_quarter, index) =>
          quarter(index + 1, c.income, c.shares, securities),
        );
        const [one, year] = [
          epsStatement(quarters[0] as PeriodFigures),
          epsStatement(yearToDate(quarters, standard, "months")),
        ];
        same(year.dilutedShares, one.dilutedShares);
        same(year.diluted.net, times(one.diluted.net, fraction(count)));
        same(year.basic.net, times(one.basic.net, fraction(count)));
      }),
    ));

  test("a loss to date admits no options, whatever the quarters were", () =>
    fc.assert(
      fc.property(anyCompany, (c) => {
        const quarters = [
          quarter(1, 1_000_000, c.shares, [option(c.number, 0, 10)]),
          quarter(2, -1_000_001, c.shares, [option(c.number, 0, 10)]),
        ];
        same(epsStatement(yearToDate(quarters, standard, "months")).dilutedShares, fraction(c.shares));
      }),
    ));
});

test("a split restates each earlier quarter: the year to date is that of the restated shares", () =>
  fc.assert(
    fc.property(anyCompany, fc.integer({ min: 2, max: 5 }), (c, factor) => {
      const before = quarter(1, c.income, c.shares, [option(c.number, c.exercise, c.average)]);
      const after = {
        ...quarter(2, c.income, c.shares, [option(c.number, c.exercise, c.average)]),
        splitFactor: fraction(factor),
      };
      const [restated] = restatedForSplits([before, after]) as [PeriodFigures];
      const [then, now] = [epsStatement(before), epsStatement(restated)];
      same(now.dilutedShares, times(then.dilutedShares, fraction(factor)));
      same(times(now.diluted.net, fraction(factor)), then.diluted.net);
    }),
  ));
