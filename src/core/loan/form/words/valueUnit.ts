/**
 * Takes a value in the unit that its label says, makes it one in the unit of its field. Law: a number that reads two ways
 * is refused with both.
 */
import { CalculationError } from "../../../errors";
import type { LoanField } from "../fields";
import type { Given } from "../../../given";
import type { LabelUnit } from "./plainLabel";

/** Under "(%)" a number from 1 up is so many percent; one below a tenth is a percentage as a cell shows it. */
const LEAST_PERCENT = 1;
const MOST_FRACTION = 0.1;

/** Terms in years, where a number alone is taken for years: 36 or 60 alone are months to most who write them. */
const MOST_YEARS_ALONE = 10;
const USUAL_YEARS = [15, 20, 25, 30, 35, 40];

const FACTORS: Readonly<Partial<Record<LabelUnit, number>>> = { thousands: 1_000, millions: 1_000_000 };

/** @throws CalculationError `invalid-input` for a number that the unit leaves open, or a unit that the field has not */
export function inPlainUnit(field: LoanField, unit: LabelUnit | null, given: Given): Given {
  const kind = field.values[0]?.kind;
  const { value } = given;
  if (field.unit === "years" && unit === null) requireUnit(given);
  if (unit === null || typeof value !== "number") return given;
  if (unit === "percent") {
    if (kind === "rate") return { ...given, value: fractionOf(given, value) };
    throw refused(given, `must not be a percentage, as ${field.label} takes none`);
  }
  const factor = FACTORS[unit];
  if (factor !== undefined && kind === "amount") return { ...given, value: exactProduct(value, factor) };
  if (unit === "years" && kind === "count") return { ...given, value: exactProduct(value, 12) };
  return given;
}

function fractionOf(given: Given, value: number): number {
  const size = Math.abs(value);
  if (size >= LEAST_PERCENT) return exactProduct(value, 0.01);
  if (size < MOST_FRACTION) return value;
  const asFraction = exactProduct(value, 100);
  throw refused(given, `must be ${asFraction} % or ${value} %, typed as such: the number under "%" could be either`);
}

/** A term of 36 could be months or years. */
function requireUnit(given: Given): void {
  const { value } = given;
  const number = typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== "number" || number <= MOST_YEARS_ALONE || USUAL_YEARS.includes(number)) return;
  throw refused(given, `must say its unit: "${number} months" or "${number} years"`);
}

/** A product without what binary fractions add: 5.55 by 0.01 is 0.0555. */
function exactProduct(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}

function refused({ name, value }: Given, rule: string): CalculationError {
  return new CalculationError("invalid-input", name, rule, value);
}
