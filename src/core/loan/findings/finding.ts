/**
 * What an auditor finds: types, and how one is made of the stated and the computed value. Law: the difference is computed
 * less stated.
 */
import type { Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import type { AmountScale, RoundingStep, Units } from "../amountScale";
import type { Loan } from "../loan";

/** Something that an agreement states, beside what follows from the rest of it. */
export interface Finding {
  /** Where the agreement states it. */
  readonly clause: string;
  /** "Balance on August 1, 2001", "Payment". */
  readonly what: string;
  readonly stated: FindingValue;
  readonly computed: FindingValue;
  /** Computed less stated: an amount, or days. */
  readonly difference: FindingValue;
  /** Why the two differ, or by what the figure comes out; says so where the numbers prove nothing. */
  readonly cause: string;
}

/** An amount in currency units, a date, or a number of days. */
export type FindingValue = { readonly amount: Fraction } | { readonly date: Day } | { readonly days: number };

/** What is found, less the difference, which follows. */
interface Found<Value> {
  readonly clause: string;
  readonly what: string;
  readonly stated: Value;
  readonly computed: Value;
  readonly cause: string;
}

/** A finding of two amounts, in units of a scale. */
export function amountFinding(scale: AmountScale, { stated, computed, ...found }: Found<Units>): Finding {
  return {
    ...found,
    stated: { amount: scale.currency(stated) },
    computed: { amount: scale.currency(computed) },
    difference: { amount: scale.currency(computed - stated) },
  };
}

/** A finding of two dates; their difference is in days. */
export function dateFinding({ stated, computed, ...found }: Found<Day>): Finding {
  return { ...found, stated: { date: stated }, computed: { date: computed }, difference: { days: computed - stated } };
}

/** The precision of the figures that the schedule prints. */
export function printedStep({ terms, schedule }: Loan): RoundingStep {
  return schedule.loan.scale.step(terms.stated?.rounding ?? null);
}
