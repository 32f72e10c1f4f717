import { ADD_BACK, classHeader, LESS } from "../../functions/eps/periodWords";
import type { ImportedPeriod } from "../actionTypes";
import type { CellContent } from "../book/book";
import { NEEDED, OPTIONAL } from "./periods";

const SPLIT_FACTOR = "Split factor";

const FIGURES: Readonly<Record<string, (period: ImportedPeriod) => number | undefined>> = {
  "Period end": (period) => period.periodEnd,
  Months: (period) => period.months,
  Weeks: (period) => period.weeks,
  "Net income": (period) => period.netIncome,
  "Net income attributable to the company": (period) => period.attributableIncome,
  "Net income available to common stockholders": (period) => period.availableIncome,
  "Continuing income": (period) => period.continuingIncome,
  "Discontinued income": (period) => period.discontinuedIncome,
  "Income before extraordinary item": (period) => period.incomeBeforeExtraordinary,
  "Extraordinary item": (period) => period.extraordinaryItem,
  "Income before cumulative effect": (period) => period.incomeBeforeCumulativeEffect,
  "Cumulative effect": (period) => period.cumulativeEffect,
  "Noncontrolling interest": (period) => period.noncontrollingInterest,
  "Preferred dividends": (period) => period.preferredDividends,
  "Earnings allocated to participating securities": (period) => period.participating,
  "Earnings allocated to participating securities, diluted": (period) => period.participatingDiluted,
  "Weighted shares": (period) => period.weightedShares,
  [SPLIT_FACTOR]: (period) => period.splitFactor,
};

/** The columns that these periods need, in the order of the period table. */
export function tableHeaders(periods: readonly ImportedPeriod[]): string[] {
  const [end, months, income, shares] = NEEDED;
  const isUsed = (name: string) => periods.some((period) => figureOf(period, name) !== undefined);
  const used = OPTIONAL.filter(isUsed);
  const classes = named(periods, ({ securities }) => securities).map(classHeader);
  const deductions = named(periods, (period) => period.deductions).map((label) => LESS + label);
  const addBacks = named(periods, (period) => period.addBacks).map((label) => label + ADD_BACK);
  const hasIncome = isUsed(income) || !(isUsed(OPTIONAL[0]) || isUsed(OPTIONAL[1]));
  return [
    ...[end, months, ...["Weeks"].filter(isUsed), ...(hasIncome ? [income] : []), ...used, ...deductions, shares],
    ...[SPLIT_FACTOR].filter(isUsed),
    ...(periods.length > 0 ? [...classes, ...addBacks] : ["Stock options", "Warrants"]),
  ];
}

function named(
  periods: readonly ImportedPeriod[],
  figures: (period: ImportedPeriod) => Readonly<Record<string, number>> | undefined,
): string[] {
  return [...new Set(periods.flatMap((period) => Object.keys(figures(period) ?? {})))];
}

export function periodRows(periods: readonly ImportedPeriod[], headers: readonly string[]): CellContent[][] {
  return periods.map((period) => headers.map((header) => figureOf(period, header) ?? ""));
}

/** What a period holds for a column; undefined when the source did not give it. */
export function figureOf(period: ImportedPeriod, header: string): number | undefined {
  const figure = FIGURES[header];
  if (figure) return figure(period);
  if (header.startsWith(LESS)) return period.deductions?.[header.slice(LESS.length)];
  if (header.endsWith(ADD_BACK)) return period.addBacks?.[header.slice(0, -ADD_BACK.length)];
  const label = Object.keys(period.securities).find((one) => classHeader(one) === header);
  return label === undefined ? undefined : period.securities[label];
}
