/**
 * Takes a loan, makes what an auditor finds in its agreement. Law: nothing that follows from the rest of it is found.
 */
import type { StatedFigure } from "../terms/agreement";
import type { Units } from "../amountScale";
import type { Loan } from "../loan";
import { CENT } from "../../number/roundingRule";
import { assumedRepayment } from "../terms/assumedRepayment";
import { toStep } from "../amountScale";
import { causeByDigits, causeOfReductionInText } from "./causes";
import { exampleFindings } from "./exampleFindings";
import { amountFinding, dateFinding, type Finding } from "./finding";
import { paymentFindings } from "./paymentFindings";
import { scheduleFindings } from "./scheduleFindings";

/**
 * An auditor's reading of an agreement: every figure that it states and that does not follow from the rest of it, with
 * the cause where the numbers prove one; and, of a worked example, how each printed figure can be reproduced, whether
 * or not it agrees. How a repayment was read that the agreement leaves to the law stands first; and, where payments received
 * are known, each that was not paid as it was due. A difference is the computed figure less the stated one; amounts in
 * currency units.
 *
 * @throws CalculationError `invalid-input` for a figure of a worked example without its date; `not-available` for one
 * before the loan begins
 */
export function loanFindings(loan: Loan): Finding[] {
  return [
    ...repaymentFinding(loan),
    ...scheduleFindings(loan),
    ...paymentFindings(loan),
    ...loan.terms.figures.flatMap((figure) => figureFindings(loan, figure)),
  ];
}

/** How the repayment was read where the agreement leaves it to the law: no disagreement, but nothing it says either. */
function repaymentFinding({ terms }: Loan): Finding[] {
  const what = assumedRepayment(terms);
  const { maturityDate } = terms.dates;
  if (what === "" || maturityDate === null) return [];
  const cause = "If it is repaid otherwise, say its Method, Payment frequency, Number of payments or Payment";
  return [dateFinding({ clause: "", what, stated: maturityDate, computed: maturityDate, cause })];
}

function figureFindings(loan: Loan, figure: StatedFigure): Finding[] {
  const { equals } = figure;
  if (equals === "startDate") return startDateFinding(loan, figure);
  const { scale } = loan.schedule.loan;
  const stated = figure.amount ? scale.units(figure.amount) : 0;
  switch (equals) {
    case "principal":
      return principalFinding(loan, figure.clause, stated);
    case "reduction":
      return reductionInTextFinding(loan, figure.clause, stated);
    case "total":
      return totalFinding(loan, figure.clause, stated);
    default:
      return exampleFindings(loan, { clause: figure.clause, date: figure.date, line: equals, stated });
  }
}

function principalFinding(loan: Loan, clause: string, stated: Units): Finding[] {
  const { principal: computed, scale } = loan.schedule.loan;
  if (stated === computed) return [];
  const cause = causeByDigits(loan, stated, computed);
  return [amountFinding(scale, { clause, what: "Principal", stated, computed, cause })];
}

function reductionInTextFinding(loan: Loan, clause: string, stated: Units): Finding[] {
  const computed = loan.account("stated").lines.firstPayment;
  if (stated === computed) return [];
  const cause = causeOfReductionInText(loan, stated);
  return [amountFinding(loan.schedule.loan.scale, { clause, what: "Reduction", stated, computed, cause })];
}

/** The reductions that the schedule prints, added up; printed ones bind, as their lines tell where they are wrong. */
function totalFinding(loan: Loan, clause: string, stated: Units): Finding[] {
  const { scale } = loan.schedule.loan;
  const step = scale.step(loan.terms.stated?.rounding ?? CENT);
  const computed = toStep(loan.account("stated").lines.totalPaid, step);
  if (stated === computed) return [];
  const cause =
    stated === toStep(loan.account("computed").lines.totalPaid, step)
      ? "Equals the total of the computed reductions"
      : causeByDigits(loan, stated, computed);
  return [amountFinding(scale, { clause, what: "Total of the reductions", stated, computed, cause })];
}

function startDateFinding({ terms }: Loan, { clause, date }: StatedFigure): Finding[] {
  const { startDate } = terms;
  if (date === null || date === startDate) return [];
  const isEvening = date === startDate - 1;
  const cause = isEvening
    ? "The same moment: the end of one day is the start of the next"
    : "Interest runs from another day";
  return [dateFinding({ clause, what: "Start date", stated: date, computed: startDate, cause })];
}
