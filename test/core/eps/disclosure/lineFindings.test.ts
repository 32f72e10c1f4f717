import fc from "fast-check";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { lineFindings, type PrintedLine } from "../../../../src/core/eps/disclosure/lineFindings";
import { availableToCommon } from "../../../../src/core/eps/periods/numerator";
import type { PeriodFigures } from "../../../../src/core/eps/periods/period";
import { epsStatement, includedAddBack, includedShares } from "../../../../src/core/eps/periods/statement";
import { incrementalTerms } from "../../../../src/core/eps/securities/parts";
import { exactly, minus, ONE, plus, ZERO, type Fraction } from "../../../../src/core/number/fraction";

interface Drawn {
  readonly income: number;
  readonly discontinued: number;
  readonly preferred: number;
  readonly notes: readonly [shares: number, addBack: number];
}

function periodOf({ income, discontinued, preferred, notes }: Drawn): PeriodFigures {
  return {
    name: "periods row 2",
    end: dayOf(2024, 12, 31),
    months: 12,
    netIncome: exactly(income + discontinued),
    continuingIncome: exactly(income),
    preferredDividends: exactly(preferred),
    weightedAverageShares: exactly(10_000),
    securities: [
      incrementalTerms("Options", exactly(200), ZERO),
      incrementalTerms("Notes", exactly(notes[0]), exactly(notes[1])),
    ],
    splitFactor: ONE,
  };
}

/** What our own exhibit prints of a period. */
function ownLines(period: PeriodFigures): PrintedLine[] {
  const statement = epsStatement(period);
  const available = availableToCommon(period, "diluted");
  const line = (name: string, printed: Fraction): PrintedLine => ({ name, words: name, printed, unit: ONE });
  return [
    line("weightedShares", period.weightedAverageShares),
    line("continuingIncome", period.continuingIncome),
    line("discontinuedIncome", minus(period.netIncome, period.continuingIncome)),
    line("netIncome", period.netIncome),
    line("preferredDividends", period.preferredDividends),
    line("availableIncome", available),
    ...["Options", "Notes"].map((label) => line(`security:${label}`, includedShares(statement, label))),
    line("dilutedShares", statement.dilutedShares),
    line("addBack:Notes", includedAddBack(statement, "Notes")),
    line("dilutedNumerator", plus(available, statement.earningsAddBack)),
  ];
}

const drawn = fc.record({
  income: fc.integer({ min: -20_000, max: 20_000 }),
  discontinued: fc.integer({ min: -9_000, max: 9_000 }),
  preferred: fc.nat(500),
  notes: fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.nat(3000)),
});

test("the lines of our own exhibit are not found, and any of them ten units beside is", () => {
  fc.assert(
    fc.property(drawn, fc.nat(10), (figures, place) => {
      const period = periodOf(figures);
      const lines = ownLines(period);
      expect(lineFindings(period, lines)).toEqual([]);
      const moved = lines.map((one, index) =>
        index === place ? { ...one, printed: plus(one.printed, exactly(10)) } : one,
      );
      expect(lineFindings(period, moved).length).toBeGreaterThan(0);
    }),
  );
});

// Options of 200 add nothing to the numerator; notes of 100 that add back 900 are antidilutive (ASC 260-10-45-17).
test("a diluted numerator that adds back antidilutive notes is told by the notes, not by options that add nothing", () => {
  const period = periodOf({ income: 10_000, discontinued: 0, preferred: 0, notes: [100, 900] });
  const printed = (name: string, amount: number): PrintedLine => ({
    name,
    words: name,
    printed: exactly(amount),
    unit: ONE,
  });
  const found = lineFindings(period, [printed("dilutedNumerator", 10_900)]);
  expect(found.map(({ cause }) => cause)).toEqual(["Equals the figure with Notes, antidilutive, included"]);
});
