import fc from "fast-check";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { epsFindings, type PrintedPerShare } from "../../../../src/core/eps/disclosure/epsFindings";
import type { PeriodFigures } from "../../../../src/core/eps/periods/period";
import { epsStatement } from "../../../../src/core/eps/periods/statement";
import { incrementalTerms } from "../../../../src/core/eps/securities/parts";
import { exactly, fraction, ONE, plus, rounded, ZERO } from "../../../../src/core/number/fraction";

const period = (income: number, shares: number, add = 0): PeriodFigures => ({
  name: "periods row 2",
  end: dayOf(2024, 12, 31),
  months: 12,
  netIncome: exactly(income),
  continuingIncome: exactly(income),
  preferredDividends: ZERO,
  weightedAverageShares: exactly(1000),
  securities: [incrementalTerms("Notes", exactly(shares), exactly(add))],
  splitFactor: ONE,
});
const diluted = (cents: number): PrintedPerShare => ({
  section: "diluted",
  line: "net",
  printed: fraction(cents, 100),
  decimals: 2,
});

test.each([
  ["an antidilutive issue included", period(310, 100, 361), 61, "Equals the figure with Notes, antidilutive, included"],
  ["a dilutive issue left out", period(1000, 100), 100, "Equals the figure with Notes, dilutive, left out"],
  ["shares in a loss", period(-1000, 100), -91, "Equals the figure with Notes, antidilutive, included in a loss"],
  ["the other sign", period(-1000, 100), 100, "Equals the computed figure with the other sign"],
  ["nothing that the numbers prove", period(1000, 100), 95, ""],
])("%s", (_case, figures, cents, cause) => {
  expect(epsFindings(figures, [diluted(cents)]).map((finding) => finding.cause)).toEqual([cause]);
});

test("our own rounded figure is not found, and one unit beside it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), fc.nat(500), fc.constantFrom(-1, 1), (income, shares, unit) => {
      const figures = period(income, shares);
      const printed = rounded(epsStatement(figures).diluted.net, 2);
      const beside = plus(printed, fraction(unit, 100));
      expect(epsFindings(figures, [{ ...diluted(0), printed }])).toEqual([]);
      expect(epsFindings(figures, [{ ...diluted(0), printed: beside }])).toHaveLength(1);
    }),
  );
});
