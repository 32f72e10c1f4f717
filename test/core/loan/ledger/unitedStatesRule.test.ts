import fc from "fast-check";
import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import { exactly } from "../../../../src/core/number/fraction";
import { ledgerTerms, withLedger } from "../../../support/ledgerTerms";
import { day, loanTerms } from "../../../support/loanTerms";

/**
 * The United States Rule by hand, in whole numbers of 10^-20 of a cent: each day the principal earns, what is received
 * pays interest first, and interest that is left is kept apart.
 */
function byHand(
  principal: number,
  basisPoints: number,
  receipts: readonly { day: number; cents: number }[],
  until: number,
) {
  const PER_CENT = 10n ** 20n;
  let owed = BigInt(principal) * 100n * PER_CENT;
  let interest = 0n;
  for (let today = 0; today <= until; today += 1) {
    if (today > 0) interest += (owed * BigInt(basisPoints)) / (365n * 10_000n);
    for (const { day: received, cents } of receipts) {
      if (received !== today) continue;
      let rest = BigInt(cents) * PER_CENT;
      const paid = rest < interest ? rest : interest;
      interest -= paid;
      rest -= paid;
      owed -= rest;
      if (owed < 0n) return null;
    }
  }
  return { principal: Number(owed) / Number(PER_CENT) / 100, interest: Number(interest) / Number(PER_CENT) / 100 };
}

test("principal and interest owed are those of the rule worked out day by day", () => {
  let kept = 0;
  fc.assert(
    fc.property(
      fc.record({
        principal: fc.integer({ min: 1_000, max: 100_000 }),
        basisPoints: fc.integer({ min: 1, max: 3_000 }),
        receipts: fc.array(
          fc.record({ day: fc.integer({ min: 1, max: 700 }), cents: fc.integer({ min: 1, max: 300_000 }) }),
          { maxLength: 8 },
        ),
        until: fc.integer({ min: 0, max: 800 }),
      }),
      ({ principal, basisPoints, receipts, until }) => {
        const expected = byHand(principal, basisPoints, receipts, until);
        const whole = byHand(principal, basisPoints, receipts, 800);
        fc.pre(expected !== null && whole !== null && receipts.length > 0);
        const start = day("2023-01-01");
        const terms = loanTerms({
          principal,
          start: "2023-01-01",
          rate: basisPoints / 10_000,
          payments: 24,
          interest: { dayCount: dayCountNamed("dayCount", "ACT/365") },
          rounding: { payment: null, interest: null },
        });
        const lines = receipts.map(({ day: offset, cents }) => ({
          date: start + offset,
          kind: "receipt" as const,
          amount: exactly(cents / 100),
        }));
        const ledger = withLedger(terms, ledgerTerms(lines));
        const standing = ledger.standingOn(start + until);
        const { one } = ledger.loan.scale;
        expect(standing.principal / one).toBeCloseTo(expected.principal, 5);
        expect(standing.interest / one).toBeCloseTo(expected.interest, 5);
        kept += 1;
      },
    ),
    { numRuns: 200 },
  );
  expect(kept).toBeGreaterThan(50);
});
