/**
 * The numerator of earnings per share, line by line: from the figures of a period to the lines that stand between income
 * from continuing operations, net income and what is left for the common stock. It keeps one law: net income is the sum
 * of its components and of what their rounding left, and no figure is bent for it.
 */
import { isZero, minus, plus, ZERO, type Fraction } from "../../number/fraction";
import type { NumeratorLine, Participating, PeriodFigures, Standard } from "./period";

/** The two halves of an exhibit. */
export type Section = keyof Participating;

/** The lines that a period may have and that are known by a key of their own, as exhibits print them. */
export const NUMERATOR_LABELS = {
  discontinued: "Discontinued operations",
  extraordinary: "Extraordinary item",
  cumulativeEffect: "Cumulative effect of accounting change",
  noncontrolling: "Noncontrolling interest",
  preferred: "Preferred dividends",
  participating: "Earnings allocated to participating securities",
} as const;

/** Income of discontinued operations: as it was given, or what is left of net income. */
export function discontinuedIncome(period: PeriodFigures): Fraction {
  const { netIncome, continuingIncome, components = [] } = period;
  return period.discontinuedIncome ?? minus(minus(netIncome, continuingIncome), sum(components));
}

/**
 * The period as a standard has it presented: under IFRS nothing is extraordinary, and what US GAAP called so before 2015
 * is part of continuing operations (IAS 1.87; IAS 33.42).
 */
export function presentedUnder(standard: Standard, period: PeriodFigures): PeriodFigures {
  const { components = [], continuingIncome } = period;
  const extraordinary = amountOf(components, "extraordinary");
  if (standard === "US GAAP" || isZero(extraordinary)) return period;
  return {
    ...period,
    continuingIncome: plus(continuingIncome, extraordinary),
    components: components.filter(({ key }) => key !== "extraordinary"),
  };
}

/** What enters net income beside income from continuing operations, in order: discontinued operations first. */
export function componentsOf(period: PeriodFigures): readonly NumeratorLine[] {
  const discontinued = line("discontinued", discontinuedIncome(period));
  return [discontinued, ...(period.components ?? [])];
}

/** Net income less its components: what the rounding of printed figures leaves. */
export function roundingOf(period: PeriodFigures): Fraction {
  return minus(period.netIncome, plus(period.continuingIncome, sum(componentsOf(period))));
}

/** What is deducted from income before it belongs to the common stock, in the order of an exhibit. */
export function deductionsOf(period: PeriodFigures, section: Section): readonly NumeratorLine[] {
  const { deductions = [], participating } = period;
  const isNoncontrolling = ({ key }: NumeratorLine) => key === "noncontrolling";
  return [
    ...deductions.filter(isNoncontrolling),
    line("preferred", period.preferredDividends),
    ...deductions.filter((deduction) => !isNoncontrolling(deduction)),
    ...(participating ? [line("participating", participating[section])] : []),
  ];
}

/** All deductions together, in currency. */
export function deducted(period: PeriodFigures, section: Section): Fraction {
  return sum(deductionsOf(period, section));
}

/** Net income available to common stockholders (ASC 260-10-45-11; IAS 33.12), in currency. */
export function availableToCommon(period: PeriodFigures, section: Section): Fraction {
  return minus(period.netIncome, deducted(period, section));
}

/** The amount of the line with a key; zero where there is none. */
export function amountOf(lines: readonly NumeratorLine[], key: string): Fraction {
  return lines.find((one) => one.key === key)?.amount ?? ZERO;
}

/** The lines of several periods, each key once, in the order in which they come, with the sum of their amounts. */
export function linesTogether(periods: readonly (readonly NumeratorLine[])[]): readonly NumeratorLine[] {
  const together = new Map<string, NumeratorLine>();
  for (const one of periods.flat()) {
    const before = together.get(one.key);
    together.set(one.key, before ? { ...before, amount: plus(before.amount, one.amount) } : one);
  }
  return [...together.values()];
}

/** The lines that some period has a figure for. */
export function usedLines(periods: readonly (readonly NumeratorLine[])[]): readonly NumeratorLine[] {
  const used = new Set(periods.flat().flatMap(({ key, amount }) => (isZero(amount) ? [] : [key])));
  return linesTogether(periods).filter(({ key }) => used.has(key));
}

/** What income before the first of the components is called. */
export function continuingWords(components: readonly NumeratorLine[]): string {
  const [first] = components;
  if (!first || first.key === "discontinued") return "from continuing operations";
  return `before ${first.label.toLowerCase()}`;
}

function line(key: keyof typeof NUMERATOR_LABELS, amount: Fraction): NumeratorLine {
  return { key, label: NUMERATOR_LABELS[key], amount };
}

function sum(lines: readonly NumeratorLine[]): Fraction {
  return lines.map(({ amount }) => amount).reduce(plus, ZERO);
}
