/**
 * Takes a loan with what was received and charged, tells where that is not what was due. Law: a payment that was made in
 * full by its date, or within the days of grace, is not found.
 */
import { longDate, type Day } from "../../calendar/civilDate";
import { ZERO } from "../../number/fraction";
import { CENT } from "../../number/roundingRule";
import { timesRatio, toStep, type Units } from "../amountScale";
import { metPayments, type MetPayment } from "../ledger/arrears";
import type { Ledger } from "../ledger/ledger";
import type { Loan } from "../loan";
import type { LateChargeTerms } from "../terms/ledgerTerms";
import { amountFinding, dateFinding, type Finding } from "./finding";

/**
 * What was paid beside what was due, by the last line of the ledger: each payment that came late or short, what is in
 * arrears and since when, and late charges that the agreement does not ask, or asks in vain. Stated is what was due, or
 * what was charged; computed what was paid, or what the agreement charges.
 */
export function paymentFindings({ ledger }: Loan): Finding[] {
  if (!ledger) return [];
  const graceDays = ledger.terms.lateCharge?.graceDays ?? 0;
  const met = metPayments(ledger, { until: ledger.lastDay, graceDays });
  return [
    ...met.flatMap((payment) => paymentFinding(ledger, payment, graceDays)),
    ...arrearsFinding(ledger),
    ...lateChargeFindings(ledger, met),
  ];
}

/** A payment that came late, or has not come in full. */
function paymentFinding({ terms, loan, lastDay }: Ledger, payment: MetPayment, graceDays: number): Finding[] {
  const { date, amount, received, paidOn } = payment;
  const what = `Payment due on ${longDate(date)}`;
  if (paidOn !== null) {
    if (paidOn <= date + graceDays) return [];
    return [dateFinding({ clause: terms.clause, what, stated: date, computed: paidOn, cause: lateBy(paidOn - date) })];
  }
  if (lastDay <= date + graceDays) return [];
  const how = received === 0 ? "Not paid" : "Paid short";
  const cause = `${how}: ${lateBy(lastDay - date).toLowerCase()} on ${longDate(lastDay)}`;
  return [amountFinding(loan.scale, { clause: terms.clause, what, stated: amount, computed: received, cause })];
}

function lateBy(days: number): string {
  return days === 1 ? "1 day late" : `${days} days late`;
}

/** What is overdue on the day of the last line: what was due by then beside what was received for it. */
function arrearsFinding(ledger: Ledger): Finding[] {
  const { lastDay, loan, terms } = ledger;
  const { arrears } = ledger.standingOn(lastDay);
  if (arrears === null) return [];
  const due = ledger.due.totalBy(lastDay);
  const what = `Arrears on ${longDate(lastDay)}`;
  const cause = `Since ${longDate(arrears.since)}: ${lateBy(arrears.daysLate)}`;
  return [
    amountFinding(loan.scale, { clause: terms.clause, what, stated: due, computed: due - arrears.amount, cause }),
  ];
}

interface LateCharge {
  readonly due: Day;
  /** The last day of grace. */
  readonly graceEnd: Day;
  readonly amount: Units;
}

/** Late charges by the agreement beside those of the ledger, in order: each is for the first late payment before it. */
function lateChargeFindings(ledger: Ledger, met: readonly MetPayment[]): Finding[] {
  const { lateCharge } = ledger.terms;
  if (!lateCharge || (lateCharge.rate === null && lateCharge.amount === null)) return [];
  const { scale } = ledger.loan;
  const asked = lateChargesAsked(ledger, lateCharge, met);
  const finding = (date: Day, [stated, computed]: readonly [Units, Units], cause: string) =>
    amountFinding(scale, {
      clause: lateCharge.clause,
      what: `Late charge on ${longDate(date)}`,
      stated,
      computed,
      cause,
    });
  let next = 0;
  const charged = ledger.entries.flatMap(({ kind, date, amount }) => {
    if (kind !== "lateCharge") return [];
    const asks = asked[next];
    if (!asks || asks.graceEnd >= date) return [finding(date, [amount, 0], "No payment was late by then")];
    next += 1;
    if (asks.amount === amount) return [];
    return [finding(date, [amount, asks.amount], `Of the payment due on ${longDate(asks.due)}`)];
  });
  const missing = asked
    .slice(next)
    .map(({ due, graceEnd, amount }) =>
      finding(graceEnd + 1, [0, amount], `Not charged, of the payment due on ${longDate(due)}`),
    );
  return [...charged, ...missing];
}

/** What the agreement charges for each payment that was not made in full within the days of grace, to the cent. */
function lateChargesAsked({ loan, lastDay }: Ledger, terms: LateChargeTerms, met: readonly MetPayment[]): LateCharge[] {
  const { scale } = loan;
  const cent = scale.step(CENT);
  return met.flatMap(({ date, amount, inTime }) => {
    const graceEnd = date + terms.graceDays;
    if (inTime >= amount || graceEnd >= lastDay) return [];
    const charge = terms.rate
      ? timesRatio(amount - inTime, terms.rate, cent)
      : toStep(scale.units(terms.amount ?? ZERO), cent);
    return [{ due: date, graceEnd, amount: charge }];
  });
}
