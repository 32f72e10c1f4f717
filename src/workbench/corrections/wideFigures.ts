import {
  CellValueType,
  getDisplayValueFromCell,
  type ICellDataForSheetInterceptor,
  type Nullable,
} from "@univerjs/core";
import { Font, FontCache, type IFontCacheItem } from "@univerjs/preset-sheets-core";
import { roundedAsShown } from "../../engine/natives/rounding";

/** The parts of the grid's drawing of texts that it keeps to itself. */
interface Drawing {
  _renderText(canvas: unknown, row: number, column: number, place: Place, overflows: unknown): void;
}
/** A cell, merged or not, in pixels before any zoom, and what is drawn there. */
interface Place {
  readonly startX: number;
  readonly endX: number;
  readonly fontCache?: Nullable<IFontCacheItem>;
}

/**
 * Draws a figure that its column is too narrow for as Excel does: decimals that have no format are rounded to what fits, and
 * every other figure or date is #### (Microsoft KB 182197), in wrapped cells as well. Univer 0.25.1 cuts its end off, and
 * 1,345,678 reads as 1,345. Nothing but the drawing is told: what a cell displays is also what is copied, read and printed.
 */
export function hashWideFigures(): void {
  const drawing = Font.prototype as unknown as Drawing;
  const draw = drawing._renderText;
  drawing._renderText = function (this: Drawing, canvas, row, column, place, overflows) {
    draw.call(this, canvas, row, column, fitted(place), overflows);
  };
}

function fitted(place: Place): Place {
  const { fontCache } = place;
  const cell = fontCache?.cellData;
  if (!cell || !isFigure(cell)) return place;
  const v = fittedText(cell, widthFor(place), (text) => FontCache.getMeasureText(text, fontCache.fontString).width);
  return v === undefined ? place : { ...place, fontCache: { ...fontCache, cellData: { ...cell, v } } };
}

function isFigure({ t, v }: ICellDataForSheetInterceptor): boolean {
  return t === CellValueType.NUMBER || ((t === undefined || t === null) && typeof v === "number");
}

/** The grid's own room between a text and the sides of its cell. */
const SIDE = 2;

function widthFor({ startX, endX, fontCache }: Place): number {
  const { l, r } = fontCache?.style?.pd ?? {};
  return endX - startX - (l ?? SIDE) - (r ?? SIDE);
}

/** What is drawn in the place of a figure that is too wide; undefined for one that fits. */
function fittedText(
  cell: ICellDataForSheetInterceptor,
  room: number,
  widthOf: (text: string) => number,
): string | undefined {
  const text = getDisplayValueFromCell(cell).trimEnd();
  const excess = widthOf(text) - room;
  // A format with lines of its own is made for a narrow cell.
  if (excess <= 0 || text.includes("\n")) return undefined;
  // A number format would have made text of the number.
  if (typeof cell.v === "number") {
    const decimals = (text.split(".")[1] ?? "").length - Math.ceil(excess / widthOf("0"));
    const shorter = String(roundedAsShown(cell.v, Math.max(decimals, 0), "halfUp"));
    if (widthOf(shorter) <= room) return shorter;
  }
  return "#".repeat(Math.max(1, Math.floor(room / widthOf("#"))));
}
