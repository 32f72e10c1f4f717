import { OWN_LINES, PRINTED_LINES, printedLineNamed } from "../../core/eps/disclosure/printedLines";
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
    : (PRINTED_LINES.find((line) => line.name === name)?.words ?? name);
}

/** As the exhibit prints it, in parentheses. */
function isDeducted(name: string): boolean {
  const own = OWN_LINES.find(({ begins }) => name.startsWith(begins));
  return own?.isDeducted ?? PRINTED_LINES.find((line) => line.name === name)?.isDeducted === true;
}

/** Where the exhibit has the line that the words of a row name; words that are not known are those of a class. */
function keysFor(words: string): Pick<FiledFigure, "key" | "otherwise" | "isNilWithoutLine"> {
  const lower = words.toLowerCase();
  const known = printedLineNamed(words);
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
