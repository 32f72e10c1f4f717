/**
 * Takes the lines of a text in columns, sorts them into those of the schedule and the others. Law: every line that is not
 * blank, a header or a rule is in one of the two.
 */
import { isDateText, isFigureText } from "./cellText";

export interface TextTable {
  /** What heads each column; "" where nothing does. */
  readonly headers: readonly string[];
  readonly rows: readonly TextRow[];
  readonly leftOut: readonly LeftOut[];
}

export interface TextRow {
  /** The number of its line in the text, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line that is no line of the schedule. */
export interface LeftOut {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** The lines of a text that are not blank, with their numbers. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** Sorts lines into those of the schedule and those that are not, each with the reason. */
export function sorted(
  headers: readonly string[],
  rows: readonly (TextRow & { readonly text: string })[],
  heads: ReadonlySet<number>,
): TextTable {
  const kept: TextRow[] = [];
  const leftOut: LeftOut[] = [];
  const isHeadAgain = (cells: readonly string[]) =>
    cells.join(" ").toLowerCase().replace(/\s+/g, " ").trim() ===
    headers.join(" ").toLowerCase().replace(/\s+/g, " ").trim();
  for (const { line, text, cells } of rows) {
    if (heads.has(line) || isRule(text)) continue;
    const reason = isHeadAgain(cells)
      ? "the header again"
      : isTotalText(text)
        ? "a total"
        : isData(cells)
          ? ""
          : "no figures of a line";
    if (reason === "") kept.push({ line, cells });
    else leftOut.push({ line, text: text.trim(), reason });
  }
  return { headers, rows: kept, leftOut };
}

/** A rule of hyphens or equals signs, as printed under headers. */
export function isRule(text: string): boolean {
  return /^[\s\-=_+|:.*]+$/.test(text);
}

/** "2004 Totals", "Grand Totals", "Subtotal". */
function isTotalText(text: string): boolean {
  return /^\W*(\d{4}\s+)?(grand |sub-?|year |annual )?totals?\b/i.test(text.trim());
}

/** A line of a schedule has a figure or date beside another. */
export function isData(cells: readonly string[]): boolean {
  return cells.filter((cell) => isFigureText(cell) || isDateText(cell)).length > 1;
}
