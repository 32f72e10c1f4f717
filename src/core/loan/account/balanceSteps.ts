/** Takes an account and a day, makes the working of the balance in words. Law: its lines add up to the balance. */
import { civilDate, longDate, MONTH_NAMES, type Day } from "../../calendar/civilDate";
import { fraction, times, toNumber, type Fraction } from "../../number/fraction";
import type { Units } from "../amountScale";
import type { DatedAmount } from "../terms/loanTerms";
import { assumedRepayment } from "../terms/assumedRepayment";
import { shareDays, type BalanceWorking, type LoanAccount } from "./loanAccount";

/**
 * A line of a working: what it is, how much in currency units (a deduction is negative), and the clause that says so.
 */
export interface BalanceStep {
  readonly label: string;
  readonly amount: Fraction;
  readonly clause: string;
}

/** The day of the balance and the scheduled date on or before it. */
interface Span {
  readonly start: Day;
  readonly day: Day;
}

/**
 * The working of a balance, line by line, as the agreement's own example lays it out: opening balance, what was lent,
 * paid extra or forgiven since, interest, updated loan, share of the next reduction, balance. What the agreement does
 * not add or deduct has no line. Where the agreement leaves its repayment to the law, that stands for its clause.
 *
 * @throws CalculationError `not-available` before the loan begins
 */
export function balanceSteps(account: LoanAccount, day: Day): BalanceStep[] {
  const { terms, scale } = account.loan;
  const working = account.unitsOn(day);
  const assumed = assumedRepayment(terms);
  const step = (label: string, amount: Units, clause: string) => ({
    label,
    amount: scale.currency(amount),
    clause: clause === "" ? assumed : clause,
  });
  if (working.scheduled) {
    return [step(`Loan Balance at ${longDate(day)}`, working.balance, terms.stated?.clause ?? "")];
  }
  const { interest, clause } = terms.betweenDates;
  const share = working.line === account.lines.last ? null : terms.betweenDates.share; // of no further reduction
  const span = { start: account.lines.date(working.line), day };
  // Where the first day counts, the opening balance is that of the evening before.
  const openingDate = interest?.countsLastDay || share?.countsLastDay ? span.start - 1 : span.start;
  const updated = working.opening + working.changes + working.interest;
  return [
    step(`Loan Balance at ${longDate(openingDate)}`, working.opening, clause),
    ...eventSteps(account, span),
    ...(interest ? [step(interestLabel(account, span), working.interest, clause)] : []),
    ...(interest && share ? [step("Updated Loan", updated, clause)] : []),
    ...(share ? [step(shareLabel(account, working, span), 0 - working.share, clause)] : []),
    step("Loan Balance", working.balance, clause),
  ];
}

/** A line for each amount lent, paid extra or forgiven since the scheduled date, by date. */
function eventSteps({ loan: { terms, scale } }: LoanAccount, { start, day }: Span): BalanceStep[] {
  const { advances, extraPayments, forgiveness } = terms.events;
  const lines = (name: string, sign: 1 | -1, events: readonly DatedAmount[]) =>
    events
      .filter(({ date }) => date > start && date <= day)
      .map(({ date, amount }) => ({ date, name, amount: scale.currency(sign * scale.units(amount)) }));
  return [
    ...lines("Advance", 1, advances),
    ...lines("Extra payment", -1, extraPayments),
    ...lines("Forgiven", -1, forgiveness),
  ]
    .sort((a, b) => a.date - b.date)
    .map(({ date, name, amount }) => ({ label: `${name} on ${longDate(date)}`, amount, clause: "" }));
}

/** Interest at 10% from August 1 to September 12, 2000 */
function interestLabel({ loan }: LoanAccount, { start, day }: Span): string {
  const percent = toNumber(times(loan.rates.annualOn(start), fraction(100)));
  return `Interest at ${percent}% from ${shortDate(start, day)} to ${longDate(day)}`;
}

/** Pro Rata Share of Annual Reduction (43/365 x $23,689) */
function shareLabel({ loan, lines }: LoanAccount, { line }: BalanceWorking<Units>, { start, day }: Span): string {
  const { terms, scale } = loan;
  const rule = terms.betweenDates.share;
  const end = lines.date(line + 1);
  const whole = rule === null || rule.basis === "period" ? end - start : rule.basis;
  const days = Math.min(shareDays(rule?.countsLastDay ?? false, start, day), whole);
  const reduction = `${terms.currency}${scale.text(lines.payment(line + 1))}`;
  const isAnnual = civilDate(end).year - civilDate(start).year === 1 && end - start >= 365;
  return `Pro Rata Share of ${isAnnual ? "Annual " : ""}Reduction (${days}/${whole} x ${reduction})`;
}

/** August 1, or with the year where it differs from that of the later date. */
function shortDate(day: Day, later: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return year === civilDate(later).year ? `${MONTH_NAMES[month - 1]} ${dayOfMonth}` : longDate(day);
}
