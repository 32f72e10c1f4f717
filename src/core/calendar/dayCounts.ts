/**
 * The day count conventions: their list, their names, and the part of a year by one of them. docs/day-counts.md is made
 * from this list and from the comments of the conventions.
 */
import { CalculationError } from "../errors";
import { negated, type Fraction } from "../number/fraction";
import type { Day } from "./civilDate";
import type { DayCount, DayCountContext } from "./dayCount";
import { ACT_ACT_AFB, ACT_ACT_ICMA, ACT_ACT_ISDA, ACT_ACT_YEAR } from "./dayCountActual";
import { BASIS_0, BASIS_1, BASIS_2, BASIS_3, BASIS_4 } from "./dayCountExcel";
import {
  ACT_360,
  ACT_364,
  ACT_365_25,
  ACT_365_ACTUAL,
  ACT_365F,
  ACT_365L,
  ACT_366,
  NL_365,
  ONE_ONE,
} from "./dayCountFixed";
import {
  THIRTY_360_ISDA,
  THIRTY_360_ITALIAN,
  THIRTY_360_PSA,
  THIRTY_365,
  THIRTY_E_360,
  THIRTY_E_360_ISDA,
  THIRTY_E_PLUS_360,
  THIRTY_U_360,
} from "./dayCountThirty";

/** The bases of Excel's YEARFRAC, by their numbers. */
export const EXCEL_BASES: readonly DayCount[] = [BASIS_0, BASIS_1, BASIS_2, BASIS_3, BASIS_4];

/** Every convention, in the order in which an error lists them. No two share a name. */
export const DAY_COUNTS: readonly DayCount[] = [
  ACT_360,
  ACT_364,
  ACT_365F,
  ACT_365_25,
  ACT_366,
  ACT_365_ACTUAL,
  ACT_365L,
  NL_365,
  ONE_ONE,
  ACT_ACT_ISDA,
  ACT_ACT_ICMA,
  ACT_ACT_AFB,
  ACT_ACT_YEAR,
  THIRTY_360_ISDA,
  THIRTY_U_360,
  THIRTY_360_PSA,
  THIRTY_E_360,
  THIRTY_E_360_ISDA,
  THIRTY_E_PLUS_360,
  THIRTY_360_ITALIAN,
  THIRTY_365,
  ...EXCEL_BASES,
];

/**
 * The part of a year between two dates, exact. Dates the wrong way round give the negative of the answer the right way
 * round, except that Excel's bases, as YEARFRAC does, count the days between in either order.
 *
 * @param context the regular period that the dates lie in, and the maturity, for the conventions that ask for them
 *   (ACT/ACT ICMA, ACT/365L, 30E/360 ISDA); the others ignore it
 * @returns years, not in lowest terms
 * @throws CalculationError `out-of-range` by ACT/ACT ICMA when the reference period is empty, or the frequency not
 *   more than zero
 * @see docs/day-counts.md for the rule, source and an example of each convention
 * @example yearFraction(dayCountNamed("dayCount", "30/360"), dayOf(2012, 5, 30), dayOf(2013, 8, 31)) // 450/360
 */
export function yearFraction(dayCount: DayCount, start: Day, end: Day, context: DayCountContext = {}): Fraction {
  if (start <= end) return dayCount.between(start, end, context);
  const rightWayRound = dayCount.between(end, start, context);
  return dayCount.signed === false ? rightWayRound : negated(rightWayRound);
}

/**
 * Finds a convention by its name or one of the market's names for it, whatever the case, spacing and punctuation:
 * "Actual/365 (Fixed)", "act/365f" and "ACT 365F" are one.
 *
 * @param argument how an error names the value
 * @param name the name; a number from 0 to 4 is the basis of Excel's YEARFRAC
 * @throws CalculationError `invalid-input` when no convention has the name; the error lists all names
 * @example dayCountNamed("dayCount", "Bond Basis").name // "30/360 ISDA"
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
