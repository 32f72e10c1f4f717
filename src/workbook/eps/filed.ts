import type { ImportedPeriod, ImportPreview } from "../actionTypes";
import { FILED_TABLE } from "../book/names";
import type { CellContent, Sight } from "../book/book";

export const FILED_HEADERS: CellContent[] = ["Period end", "Months", "Line", "Printed", "Unit"];

/** To what a source prints its amounts and its shares: 1000 for "in thousands". */
export interface Units {
  readonly amounts: number;
  readonly shares: number;
}

export const IN_FULL: Units = { amounts: 1, shares: 1 };

export function unitsOf({ unit = 1, shareUnit = unit }: Pick<ImportPreview, "unit" | "shareUnit">): Units {
  return { amounts: unit, shares: shareUnit };
}

/** A line of the exhibit that a filing prints. */
interface FiledLine {
  /** Under which imports hand it over, in {@link ImportedPeriod.printed}. */
  readonly printed: string;
  readonly words: string;
  /** Key of the exhibit's line. */
  readonly key: string;
  /** Its other keys, where the exhibit has no such line: what net income is where nothing is deducted. */
  readonly otherwise?: readonly string[];
  /** The exhibit shows it in parentheses, as a deduction. */
  readonly isDeducted?: true;
  /** The exhibit leaves the line out where there is nothing on it. */
  readonly isNilWithoutLine?: true;
}

const LINES: readonly FiledLine[] = [
  line("weightedShares", "Weighted average shares", "basic.shares"),
  line("continuingIncome", "Income from continuing operations", "basic.continuing", ["basic.netIncome"]),
  line("incomeBeforeExtraordinary", "Income before extraordinary item", "basic.continuing", ["basic.netIncome"]),
  line("incomeBeforeCumulativeEffect", "Income before cumulative effect", "basic.continuing", ["basic.netIncome"]),
  component("discontinuedIncome", "Discontinued operations", "basic.discontinued"),
  component("extraordinaryItem", "Extraordinary item", "basic.extraordinary"),
  component("cumulativeEffect", "Cumulative effect of accounting change", "basic.cumulativeEffect"),
  line("netIncome", "Net income", "basic.netIncome"),
  deduction("noncontrollingInterest", "Noncontrolling interest", "basic.noncontrolling"),
  line("attributableIncome", "Net income attributable to the company", "basic.attributable", [
    "basic.available",
    "basic.netIncome",
  ]),
  deduction("preferredDividends", "Preferred dividends", "basic.preferred"),
  deduction("participating", "Earnings allocated to participating securities", "basic.participating"),
  deduction("participatingDiluted", "Earnings allocated to participating securities, diluted", "diluted.participating"),
  line("availableIncome", "Net income available to common stockholders", "basic.available", ["basic.netIncome"]),
  line("basicContinuingEps", "Basic earnings per share, continuing operations", "basic.epsContinuing", ["basic.eps"]),
  component("basicDiscontinuedEps", "Basic earnings per share, discontinued operations", "basic.epsDiscontinued"),
  component("basicExtraordinaryEps", "Basic earnings per share, extraordinary item", "basic.epsExtraordinary"),
  component("basicCumulativeEffectEps", "Basic earnings per share, cumulative effect", "basic.epsCumulativeEffect"),
  line("basicEps", "Basic earnings per share", "basic.eps"),
  line("dilutedShares", "Diluted shares", "diluted.total"),
  line("dilutedNumerator", "Net income used to compute diluted earnings per share", "diluted.numerator", [
    "diluted.available",
    "diluted.netIncome",
  ]),
  line("dilutedContinuingEps", "Diluted earnings per share, continuing operations", "diluted.epsContinuing", [
    "diluted.eps",
  ]),
  component("dilutedDiscontinuedEps", "Diluted earnings per share, discontinued operations", "diluted.epsDiscontinued"),
  component("dilutedExtraordinaryEps", "Diluted earnings per share, extraordinary item", "diluted.epsExtraordinary"),
  component(
    "dilutedCumulativeEffectEps",
    "Diluted earnings per share, cumulative effect",
    "diluted.epsCumulativeEffect",
  ),
  line("dilutedEps", "Diluted earnings per share", "diluted.eps"),
];

function line(printed: string, words: string, key: string, otherwise: readonly string[] = []): FiledLine {
  return { printed, words, key, otherwise };
}

function component(printed: string, words: string, key: string): FiledLine {
  return { printed, words, key, isNilWithoutLine: true };
}

function deduction(printed: string, words: string, key: string): FiledLine {
  return { printed, words, key, isDeducted: true, isNilWithoutLine: true };
}

/** Lines under words of the source's own: what begins their name, their words in the table, and their key. */
const OWN_LINES = [
  { begins: "security:", words: "", key: "diluted.security:", isDeducted: false },
  { begins: "deduction:", words: "Less: ", key: "basic.deduction:", isDeducted: true },
  { begins: "addBack:", words: "Add back: ", key: "diluted.addBack:", isDeducted: false },
] as const;

/** A printed figure to tie out against. */
export interface FiledFigure {
  /** Row of the table, from 1 below the headers. */
  readonly number: number;
  readonly periodEnd: number;
  readonly months: number;
  readonly line: string;
  /** Key of the exhibit's line, and those that stand in for it. */
  readonly key: string;
  readonly otherwise: readonly string[];
  readonly isNilWithoutLine: boolean;
  readonly printed: CellContent;
  readonly unit: number;
}

/** Rows of the table of printed figures; amounts and shares are printed to their units, per-share figures to the cent. */
export function filedRows(periods: readonly ImportedPeriod[], units: Units): CellContent[][] {
  return periods.flatMap((period) =>
    Object.entries(asExhibited(period)).map(([name, figure]): CellContent[] => [
      period.periodEnd,
      period.months,
      wordsFor(name),
      isDeducted(name) ? 0 - figure : figure,
      unitOf(name, units),
    ]),
  );
}

function unitOf(name: string, { amounts, shares }: Units): number {
  if (name.endsWith("Eps")) return 0.01;
  return name.endsWith("Shares") || name.startsWith("security:") ? shares : amounts;
}

/**
 * What of a period's printed figures today's exhibit has a line for. Primary earnings per share count common stock
 * equivalents: they are what is diluted today, and where a fully diluted figure stands beside them they have no line.
 */
function asExhibited({ printed, primaryShares }: ImportedPeriod): Readonly<Record<string, number>> {
  if (primaryShares === undefined) return printed;
  const { basicEps, basicContinuingEps, ...others } = printed;
  return {
    ...(basicEps === undefined ? {} : { dilutedEps: basicEps }),
    ...(basicContinuingEps === undefined ? {} : { dilutedContinuingEps: basicContinuingEps }),
    ...others,
  };
}

/** The words under which the table of printed figures has a figure. */
export function wordsFor(name: string): string {
  const own = OWN_LINES.find(({ begins }) => name.startsWith(begins));
  return own
    ? own.words + name.slice(own.begins.length)
    : (LINES.find(({ printed }) => printed === name)?.words ?? name);
}

/** As the exhibit prints it, in parentheses. */
function isDeducted(name: string): boolean {
  const own = OWN_LINES.find(({ begins }) => name.startsWith(begins));
  return own?.isDeducted ?? LINES.find(({ printed }) => printed === name)?.isDeducted === true;
}

/** Where the exhibit has the line that the words of a row name; words that are not known are those of a class. */
function keysFor(words: string): Pick<FiledFigure, "key" | "otherwise" | "isNilWithoutLine"> {
  const lower = words.toLowerCase();
  const known = LINES.find((one) => one.words.toLowerCase() === lower);
  if (known) {
    const { key, otherwise = [], isNilWithoutLine = false } = known;
    return { key, otherwise, isNilWithoutLine };
  }
  const own = OWN_LINES.find((one) => one.words !== "" && lower.startsWith(one.words.toLowerCase())) ?? OWN_LINES[0];
  return { key: own.key + words.slice(own.words.length), otherwise: [], isNilWithoutLine: own.words !== "" };
}

export function filedFigures({ tables }: Sight): FiledFigure[] {
  const rows = tables[FILED_TABLE]?.values.slice(1) ?? [];
  return rows.flatMap(([periodEnd, months, line = "", printed = "", unit], index) => {
    if (printed === "" || line === "") return [];
    const keys = keysFor(String(line).trim());
    return [
      {
        number: index + 1,
        periodEnd: Number(periodEnd),
        months: Number(months),
        line: String(line),
        ...keys,
        printed,
        unit: Number(unit) > 0 ? Number(unit) : /\.eps/.test(keys.key) ? 0.01 : 1,
      },
    ];
  });
}
