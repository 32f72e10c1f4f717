/**
 * Takes a loan, compares its payment and each line that its agreement prints with what follows from the terms. Law: a
 * line that follows from the computed lines is no finding; nor is one that follows from the printed lines before it, to
 * a unit of print, where nothing but the table says what is paid.
 */
import { longDate } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import { CENT } from "../../number/roundingRule";
import { interestUnits } from "../account/interest";
import { netEventsBetween, type Basis } from "../account/scheduledBalances";
import { toStep, type Units } from "../amountScale";
import type { Loan } from "../loan";
import { keepsInterestApart } from "../repayment/statedPayments";
import type { StatedRow } from "../terms/agreement";
import { causeByDigits, causeOfBalance, causeOfPayment, causeOfReduction, repayingPayment } from "./causes";
import { amountFinding, dateFinding, printedStep, type Finding } from "./finding";

/** Where the payment and the schedule that an agreement prints do not follow from its terms, line by line. */
export function scheduleFindings(loan: Loan): Finding[] {
  return [
    ...paymentFinding(loan),
    ...(loan.terms.stated?.rows ?? []).flatMap((row, line) => lineFindings(loan, row, line)),
  ];
}

/** A level payment that the agreement states, beside the one that repays the loan in the payments that it states. */
function paymentFinding(loan: Loan): Finding[] {
  const { method, payment, dates, rounding } = loan.terms;
  const isOpen = dates.count === null && dates.maturityDate === null;
  if (payment.amount === null || isOpen || method !== "levelPayment" || payment.paymentChanges.length > 0) return [];
  const { scale } = loan.schedule.loan;
  const step = scale.step(rounding.payment ?? CENT);
  const stated = scale.units(payment.amount);
  const computed = toStep(repayingPayment(loan.terms), step);
  if (Math.abs(stated - computed) < step.units) return [];
  const cause = causeOfPayment(loan, stated, computed, step);
  return [amountFinding(scale, { clause: "", what: "Payment", stated, computed, cause })];
}

/** Whether a line foots is asked where it has the date of a payment and its balance is no finding itself. */
function lineFindings(loan: Loan, row: StatedRow, line: number): Finding[] {
  const date = lineDateFinding(loan, line);
  const reduction = row.reduction ? reductionFinding(loan, line) : [];
  const isDated = line > 0 && isOnPaymentDate(loan, line) && isOnPaymentDate(loan, line - 1);
  // Interest that a payment leaves unpaid is owed apart: no printed balance could show whether the line foots.
  const unfooted = isDated && !keepsInterestApart(loan.terms) ? footingFinding(loan, line) : [];
  const follows = isDated && unfooted.length === 0 && loan.terms.method === "statedPayments";
  const balance = row.balance && !follows ? balanceFinding(loan, line) : [];
  const footing = balance.length === 0 ? unfooted : [];
  return [...date, ...balance, ...reduction, ...footing, ...(isDated ? partFindings(loan, row, line) : [])];
}

/** On it the balance is the schedule's, without interest that is not due yet. */
function isOnPaymentDate(loan: Loan, line: number): boolean {
  return line === 0 || loan.schedule.dates.includes(loan.account("stated").lines.date(line));
}

/** A schedule with a line for each payment has the dates of the payments. */
function lineDateFinding(loan: Loan, line: number): Finding[] {
  const { lines } = loan.account("stated");
  const { dates } = loan.schedule;
  const stated = lines.date(line);
  const computed = dates[line - 1]; // none of line 0, the start
  if (computed === undefined || lines.last !== dates.length || dates.includes(stated)) return [];
  const what = `Date of the line of ${longDate(stated)}`;
  return [dateFinding({ clause: clauseOf(loan), what, stated, computed, cause: "No payment falls due on it" })];
}

function balanceFinding(loan: Loan, line: number): Finding[] {
  const stated = loan.account("stated").lines.balance(line);
  const computed = loan.account("computed").lines.balance(line);
  if (stated === computed) return [];
  const what = `Balance on ${dateOf(loan, line)}`;
  return [amountOfLine(loan, what, { stated, computed, cause: causeOfBalance(loan, line, stated) })];
}

function reductionFinding(loan: Loan, line: number): Finding[] {
  const stated = loan.account("stated").lines.payment(line);
  const computed = loan.account("computed").lines.payment(line);
  if (stated === computed || loan.terms.method === "statedPayments") return [];
  const what = `Reduction on ${dateOf(loan, line)}`;
  return [amountOfLine(loan, what, { stated, computed, cause: causeOfReduction(loan, line, stated) })];
}

/**
 * A line foots when the balance before it, what moved it since, interest, and its reduction give its balance, to a
 * unit of print.
 */
function footingFinding(loan: Loan, line: number): Finding[] {
  const { lines } = loan.account("stated");
  const opening = lines.balance(line - 1);
  const stated = lines.balance(line);
  const computed = opening + netEventsOf(loan, line) + interestOf(loan, line, "stated") - lines.payment(line);
  if (Math.abs(stated - computed) <= printedStep(loan).units) return [];
  const earlier = opening - loan.account("computed").lines.balance(line - 1);
  const cause =
    earlier === 0
      ? "Interest since the line before, less the reduction, gives another balance"
      : carriedCause(loan, earlier);
  return [amountOfLine(loan, `Footing of the line of ${dateOf(loan, line)}`, { stated, computed, cause })];
}

function carriedCause(loan: Loan, difference: Units): string {
  const text = loan.schedule.loan.scale.text(Math.abs(difference));
  return `The balance before it is ${difference > 0 ? "over" : "under"}stated by ${text}`;
}

/** A figure that a line prints besides, what it is by the computed balances, and what else it may follow from. */
interface PrintedPart {
  readonly what: string;
  readonly printed: Fraction | undefined;
  readonly computed: Units;
  readonly orElse: readonly Units[];
}

/**
 * What a line prints besides: the balance before it, and the parts of its payment, each to a unit of print. Each may
 * follow from the computed balances or from the printed ones, so that one wrong balance is not told of again; and the
 * principal from the interest that the line prints.
 */
function partFindings(loan: Loan, { opening, interest, principal, reduction }: StatedRow, line: number): Finding[] {
  const { lines: printedLines } = loan.account("stated");
  const computed = interestOf(loan, line, "computed");
  const onPrinted = interestOf(loan, line, "stated");
  const printedInterest = interest ? [loan.schedule.loan.scale.units(interest)] : [];
  const paid = printedLines.payment(line);
  const parts: readonly PrintedPart[] = [
    {
      what: "Opening balance",
      printed: opening,
      computed: loan.account("computed").lines.balance(line - 1),
      orElse: [printedLines.balance(line - 1)],
    },
    { what: "Interest", printed: interest, computed, orElse: [onPrinted] },
    {
      what: "Principal",
      printed: reduction ? principal : undefined,
      computed: paid - computed,
      orElse: [onPrinted, ...printedInterest].map((part) => paid - part),
    },
  ];
  return parts.flatMap((part) => partFinding(loan, line, part));
}

function partFinding(loan: Loan, line: number, { what, printed, computed, orElse }: PrintedPart): Finding[] {
  if (!printed) return [];
  const stated = loan.schedule.loan.scale.units(printed);
  const { units: unitOfPrint } = printedStep(loan);
  if ([computed, ...orElse].some((amount) => Math.abs(stated - amount) <= unitOfPrint)) return [];
  const cause = causeByDigits(loan, stated, computed);
  return [amountOfLine(loan, `${what} of the line of ${dateOf(loan, line)}`, { stated, computed, cause })];
}

/** Interest from the line before on, on the balances that are printed or on those computed, as it would be printed. */
function interestOf(loan: Loan, line: number, basis: Basis): Units {
  const account = loan.account(basis);
  const interest = interestUnits(account, account.lines.date(line - 1), account.lines.date(line));
  return toStep(interest, printedStep(loan));
}

/** What is lent, less what is paid extra or forgiven, since the line before. */
function netEventsOf(loan: Loan, line: number): Units {
  const { lines } = loan.account("stated");
  return netEventsBetween(loan.terms.events, loan.schedule.loan.scale, lines.date(line - 1), lines.date(line));
}

function amountOfLine(
  loan: Loan,
  what: string,
  found: { readonly stated: Units; readonly computed: Units; readonly cause: string },
): Finding {
  return amountFinding(loan.schedule.loan.scale, { clause: clauseOf(loan), what, ...found });
}

function dateOf(loan: Loan, line: number): string {
  return longDate(loan.account("stated").lines.date(line));
}

function clauseOf({ terms }: Loan): string {
  return terms.stated?.clause ?? "";
}
