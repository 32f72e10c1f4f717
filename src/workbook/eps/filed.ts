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

interface PrintedLine {
  readonly words: string;
  /** Key of the exhibit's line. */
  readonly key: string;
  readonly kind: "amounts" | "shares" | "perShare";
  /** Whether the exhibit shows it as a deduction, with the other sign. */
  readonly isDeducted?: boolean;
}

/** The exhibit's lines that a filing prints, by the names under which imports hand them over. */
export const PRINTED_LINES = {
  weightedShares: { words: "Weighted average shares", key: "basic.shares", kind: "shares" },
  continuingIncome: { words: "Income from continuing operations", key: "basic.continuing", kind: "amounts" },
  netIncome: { words: "Net income", key: "basic.netIncome", kind: "amounts" },
  preferredDividends: { words: "Preferred dividends", key: "basic.preferred", kind: "amounts", isDeducted: true },
  basicEps: { words: "Basic earnings per share", key: "basic.eps", kind: "perShare" },
  basicEpsContinuing: {
    words: "Basic earnings per share from continuing operations",
    key: "basic.epsContinuing",
    kind: "perShare",
  },
  dilutedShares: { words: "Diluted shares", key: "diluted.total", kind: "shares" },
  dilutedEps: { words: "Diluted earnings per share", key: "diluted.eps", kind: "perShare" },
  dilutedEpsContinuing: {
    words: "Diluted earnings per share from continuing operations",
    key: "diluted.epsContinuing",
    kind: "perShare",
  },
} as const satisfies Readonly<Record<string, PrintedLine>>;

const LINES: Readonly<Record<string, PrintedLine>> = PRINTED_LINES;
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

/** Rows of the table of printed figures; amounts and shares are printed to their units, per-share figures to the cent. */
export function filedRows(periods: readonly ImportedPeriod[], units: Units): CellContent[][] {
  return periods.flatMap((period) =>
    Object.entries(asExhibited(period)).map(([name, figure]): CellContent[] => {
      const { words, kind, isDeducted } = lineNamed(name);
      const unit = kind === "perShare" ? CENT : units[kind];
      return [period.periodEnd, period.months, words, isDeducted ? -figure : figure, unit];
    }),
  );
}

const CENT = 0.01;

function lineNamed(name: string): PrintedLine {
  return LINES[name] ?? { words: name.replace(SECURITY, ""), key: `diluted.${name}`, kind: "shares" };
}

/**
 * What of a period's printed figures today's exhibit has a line for. Primary earnings per share count common stock
 * equivalents: they are what is diluted today, and where a fully diluted figure stands beside them they have no line.
 */
function asExhibited({ printed, primaryShares }: ImportedPeriod): Readonly<Record<string, number>> {
  const { basicEps, basicEpsContinuing, ...others } = printed;
  const shown =
    primaryShares === undefined
      ? printed
      : { dilutedEps: basicEps, dilutedEpsContinuing: basicEpsContinuing, ...others };
  return Object.fromEntries(
    Object.entries(shown).filter(
      (entry): entry is [string, number] =>
        entry[1] !== undefined && !(entry[0] === "preferredDividends" && entry[1] === 0),
    ),
  );
}

export function filedFigures({ tables }: Sight): FiledFigure[] {
  const rows = tables[FILED_TABLE]?.values.slice(1) ?? [];
  return rows.flatMap(([periodEnd, months, line = "", printed = "", unit], index) => {
    if (printed === "" || line === "") return [];
    const known = Object.values(LINES).find(({ words }) => words.toLowerCase() === String(line).trim().toLowerCase());
    return [
      {
        number: index + 1,
        periodEnd: Number(periodEnd),
        months: Number(months),
        line: String(line),
        key: known?.key ?? `diluted.${SECURITY}${String(line).trim()}`,
        printed,
        unit: Number(unit) > 0 ? Number(unit) : known?.kind === "perShare" ? CENT : 1,
      },
    ];
  });
}
