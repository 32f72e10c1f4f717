import type { ImportedPeriod } from "../actionTypes";
import type { CellContent } from "../book/book";
import { ADD_BACK } from "../../functions/eps/periodWords";
import { NEEDED, OPTIONAL } from "./periods";

const FIGURES: Readonly<Record<string, (period: ImportedPeriod) => number | undefined>> = {
  "Period end": (period) => period.periodEnd,
  Months: (period) => period.months,
  "Net income": (period) => period.netIncome,
  "Continuing income": (period) => period.continuingIncome,
  "Preferred dividends": (period) => period.preferredDividends,
  "Weighted shares": (period) => period.weightedShares,
  "Split factor": (period) => period.splitFactor,
};

/** The columns that these periods need, in the order of the period table. */
export function tableHeaders(periods: readonly ImportedPeriod[]): string[] {
  const [end, months, income, shares] = NEEDED;
  const used = OPTIONAL.filter((name) => periods.some((period) => figureOf(period, name) !== undefined));
  const classes = [...new Set(periods.flatMap(({ securities }) => Object.keys(securities)))];
  const addBacks = new Set(periods.flatMap((period) => Object.keys(period.addBacks ?? {})));
  const counted = classes.flatMap((label) => [label, ...(addBacks.delete(label) ? [label + ADD_BACK] : [])]);
  const alone = [...addBacks].map((label) => label + ADD_BACK);
  const split = periods.some(({ splitFactor }) => splitFactor !== undefined) ? ["Split factor"] : [];
  const potential = periods.length > 0 ? [...counted, ...alone] : ["Stock options", "Warrants"];
  return [end, months, income, ...used, shares, ...split, ...potential];
}

export function periodRows(periods: readonly ImportedPeriod[], headers: readonly string[]): CellContent[][] {
  return periods.map((period) => headers.map((header) => figureOf(period, header) ?? ""));
}

/** What a period holds for a column; undefined when the source did not give it. */
export function figureOf(period: ImportedPeriod, header: string): number | undefined {
  const figure = FIGURES[header];
  if (figure) return figure(period);
  return header.endsWith(ADD_BACK) ? period.addBacks?.[header.slice(0, -ADD_BACK.length)] : period.securities[header];
}
