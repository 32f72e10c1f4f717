import { longDate, type Day } from "../calendar/civilDate";
import { CalculationError } from "../errors";
import { fraction } from "../number/fraction";
import type { ExampleLine, StatedFigure } from "./agreement";
import { inUnits, stepOf, toStep, type Units } from "./amount";
import { balanceWorking, type BalanceWorking } from "./balance";
import { causeOfBalance, causeOfPayment, causeOfReduction, levelPaymentOf, NOT_REPRODUCED } from "./causes";
import { interestReadings, shareReadings } from "./exampleReadings";
import { interestBetween } from "./interest";
import type { Loan } from "./loan";
import { moneyText } from "./moneyText";
import type { RoundingRule } from "./terms";

/** Something that an agreement states, beside what follows from the rest of it. */
export interface Finding {
  readonly clause: string;
  readonly what: string;
  readonly stated: FindingValue;
  readonly computed: FindingValue;
  /** Stated less computed: an amount, or days. */
  readonly difference: FindingValue;
  readonly cause: string;
}

export type FindingValue = { readonly amount: Units } | { readonly date: Day } | { readonly days: number };

const CENT: RoundingRule = { unit: fraction(1, 100), mode: "halfUp" };

/**
 * An auditor's reading of an agreement: every figure that it states and that does not follow from the rest of it, with
 * the cause where the numbers prove one; and, of a worked example, how each printed figure can be reproduced, whether
 * or not it agrees. A difference is the stated figure less the computed one.
 */
export function loanFindings(loan: Loan): Finding[] {
  return [...paymentFinding(loan), ...scheduleFindings(loan), ...loan.terms.figures.flatMap((figure) => figureFindings(loan, figure))];
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

function scheduleFindings(loan: Loan): Finding[] {
  const { stated } = loan.terms;
  if (!stated) return [];
  return stated.rows.flatMap((row, line) => {
    const balance = row.balance ? balanceFinding(loan, line) : [];
    const reduction = row.reduction ? reductionFinding(loan, line) : [];
    return [...balance, ...reduction, ...(balance.length > 0 ? [] : footingFinding(loan, line))];
  });
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
  return [amounts(clauseOf(loan), what, stated, computed, causeOfReduction(loan, stated))];
}

/** A line foots when the balance before it, interest since, and its reduction give its balance, to a unit of print. */
function footingFinding(loan: Loan, line: number): Finding[] {
  const lookup = loan.lookup("stated");
  const { dates, balances, reductions } = lookup.statement;
  const opening = balances[line - 1];
  if (opening === undefined) return [];
  const step = stepOf(loan.terms.stated?.rounding ?? null, lookup.statement.decimals);
  const interest = toStep(interestBetween(lookup, dates[line - 1] as number, dates[line] as number), step);
  const stated = balances[line] as number;
  const footed = opening + interest - (reductions[line] as number);
  if (Math.abs(stated - footed) <= step.units) return [];
  const earlier = opening - (loan.lookup("computed").statement.balances[line - 1] as number);
  const cause = earlier === 0 ? "Interest since the line before, less the reduction, gives another balance" : carriedCause(loan, earlier);
  return [amounts(clauseOf(loan), `Footing of the line of ${longDate(dates[line] as number)}`, stated, footed, cause)];
}

function carriedCause(loan: Loan, difference: Units): string {
  const text = moneyText(Math.abs(difference), loan.schedule.decimals);
  return `The balance before it is ${difference > 0 ? "over" : "under"}stated by ${text}`;
}

function figureFindings(loan: Loan, figure: StatedFigure): Finding[] {
  const { decimals } = loan.schedule;
  const amount = figure.amount ? inUnits(figure.amount, decimals) : 0;
  switch (figure.equals) {
    case "startDate":
      return startDateFinding(loan, figure);
    case "principal": {
      const principal = inUnits(loan.terms.principal, decimals);
      return amount === principal ? [] : [amounts(figure.clause, "Principal", amount, principal, NOT_REPRODUCED)];
    }
    case "reduction": {
      const reduction = loan.lookup("stated").statement.reductions[1] ?? 0;
      return amount === reduction ? [] : [amounts(figure.clause, "Reduction", amount, reduction, causeOfReduction(loan, amount))];
    }
    default:
      return exampleFindings(loan, figure, figure.equals, amount);
  }
}

function startDateFinding({ terms }: Loan, { clause, date }: StatedFigure): Finding[] {
  if (date === null || date === terms.startDate) return [];
  const days = date - terms.startDate;
  const cause = days === -1 ? "The evening of the one day is the morning of the other" : "Interest runs from another day";
  return [{ clause, what: "Start date", stated: { date }, computed: { date: terms.startDate }, difference: { days }, cause }];
}

const EXAMPLE_LINES: Readonly<Record<ExampleLine, (working: BalanceWorking) => Units>> = {
  opening: ({ opening }) => opening,
  interest: ({ interest }) => interest,
  updated: ({ opening, changes, interest }) => opening + changes + interest,
  share: ({ share }) => share,
  balance: ({ balance }) => balance,
};

/** Lines of a worked example: the ones that differ, and of interest and share how they can be reproduced. */
function exampleFindings(loan: Loan, { clause, date }: StatedFigure, line: ExampleLine, stated: Units): Finding[] {
  if (date === null) throw new CalculationError("invalid-input", "figures", "must have a date in a worked example", line);
  const lookup = loan.lookup("stated");
  const computed = EXAMPLE_LINES[line](balanceWorking(lookup, date));
  const readings = line === "interest" ? interestReadings(lookup, date, stated) : line === "share" ? shareReadings(lookup, date, stated) : null;
  if (stated === computed && readings === null) return [];
  const what = `Example of ${longDate(date)}: ${line}`;
  return [amounts(clause, what, stated, computed, readings ?? NOT_REPRODUCED)];
}

function amounts(clause: string, what: string, stated: Units, computed: Units, cause: string): Finding {
  return { clause, what, stated: { amount: stated }, computed: { amount: computed }, difference: { amount: stated - computed }, cause };
}

function clauseOf({ terms }: Loan): string {
  return terms.stated?.clause ?? "";
}
