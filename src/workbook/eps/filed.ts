import type { ImportedPeriod } from "../actionTypes";
import { FILED_TABLE } from "../book/names";
import type { CellContent, Sight } from "../book/book";

export const FILED_HEADERS: CellContent[] = ["Period end", "Months", "Line", "Printed", "Unit"];

/** The exhibit's lines that a filing prints, by the names under which imports hand them over. */
const LINES: readonly (readonly [printed: string, words: string, key: string])[] = [
  ["weightedShares", "Weighted average shares", "basic.shares"],
  ["continuingIncome", "Income from continuing operations", "basic.continuing"],
  ["netIncome", "Net income", "basic.netIncome"],
  ["basicEps", "Basic earnings per share", "basic.eps"],
  ["dilutedShares", "Diluted shares", "diluted.total"],
  ["dilutedEps", "Diluted earnings per share", "diluted.eps"],
];
const SECURITY = "security:";

/** A printed figure to tie out against. */
export interface FiledFigure {
  /** Row of the table, from 1 below the headers. */
  readonly number: number;
  readonly periodEnd: number;
  readonly months: number;
  readonly line: string;
  /** Key of the exhibit's line. */
  readonly key: string;
  readonly printed: CellContent;
  readonly unit: number;
}

/** Rows of the table of printed figures; amounts and shares are printed to the unit, per-share figures to the cent. */
export function filedRows(periods: readonly ImportedPeriod[], unit: number): CellContent[][] {
  return periods.flatMap(({ periodEnd, months, printed }) =>
    Object.entries(printed).map(([name, figure]): CellContent[] => [
      periodEnd,
      months,
      wordsFor(name),
      figure,
      name.endsWith("Eps") ? 0.01 : unit,
    ]),
  );
}

function wordsFor(name: string): string {
  return LINES.find(([printed]) => printed === name)?.[1] ?? name.replace(SECURITY, "");
}

export function filedFigures({ tables }: Sight): FiledFigure[] {
  const rows = tables[FILED_TABLE]?.values.slice(1) ?? [];
  return rows.flatMap(([periodEnd, months, line = "", printed = "", unit], index) => {
    if (printed === "" || line === "") return [];
    const key = LINES.find(([, words]) => words.toLowerCase() === String(line).trim().toLowerCase())?.[2];
    return [
      {
        number: index + 1,
        periodEnd: Number(periodEnd),
        months: Number(months),
        line: String(line),
        key: key ?? `diluted.${SECURITY}${String(line).trim()}`,
        printed,
        unit: Number(unit) > 0 ? Number(unit) : key?.endsWith(".eps") ? 0.01 : 1,
      },
    ];
  });
}
