import { EPS_SETTING } from "../book/names";
import type { CellContent, Edit, Sight } from "../book/book";
import type { Exhibit } from "./exhibit";

/** What is remembered of the exhibit between two refreshes, in the workbook's settings. */
export interface EpsRecord {
  readonly sheet: string;
  /** As it was last written; its figures are kept below, by period. */
  readonly exhibit: Exhibit;
  /** Every figure as it last stood, by line and period: "basic.eps|37529|3". */
  readonly figures: Readonly<Record<string, CellContent>>;
  readonly marks: readonly Mark[];
}

/** A cell that was marked as moved, and the fill that it had before. */
export interface Mark {
  readonly key: string;
  readonly column: number;
  readonly fill: string | null;
}

/** Settings are small: the newest so many figures, some fifty quarters, are remembered. */
const MOST_FIGURES = 2_000;

export function recordOf({ settings }: Sight): EpsRecord | undefined {
  return settings[EPS_SETTING] as EpsRecord | undefined;
}

/** The edit that remembers, or none when nothing is new. */
export function remember(record: EpsRecord, before: EpsRecord | undefined): Edit[] {
  const figures = Object.fromEntries(Object.entries(record.figures).slice(-MOST_FIGURES));
  const lines = record.exhibit.lines.map((line) => ({ ...line, figures: [] }));
  const value: EpsRecord = { ...record, figures, exhibit: { ...record.exhibit, lines } };
  return JSON.stringify(value) === JSON.stringify(before) ? [] : [{ do: "setting", key: EPS_SETTING, value }];
}
