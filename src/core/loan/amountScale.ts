/**
 * Takes amounts in currency units, makes whole units of one loan of them, and gives them back in currency units.
 * Law: sums of units are exact; a product with a ratio is rounded once.
 */
import { CalculationError } from "../errors";
import { decimalsOf, toNumber, unitsOf, type Fraction } from "../number/fraction";
import { mulDiv, quotient, type Rounding } from "../number/rounding";
import type { RoundingRule } from "../number/roundingRule";
import { product, sum, tenTo, type Whole } from "../number/whole";
import type { LoanTerms } from "./terms/loanTerms";

/**
 * An amount of one loan: a whole number of its smallest unit, 10^-decimals of a currency unit. Stays within core/loan.
 */
export type Units = number;

/** A rounding rule in units: how many are one step, and how to reach it. */
export interface RoundingStep {
  readonly units: number;
  readonly mode: Rounding;
}

/** To the smallest unit, half up: an amount that no rule of the agreement rounds. */
export const TO_THE_UNIT: RoundingStep = { units: 1, mode: "halfUp" };

/** The smallest unit of one loan, 10^-decimals of a currency unit. Everything that depends on it hangs here. */
export class AmountScale {
  /** One currency unit. */
  readonly one: Units;

  constructor(readonly decimals: number) {
    this.one = Number(tenTo(decimals));
  }

  /** An amount in currency units as units, to the nearest. @throws CalculationError `out-of-range` beyond 2^53 units */
  units(amount: Fraction): Units {
    return requireUnits(unitsOf(amount, this.decimals));
  }

  /** Units as an amount in currency units, exactly: how amounts leave the loan core. */
  currency(units: Units): Fraction {
    return { numerator: units, denominator: this.one };
  }

  /** @param rule null: an amount is carried as it is, to the unit */
  step(rule: RoundingRule | null): RoundingStep {
    return rule === null ? TO_THE_UNIT : { units: this.units(rule.unit), mode: rule.mode };
  }

  /** In words, to the cent, and without cents when there are none: 23,689 or 1,974.04. */
  text(units: Units): string {
    const cents = mulDiv(units, 100, this.one);
    const magnitude = Math.abs(cents);
    const whole = String(Math.floor(magnitude / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
    const rest = magnitude % 100;
    return `${cents < 0 ? "-" : ""}${whole}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
  }
}

const MAX_DECIMALS = 8;
/** More than these nobody carries. */
const MOST_DECIMALS = 12;
/** Beyond it, in units, ordinary products leave the exact doubles and are slower. */
const COMFORTABLE_UNITS = 10 ** 13;

/**
 * The scale of a loan: as its terms say; else 8 decimals, or as many fewer as keep the principal below 10^13 units, but
 * never fewer than its roundings have. A principal of 92,909 is carried to 8 decimals, one of 50 million to 5, one of
 * 500 billion in cents to 2.
 *
 * @throws CalculationError `out-of-range` where the decimals that the terms say are too few for a rounding of theirs
 */
export function scaleOf(terms: LoanTerms): AmountScale {
  const { principal, rounding } = terms;
  const needed = Math.max(0, ...roundingsOf(terms).map(decimalsOfUnit));
  if (rounding.decimals !== null) {
    if (needed <= rounding.decimals) return new AmountScale(rounding.decimals);
    const rule = `must be no fewer than the ${needed} of a rounding of the loan`;
    throw new CalculationError("out-of-range", "decimals", rule, rounding.decimals);
  }
  let decimals = MAX_DECIMALS;
  while (decimals > needed && unitsOf(principal, decimals) >= COMFORTABLE_UNITS) decimals -= 1;
  return new AmountScale(Math.max(decimals, needed));
}

function roundingsOf({ rounding, stated, betweenDates }: LoanTerms): readonly RoundingRule[] {
  const { payment, interest, balance } = rounding;
  const between = [betweenDates.interest?.rounding, betweenDates.share?.rounding];
  return [payment, interest, balance, stated?.rounding, ...between].filter(
    (rule) => rule !== null && rule !== undefined,
  );
}

/** The decimals of a unit of rounding: 2 of 0.05. @throws CalculationError `out-of-range` for a unit that has more than 12 */
function decimalsOfUnit({ unit }: RoundingRule): number {
  const decimals = decimalsOf(unit, MOST_DECIMALS + 1);
  if (decimals <= MOST_DECIMALS) return decimals;
  const rule = `must have no more than ${MOST_DECIMALS} decimals`;
  throw new CalculationError("out-of-range", "rounding", rule, toNumber(unit));
}

/** An amount to the nearest step. */
export function toStep(amount: Units, step: RoundingStep): Units {
  return step.units === 1 ? amount : mulDiv(amount, 1, step.units, step.mode) * step.units;
}

/** amount × ratio to the step, rounded once. */
export function timesRatio(
  amount: Units,
  { numerator, denominator }: Fraction,
  step: RoundingStep = TO_THE_UNIT,
): Units {
  const divisor = product(denominator, step.units);
  if (typeof numerator === "number" && typeof divisor === "number") {
    return mulDiv(amount, numerator, divisor, step.mode) * step.units;
  }
  return requireUnits(quotient(product(amount, numerator), divisor, step.mode)) * step.units;
}

/** (base + amount × ratio) to the step, rounded once: the parts never meet a rounding of their own. */
export function accrued(base: Units, amount: Units, ratio: Fraction, step: RoundingStep): Units {
  const { numerator, denominator } = ratio;
  const total: Whole = sum(product(base, denominator), product(amount, numerator));
  return requireUnits(quotient(total, product(denominator, step.units), step.mode)) * step.units;
}

function requireUnits(units: Whole): Units {
  if (typeof units === "number") return units;
  const rule = "must stay below 9,007,199,254,740,992 in its smallest unit";
  throw new CalculationError("out-of-range", "amount", rule, units);
}
