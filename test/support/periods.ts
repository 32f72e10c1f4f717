import { dayFromMonths } from "../../src/core/calendar/civilDate";
import { serialOf } from "../../src/functions/cells/arguments";
import type { ImportedPeriod, ImportPreview } from "../../src/workbook/actions";

/** Quarters from March 31 of a year on, with figures that are told apart. */
export function quarters(count: number, firstYear = 2000): ImportedPeriod[] {
  return Array.from({ length: count }, (_quarter, index) => ({
    periodEnd: serialOf(dayFromMonths(12 * firstYear + 3 * (index + 1), 0)),
    months: 3,
    netIncome: 100_000 + 1_000 * index,
    weightedShares: 1_000_000 + 10 * index,
    securities: { "Stock options": 5_000 + index },
    printed: { netIncome: 100_000 + 1_000 * index },
  }));
}

export function previewOf(periods: readonly ImportedPeriod[]): ImportPreview {
  return { source: "CSV", periods, remarks: [] };
}
