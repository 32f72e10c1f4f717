import { a1 } from "../book/address";
import type { CellContent, SheetSight } from "../book/book";
import type { Exhibit, ExhibitColumn } from "./exhibit";
import { CAPTION_COLUMN, FIRST_FIGURE_COLUMN, type Rows } from "./layout";

/** A figure of the exhibit where it stands. */
export interface Figure {
  /** "basic.eps|37529|3": the same figure wherever it stands. */
  readonly id: string;
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellContent;
  /** "Basic net income per share, three months ended September 30, 2002". */
  readonly label: string;
}

export function figuresOn(sheet: SheetSight, exhibit: Exhibit, rows: Rows): Figure[] {
  return exhibit.lines
    .filter(({ kind }) => kind !== "heading")
    .flatMap(({ key, caption }) => {
      const row = rows.get(key) ?? 0;
      const words = String(sheet.values[row]?.[CAPTION_COLUMN] || caption);
      return exhibit.columns.map((column, index): Figure => ({
        id: figureId(key, column),
        key,
        row,
        column: FIRST_FIGURE_COLUMN + index,
        value: sheet.values[row]?.[FIRST_FIGURE_COLUMN + index] ?? "",
        label: `${words}, ${columnWords(exhibit, index)}`,
      }));
    });
}

export function figureId(key: string, { periodEnd, months }: Pick<ExhibitColumn, "periodEnd" | "months">): string {
  return `${key}|${periodEnd}|${months}`;
}

/** "three months ended September 30, 2002" */
export function columnWords({ columns }: Exhibit, index: number): string {
  const over = columns.slice(0, index + 1).findLast((column) => column.over !== "")?.over ?? "";
  return `${over} ${columns[index]?.under ?? ""}`.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

export function addressOf({ row, column }: Pick<Figure, "row" | "column">): string {
  return a1({ row, column, rows: 1, columns: 1 });
}
