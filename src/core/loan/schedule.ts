import { longDate, type Day } from "../calendar/civilDate";
import { MAX_PERIODS } from "../calendar/paymentDates";
import { CalculationError, inWords } from "../errors";
import { toNumber } from "../number/fraction";
import { amortize } from "./amortization";
import { unitsPerCurrency } from "./amount";
import { moneyText } from "./moneyText";
import { netChange, type PeriodChange } from "./periodInterest";
import { loanPeriods, type LoanPeriods } from "./periods";
import type { LoanTerms } from "./terms";

/**
 * The schedule that follows from the terms, one entry a period, in columns. Amounts are whole units of 10^-decimals of
 * a currency unit. In every period opening + interest + changes − payment = closing.
 */
export interface LoanSchedule {
  readonly decimals: number;
  readonly periods: LoanPeriods;
  /** The day of each payment, adjusted for business days. */
  readonly dates: Int32Array;
  readonly openings: Float64Array;
  /** Interest that falls due, paid or added to the principal. */
  readonly interests: Float64Array;
  readonly payments: Float64Array;
  readonly closings: Float64Array;
  /** Advances, extra payments and forgiveness, by the index of their period. */
  readonly changes: ReadonlyMap<number, readonly PeriodChange[]>;
}

/**
 * The schedule of the terms.
 *
 * @throws CalculationError `out-of-range` when the terms make none: a loan that is never repaid, a payment below its
 * interest, more than 5,000 payments
 */
export function loanSchedule(terms: LoanTerms): LoanSchedule {
  const schedule = settledSchedule(terms);
  requireChangesWithin(terms, schedule.periods.bounds.at(-1) ?? terms.startDate);
  requireOwed(schedule);
  return schedule;
}

function settledSchedule(terms: LoanTerms): LoanSchedule {
  const periods = loanPeriods(terms, terms.dates.count ?? paymentsUntilRepaid(terms));
  const { residue } = terms.rounding;
  if (residue !== "first") return amortize(terms, periods, { settles: residue === "last", firstExtra: 0 });
  const left = amortize(terms, periods, { settles: false, firstExtra: 0 }).closings.at(-1) ?? 0;
  return amortize(terms, periods, { settles: true, firstExtra: left });
}

/** Payments until a given payment has repaid the loan; null where the dates settle their number. */
function paymentsUntilRepaid(terms: LoanTerms): number | null {
  const { dates, payment, method } = terms;
  if (dates.maturityDate !== null || method === "statedPayments") return null;
  if (payment.amount === null) {
    const rule = "must say what ends it: the number of payments, a term, the maturity date, or the payment";
    throw new CalculationError("invalid-input", "loan", rule, null);
  }
  for (let count = 60; count <= MAX_PERIODS; count *= 4) {
    const schedule = amortize(terms, loanPeriods(terms, count), { settles: false, firstExtra: 0 });
    if (schedule.closings.at(-1) === 0) return schedule.dates.length;
  }
  const rule = `must repay the loan within ${MAX_PERIODS} payments`;
  throw new CalculationError("out-of-range", "payment", rule, toNumber(payment.amount));
}

/** Refuses what is paid or forgiven beyond what is owed; less than half a cent is what rounding left. */
function requireOwed({ changes, payments, decimals }: LoanSchedule): void {
  for (const [index, list] of changes) {
    const last = list.findLast(({ advance }) => advance === 0);
    const excess = -(payments[index] ?? 0);
    if (!last || excess * 200 < unitsPerCurrency(decimals)) continue;
    const field = last.extraPayment > 0 ? "extraPayments" : "forgiveness";
    const rule = `must be no more than is owed on ${longDate(last.date)} (LOANPAYOFF of the loan without it tells how much)`;
    throw new CalculationError("out-of-range", field, rule, inWords(moneyText(-netChange([last]), decimals)));
  }
}

function requireChangesWithin({ changes }: LoanTerms, end: Day): void {
  for (const field of ["extraPayments", "advances", "forgiveness"] as const) {
    const late = changes[field].find(({ date }) => date > end);
    if (!late) continue;
    const rule = `must not be after the last payment, ${longDate(end)}`;
    throw new CalculationError("out-of-range", field, rule, inWords(longDate(late.date)));
  }
}
