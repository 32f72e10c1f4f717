import { formatColor } from "numfmt";
import { formattedText } from "../../engine/numberFormats";
import type { XlsxValue } from "../../files/xlsxFile";
import { cellKey, placeOf, type CellReading, type SheetReading } from "./bookReading";

/** A cell as it is read on paper. */
export interface ShownCell {
  readonly text: string;
  readonly kind: "number" | "text" | "truth or error";
  readonly look: CellReading["look"];
  /** The colour that its number format gives it. */
  readonly color?: string;
}

/** The cells of a sheet as they are read, those that a formula elsewhere fills among them. */
export function shownCells({ cells }: SheetReading): ReadonlyMap<number, ShownCell> {
  const shown = new Map<number, ShownCell>();
  for (const [key, { value, look }] of cells) shown.set(key, shownCell(value, look));
  for (const [key, { spilled = [], look }] of cells) {
    const { row, column } = placeOf(key);
    for (const [y, line] of spilled.entries()) {
      for (const [x, value] of line.entries()) {
        const at = cellKey(row + y, column + x);
        shown.set(at, shownCell(value, cells.get(at)?.look ?? { ...look, numberFormat: "General" }));
      }
    }
  }
  return shown;
}

function shownCell(value: XlsxValue, look: CellReading["look"]): ShownCell {
  if (value === null) return { text: "", kind: "text", look };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", kind: "truth or error", look };
  if (typeof value === "object") return { text: value.error, kind: "truth or error", look };
  const { numberFormat = "General" } = look;
  const color = formatColor(numberFormat, value, { throws: false });
  return {
    text: formattedText(numberFormat, value),
    kind: typeof value === "number" ? "number" : "text",
    look,
    ...(color !== null && { color: String(color) }),
  };
}

/** The last row and column that show something; -1 where nothing is shown. */
export function extentOf(shown: ReadonlyMap<number, ShownCell>): { readonly row: number; readonly column: number } {
  let [row, column] = [-1, -1];
  for (const [key, { text }] of shown) {
    if (text === "") continue;
    const place = placeOf(key);
    row = Math.max(row, place.row);
    column = Math.max(column, place.column);
  }
  return { row, column };
}
