import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { DEFAULT_TERMS } from "../../../../src/core/loan/terms/defaultTerms";
import type { LoanTerms } from "../../../../src/core/loan/terms/loanTerms";
import { exactly } from "../../../../src/core/number/fraction";
import { CENT, DOLLAR } from "../../../../src/core/number/roundingRule";
import { day } from "../../../support/loanTerms";

const TERMS = { principal: 1_000, startDate: "2025-01-15", annualRate: 0.12, payments: 4 };
const LINES = [
  { date: "2025-01-15", balance: 1_000 },
  { date: "2025-02-15", reduction: 400, balance: 610 },
  { date: "2025-03-15", reduction: 616.1, balance: 0 },
];
const termsOf = (agreement: object) => loanFromObject(agreement).terms;

test("what a form leaves out is as in an agreement that is silent", () => {
  expect(termsOf(TERMS)).toEqual({
    ...DEFAULT_TERMS,
    name: "Loan",
    principal: exactly(1_000),
    startDate: day("2025-01-15"),
    interest: { ...DEFAULT_TERMS.interest, annualRate: exactly(0.12) },
    dates: { ...DEFAULT_TERMS.dates, count: 4 },
  });
});

describe("the form of a loan", () => {
  test.each<[string, object, (terms: LoanTerms) => unknown, unknown]>([
    ["a term in years is so many payments", { payments: undefined, termYears: 2 }, ({ dates }) => dates.count, 24],
    [
      "a term in months that holds no whole quarters is its last day",
      { payments: undefined, termMonths: 7, frequency: "quarterly" },
      ({ dates }) => [dates.count, dates.maturityDate && isoDate(dates.maturityDate)],
      [null, "2025-08-15"],
    ],
    ["a term that agrees with the payments", { termMonths: 4 }, ({ dates }) => dates.count, 4],
    [
      "an effective rate compounds once a year",
      { rateKind: "effective" },
      ({ interest }) => interest.compounding,
      { months: 12 },
    ],
    ["a nominal one as it says", { compounding: "quarterly" }, ({ interest }) => interest.compounding, { months: 3 }],
    [
      "equal periods, by name, have no day count",
      { dayCount: "Equal periods" },
      ({ interest }) => interest.dayCount,
      null,
    ],
    [
      "dated rows stand by date",
      {
        fees: [
          { date: "2025-03-01", amount: 2 },
          { date: "2025-02-01", amount: 1 },
        ],
      },
      ({ events }) => events.fees.map(({ amount }) => amount),
      [exactly(1), exactly(2)],
    ],
    [
      "rounding to the cent, half up where it does not say how",
      { paymentRounding: "cent" },
      ({ rounding }) => rounding.payment,
      CENT,
    ],
    [
      "rounding to a unit in a direction",
      { interestRounding: "0.05 half even" },
      ({ rounding }) => rounding.interest,
      { unit: exactly(0.05), mode: "halfEven" },
    ],
    ["no rounding", { balanceRounding: "none" }, ({ rounding }) => rounding.balance, null],
    [
      "rounding between dates is that of interest, where it is silent",
      { balanceBetweenDates: "interest less pro rata share", interestRounding: "cent" },
      ({ betweenDates }) => [betweenDates.interest?.rounding, betweenDates.share?.rounding],
      [CENT, CENT],
    ],
    [
      "a share is over the days between the dates, where it is silent",
      { balanceBetweenDates: "interest less pro rata share" },
      ({ betweenDates }) => betweenDates.share?.basis,
      "period",
    ],
  ])("%s", (_case, fields, read, expected) => {
    expect(read(termsOf({ ...TERMS, ...fields }))).toEqual(expected);
  });
});

describe("a schedule that the form prints", () => {
  test("gives principal and start date by its opening line, and is the payments, where nothing else is said", () => {
    const { principal, startDate, method, stated } = termsOf({ annualRate: 0.12, schedule: LINES });
    expect([principal, isoDate(startDate), method, stated?.rows.length]).toEqual([
      exactly(1_000),
      "2025-01-15",
      "statedPayments",
      3,
    ]);
  });

  test("begins with the day of the loan, whether it prints that or not", () => {
    const { stated } = termsOf({ ...TERMS, schedule: LINES.slice(1) });
    expect(stated?.rows[0]).toEqual({ date: day("2025-01-15"), reduction: null, balance: exactly(1_000) });
  });

  const WHOLE = [{ date: "2025-02-15", reduction: 400, balance: 610 }];
  test.each([
    ["figures are to the cent", { schedule: LINES }, CENT],
    ["even where they look whole", { schedule: WHOLE }, CENT],
    ["to what the form says", { schedule: WHOLE, scheduleRounding: "dollar" }, DOLLAR],
    ["which may be nothing", { schedule: WHOLE, scheduleRounding: "none" }, null],
    ["to the yen", { schedule: WHOLE, currency: "JPY" }, DOLLAR],
  ])("%s", (_case, form, rounding) => {
    expect(termsOf({ ...TERMS, ...form }).stated?.rounding).toEqual(rounding);
  });
});

test.each<[string, object, string]>([
  ["no principal", { principal: undefined }, "loan must say the principal (Principal); received a blank"],
  ["no rate", { annualRate: undefined }, "loan must say the annual rate (Annual rate); received a blank"],
  ["a principal of nothing", { principal: 0 }, "principal must be more than zero; received 0"],
  [
    "a rate as a percentage",
    { annualRate: 12 },
    "annualRate must be a fraction of a year, at most 1 (12 % is 0.12); received 12",
  ],
  ["a count that is none", { payments: 1.5 }, "payments must be a whole number of zero or more; received 1.5"],
  ["no payments at all", { payments: 0 }, "payments must be from 1 to 5000; received 0"],
  [
    "a term that disagrees with the payments",
    { termMonths: 5 },
    "termMonths must agree with the 4 payments, or be left out; received 5",
  ],
  [
    "two terms that disagree",
    { payments: undefined, termMonths: 5, termYears: 1 },
    "termYears must agree with the term in months, 5, or be left out; received 1",
  ],
  [
    "an effective rate that compounds otherwise",
    { rateKind: "effective", compounding: "monthly" },
    'compounding must be left out, as an effective rate compounds once a year; received "monthly"',
  ],
  [
    "a payment of a bullet",
    { method: "bullet", payment: 5 },
    "payment must be left out of a loan whose method is bullet; received 5",
  ],
  [
    "growth of level principal",
    { method: "level principal", paymentGrowth: 0.01 },
    "paymentGrowth must be left out of a loan whose method is level principal; received 0.01",
  ],
  [
    "a stated schedule without one",
    { method: "stated schedule", payments: undefined },
    "loan must have a schedule table, as its method is the stated schedule; received a blank",
  ],
  [
    "a balloon beyond the principal",
    { balloon: 1_000.01 },
    "balloon must be no more than the principal, 1000; received 1000.01",
  ],
  [
    "more payments of interest alone than there are",
    { interestOnlyPayments: 5 },
    "interestOnlyPayments must be no more than the 4 payments; received 5",
  ],
  ["decimals beyond twelve", { decimals: 13 }, "decimals must be no more than 12; received 13"],
  [
    "a date before the loan",
    { firstPaymentDate: "2025-01-14" },
    "firstPaymentDate must not be before the start date, January 15, 2025; received January 14, 2025",
  ],
  [
    "an event before the loan",
    { advances: [{ date: "2024-12-31", amount: 1 }] },
    "advances[0].date must not be before the start date, January 15, 2025; received December 31, 2024",
  ],
  [
    "an event after the last payment",
    { advances: [{ date: "2025-06-15", amount: 1 }] },
    "advances[0].date must not be after the last payment, May 15, 2025; received June 15, 2025",
  ],
  [
    "lines that do not ascend",
    { schedule: [LINES[1], LINES[1]] },
    "schedule[1].date must be after the line before it, February 15, 2025; received February 15, 2025",
  ],
  [
    "a word that is no choice",
    { residue: "nobody" },
    'residue must be "last payment", "first payment" or "left outstanding"; received "nobody"',
  ],
  [
    "a rounding that is none",
    { paymentRounding: "pennies" },
    'paymentRounding must be none, or cent, dollar or a unit, and half up, half even, up or down ("cent", "0.05 down"); received "pennies"',
  ],
  [
    "a basis that is no number of days",
    { balanceBetweenDates: "interest less pro rata share", proRataBasis: 0 },
    "proRataBasis must be a number of days, such as 365; received 0",
  ],
])("%s is refused", (_case, fields, words) => {
  expect(() => loanFromObject({ ...TERMS, ...fields })).toThrow(words);
});
