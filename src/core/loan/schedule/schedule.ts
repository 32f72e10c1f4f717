/** Takes terms, makes their schedule, or says why they make none. Law: a schedule repays what was lent, once. */
import { dateAt } from "../../calendar/dateSeries";
import { longDate, type Day } from "../../calendar/civilDate";
import { yearFractionOf } from "../../calendar/frequency";
import { MAX_PERIODS } from "../../calendar/paymentDates";
import { CalculationError, inWords } from "../../errors";
import { toNumber } from "../../number/fraction";
import { amountAt } from "../columns";
import { netOf } from "../resolved/balanceEvents";
import { amortizedPayments } from "../resolved/amortizedLoan";
import { resolveLoan } from "../resolved/resolvedLoan";
import { withoutEventsAfter } from "../terms/knownEvents";
import type { LoanTerms } from "../terms/loanTerms";
import type { Settlement } from "../repayment/repayment";
import { amortize } from "./amortize";
import { requireBalloonLeft, requireEndOfBalloon } from "./givenBalloon";
import { lastClosing, type LoanSchedule } from "./loanSchedule";
import { endsInResidue } from "./residue";

/**
 * The schedule that follows from terms.
 *
 * @throws CalculationError `out-of-range` when the terms make none: a loan that is never repaid, a payment below its
 * interest, more than 5,000 payments, an event after the last payment, more paid or forgiven than is owed, a payment and a
 * balloon that do not repay it;
 * `invalid-input` when nothing says what ends the loan
 */
export function loanSchedule(terms: LoanTerms): LoanSchedule {
  const schedule = settledSchedule(terms);
  requireBalloonLeft(schedule, settledSchedule);
  const { bounds } = schedule.loan.periods;
  requireEventsWithin(terms, dateAt(bounds, bounds.length - 1));
  requireOwed(schedule);
  requireOwedBeforeAdvances(schedule);
  return schedule;
}

/**
 * What rounding leaves goes to the payment that the agreement names: for the first, a trial run tells how much it is. It is
 * never a payment of its own, unless the number of payments that the agreement states asks for one.
 */
function settledSchedule(terms: LoanTerms): LoanSchedule {
  const loan = resolveLoan(terms, terms.dates.count ?? periodsOf(terms));
  const { residue } = terms.rounding;
  if (residue === "none") return amortize(loan, UNSETTLED);
  const settledIn = loan.periods.count - 1;
  const trial = residue === "first" ? amortize(loan, UNSETTLED) : null;
  const firstExtra = trial ? lastClosing(trial) : 0;
  const schedule = amortize(loan, { settledIn, firstExtra });
  const last = schedule.dates.length - 1;
  const isAsStated = last === settledIn && !isOpen(terms) && loan.events.size === 0;
  return isAsStated || !endsInResidue(schedule) ? schedule : amortize(loan, { settledIn: last - 1, firstExtra });
}

const UNSETTLED: Settlement = { settledIn: null, firstExtra: 0 };

/** The payment that is given says how many there are. */
function isOpen({ dates, payment }: LoanTerms): boolean {
  return dates.count === null && dates.maturityDate === null && payment.amount !== null;
}

/** The payments in number where the terms do not say it; null where their dates settle it. */
function periodsOf(terms: LoanTerms): number | null {
  return terms.method === "onDemand" ? periodsUntilLastEvent(terms) : paymentsUntilRepaid(terms);
}

/** A loan on demand runs on: its periods reach beyond all that happens on it. */
function periodsUntilLastEvent({ startDate, dates, events, interest, ledger }: LoanTerms): number {
  const lists = [...Object.values(events), interest.rateChanges, ledger?.lines ?? []];
  const last = Math.max(startDate, ...lists.map((list) => list.at(-1)?.date ?? startDate));
  const { numerator, denominator } = yearFractionOf(dates.frequency);
  const periods = Math.ceil(((last - startDate) * Number(denominator)) / (365 * Number(numerator)));
  return Math.min(periods + 2, MAX_PERIODS);
}

/** Payments until a given payment has repaid the loan; null where the dates settle their number. */
function paymentsUntilRepaid(terms: LoanTerms): number | null {
  const { dates, payment, method } = terms;
  if (dates.maturityDate !== null || method === "statedPayments") return null;
  if (payment.amount === null || method === "ruleOf78") {
    const amortized = amortizedPayments(terms);
    if (amortized !== null) return amortized;
    const rule = "must say what ends it: the number of payments, a term, the maturity date, or the payment";
    throw new CalculationError("invalid-input", "loan", rule, null);
  }
  requireEndOfBalloon(terms);
  for (let count = 60; ; count = Math.min(4 * count, MAX_PERIODS)) {
    const trial = amortize(resolveLoan(terms, count), UNSETTLED);
    if (lastClosing(trial) === 0) return trial.dates.length;
    if (count === MAX_PERIODS) break;
  }
  const rule = `must repay the loan within ${MAX_PERIODS} payments`;
  throw new CalculationError("out-of-range", "payment", rule, toNumber(payment.amount));
}

/** Refuses what is paid or forgiven beyond what is owed; less than half a cent is what rounding left. */
function requireOwed({ loan, payments }: LoanSchedule): void {
  const { scale } = loan;
  for (const [index, events] of loan.events) {
    const last = events.findLast(({ advance }) => advance === 0);
    const excess = index < payments.length ? -amountAt(payments, index) : 0;
    if (!last || excess * 200 < scale.one) continue;
    const field = last.extraPayment > 0 ? "extraPayments" : "forgiveness";
    const rule = `must be no more than is owed on ${longDate(last.date)} (LOANPAYOFF of the loan without it tells how much)`;
    throw new CalculationError("out-of-range", field, rule, inWords(scale.text(-netOf([last]))));
  }
}

/**
 * An advance does not make good what was overpaid before it in the same period: as the loan is known on the day of that
 * payment, it is overpaid.
 */
function requireOwedBeforeAdvances({ loan, openings }: LoanSchedule): void {
  for (const [index, events] of loan.events) {
    if (index >= openings.length || events.every(({ advance }) => advance === 0)) continue;
    let owed = amountAt(openings, index);
    for (const event of events) {
      owed += netOf([event]);
      // Interest until that day may be owed besides, so the schedule of the loan as it is known then decides.
      if (owed < 0) requireOwed(settledSchedule(withoutEventsAfter(loan.terms, event.date)));
    }
  }
}

function requireEventsWithin({ events }: LoanTerms, end: Day): void {
  for (const field of ["extraPayments", "advances", "forgiveness"] as const) {
    const late = events[field].find(({ date }) => date > end);
    if (!late) continue;
    const rule = `must not be after the last payment, ${longDate(end)}`;
    throw new CalculationError("out-of-range", field, rule, inWords(longDate(late.date)));
  }
}
