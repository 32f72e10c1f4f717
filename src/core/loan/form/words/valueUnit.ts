/**
 * Takes a value in the unit that its label says, makes it one in the unit of its field. Law: a number that reads two ways
 * is refused with both.
 */
import type { LoanField } from "../fields";
import { type Given, refused } from "../../../given";
import type { LabelUnit } from "./plainLabel";

/** Under "(%)" a number from 1 up is so many percent; one below a tenth is a percentage as a cell shows it. */
const LEAST_PERCENT = 1;
const MOST_FRACTION = 0.1;

/** Terms in years, where a number alone is taken for years: 36 or 60 alone are months to most who write them. */
const MOST_YEARS_ALONE = 10;
const USUAL_YEARS = [15, 20, 25, 30, 35, 40];

const FACTORS: Readonly<Partial<Record<LabelUnit, number>>> = { thousands: 1_000, millions: 1_000_000 };

/** An amount in thousands or millions, in currency units. */
export function inUnitOfAmount(field: LoanField, unit: LabelUnit | null, given: Given): Given {
  if (typeof given.value !== "number" || unit === null) return given;
  if (unit === "percent") throw refused(given, `must not be a percentage, as ${field.label} takes none`);
  return { ...given, value: exactProduct(given.value, FACTORS[unit] ?? 1) };
}

/** A count of years as one of months. */
export function timesTwelve(given: Given): Given {
  return typeof given.value === "number" ? { ...given, value: exactProduct(given.value, 12) } : given;
}

/** A rate under "%": 6 is 6 %, and 0.06 is a percentage as its cell shows it; between the two it could be either. */
export function underPercent(given: Given): Given {
  const { value } = given;
  if (typeof value !== "number") return given;
  const size = Math.abs(value);
  if (size >= LEAST_PERCENT) return { ...given, value: exactProduct(value, 0.01) };
  if (size < MOST_FRACTION) return given;
  const asFraction = exactProduct(value, 100);
  throw refused(given, `must be "${asFraction} %" or "${value} %", typed as such: the number under % could be either`);
}

/** A term of 36 could be months or years. */
export function withUnit(given: Given): Given {
  const { value } = given;
  const number = typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== "number" || number <= MOST_YEARS_ALONE || USUAL_YEARS.includes(number)) return given;
  throw refused(given, `must say its unit: "${number} months" or "${number} years"`);
}

/** A product without what binary fractions add: 5.55 by 0.01 is 0.0555. */
function exactProduct(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}
