import { longDate, MONTH_NAMES, civilDate, type Day } from "../../calendar/civilDate";
import { toNumber, times, fraction } from "../../number/fraction";
import { balanceWorking, shareDays, type BalanceWorking } from "./loanAccount";
import type { BalanceLookup } from "./accrualSegments";
import { rateOn } from "../resolved/periodRates";
import { moneyText } from "../moneyText";
import { inUnits, type Units } from "../amountScale";
import type { DatedAmount } from "../terms/loanTerms";

/** A line of a working: what it is, how much (a deduction is negative), and the clause that says so. */
export interface BalanceStep {
  readonly label: string;
  readonly amount: Units;
  readonly clause: string;
}

/**
 * The working of a balance, line by line, as the agreement's own example lays it out: opening balance, interest,
 * updated loan, share of the next reduction, balance. What the agreement does not add or deduct has no line.
 */
export function balanceSteps(lookup: BalanceLookup, day: Day): BalanceStep[] {
  const { terms } = lookup;
  const working = balanceWorking(lookup, day);
  if (working.scheduled) {
    const clause = terms.stated?.clause ?? "";
    return [{ label: `Loan Balance at ${longDate(day)}`, amount: working.balance, clause }];
  }
  const { interest, share, clause } = terms.betweenDates;
  const start = lookup.statement.dates[working.line] ?? day;
  // Where the first day counts, the opening balance is that of the evening before.
  const openingDate = interest?.countsLastDay || share?.countsLastDay ? start - 1 : start;
  const updated = working.opening + working.changes + working.interest;
  return [
    { label: `Loan Balance at ${longDate(openingDate)}`, amount: working.opening, clause },
    ...changeSteps(lookup, start, day),
    ...(interest ? [{ label: interestLabel(lookup, start, day), amount: working.interest, clause }] : []),
    ...(interest && share ? [{ label: "Updated Loan", amount: updated, clause }] : []),
    ...(share ? [{ label: shareLabel(lookup, working, start, day), amount: 0 - working.share, clause }] : []),
    { label: "Loan Balance", amount: working.balance, clause },
  ];
}

/** A line for each amount lent, paid extra or forgiven since the scheduled date. */
function changeSteps({ terms, statement }: BalanceLookup, start: Day, day: Day): BalanceStep[] {
  const { advances, extraPayments, forgiveness } = terms.changes;
  const lines = (name: string, sign: 1 | -1, changes: readonly DatedAmount[]) =>
    changes
      .filter(({ date }) => date > start && date <= day)
      .map(({ date, amount }) => ({
        date,
        label: `${name} on ${longDate(date)}`,
        amount: sign * inUnits(amount, statement.decimals),
        clause: "",
      }));
  return [
    ...lines("Advance", 1, advances),
    ...lines("Extra payment", -1, extraPayments),
    ...lines("Forgiven", -1, forgiveness),
  ]
    .sort((a, b) => a.date - b.date)
    .map(({ label, amount, clause }) => ({ label, amount, clause }));
}

/** Interest at 10% from August 1 to September 12, 2000 */
function interestLabel({ terms }: BalanceLookup, start: Day, day: Day): string {
  const percent = toNumber(times(rateOn(terms.interest, start), fraction(100)));
  return `Interest at ${percent}% from ${shortDate(start, day)} to ${longDate(day)}`;
}

/** Pro Rata Share of Annual Reduction (43/365 x $23,689) */
function shareLabel({ terms, statement }: BalanceLookup, { line }: BalanceWorking, start: Day, day: Day): string {
  const rule = terms.betweenDates.share;
  const end = statement.dates[line + 1] ?? start;
  const whole = rule === null || rule.basis === "period" ? end - start : rule.basis;
  const days = Math.min(shareDays(rule?.countsLastDay ?? false, start, day), whole);
  const reduction = `${terms.currency}${moneyText(statement.reductions[line + 1] ?? 0, statement.decimals)}`;
  const annual = civilDate(end).year - civilDate(start).year === 1 && end - start >= 365 ? "Annual " : "";
  return `Pro Rata Share of ${annual}Reduction (${days}/${whole} x ${reduction})`;
}

/** August 1, or with the year where it differs from that of the later date. */
function shortDate(day: Day, later: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return year === civilDate(later).year ? `${MONTH_NAMES[month - 1]} ${dayOfMonth}` : longDate(day);
}
