import { CalculationError } from "../errors";
import type { Fraction } from "../number/fraction";
import type { Day } from "./civilDate";
import { ACTUAL_OVER_ACTUAL } from "./dayCountActual";
import { EXCEL_BASES } from "./dayCountExcel";
import { ACTUAL_OVER_FIXED } from "./dayCountFixed";
import { THIRTY_DAY_MONTHS } from "./dayCountThirty";

/**
 * What some conventions need besides the two dates.
 * The reference period is the regular coupon or payment period that the dates lie in.
 */
export interface DayCountContext {
  readonly periodStart?: Day | undefined;
  readonly periodEnd?: Day | undefined;
  /** Regular periods in a year; the reference period tells it when absent. */
  readonly frequency?: number | undefined;
  /** The last day of the loan: 30E/360 ISDA leaves a maturity at the end of February as it is. */
  readonly maturity?: Day | undefined;
}

/** A day count convention: the part of a year between two dates, as an exact ratio. */
export interface DayCount {
  readonly name: string;
  /** Names that the market uses for the same rule. */
  readonly aliases: readonly string[];
  /** The year fraction from `start`, included, to `end`, excluded; `end` is not before `start`. */
  readonly between: (start: Day, end: Day, context: DayCountContext) => Fraction;
}

export const DAY_COUNTS: readonly DayCount[] = [
  ...ACTUAL_OVER_FIXED,
  ...ACTUAL_OVER_ACTUAL,
  ...THIRTY_DAY_MONTHS,
  ...EXCEL_BASES,
];

/**
 * The part of a year from `start`, included, to `end`, excluded. Dates the wrong way round give the negative of the
 * answer the right way round, except that Excel's bases, as YEARFRAC does, count the days between in either order.
 */
export function yearFraction(dayCount: DayCount, start: Day, end: Day, context: DayCountContext = {}): Fraction {
  if (start <= end) return dayCount.between(start, end, context);
  const { numerator, denominator } = dayCount.between(end, start, context);
  const unsigned = EXCEL_BASES.includes(dayCount);
  return { numerator: unsigned ? numerator : -numerator, denominator };
}

/**
 * Finds a convention by its name or one of the market's names for it, whatever the case, spacing and punctuation:
 * "Actual/365 (Fixed)", "act/365f" and "ACT 365F" are one.
 *
 * @throws CalculationError `invalid-input` when no convention has the name
 */
export function dayCountNamed(argument: string, name: string | number): DayCount {
  const found = BY_KEY.get(keyOf(String(name)));
  if (found) return found;
  const names = DAY_COUNTS.map((dayCount) => dayCount.name).join(", ");
  throw new CalculationError("invalid-input", argument, `must be a day count convention (${names})`, name);
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/actual/g, "act")
    .replace(/^a\/a(?!ct)/, "act/act")
    .replace(/^a\//, "act/")
    .replace(/thirty/g, "30")
    .replace(/\+/g, "plus")
    .replace(/[^a-z0-9.]|\.(?!\d)/g, ""); // the point of 365.25 stays, that of ACT/365.FIXED goes
}

const BY_KEY = new Map(
  DAY_COUNTS.flatMap((dayCount) =>
    [dayCount.name, ...dayCount.aliases].map((name) => [keyOf(name), dayCount] as const),
  ),
);
