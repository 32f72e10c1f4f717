import { dayOfIsoDate } from "../../src/core/calendar/civilDate";
import { dayCountNamed } from "../../src/core/calendar/dayCounts";
import { DEFAULT_TERMS } from "../../src/core/loan/terms/defaultTerms";
import type { LoanSchedule } from "../../src/core/loan/schedule/loanSchedule";
import { loanSchedule } from "../../src/core/loan/schedule/schedule";
import type { DatedAmount, DatedRate, LoanTerms } from "../../src/core/loan/terms/loanTerms";
import type { RoundingRule } from "../../src/core/number/roundingRule";
import { exactly, fraction, ONE } from "../../src/core/number/fraction";
import { compareFigures, run, type CaseResult } from "./suite";

export interface FineractLoan {
  readonly id: string;
  readonly source: "fineract-e2e";
  readonly terms: Readonly<Record<string, string>>;
  readonly disbursements: readonly { readonly date: string; readonly amount: number }[];
  readonly events: readonly { readonly type: string; readonly date: string; readonly amount: number }[];
  readonly schedule: readonly FineractLine[];
}

interface FineractLine {
  readonly nr: number;
  readonly date: string;
  readonly balance: number;
  readonly principal: number | null;
  readonly interest: number | null;
}

export interface FineractEmi {
  readonly id: string;
  readonly source: "fineract-emi";
  readonly title: string;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly periods: readonly { readonly from: string; readonly to: string }[];
  readonly operations: readonly FineractOperation[];
}

interface FineractOperation {
  readonly op: string;
  readonly args?: string;
  readonly repaymentIdx?: number;
  readonly interestDue?: number;
  readonly interestDueCumulated?: number;
  readonly rateFactor?: number;
  readonly principalDue?: number;
  readonly balance?: number;
}

const CENT: RoundingRule = { unit: fraction(1, 100), mode: "halfUp" };
const DOLLAR: RoundingRule = { unit: ONE, mode: "halfUp" };
const CUT_TO_DOLLAR: RoundingRule = { unit: ONE, mode: "down" };
const day = (text: string) => dayOfIsoDate(text) as number;

/**
 * Products round payments to cents or to whole units (of declining balances cut), which the case does not say but its
 * figures show. The day count stands in the product's name or, for daily interest, is actual over 365.
 */
export function fineractTerms(one: FineractLoan): LoanTerms {
  const terms = withoutExcess(one);
  const extraPayments = [...terms.events.extraPayments, ...excessPayments(one, terms)];
  return { ...terms, events: { ...terms.events, extraPayments } };
}

function withoutExcess(one: FineractLoan): LoanTerms {
  const { terms, schedule, disbursements, events } = one;
  const flat = terms["interest type"] === "FLAT";
  const daily = terms["interest calculation period"] === "DAILY" && !/360_30/.test(terms.LoanProduct ?? "");
  const start = schedule[0]?.date ?? "";
  const staged = disbursements.length > 1;
  return {
    ...DEFAULT_TERMS,
    name: one.id,
    principal: exactly(staged ? (disbursements[0]?.amount ?? 0) : Number(terms["with Principal"])),
    startDate: day(start),
    method: flat || terms["amortization type"] === "EQUAL_PRINCIPAL" ? "levelPrincipal" : "levelPayment",
    interest: {
      ...DEFAULT_TERMS.interest,
      annualRate: exactly(Number(terms["ANNUAL interest rate %"]) / 100),
      dayCount: daily ? dayCountNamed("dayCount", "ACT/365") : null,
      on: flat ? "original" : "outstanding",
    },
    dates: {
      ...DEFAULT_TERMS.dates,
      frequency: { months: Number(terms.repaymentEvery) },
      count: Number(terms.numberOfRepayments),
    },
    payment: {
      ...DEFAULT_TERMS.payment,
      // A loan paid out in stages keeps the payment of its whole amount.
      amount: staged && events[0] ? exactly(events[0].amount) : null,
      interestOnlyPayments: Number(terms.graceOnPrincipalPayment),
      extraPaymentEffect: "lowers",
    },
    events: {
      ...DEFAULT_TERMS.events,
      advances: disbursements.slice(1).map(({ date, amount }) => ({ date: day(date), amount: exactly(amount) })),
      extraPayments: downPayments(one),
    },
    rounding: { ...DEFAULT_TERMS.rounding, payment: paymentRounding(one, flat), interest: CENT },
  };
}

function paymentRounding(one: FineractLoan, flat: boolean): RoundingRule {
  const first = installments(one)[0];
  const payment = Math.round(((first?.principal ?? 0) + (flat ? 0 : (first?.interest ?? 0))) * 100) / 100;
  if (!Number.isInteger(payment)) return CENT;
  return flat ? DOLLAR : CUT_TO_DOLLAR;
}

/** The lines of payments: without the loan itself, later stages of it and a down payment. */
function installments({ schedule }: FineractLoan): FineractLine[] {
  return schedule.filter(({ principal, date }) => principal !== null && date > (schedule[0]?.date ?? ""));
}

/** A line on the day of the loan itself is a down payment. */
function downPayments({ schedule }: FineractLoan): DatedAmount[] {
  const start = schedule[0]?.date ?? "";
  const lines = schedule.filter(({ date, principal }) => date === start && principal !== null);
  return lines.map(({ principal }) => ({ date: day(start), amount: exactly(principal ?? 0) }));
}

/** What a payment on its due date exceeds the one due lowers the ones that follow. */
function excessPayments({ events }: FineractLoan, terms: LoanTerms): DatedAmount[] {
  if (terms.method === "levelPrincipal" || terms.payment.amount !== null) return [];
  const { loan, dates, payments } = loanSchedule(terms);
  return events.flatMap(({ date, amount }) => {
    const due = (payments[dates.indexOf(day(date))] ?? NaN) / 10 ** loan.scale.decimals;
    return amount > due ? [{ date: day(date), amount: exactly(Math.round((amount - due) * 100) / 100) }] : [];
  });
}

export function runFineract(cases: readonly FineractLoan[]): CaseResult[] {
  return run(cases, (one) => {
    return compareLines(
      loanSchedule(fineractTerms(one)),
      installments(one).map(({ interest, balance }) => ({ interest: interest ?? 0, balance })),
    );
  });
}

export function emiTerms(one: FineractEmi): LoanTerms {
  const { terms, operations, periods } = one;
  const actualYear = terms.daysInYear === "ACTUAL";
  const dayCount =
    terms.daysInMonth === "DAYS_30" ? null : dayCountNamed("dayCount", actualYear ? "ACT/ACT ISDA" : "ACT/365");
  const amounts = terms.disbursedAmount as string[];
  const disbursed = operations.filter(({ op }) => op === "addDisbursement");
  const percent = terms.annualRatePercent === null ? amounts[0] : (terms.annualRatePercent as string);
  const principal = terms.annualRatePercent === null ? "100" : amounts[0];
  const startDate = Math.max(day(periods[0]?.from ?? ""), argumentDate(disbursed[0]?.args));
  return {
    ...DEFAULT_TERMS,
    name: one.id,
    principal: exactly(Number(principal)),
    startDate,
    interest: {
      ...DEFAULT_TERMS.interest,
      annualRate: exactly(Number((Number(percent) / 100).toFixed(12))),
      dayCount,
      rateChanges: rateChanges(one),
    },
    dates: { ...DEFAULT_TERMS.dates, firstDate: day(periods[0]?.to ?? ""), count: periods.length },
    events: {
      ...DEFAULT_TERMS.events,
      advances: disbursed
        .slice(1)
        .map(({ args }, index) => ({ date: argumentDate(args), amount: exactly(Number(amounts[index + 1])) })),
    },
    rounding: { ...DEFAULT_TERMS.rounding, payment: CENT, interest: CENT },
  };
}

/** A new rate works from the evening before the date that the suite names. */
function rateChanges({ operations, title }: FineractEmi): DatedRate[] {
  const [, month, dayOfMonth, percent] = /on(\d\d)(\d\d)_(\d+)per/.exec(title) ?? [];
  if (!operations.some(({ op }) => op === "changeInterestRate") || percent === undefined) return [];
  const named = day(`2024-${month}-${dayOfMonth}`);
  return [{ date: dayOfMonth === "01" ? named : named - 1, annualRate: exactly(Number(percent) / 100) }];
}

function argumentDate(args = ""): number {
  const [, year, month, dayOfMonth] = /LocalDate\.of\((\d+), (\d+), (\d+)\)/.exec(args) ?? [];
  return day(`${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`);
}

export function runEmi(cases: readonly FineractEmi[]): CaseResult[] {
  return run(cases, (one) => {
    const lines = new Map<number, { interest: number; balance: number }>();
    for (const check of one.operations.filter(({ op }) => op === "check")) {
      const known = lines.get(check.repaymentIdx as number);
      const interest = check.interestDueCumulated ?? check.interestDue ?? known?.interest ?? 0;
      lines.set(check.repaymentIdx as number, { interest, balance: check.balance ?? 0 });
    }
    return compareLines(loanSchedule(emiTerms(one)), [...lines.values()]);
  });
}

function compareLines(schedule: LoanSchedule, lines: readonly { interest: number; balance: number }[]): string | null {
  const units = 10 ** schedule.loan.scale.decimals;
  for (const [index, line] of lines.entries()) {
    const difference =
      compareFigures(
        `payment ${index + 1} interest`,
        (schedule.interests[index] ?? NaN) / units,
        line.interest,
        0.005,
      ) ??
      compareFigures(`payment ${index + 1} balance`, (schedule.closings[index] ?? NaN) / units, line.balance, 0.005);
    if (difference || !schedule.interests.length) return difference;
  }
  return null;
}
