import { longDate } from "../calendar/civilDate";
import { CalculationError } from "../errors";
import type { ExampleLine, StatedFigure } from "./agreement";
import { CENT, inUnits, stepOf, toStep, type Units } from "./amount";
import { balanceWorking, type BalanceWorking } from "./balance";
import { causeByDigits, causeOfReductionInText } from "./causes";
import { interestReadings, shareReadings } from "./exampleReadings";
import { amounts, dates, type Finding } from "./finding";
import type { Loan } from "./loan";
import { scheduleFindings } from "./scheduleFindings";
import type { Basis } from "./statement";

/**
 * An auditor's reading of an agreement: every figure that it states and that does not follow from the rest of it, with
 * the cause where the numbers prove one; and, of a worked example, how each printed figure can be reproduced, whether
 * or not it agrees. A difference is the computed figure less the stated one.
 */
export function loanFindings(loan: Loan): Finding[] {
  return [...scheduleFindings(loan), ...loan.terms.figures.flatMap((figure) => figureFindings(loan, figure))];
}

function figureFindings(loan: Loan, figure: StatedFigure): Finding[] {
  const { decimals } = loan.schedule;
  const amount = figure.amount ? inUnits(figure.amount, decimals) : 0;
  switch (figure.equals) {
    case "startDate":
      return startDateFinding(loan, figure);
    case "principal": {
      const principal = inUnits(loan.terms.principal, decimals);
      return amount === principal
        ? []
        : [amounts(figure.clause, "Principal", amount, principal, causeByDigits(loan, amount, principal))];
    }
    case "reduction": {
      const reduction = loan.lookup("stated").statement.reductions[1] ?? 0;
      return amount === reduction
        ? []
        : [amounts(figure.clause, "Reduction", amount, reduction, causeOfReductionInText(loan, amount))];
    }
    case "total":
      return totalFinding(loan, figure.clause, amount);
    default:
      return exampleFindings(loan, figure, figure.equals, amount);
  }
}

/** The reductions that the schedule prints, added up; printed ones bind, as their lines tell where they are wrong. */
function totalFinding(loan: Loan, clause: string, stated: Units): Finding[] {
  const sumOf = (basis: Basis) =>
    loan.lookup(basis).statement.reductions.reduce((sum, reduction) => sum + reduction, 0);
  const step = stepOf(loan.terms.stated?.rounding ?? CENT, loan.schedule.decimals);
  const total = toStep(sumOf("stated"), step);
  if (stated === total) return [];
  const cause =
    stated === toStep(sumOf("computed"), step)
      ? "Equals the total of the computed reductions"
      : causeByDigits(loan, stated, total);
  return [amounts(clause, "Total of the reductions", stated, total, cause)];
}

function startDateFinding({ terms }: Loan, { clause, date }: StatedFigure): Finding[] {
  if (date === null || date === terms.startDate) return [];
  const isEvening = date === terms.startDate - 1;
  const cause = isEvening ? "The evening of the one day is the morning of the other" : "Interest runs from another day";
  return [dates(clause, "Start date", date, terms.startDate, cause)];
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
  if (date === null)
    throw new CalculationError("invalid-input", "figures", "must have a date in a worked example", line);
  const lookup = loan.lookup("stated");
  const computed = EXAMPLE_LINES[line](balanceWorking(lookup, date));
  const readings =
    line === "interest"
      ? interestReadings(lookup, date, stated)
      : line === "share"
        ? shareReadings(lookup, date, stated)
        : null;
  if (stated === computed && readings === null) return [];
  const what = `Example of ${longDate(date)}: ${line}`;
  return [amounts(clause, what, stated, computed, readings ?? causeByDigits(loan, stated, computed))];
}
