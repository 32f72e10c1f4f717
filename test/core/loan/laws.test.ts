import fc from "fast-check";
import { dayCountNamed } from "../../../src/core/calendar/dayCounts";
import { interestBetween, interestUnits } from "../../../src/core/loan/account/interest";
import { balanceWorking } from "../../../src/core/loan/account/loanAccount";
import { loanOf } from "../../../src/core/loan/loan";
import type { AmortizationMethod, LoanTerms } from "../../../src/core/loan/terms/loanTerms";
import { compare, exactly, minus, plus, toNumber } from "../../../src/core/number/fraction";
import { CENT } from "../../../src/core/number/roundingRule";
import { day, loanTerms } from "../../support/loanTerms";

const START = day("2025-01-15");
const METHODS: readonly AmortizationMethod[] = ["levelPayment", "levelPrincipal", "interestOnly", "bullet"];
/** Of these the parts of a period add up to the whole; of 30/360 a month's last day may break that. */
const BY_DAYS = [null, dayCountNamed("dayCount", "ACT/360"), dayCountNamed("dayCount", "ACT/365F")];

const events = fc.array(
  fc.record({
    date: fc.integer({ min: START, max: START + 150 }),
    amount: fc.integer({ min: 1, max: 5_000 }).map((cents) => exactly(cents / 100)),
  }),
  { maxLength: 3 },
);
const byDate = <T extends { readonly date: number }>(list: readonly T[]) => [...list].sort((a, b) => a.date - b.date);

/** Loans of six payments or more, with what else moves their balance, whatever is rounded. */
const anyTerms: fc.Arbitrary<LoanTerms> = fc
  .record({
    principal: fc.integer({ min: 5_000, max: 500_000 }),
    rate: fc.integer({ min: 0, max: 2_500 }).map((basisPoints) => basisPoints / 10_000),
    payments: fc.integer({ min: 6, max: 60 }),
    method: fc.constantFrom(...METHODS),
    dayCount: fc.constantFrom(...BY_DAYS),
    on: fc.constantFrom("outstanding" as const, "original" as const),
    rounding: fc.constantFrom(CENT, null),
    advances: events,
    extraPayments: events,
    effect: fc.constantFrom("shortens" as const, "lowers" as const),
  })
  .map(({ dayCount, on, rounding, advances, extraPayments, effect, ...simple }) =>
    loanTerms({
      ...simple,
      interest: { dayCount, on },
      rounding: { payment: rounding, interest: rounding },
      events: { advances: byDate(advances), extraPayments: byDate(extraPayments) },
      payment: { extraPaymentEffect: effect },
    }),
  );

const BETWEEN: LoanTerms["betweenDates"] = {
  interest: { along: "schedule", dayCount: null, countsLastDay: false, rounding: null },
  share: null,
  clause: "",
};

test("payments and extra payments come to what was lent and the interest on it", () =>
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const { loan, payments, interests } = loanOf(terms).schedule;
      const total = (column: Float64Array) => column.reduce((sum, amount) => sum + amount, 0);
      const net = [...loan.events.values()].flat().reduce((sum, event) => sum + event.advance - event.extraPayment, 0);
      expect(total(payments)).toBe(loan.principal + net + total(interests));
    }),
    { numRuns: 300 },
  ));

test("on a scheduled date the balance is the schedule's, whatever it is between dates", () =>
  fc.assert(
    fc.property(anyTerms, fc.boolean(), (terms, accrues) => {
      const loan = loanOf(accrues ? { ...terms, betweenDates: BETWEEN } : terms);
      const account = loan.account("computed");
      const { scale } = loan.schedule.loan;
      loan.schedule.dates.forEach((date, index) => {
        expect(account.balanceOn(date)).toEqual(scale.currency(loan.schedule.closings[index] ?? NaN));
      });
    }),
    { numRuns: 100 },
  ));

test("a period that is cut, on any day, by a rate that stays what it was, changes no balance on any other", () =>
  fc.assert(
    fc.property(
      // A level payment would be worked out anew: the same, but for the last digit.
      anyTerms.filter(({ method }) => method !== "levelPayment"),
      fc.integer({ min: 1, max: 150 }),
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 }),
      (terms, cut, days) => {
        const rateChanges = [{ date: START + cut, annualRate: terms.interest.annualRate }];
        const [whole, inTwo] = [terms, { ...terms, interest: { ...terms.interest, rateChanges } }].map((one) =>
          loanOf({ ...one, betweenDates: BETWEEN }),
        );
        expect(inTwo?.schedule.closings).toEqual(whole?.schedule.closings);
        const unit = exactly(10 ** -(whole?.schedule.loan.scale.decimals ?? NaN));
        for (const date of days.map((offset) => START + offset)) {
          const [a, b] = [whole, inTwo].map((loan) => loan?.account("computed").balanceOn(date));
          if (!a || !b) throw new Error("two balances");
          // Interest up to a cut is summed to the smallest unit.
          expect(Math.abs(toNumber(minus(a, b)))).toBeLessThanOrEqual(toNumber(unit));
        }
      },
    ),
    { numRuns: 200 },
  ));

test("a working adds up, and its interest is that from the scheduled date on", () =>
  fc.assert(
    fc.property(anyTerms, fc.integer({ min: 0, max: 300 }), (terms, offset) => {
      const account = loanOf({ ...terms, betweenDates: BETWEEN }).account("computed");
      const { line, opening, changes, interest, share, balance } = balanceWorking(account, START + offset);
      expect(compare(minus(plus(plus(opening, changes), interest), share), balance)).toBe(0);
      if (line < account.lines.last) {
        expect(interest).toEqual(interestBetween(account, account.lines.date(line), START + offset));
      }
    }),
    { numRuns: 200 },
  ));

test("over whole periods interest is what the schedule posts, and parts of any length sum to it, to the cent", () =>
  fc.assert(
    fc.property(anyTerms, fc.array(fc.nat(1_900), { maxLength: 6 }), fc.boolean(), (terms, offsets, carries) => {
      const loan = loanOf({ ...terms, rounding: { ...terms.rounding, carriesInterest: carries } });
      const account = loan.account("computed");
      const { dates, interests } = loan.schedule;
      const end = dates.at(-1) ?? START;
      const posted = interests.reduce((sum, interest) => sum + interest, 0);
      expect(interestUnits(account, START, end)).toBe(posted);
      dates.forEach((date, index) => {
        expect(interestUnits(account, index === 0 ? START : (dates[index - 1] ?? NaN), date)).toBe(interests[index]);
      });
      const cuts = [START, ...offsets.map((offset) => Math.min(START + offset, end)), end].sort((a, b) => a - b);
      const parts = cuts.slice(1).map((cut, index) => interestUnits(account, cuts[index] ?? NaN, cut));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(posted);
    }),
    { numRuns: 200 },
  ));

test("a balance for a cell is the double nearest to the balance, asked once or again", () =>
  fc.assert(
    fc.property(anyTerms, fc.integer({ min: 0, max: 2_000 }), (terms, offset) => {
      const account = loanOf({ ...terms, betweenDates: BETWEEN }).account("computed");
      const balance = toNumber(account.balanceOn(START + offset));
      expect([1, 2].map(() => account.balanceNumberOn(START + offset))).toEqual([balance, balance]);
    }),
  ));
