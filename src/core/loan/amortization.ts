import { decimalsOf, inUnits, stepOf, toStep, type Units } from "./amount";
import { installmentPlan } from "./installments";
import { changesByPeriod, interestMeter, netChange, type PeriodChange } from "./periodInterest";
import type { LoanPeriod } from "./periods";
import type { LoanSchedule } from "./schedule";
import type { LoanTerms } from "./terms";

export interface Settlement {
  /** The last payment leaves nothing; otherwise what rounding left stays outstanding. */
  readonly settles: boolean;
  /** Added to the first payment of principal. */
  readonly firstExtra: Units;
}

/**
 * Runs the terms through their periods; ends early when the balance is repaid. A balance that is rounded is so from the
 * unrounded interest and payment, and what is paid is then what the posted figures leave.
 */
export function amortize(terms: LoanTerms, periods: readonly LoanPeriod[], settlement: Settlement): LoanSchedule {
  const decimals = decimalsOf(terms);
  const changes = changesByPeriod(terms, periods, decimals);
  const lastAdvance = Math.max(-1, ...[...changes].flatMap(([index, list]) => (list.some(isAdvance) ? [index] : [])));
  const interestFor = interestMeter(terms, periods, changes, decimals);
  const paymentFor = installmentPlan(terms, periods, changes, decimals, settlement);
  const balanceStep = stepOf(terms.rounding.balance, decimals);
  const dates = new Int32Array(periods.length);
  const openings = new Float64Array(periods.length);
  const interests = new Float64Array(periods.length);
  const payments = new Float64Array(periods.length);
  const closings = new Float64Array(periods.length);
  const roundsBalance = balanceStep.units > 1;
  let balance = inUnits(terms.principal, decimals);
  let unpaid = 0; // interest of earlier periods that is not due yet
  let count = 0;
  for (const period of periods) {
    const interest = interestFor(count, balance);
    const isDue = period.paysInterest || period.capitalizes;
    const posted = isDue ? unpaid + interest.posted : 0;
    const due = isDue && roundsBalance ? unpaid + interest.unrounded : posted;
    const moved = changes.get(count) ?? NO_CHANGES;
    const net = netChange(moved);
    const netWithin = moved === NO_CHANGES ? 0 : netChange(moved.filter(({ date }) => date < period.end));
    const payment = paymentFor({ index: count, opening: balance, unpaid, due, net, netWithin, interest });
    const closing = toStep(balance + due + net - payment, balanceStep);
    dates[count] = period.date;
    openings[count] = balance;
    interests[count] = posted;
    payments[count] = balance + posted + net - closing;
    closings[count] = closing;
    balance = closing;
    unpaid = isDue ? 0 : unpaid + interest.posted;
    count += 1;
    if (balance === 0 && unpaid === 0 && count > lastAdvance) break;
  }
  const upTo = (column: Float64Array) => column.subarray(0, count);
  const used = periods.slice(0, count);
  return {
    decimals,
    periods: used,
    dates: dates.subarray(0, count),
    openings: upTo(openings),
    interests: upTo(interests),
    payments: upTo(payments),
    closings: upTo(closings),
    changes,
  };
}

const NO_CHANGES: readonly PeriodChange[] = [];

function isAdvance({ advance }: PeriodChange): boolean {
  return advance > 0;
}
