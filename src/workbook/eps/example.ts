import { dayOf } from "../../core/calendar/civilDate";
import { serialOf } from "../../functions/cells/arguments";
import type { ImportedPeriod } from "../actionTypes";

const OPTIONS = "Dilutive common equivalent shares attributable to stock options (based on average market price)";
const WARRANTS = "Dilutive common equivalent shares attributable to warrants (based on average market price)";

export const EXHIBIT_11_COMPANY = "HemaCare Corporation";

/** Form 10-Q for September 30, 2002, Exhibit 11: year, months, income, shares, options, warrants, diluted shares, EPS. */
const FILED = [
  [2002, 3, -462_000, 7_737_946, 0, 0, 7_737_946, -0.06],
  [2001, 3, 5_000, 7_541_024, 834_762, 50_788, 8_426_574, 0],
  [2002, 9, -619_000, 7_647_197, 0, 0, 7_647_197, -0.08],
  [2001, 9, 377_000, 7_509_358, 698_224, 39_402, 8_246_984, 0.05],
] as const;

/** The periods of Exhibit 11 with its printed figures, as an example to start from. */
export function exhibit11Periods(): ImportedPeriod[] {
  return FILED.map(([year, months, netIncome, weightedShares, options, warrants, dilutedShares, eps]) => ({
    periodEnd: serialOf(dayOf(year, 9, 30)),
    months,
    netIncome,
    weightedShares,
    securities: { [OPTIONS]: options, [WARRANTS]: warrants },
    printed: {
      weightedShares,
      netIncome,
      basicEps: eps,
      [`security:${OPTIONS}`]: options,
      [`security:${WARRANTS}`]: warrants,
      dilutedShares,
      dilutedEps: eps,
    },
  }));
}
