import fc from "fast-check";
import { fitSchedule } from "../../../../src/core/loan/fit/fit";
import type { KnownTerms } from "../../../../src/core/loan/fit/knownTerms";
import { makesEveryFigure, reproduction } from "../../../../src/core/loan/fit/reproduction";
import { loanSchedule } from "../../../../src/core/loan/schedule/schedule";
import { DEFAULT_TERMS } from "../../../../src/core/loan/terms/defaultTerms";
import { ZERO } from "../../../../src/core/number/fraction";
import { anyPrintedLoan, printOf } from "../../../support/printedLoans";

const NOTHING_KNOWN: KnownTerms = {
  terms: { ...DEFAULT_TERMS, name: "loan", principal: ZERO, startDate: 0 },
  has: () => false,
};

test("a fit of a schedule that we printed finds terms that print the same schedule", () => {
  fc.assert(
    fc.property(anyPrintedLoan, ({ terms, print }) => {
      const printed = printOf(terms, print);
      const fit = fitSchedule(printed, NOTHING_KNOWN);

      expect(fit.reproduction.firstDifference).toBeNull();
      expect(makesEveryFigure(reproduction(printed, loanSchedule(fit.terms)))).toBe(true);
    }),
    { numRuns: 25, seed: 20000912 },
  );
});
