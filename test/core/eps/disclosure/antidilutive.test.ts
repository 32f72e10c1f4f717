import fc from "fast-check";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { antidilutiveSecurities } from "../../../../src/core/eps/disclosure/antidilutive";
import type { PeriodFigures } from "../../../../src/core/eps/periods/period";
import { epsStatement, includedShares } from "../../../../src/core/eps/periods/statement";
import type { SecurityKind, SecurityTerms } from "../../../../src/core/eps/securities/terms";
import { exactly, isPositive, ONE, plus, toNumber, ZERO } from "../../../../src/core/number/fraction";

const terms = (
  label: string,
  kind: SecurityKind,
  number: number,
  more: Partial<SecurityTerms> = {},
): SecurityTerms => ({
  label,
  kind,
  number: exactly(number),
  unrecognizedCost: ZERO,
  earningsAddBack: ZERO,
  timeOutstanding: ONE,
  ...more,
});
const option = (label: string, number: number, exercise: number, average: number, group?: string) =>
  terms(label, "option", number, { exercisePrice: exactly(exercise), averagePrice: exactly(average), group });
const period = (income: number, ...securities: SecurityTerms[]): PeriodFigures => ({
  name: "periods row 2",
  end: dayOf(2024, 12, 31),
  months: 12,
  netIncome: exactly(income),
  continuingIncome: exactly(income),
  preferredDividends: ZERO,
  weightedAverageShares: exactly(1000),
  securities,
  splitFactor: ONE,
});
const listed = (...periods: PeriodFigures[]) =>
  antidilutiveSecurities(periods.map((figures) => ({ figures }))).map(({ label, leftOut }) => [
    label,
    ...leftOut.map((one) => one && [toNumber(one.shares), one.reason]),
  ]);

test("options out of the money are left out in gross numbers, those in it are not; one class is one line", () => {
  expect(
    listed(
      period(
        500,
        option("2020", 100, 5, 3, "Options"),
        option("2021", 40, 2, 3, "Options"),
        option("2022", 7, 9, 3, "Options"),
      ),
    ),
  ).toEqual([
    [
      "Options",
      [
        107,
        "out of the money: the exercise price of 5 is not below the average price of 3; out of the money: the exercise price of 9 is not below the average price of 3",
      ],
    ],
  ]);
});

test("in a loss everything is left out, and stands beside the year in which it was not", () => {
  const units = terms("Restricted stock units", "award", 50);
  expect(listed(period(-500, units), period(500, units), { ...period(0, units), pending: true })).toEqual([
    ["Restricted stock units", [50, "in a loss, more shares would make the loss of 0.5 a share smaller"], null, null],
  ]);
});

test("a convertible issue that earns more a share than what is reached is left out", () => {
  const notes = terms("Convertible notes", "convertible", 100, { earningsAddBack: exactly(61) });
  expect(listed(period(310, notes))).toEqual([
    ["Convertible notes", [100, "0.61 for each incremental share is not below the 0.31 already reached"]],
  ]);
});

test("what the company holds, a subsidiary's dilution and what was not outstanding are no such securities", () => {
  expect(
    listed(
      period(
        -500,
        terms("Calls on own stock", "purchasedOption", 100),
        terms("Subsidiary", "subsidiary", 0, { earningsAddBack: exactly(-5) }),
        terms("Expired", "award", 50, { timeOutstanding: ZERO }),
      ),
    ),
  ).toEqual([]);
});

const anySecurity = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 1e4 }), fc.integer({ min: 1, max: 20 }))
    .map(([number, price]) => option("option", number, price, 10)),
  fc.integer({ min: 1, max: 1e4 }).map((number) => terms("award", "award", number)),
  fc
    .tuple(fc.integer({ min: 1, max: 1e4 }), fc.integer({ min: 0, max: 1e4 }))
    .map(([number, addBack]) => terms("convertible", "convertible", number, { earningsAddBack: exactly(addBack) })),
);

test("each issue is in diluted earnings per share or in the list, and never in both", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e5, max: 1e5 }), fc.array(anySecurity, { maxLength: 6 }), (income, issues) => {
      const securities = issues.map((one, index) => ({ ...one, label: `${one.label} ${index}` }));
      const figures = period(income, ...securities);
      const statement = epsStatement(figures);
      const names = antidilutiveSecurities([{ figures }]).map(({ label }) => label);
      for (const { label } of securities)
        expect(names.includes(label)).toBe(!isPositive(plus(includedShares(statement, label), ZERO)));
    }),
    { numRuns: 200 },
  );
});
