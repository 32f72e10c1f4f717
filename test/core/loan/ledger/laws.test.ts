import fc from "fast-check";
import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { CalculationError } from "../../../../src/core/errors";
import { totalOf } from "../../../../src/core/loan/ledger/claims";
import type { Ledger } from "../../../../src/core/loan/ledger/ledger";
import { ledgerSteps } from "../../../../src/core/loan/ledger/ledgerSteps";
import { loanOf } from "../../../../src/core/loan/loan";
import type { LedgerLine } from "../../../../src/core/loan/terms/ledgerTerms";
import type { AmortizationMethod, LoanTerms } from "../../../../src/core/loan/terms/loanTerms";
import { exactly, isZero, plus, toNumber, ZERO } from "../../../../src/core/number/fraction";
import { CENT } from "../../../../src/core/number/roundingRule";
import { ledgerTerms, withLedger } from "../../../support/ledgerTerms";
import { day, loanTerms } from "../../../support/loanTerms";

const START = day("2025-01-15");
const METHODS: readonly AmortizationMethod[] = ["levelPayment", "levelPrincipal", "interestOnly", "bullet"];
const BY_DAYS = [null, dayCountNamed("dayCount", "ACT/360"), dayCountNamed("dayCount", "ACT/365F")];
const byDate = <T extends { readonly date: number }>(list: readonly T[]) => [...list].sort((a, b) => a.date - b.date);

const events = fc.array(
  fc.record({
    date: fc.integer({ min: START, max: START + 150 }),
    amount: fc.integer({ min: 1, max: 5_000 }).map((cents) => exactly(cents / 100)),
  }),
  { maxLength: 3 },
);

/** Agreements of six payments or more of every method, to the cent or unrounded. */
const anyTerms: fc.Arbitrary<LoanTerms> = fc
  .record({
    principal: fc.integer({ min: 5_000, max: 500_000 }),
    rate: fc.integer({ min: 0, max: 2_500 }).map((basisPoints) => basisPoints / 10_000),
    payments: fc.integer({ min: 6, max: 60 }),
    method: fc.constantFrom(...METHODS),
    dayCount: fc.constantFrom(...BY_DAYS),
    on: fc.constantFrom("outstanding" as const, "outstanding" as const, "original" as const),
    rounding: fc.constantFrom(CENT, null),
    advances: events,
    extraPayments: events,
    effect: fc.constantFrom("shortens" as const, "lowers" as const),
    yearlyGrowth: fc.constantFrom(0, 0, 0.3),
    businessDays: fc.constantFrom("none" as const, "following" as const, "preceding" as const),
    interestFrequency: fc.constantFrom(null, null, { months: 3 }),
    interestOnlyPayments: fc.constantFrom(0, 0, 2),
    rateChange: fc.option(fc.integer({ min: 1, max: 170 })),
  })
  .map(({ dayCount, on, rounding, advances, extraPayments, effect, rateChange, ...simple }) => {
    const { method, businessDays, yearlyGrowth, interestOnlyPayments } = simple;
    const isSpread = method === "levelPayment" || method === "levelPrincipal";
    const terms = loanTerms({
      ...simple,
      interest: {
        dayCount,
        on,
        rateChanges: rateChange === null ? [] : [{ date: START + rateChange, annualRate: exactly(0.07) }],
      },
      dates: { businessDays, interestFrequency: method === "bullet" ? null : simple.interestFrequency },
      rounding: { payment: rounding, interest: rounding },
      events: { advances: byDate(advances), extraPayments: byDate(extraPayments) },
      payment: {
        extraPaymentEffect: effect,
        yearlyGrowth: exactly(method === "levelPayment" ? yearlyGrowth : 0),
        interestOnlyPayments: isSpread ? interestOnlyPayments : 0,
      },
    });
    return terms;
  });

/** The payments of a schedule, received when they are due. */
function onTime(terms: LoanTerms): Omit<LedgerLine, "row">[] {
  const { loan, dates, payments } = loanOf(terms).schedule;
  return Array.from(dates, (date, index) => ({
    date,
    kind: "receipt" as const,
    amount: loan.scale.currency(payments[index] ?? NaN),
  })).filter(({ amount }) => amount.numerator !== 0);
}

test("a ledger of every payment on time, in the amount of the schedule, is the schedule to the cent", () => {
  let kept = 0;
  fc.assert(
    fc.property(anyTerms, (terms) => {
      // An event between a due date and the business day of its payment is the one thing that the schedule leaves aside.
      fc.pre(
        terms.dates.businessDays === "none" || terms.events.advances.length + terms.events.extraPayments.length === 0,
      );
      const { schedule } = loanOf(terms);
      const ledger = withLedger(terms, ledgerTerms(onTime(terms)));
      schedule.dates.forEach((date, index) => {
        const { principal, arrears } = ledger.standingOn(date);
        expect([isoDate(date), principal]).toEqual([isoDate(date), schedule.closings[index]]);
        expect(arrears).toBeNull();
      });
      kept += 1;
    }),
    { numRuns: 120 },
  );
  expect(kept).toBeGreaterThan(40);
});

/** Receipts and charges on any days, seldom more than is owed. */
const anyLines: fc.Arbitrary<Omit<LedgerLine, "row">[]> = fc.array(
  fc.record({
    date: fc.integer({ min: START, max: START + 900 }),
    kind: fc.constantFrom(
      "receipt" as const,
      "receipt" as const,
      "principalReceipt" as const,
      "lateCharge" as const,
      "escrow" as const,
    ),
    amount: fc.integer({ min: 1, max: 60_000 }).map((cents) => exactly(cents / 100)),
  }),
  { minLength: 1, maxLength: 12 },
);

const anyRules = fc.record({
  appliedTo: fc.constantFrom(
    ["fees", "interest", "principal"] as const,
    ["interest", "principal", "fees"] as const,
    ["interest", "fees", "lateCharges", "principal"] as const,
    ["principal", "interest", "fees"] as const,
  ),
  unpaidInterest: fc.constantFrom("bearsNone" as const, "bearsNone" as const, "capitalized" as const),
});

/** Tries a ledger; undefined where more is paid than is owed. */
function kept(make: () => Ledger): Ledger | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof CalculationError && error.code === "out-of-range") return undefined;
    throw error;
  }
}

test("what is applied to fees, interest and principal is what was received, and every line foots", () =>
  fc.assert(
    fc.property(anyTerms, anyLines, anyRules, (terms, lines, rules) => {
      const ledger = kept(() => withLedger(terms, ledgerTerms(lines, rules)));
      fc.pre(ledger !== undefined);
      let before = { ...ledger.entries[0]?.after.owed, undue: 0 };
      for (const { kind, amount, interest, paid, after } of ledger.entries.slice(1)) {
        const isPaid = ["receipt", "principalReceipt", "extraPayment"].includes(kind);
        expect(totalOf(paid)).toBe(isPaid ? amount : 0);
        const added = kind === "advance" || kind === "lateCharge" ? amount : 0;
        const total = (owed: Partial<typeof before>) =>
          (owed.principal ?? 0) + (owed.interest ?? 0) + (owed.fees ?? 0) + (owed.lateCharges ?? 0) + (owed.undue ?? 0);
        expect(total({ ...after.owed, undue: after.undue })).toBe(total(before) + interest + added - totalOf(paid));
        before = { ...after.owed, undue: after.undue };
      }
    }),
    { numRuns: 120 },
  ));

test("the lines of a working add up to what is owed, and that less interest and fees to the balance", () =>
  fc.assert(
    fc.property(anyTerms, anyLines, fc.integer({ min: 0, max: 1_200 }), (terms, lines, offset) => {
      const ledger = kept(() => withLedger(terms, ledgerTerms(lines)));
      fc.pre(ledger !== undefined);
      const steps = ledgerSteps(ledger, START + offset);
      const owedAt = steps.findIndex(({ label }) => label.startsWith("Owed at"));
      const sum = (parts: typeof steps) => toNumber(parts.reduce((total, { amount }) => plus(total, amount), ZERO));
      expect(sum(steps.slice(0, owedAt))).toBe(sum(steps.slice(owedAt, owedAt + 1)));
      expect(sum(steps.slice(owedAt, -1))).toBe(sum(steps.slice(-1)));
      expect(steps.at(-1)?.amount).toEqual(ledger.balanceOn(START + offset));
    }),
    { numRuns: 120 },
  ));

/** Unrounded, so that no cent that rounding moves hides or makes a difference. */
const unrounded = anyTerms.map((terms) => ({
  ...terms,
  rounding: { ...terms.rounding, payment: null, interest: null },
  dates: { ...terms.dates, businessDays: "none" as const },
}));
const UNITS_OF_ROUNDING = 200;

test("a receipt that comes later never lowers what is owed after it", () =>
  fc.assert(
    fc.property(
      unrounded,
      anyLines,
      fc.record({ which: fc.nat(), later: fc.integer({ min: 1, max: 400 }), after: fc.integer({ min: 0, max: 400 }) }),
      (terms, lines, { which, later, after }) => {
        const receipts = lines.filter(({ kind }) => kind === "receipt");
        const moved = receipts[which % Math.max(1, receipts.length)];
        fc.pre(moved !== undefined);
        const movedTo = { ...moved, date: moved.date + later };
        const others = lines.filter((line) => line !== moved);
        const [early, late] = [moved, movedTo].map((line) =>
          kept(() => withLedger(terms, ledgerTerms([...others, line]))),
        );
        fc.pre(early !== undefined && late !== undefined);
        const asked = movedTo.date + after;
        const slack = UNITS_OF_ROUNDING;
        expect(late.standingOn(asked).owed).toBeGreaterThanOrEqual(early.standingOn(asked).owed - slack);
      },
    ),
    { numRuns: 120 },
  ));

test("a receipt in two parts on a day is the receipt", () =>
  fc.assert(
    fc.property(
      anyTerms,
      anyLines,
      anyRules,
      fc.nat(),
      fc.integer({ min: 0, max: 900 }),
      (terms, lines, rules, which, offset) => {
        const receipts = lines.filter(({ kind }) => kind === "receipt");
        const whole = receipts[which % Math.max(1, receipts.length)];
        fc.pre(whole !== undefined);
        const cents = Math.round(toNumber(whole.amount) * 100);
        const part = Math.floor(cents / 3);
        const parts = [part, cents - part].map((amount) => ({ ...whole, amount: exactly(amount / 100) }));
        const others = lines.filter((line) => line !== whole);
        const [one, two] = [[whole], parts].map((split) =>
          kept(() => withLedger(terms, ledgerTerms([...others, ...split], rules))),
        );
        fc.pre(one !== undefined && two !== undefined);
        const { principal, interest, fees, arrears } = one.standingOn(START + offset);
        expect(two.standingOn(START + offset)).toMatchObject({ principal, interest, fees, arrears });
      },
    ),
    { numRuns: 120 },
  ));

test("from the day that a payment is returned as much is owed as if it had never come", () =>
  fc.assert(
    fc.property(
      // Where no interest becomes principal by the agreement: what has become principal is not undone.
      unrounded.filter(
        ({ interest, method, dates, payment }) =>
          interest.on === "outstanding" &&
          method !== "bullet" &&
          dates.interestFrequency === null &&
          isZero(payment.yearlyGrowth),
      ),
      fc.record({
        day: fc.integer({ min: 0, max: 300 }),
        days: fc.integer({ min: 0, max: 60 }),
        cents: fc.integer({ min: 1, max: 200_000 }),
      }),
      (terms, { day: offset, days, cents }) => {
        const amount = exactly(cents / 100);
        const received = { date: START + offset, kind: "receipt" as const, amount };
        const returned = { date: START + offset + days, kind: "returnedReceipt" as const, amount };
        const none = { date: START, kind: "escrow" as const, amount };
        const [came, never] = [[received, returned], [none]].map((lines) =>
          kept(() => withLedger(terms, ledgerTerms(lines))),
        );
        fc.pre(came !== undefined && never !== undefined);
        const [a, b] = [came, never].map((ledger) => ledger.standingOn(returned.date).owed);
        expect(Math.abs((a ?? NaN) - (b ?? NaN))).toBeLessThanOrEqual(UNITS_OF_ROUNDING);
      },
    ),
    { numRuns: 120 },
  ));

test("interest of spans of days that meet is that of both together", () =>
  fc.assert(
    fc.property(anyTerms, anyLines, fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000)), (terms, lines, offsets) => {
      const loan = kept(() => withLedger(terms, ledgerTerms(lines)));
      fc.pre(loan !== undefined);
      const [a = 0, b = 0, c = 0] = [...offsets]
        .sort((x, y) => x - y)
        .map((offset) => loan.standingOn(START + offset).interestToDate);
      expect(b - a + (c - b)).toBe(c - a);
      expect(a).toBeLessThanOrEqual(b);
      expect(b).toBeLessThanOrEqual(c);
    }),
    { numRuns: 120 },
  ));
