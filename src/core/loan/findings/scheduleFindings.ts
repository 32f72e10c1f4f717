import { longDate, type Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import type { StatedRow } from "../terms/agreement";
import { CENT } from "../../number/roundingRule";
import { inUnits, stepOf, toStep, type Step, type Units } from "../amountScale";
import { causeByDigits, causeOfBalance, causeOfPayment, causeOfReduction, levelPaymentOf } from "./causes";
import { amounts, dates, type Finding } from "./finding";
import { interestBetween } from "../account/interest";
import type { Loan } from "../loan";
import { moneyText } from "../moneyText";
import { changesBetween, type Basis } from "../account/scheduledBalances";

/** Where the payment and the schedule that an agreement prints do not follow from its terms, line by line. */
export function scheduleFindings(loan: Loan): Finding[] {
  return [
    ...paymentFinding(loan),
    ...(loan.terms.stated?.rows ?? []).flatMap((row, line) => lineFindings(loan, row, line)),
  ];
}

/** A level payment that the agreement states, beside the one that repays the loan in the payments that it states. */
function paymentFinding(loan: Loan): Finding[] {
  const { terms, schedule } = loan;
  const { amount } = terms.payment;
  const isOpen = terms.dates.count === null && terms.dates.maturityDate === null;
  if (amount === null || isOpen || terms.method !== "levelPayment" || terms.payment.changes.length > 0) return [];
  const cent = stepOf(terms.rounding.payment ?? CENT, schedule.decimals);
  const stated = inUnits(amount, schedule.decimals);
  const computed = toStep(levelPaymentOf(terms), cent);
  if (Math.abs(stated - computed) < cent.units) return [];
  return [amounts("", "Payment", stated, computed, causeOfPayment(loan, stated, computed, cent))];
}

/** A line is footed where its dates are those of payments and its balance needs no finding of its own. */
function lineFindings(loan: Loan, row: StatedRow, line: number): Finding[] {
  const date = dateFinding(loan, line);
  const balance = row.balance ? balanceFinding(loan, line) : [];
  const reduction = row.reduction ? reductionFinding(loan, line) : [];
  const isDated = line > 0 && date.length + dateFinding(loan, line - 1).length === 0;
  const footing = isDated && balance.length === 0 ? footingFinding(loan, line) : [];
  return [...date, ...balance, ...reduction, ...footing, ...(isDated ? partFindings(loan, row, line) : [])];
}

/** A schedule with a line for each payment has the dates of the payments. */
function dateFinding({ terms, schedule }: Loan, line: number): Finding[] {
  const rows = terms.stated?.rows ?? [];
  const { date } = rows[line] as StatedRow;
  if (line === 0 || rows.length - 1 !== schedule.dates.length || schedule.dates.includes(date)) return [];
  const due = schedule.dates[line - 1] as Day;
  return [
    dates(terms.stated?.clause ?? "", `Date of the line of ${longDate(date)}`, date, due, "No payment falls due on it"),
  ];
}

function balanceFinding(loan: Loan, line: number): Finding[] {
  const statement = loan.lookup("stated").statement;
  const stated = statement.balances[line] as number;
  const computed = loan.lookup("computed").statement.balances[line] as number;
  if (stated === computed) return [];
  const what = `Balance on ${longDate(statement.dates[line] as number)}`;
  return [amounts(clauseOf(loan), what, stated, computed, causeOfBalance(loan, line, stated))];
}

function reductionFinding(loan: Loan, line: number): Finding[] {
  const statement = loan.lookup("stated").statement;
  const stated = statement.reductions[line] as number;
  const computed = loan.lookup("computed").statement.reductions[line] as number;
  if (stated === computed || loan.terms.method === "statedPayments") return [];
  const what = `Reduction on ${longDate(statement.dates[line] as number)}`;
  return [amounts(clauseOf(loan), what, stated, computed, causeOfReduction(loan, line, stated))];
}

/** A line foots when the balance before it, what moved it since, interest, and its reduction give its balance, to a unit of print. */
function footingFinding(loan: Loan, line: number): Finding[] {
  const { dates: days, balances, reductions } = loan.lookup("stated").statement;
  const opening = balances[line - 1] as number;
  const step = printedStep(loan);
  const stated = balances[line] as number;
  const footed =
    opening + changesOfLine(loan, line) + interestOfLine(loan, line, "stated") - (reductions[line] as number);
  if (Math.abs(stated - footed) <= step.units) return [];
  const earlier = opening - (loan.lookup("computed").statement.balances[line - 1] as number);
  const cause =
    earlier === 0
      ? "Interest since the line before, less the reduction, gives another balance"
      : carriedCause(loan, earlier);
  return [amounts(clauseOf(loan), `Footing of the line of ${longDate(days[line] as number)}`, stated, footed, cause)];
}

function carriedCause(loan: Loan, difference: Units): string {
  const text = moneyText(Math.abs(difference), loan.schedule.decimals);
  return `The balance before it is ${difference > 0 ? "over" : "under"}stated by ${text}`;
}

/**
 * What a line prints besides: the balance before it, and the parts of its payment, each to a unit of print. It may
 * follow from the printed balances or from the computed ones, so that one wrong balance is not told of again.
 */
function partFindings(loan: Loan, { opening, interest, principal, reduction }: StatedRow, line: number): Finding[] {
  const { statement } = loan.lookup("stated");
  const units = (amount: Fraction) => inUnits(amount, statement.decimals);
  const ofInterest = BASES.map((basis) => interestOfLine(loan, line, basis));
  const ofPrincipal = [...(interest ? [units(interest)] : []), ...ofInterest].map(
    (part) => (statement.reductions[line] as number) - part,
  );
  const part = (what: string, printed: Fraction | undefined, found: readonly Units[]): Finding[] => {
    const stated = printed ? units(printed) : null;
    if (stated === null || found.some((amount) => Math.abs(stated - amount) <= printedStep(loan).units)) return [];
    const computed = found.at(-1) as Units;
    const words = `${what} of the line of ${longDate(statement.dates[line] as number)}`;
    return [amounts(clauseOf(loan), words, stated, computed, causeByDigits(loan, stated, computed))];
  };
  return [
    ...part(
      "Opening balance",
      opening,
      BASES.map((basis) => loan.lookup(basis).statement.balances[line - 1] as number),
    ),
    ...part("Interest", interest, ofInterest),
    ...(reduction ? part("Principal", principal, ofPrincipal) : []),
  ];
}

const BASES: readonly Basis[] = ["stated", "computed"];

/** Interest from the line before on, on the balances that are printed or on those computed. */
function interestOfLine(loan: Loan, line: number, basis: Basis): Units {
  const lookup = loan.lookup(basis);
  const { dates: days } = lookup.statement;
  return toStep(interestBetween(lookup, days[line - 1] as number, days[line] as number), printedStep(loan));
}

/** What is lent, paid extra or forgiven since the line before. */
function changesOfLine({ terms, lookup }: Loan, line: number): Units {
  const { dates: days, decimals } = lookup("stated").statement;
  return changesBetween(terms, decimals, days[line - 1] as number, days[line] as number);
}

function printedStep({ terms, schedule }: Loan): Step {
  return stepOf(terms.stated?.rounding ?? null, schedule.decimals);
}

function clauseOf({ terms }: Loan): string {
  return terms.stated?.clause ?? "";
}
