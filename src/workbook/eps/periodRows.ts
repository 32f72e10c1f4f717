import type { ImportedPeriod } from "../actionTypes";
import type { CellContent } from "../book/book";
import { NEEDED, OPTIONAL } from "./periods";

const FIGURES: Readonly<Record<string, (period: ImportedPeriod) => number | undefined>> = {
  "Period end": (period) => period.periodEnd,
  Months: (period) => period.months,
  "Net income": (period) => period.netIncome,
  "Continuing income": (period) => period.continuingIncome,
  "Preferred dividends": (period) => period.preferredDividends,
  "Weighted shares": (period) => period.weightedShares,
};

/** The columns that these periods need, in the order of the period table. */
export function tableHeaders(periods: readonly ImportedPeriod[]): string[] {
  const [end, months, income, shares] = NEEDED;
  const used = OPTIONAL.filter((name) => periods.some((period) => figureOf(period, name) !== undefined));
  const classes = [...new Set(periods.flatMap(({ securities }) => Object.keys(securities)))];
  return [end, months, income, ...used, shares, ...(periods.length > 0 ? classes : ["Stock options", "Warrants"])];
}

export function periodRows(periods: readonly ImportedPeriod[], headers: readonly string[]): CellContent[][] {
  return periods.map((period) => headers.map((header) => figureOf(period, header) ?? ""));
}

/** What a period holds for a column; undefined when the source did not give it. */
export function figureOf(period: ImportedPeriod, header: string): number | undefined {
  const figure = FIGURES[header];
  return figure ? figure(period) : period.securities[header];
}
