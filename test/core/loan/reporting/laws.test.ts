import fc from "fast-check";
import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import { interestBetween } from "../../../../src/core/loan/account/interest";
import { loanOf, type Loan } from "../../../../src/core/loan/loan";
import { amortizedCost } from "../../../../src/core/loan/reporting/amortizedCost";
import { effectiveInterest } from "../../../../src/core/loan/reporting/interestMethod/effectiveRate";
import { journalEntries, type JournalLine } from "../../../../src/core/loan/reporting/journalEntries";
import { maturities } from "../../../../src/core/loan/reporting/maturities";
import { unitsOfGuarded } from "../../../../src/core/loan/reporting/interestMethod/presentValue";
import { rollForward } from "../../../../src/core/loan/reporting/rollForward";
import { DEFAULT_TERMS } from "../../../../src/core/loan/terms/defaultTerms";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/exhibit1010";
import type { AmortizationMethod, LoanTerms } from "../../../../src/core/loan/terms/loanTerms";
import { compare, exactly, minus, plus, toNumber, ZERO, type Fraction } from "../../../../src/core/number/fraction";
import { CENT } from "../../../../src/core/number/roundingRule";
import { day, loanTerms } from "../../../support/loanTerms";

const START = day("2025-01-15");
const METHODS: readonly AmortizationMethod[] = ["levelPayment", "levelPrincipal", "interestOnly", "bullet"];
const BY_DAYS = [null, dayCountNamed("dayCount", "ACT/360"), dayCountNamed("dayCount", "ACT/365F")];
const BETWEEN: LoanTerms["betweenDates"] = {
  interest: { along: "schedule", dayCount: null, countsLastDay: false, rounding: CENT },
  share: null,
  clause: "",
};

const dated = fc
  .array(
    fc.record({
      date: fc.integer({ min: START, max: START + 150 }),
      amount: fc.integer({ min: 1, max: 5_000 }).map((cents) => exactly(cents / 100)),
    }),
    { maxLength: 3 },
  )
  .map((amounts) => [...amounts].sort((a, b) => a.date - b.date));

/** Loans of six payments or more, to the cent or carried, with all that moves a balance. */
const anyTerms: fc.Arbitrary<LoanTerms> = fc
  .record({
    principal: fc.integer({ min: 5_000, max: 500_000 }),
    rate: fc.integer({ min: 0, max: 2_500 }).map((basisPoints) => basisPoints / 10_000),
    payments: fc.integer({ min: 6, max: 60 }),
    method: fc.constantFrom(...METHODS),
    dayCount: fc.constantFrom(...BY_DAYS),
    interestMonths: fc.constantFrom(null, null, 3),
    rounding: fc.constantFrom(CENT, CENT, null),
    advances: dated,
    extraPayments: dated,
    forgiveness: dated,
    fees: dated,
    accrues: fc.boolean(),
    discount: fc.integer({ min: 0, max: 1_000 }),
    isEmployee: fc.boolean(),
    on: fc.constantFrom("outstanding" as const, "outstanding" as const, "original" as const),
    carriesInterest: fc.boolean(),
    businessDays: fc.constantFrom("none" as const, "none" as const, "following" as const),
    effect: fc.constantFrom("shortens" as const, "lowers" as const),
  })
  .map((any) => ({
    ...loanTerms({
      ...any,
      interest: { dayCount: any.dayCount, on: any.on },
      payment: { extraPaymentEffect: any.effect },
      dates: {
        businessDays: any.businessDays,
        interestFrequency:
          any.interestMonths === null || any.method === "bullet" ? null : { months: any.interestMonths },
      },
      rounding: { payment: any.rounding, interest: any.rounding, carriesInterest: any.carriesInterest },
      events: {
        advances: any.advances,
        extraPayments: any.extraPayments,
        forgiveness: any.forgiveness,
        fees: any.fees,
      },
    }),
    betweenDates: any.accrues ? BETWEEN : DEFAULT_TERMS.betweenDates,
    carrying: { ...DEFAULT_TERMS.carrying, discount: exactly(any.discount) },
    books: { ...DEFAULT_TERMS.books, isEmployee: any.isEmployee },
  }));

const anyDays = fc
  .uniqueArray(fc.integer({ min: START - 40, max: START + 1_900 }), { minLength: 1, maxLength: 6 })
  .map((days) => [...days].sort((a, b) => a - b));

const total = (amounts: readonly Fraction[]) => amounts.reduce(plus, ZERO);
const isToTheCent = ({ schedule }: Loan) => schedule.loan.terms.rounding.payment !== null;
const off = (a: Fraction, b: Fraction) => Math.abs(toNumber(minus(a, b)));

/** A loan that the terms make, or the printed one of Exhibit 10.10. */
const anyLoan = fc
  .oneof({ weight: 9, arbitrary: anyTerms }, { weight: 1, arbitrary: fc.constant(EXHIBIT_10_10) })
  .map(loanOf);

function forAny<T>(arbitrary: fc.Arbitrary<T>, check: (loan: Loan, more: T) => void, numRuns = 200): void {
  fc.assert(fc.property(anyLoan, arbitrary, check), { numRuns });
}

describe("a roll-forward", () => {
  test("foots, and the next line opens with what the one before closed with", () =>
    forAny(anyDays, (loan, days) => {
      const lines = rollForward(loan, days);
      lines.forEach((line, index) => {
        const { opening, advances, interest, fees, paid, forgiven, difference, closing } = line;
        const added = total([opening, advances, interest, fees, difference ?? ZERO]);
        expect(compare(minus(added, plus(paid, forgiven)), closing)).toBe(0);
        expect(compare(total([line.accruedInterest, line.feesOwed, line.current, line.noncurrent]), closing)).toBe(0);
        expect(compare(opening, lines[index - 1]?.closing ?? ZERO)).toBe(0);
        expect([line.current, line.noncurrent].every((amount) => compare(amount, ZERO) >= 0)).toBe(true);
      });
    }));

  test("closes with the balance, and the interest that the balance leaves out", () =>
    forAny(anyDays, (loan, days) => {
      const account = loan.account("stated");
      for (const { end, closing, accruedInterest } of rollForward(loan, days)) {
        if (end < loan.terms.startDate) continue;
        const { scheduled } = account.unitsOn(end);
        const includesInterest = loan.terms.betweenDates.interest !== null && !scheduled;
        const balance = account.balanceOn(end);
        const isDueMonthly = loan.terms.dates.interestFrequency === null;
        if (includesInterest && !isDueMonthly) continue; // the balance has the interest of its own period alone
        expect(off(closing, includesInterest ? balance : plus(balance, accruedInterest))).toBeLessThanOrEqual(
          isToTheCent(loan) || loan.terms.stated ? 0 : 0.0100001,
        );
      }
    }));

  test("accrues from one scheduled date to another what the schedule posts, and else LOANINTEREST to the cent", () =>
    forAny(anyDays, (loan, days) => {
      const account = loan.account("stated");
      const [line] = rollForward(loan, days);
      if (!line || line.end < loan.terms.startDate) return;
      const interest = interestBetween(account, loan.terms.startDate, line.end);
      // Each posting is rounded once, the sum of LOANINTEREST once in all.
      const postings = loan.terms.stated ? 6 : loan.schedule.dates.filter((date) => date <= line.end).length + 1;
      const unit = loan.terms.stated ? 1 : 0.01;
      expect(off(line.interest, interest)).toBeLessThanOrEqual((postings * unit) / 2 + 0.01);
    }));

  test("of the whole life takes what the schedule takes, and closes with nothing", () =>
    forAny(fc.constant(null), (loan) => {
      const { schedule, terms } = loan;
      if (terms.stated) return;
      const [line] = rollForward(loan, [START + 4_000]);
      const { scale } = schedule.loan;
      const paid = schedule.payments.reduce((sum, payment) => sum + payment, 0) / scale.one;
      const events = total([...terms.events.extraPayments, ...terms.events.fees].map(({ amount }) => amount));
      expect(toNumber(line?.paid ?? ZERO)).toBeCloseTo(paid + toNumber(events), isToTheCent(loan) ? 6 : 0);
      expect(toNumber(line?.closing ?? exactly(1))).toBe(0);
    }));
});

describe("maturities", () => {
  test("sum to the principal outstanding, whatever the years; none is below zero", () =>
    forAny(
      fc.tuple(fc.integer({ min: START, max: START + 1_900 }), fc.integer({ min: 1, max: 7 })),
      (loan, [on, years]) => {
        if (on < loan.terms.startDate) return;
        const { lines, principal } = maturities(loan, on, years);
        const [line] = rollForward(loan, [on]);
        expect(lines).toHaveLength(years + 1);
        expect(compare(total(lines.map(({ due }) => due)), principal)).toBe(0);
        expect(lines.every(({ due }) => compare(due, ZERO) >= 0)).toBe(true);
        expect(compare(lines[0]?.due ?? ZERO, line?.current ?? ZERO)).toBe(0);
      },
    ));
});

describe("journal entries", () => {
  const balanceOf = (lines: readonly JournalLine[], accounts: readonly string[]) =>
    lines
      .filter(({ account }) => accounts.includes(account))
      .reduce((sum, { debit, credit }) => plus(sum, minus(debit ?? ZERO, credit ?? ZERO)), ZERO);
  const spans = fc.tuple(anyDays, fc.constantFrom("lender" as const, "borrower" as const));

  test("balance on every day, memo by memo", () =>
    forAny(spans, (loan, [days, side]) => {
      const lines = journalEntries(loan, { from: days[0] ?? 0, to: days.at(-1) ?? 0, side, event: null });
      const entries = new Set(lines.map(({ date, memo }) => `${date} ${memo}`));
      for (const entry of entries) {
        const ofEntry = lines.filter(({ date, memo }) => `${date} ${memo}` === entry);
        expect(
          toNumber(
            balanceOf(
              ofEntry,
              ofEntry.map(({ account }) => account),
            ),
          ),
        ).toBe(0);
      }
      for (const { debit, credit } of lines)
        expect([debit, credit].filter((amount) => amount !== null)).toHaveLength(1);
    }));

  test("leave in the ledger what the roll-forward closes with, by one span or by several that meet", () =>
    forAny(anyDays, (loan, days) => {
      const lines = days.flatMap((to, index) =>
        journalEntries(loan, { from: (days[index - 1] ?? START - 20_000) + 1, to, side: "lender", event: null }),
      );
      const last = rollForward(loan, days).at(-1);
      expect(compare(balanceOf(lines, ["Interest receivable"]), last?.accruedInterest ?? ZERO)).toBe(0);
      const principal = plus(last?.current ?? ZERO, last?.noncurrent ?? ZERO);
      expect(compare(balanceOf(lines, ["Loan receivable"]), principal)).toBe(0);
    }));

  test("earn what the roll-forward accrues, and the amortization", () =>
    forAny(fc.integer({ min: START, max: START + 4_000 }), (loan, to) => {
      if (loan.terms.stated) return;
      const lines = journalEntries(loan, { from: START, to, side: "lender", event: null });
      const [line] = rollForward(loan, [to]);
      const left = balanceOf(lines, ["Unamortized discount and fees"]); // a credit
      const isAtEnd = to > (loan.schedule.dates.at(-1) ?? 0);
      if (isAtEnd) expect(toNumber(left)).toBe(0);
      const fees = loan.terms.events.fees.filter(({ date }) => date === START).map(({ amount }) => amount);
      const amortized = total([loan.terms.carrying.discount, ...fees, left]);
      const income = minus(ZERO, balanceOf(lines, ["Interest income"]));
      expect(off(income, plus(line?.interest ?? ZERO, amortized))).toBeLessThan(1e-9);
    }));
});

describe("the effective rate", () => {
  test("brings what is paid to what is carried, to the smallest unit, and amortized cost to what is due", () =>
    forAny(
      fc.constant(null),
      (loan) => {
        const { values, start, annualRate } = effectiveInterest(loan);
        const value = values.atStart(annualRate);
        expect(Math.abs(unitsOfGuarded(value ?? 0n) - unitsOfGuarded(start.balance))).toBeLessThanOrEqual(1);
        const { lines } = amortizedCost(loan);
        for (const line of lines) {
          expect(compare(minus(plus(line.opening, line.interest), line.interestPaid), line.amortizedCost)).toBe(0);
          expect(compare(minus(line.amortizedCost, line.principalPaid), line.closing)).toBe(0);
          expect(compare(plus(line.statedInterest, line.amortization), line.interest)).toBe(0);
        }
        expect(toNumber(lines.at(-1)?.closing ?? exactly(1))).toBe(0);
      },
      60,
    ));
});
