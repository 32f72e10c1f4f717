/**
 * Takes what a form says of forgiveness in a straight line, makes the amount of each anniversary. Law: together they are the
 * principal, to the cent.
 */
import { addMonths, type Day } from "../../../calendar/civilDate";
import { CalculationError } from "../../../errors";
import type { Given } from "../../../given";
import {
  compare,
  dividedBy,
  exactly,
  fraction,
  isPositive,
  minus,
  times,
  toNumber,
  unitsOf,
  type Fraction,
} from "../../../number/fraction";
import type { RoundingRule } from "../../../number/roundingRule";
import type { DatedAmount, DateTerms } from "../../terms/loanTerms";
import { fieldOf, type GivenLoan } from "../givenLoan";
import { readLengthOfTime, readRate } from "../values";

/** A part of the principal, and on how many anniversaries it is forgiven; the last takes what is left. */
interface Forgiven {
  readonly share: Fraction;
  readonly anniversaries: number;
}

/** What forgiveness in a straight line follows from. */
export interface ForgivableLoan {
  readonly startDate: Day;
  readonly principal: Fraction;
  readonly dates: Pick<DateTerms, "maturityDate">;
  /** To which an amount is rounded; null: not at all. */
  readonly unit: RoundingRule | null;
}

/** Whether the principal is forgiven in a straight line. */
export function isForgivenInALine({ fields }: GivenLoan): boolean {
  return ["forgivenessEachYear", "forgivenessMonths", "forgivenessYears"].some((key) => fields.has(key));
}

/** The anniversary of the start on which the last of the principal is forgiven; null where none is so. */
export function lastForgiveness(given: GivenLoan, startDate: Day): Day | null {
  const forgiven = readForgiven(given);
  return forgiven && addMonths(startDate, 12 * forgiven.anniversaries);
}

/**
 * The share of the original principal that is forgiven on each anniversary of the start, until nothing is left or the loan is
 * due.
 */
export function straightLineForgiveness(
  given: GivenLoan,
  { startDate, principal, dates, unit }: ForgivableLoan,
): readonly DatedAmount[] {
  const forgiven = readForgiven(given);
  if (!forgiven) return [];
  const each = roundedTo(times(principal, forgiven.share), unit);
  const until = dates.maturityDate ?? Infinity;
  const amounts = Array.from({ length: forgiven.anniversaries }, (_amount, passed): DatedAmount => {
    const left = minus(principal, times(each, fraction(passed)));
    const isLast = passed === forgiven.anniversaries - 1;
    return { date: addMonths(startDate, 12 * (passed + 1)), amount: isLast || compare(left, each) < 0 ? left : each };
  });
  return amounts.filter(({ date, amount }) => isPositive(amount) && date <= until);
}

function roundedTo(amount: Fraction, rule: RoundingRule | null): Fraction {
  if (rule === null) return amount;
  return times(fraction(unitsOf(dividedBy(amount, rule.unit), 0, rule.mode)), rule.unit);
}

function readForgiven(given: GivenLoan): Forgiven | null {
  const share = fieldOf(given, "forgivenessEachYear");
  const months = fieldOf(given, "forgivenessMonths");
  const length = months ?? fieldOf(given, "forgivenessYears");
  if (share && length) {
    const rule = "must be left out, as the part that is forgiven each year says how long it takes";
    throw new CalculationError("invalid-input", length.name, rule, length.value);
  }
  if (share) return byShare(share);
  return length ? byLength(length, months ? 1 : 12) : null;
}

function byShare(place: Given): Forgiven {
  const share = readRate(place);
  const anniversaries = isPositive(share) ? Math.ceil(toNumber(dividedBy(exactly(1), share))) : Infinity;
  if (anniversaries <= MOST_YEARS) return { share, anniversaries };
  throw new CalculationError(
    "out-of-range",
    place.name,
    "must be a part of the principal, from 1 % to 100 %",
    place.value,
  );
}

const MOST_YEARS = 100;

function byLength(place: Given, monthsInUnit: 1 | 12): Forgiven {
  const length = readLengthOfTime(place, monthsInUnit);
  const years = "days" in length ? NaN : length.months / 12;
  if (Number.isInteger(years) && years >= 1 && years <= MOST_YEARS) {
    return { share: fraction(1, years), anniversaries: years };
  }
  const rule =
    "must be a whole number of years, as a part is forgiven on each anniversary; other dates are Forgiveness rows";
  throw new CalculationError("invalid-input", place.name, rule, place.value);
}
