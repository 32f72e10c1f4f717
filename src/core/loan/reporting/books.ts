/**
 * The books of a loan: what stands at the end of a day, and what moved between two. Law: what stood, with what moved, is
 * what stands, in whole cents.
 */
import type { Day } from "../../calendar/civilDate";
import { compare, type Fraction } from "../../number/fraction";
import { CENT } from "../../number/roundingRule";
import { toStep, type RoundingStep, type Units } from "../amountScale";
import type { Loan } from "../loan";
import type { LoanTerms } from "../terms/loanTerms";

/** What stands at the end of a day. */
export interface Standing {
  /** What earns interest, or is due without any. */
  readonly principal: Units;
  /** Interest that has accrued and is not paid: not due yet, or overdue. */
  readonly accruedInterest: Units;
  /** Fees that were charged and are not paid. */
  readonly fees: Units;
}

/** What moved after one day, up to and including another. All but a difference are zero or more of an ordinary loan. */
export interface Movements {
  readonly advances: Units;
  readonly interest: Units;
  readonly fees: Units;
  /** In money: payments, extra payments, fees. */
  readonly paid: Units;
  readonly forgiven: Units;
  /** Of what was forgiven, the reductions of the schedule that service has earned. */
  readonly earned: Units;
  /** By how much the balances that the agreement prints depart from what its terms give; zero of any other loan. */
  readonly difference: Units;
}

/** Before the loan begins, and once it is repaid. */
export const NOTHING_STANDS: Standing = { principal: 0, accruedInterest: 0, fees: 0 };

/** In units, posted to the cent, or to the finer unit that the agreement rounds to. */
export abstract class Books {
  readonly terms: LoanTerms;
  readonly startDate: Day;
  readonly step: RoundingStep;

  constructor(readonly loan: Loan) {
    this.terms = loan.terms;
    this.startDate = loan.account("stated").lines.date(0);
    this.step = postingStep(loan);
  }

  /** What stands at the end of a day; nothing before the loan begins. */
  abstract standingOn(day: Day): Standing;

  /** What moved after one day, up to and including another. */
  abstract between(after: Day, until: Day): Movements;

  /** The days from one to another, both included, on which something other than interest moves; ascending. */
  abstract daysBetween(from: Day, to: Day): readonly Day[];

  /** Interest that was owed already when the loan began, or was taken over. */
  get accruedAtStart(): Units {
    return this.posted(this.loan.schedule.loan.scale.units(this.terms.accruedAtStart));
  }

  /** All that stands. */
  owedOn(day: Day): Units {
    const { principal, accruedInterest, fees } = this.standingOn(day);
    return principal + accruedInterest + fees;
  }

  /** An amount as it is posted. */
  posted(units: Units): Units {
    return toStep(units, this.step);
  }

  currency(units: Units): Fraction {
    return this.loan.schedule.loan.scale.currency(units);
  }
}

/** Books are kept to the cent; where an agreement rounds its payments or interest to a finer unit, to that. */
function postingStep({ terms, schedule }: Loan): RoundingStep {
  const { payment, interest } = terms.rounding;
  const finest = [payment, interest].reduce(
    (unit, rule) => (rule !== null && compare(rule.unit, unit) < 0 ? rule.unit : unit),
    CENT.unit,
  );
  return { units: Math.max(1, schedule.loan.scale.units(finest)), mode: "halfUp" };
}
