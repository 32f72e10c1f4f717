import type { Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import { inUnits, stepOf, toStep, type Units } from "../amountScale";
import type { LoanSchedule } from "../schedule/loanSchedule";
import { netChange } from "../resolved/balanceEvents";
import type { StatedRow, StatedSchedule } from "../terms/agreement";
import type { DatedAmount, LoanTerms } from "../terms/loanTerms";

/** Which figures bind: those that the agreement prints, or those recomputed from its terms. */
export type Basis = "stated" | "computed";

/**
 * The scheduled dates of a loan with the balance on each: the lines of the schedule that the agreement prints, or,
 * when it prints none, every payment date. The first is the start, without a reduction.
 */
export interface Statement {
  readonly decimals: number;
  readonly dates: Int32Array;
  /** The reduction or payment that falls on each date. */
  readonly reductions: Float64Array;
  /** The balance after it. */
  readonly balances: Float64Array;
}

export function statement(terms: LoanTerms, schedule: LoanSchedule, basis: Basis): Statement {
  return terms.stated ? statedStatement(terms.stated, schedule, basis) : scheduleStatement(terms, schedule);
}

function scheduleStatement(terms: LoanTerms, schedule: LoanSchedule): Statement {
  const { decimals, dates, payments, closings } = schedule;
  return {
    decimals,
    dates: Int32Array.of(terms.startDate, ...dates),
    reductions: Float64Array.of(0, ...payments),
    balances: Float64Array.of(inUnits(terms.principal, decimals) + onStart(terms, schedule), ...closings),
  };
}

/** What changes of the day of the loan itself add to its balance. */
function onStart({ startDate }: LoanTerms, { changes }: LoanSchedule): Units {
  return netChange((changes.get(0) ?? []).filter(({ date }) => date === startDate));
}

/** A figure that the agreement does not print is recomputed, to the precision of those that it does. */
function statedStatement(stated: StatedSchedule, schedule: LoanSchedule, basis: Basis): Statement {
  const { decimals } = schedule;
  const step = stepOf(stated.rounding, decimals);
  const binding = (printed: StatedRow["balance"], computed: Units) =>
    basis === "stated" && printed !== null ? inUnits(printed, decimals) : toStep(computed, step);
  const { rows } = stated;
  return {
    decimals,
    dates: Int32Array.from(rows, (row) => row.date),
    reductions: Float64Array.from(rows, (row, index) =>
      binding(row.reduction, paidBetween(schedule, rows[index - 1]?.date ?? row.date, row.date)),
    ),
    balances: Float64Array.from(rows, (row) => binding(row.balance, principalOn(schedule, row.date))),
  };
}

/** What is paid after one day, up to and including another. */
function paidBetween({ dates, payments }: LoanSchedule, after: Day, until: Day): Units {
  return payments.subarray(dueBy(dates, after), dueBy(dates, until)).reduce((paid, payment) => paid + payment, 0);
}

/** What is lent, less what is paid extra or forgiven, after one day, up to and including another. */
export function changesBetween({ changes }: LoanTerms, decimals: number, after: Day, until: Day): Units {
  const isWithin = ({ date }: DatedAmount) => date > after && date <= until;
  const sumOf = (list: readonly DatedAmount[]) =>
    list.filter(isWithin).reduce((sum, { amount }) => sum + inUnits(amount, decimals), 0);
  return sumOf(changes.advances) - sumOf(changes.extraPayments) - sumOf(changes.forgiveness);
}

/** The principal outstanding at the end of a day. */
function principalOn({ dates, openings, closings }: LoanSchedule, day: Day): Units {
  const paid = dueBy(dates, day);
  return (paid === 0 ? openings[0] : closings[paid - 1]) ?? 0;
}
