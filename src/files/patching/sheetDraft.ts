import { LIMITS } from "../archive/limits";
import { childOf, prefixOf } from "../archive/xml";
import type { CellStyle } from "../cellStyle";
import { FileError } from "../fileError";
import { readRectangle } from "../reading/address";
import type { WriteCell } from "../xlsxEdit";
import type { Rectangle, XlsxValue } from "../xlsxFile";
import { patchCells, type CellChange } from "./cellPatch";
import { cellName, referenceTo } from "./cellXml";
import { PartText } from "./partText";
import {
  writeColumns,
  writeMerges,
  writeOnePage,
  writeTableParts,
  writeView,
  type Merge,
  type SheetView,
} from "./sheetFrame";

/** What is stored for a written cell. */
export interface Stored {
  readonly formula: string | undefined;
  readonly mark: string | undefined;
}

export interface SheetDraftContext {
  readonly sheet: string;
  readonly part: string;
  /** The namespace of the ids by which a part refers to another. */
  readonly references: string;
  styleWith(base: number, format: CellStyle): number;
}

/** The changes of one sheet, gathered until its text is written anew. */
export class SheetDraft {
  private readonly cells = new Map<number, Map<number, CellChange>>();
  readonly heights = new Map<number, number>();
  readonly widths = new Map<number, number>();
  private readonly merges: Merge[] = [];
  view: SheetView | undefined;
  isOnOnePage = false;
  changesValues = false;

  constructor(private readonly context: SheetDraftContext) {}

  write(edit: WriteCell, { formula, mark }: Stored): void {
    const { row, column, value, spilled, format } = edit;
    requireCell(row, column);
    const name = cellName(row, column);
    const area = spilled && { row, column, ...sizeOf(spilled, name) };
    const spill = area && mark !== undefined ? { reference: referenceTo(area), mark } : undefined;
    this.put(row, column, { content: { value: spilled ? (spilled[0]?.[0] ?? null) : value, formula, spill } }, format);
    if (!spilled) return;
    spilled.forEach((values, down) =>
      values.forEach((filled, right) => {
        if (down + right > 0) this.fill(row + down, column + right, filled, name);
      }),
    );
  }

  format({ row, column, rows, columns }: Rectangle, format: CellStyle): void {
    requireCell(row, column);
    requireCell(row + rows - 1, column + columns - 1);
    if (rows * columns > MOST_FORMATTED) {
      throw new FileError(`a format must be for ${MOST_FORMATTED} cells or fewer; received ${rows * columns}`);
    }
    for (let down = 0; down < rows; down++) {
      for (let right = 0; right < columns; right++) this.put(row + down, column + right, {}, format);
    }
  }

  merge(area: Rectangle, isMerged: boolean): void {
    this.merges.push({ area, isMerged });
  }

  /** What a cell is to hold; undefined for one that is not written. */
  written(row: number, column: number): XlsxValue | undefined {
    return this.cells.get(row)?.get(column)?.content?.value;
  }

  /** The text of the sheet with all changes. */
  applied(text: string): { readonly text: string; readonly changesFormulas: boolean } {
    const prefix = prefixOf(text);
    const changes = { cells: this.cells, heights: this.heights };
    const { start, end, rows, changesFormulas } = patchCells(text, changes, { ...this.context, prefix });
    // The rows stand aside while the rest is read as a tree.
    const frame = new PartText(`${text.slice(0, start)}<${prefix}sheetData/>${text.slice(end)}`, this.context.part);
    this.changeFrame(frame);
    const data = childOf(frame.root, "sheetData");
    if (data) frame.replace(data, rows);
    return { text: frame.result, changesFormulas };
  }

  /** The text with one more table on the sheet. */
  withTable(text: string, id: string): string {
    const frame = new PartText(text, this.context.part);
    writeTableParts(frame, [id], this.context.references);
    return frame.result;
  }

  private changeFrame(frame: PartText): void {
    this.growDimension(frame);
    if (this.widths.size > 0) writeColumns(frame, this.widths);
    if (this.merges.length > 0) writeMerges(frame, this.merges, this.context.sheet);
    if (this.view) writeView(frame, this.view);
    if (this.isOnOnePage) writeOnePage(frame);
  }

  /** The used range, which some readers trust. */
  private growDimension(frame: PartText): void {
    const dimension = childOf(frame.root, "dimension");
    if (!dimension || this.cells.size === 0) return;
    const rows = [...this.cells.keys()];
    const columns = [...this.cells.values()].flatMap((cells) => [...cells.keys()]);
    const reference = dimension.attributes.ref ?? "A1";
    const { row, column, rows: down, columns: right } = readRectangle(reference, this.context.part);
    const [top, left] = [least(rows, row), least(columns, column)];
    const [bottom, end] = [most(rows, row + down - 1), most(columns, column + right - 1)];
    const ref = referenceTo({ row: top, column: left, rows: bottom - top + 1, columns: end - left + 1 });
    if (ref !== reference) frame.setAttributes(dimension, { ref });
  }

  private fill(row: number, column: number, value: XlsxValue, filledFrom: string): void {
    const before = this.cells.get(row)?.get(column);
    const isCleared = before?.isCleared ?? (before?.content && isBlank(before.content));
    this.put(row, column, { content: { value }, filledFrom, ...(isCleared && { isCleared }) });
  }

  /** What was told of a cell before holds where it is not told anew. */
  private put(row: number, column: number, change: CellChange, format?: CellStyle): void {
    const cells = this.cells.get(row) ?? new Map<number, CellChange>();
    this.cells.set(row, cells);
    const before = cells.get(column);
    const formats = { ...before?.format, ...format };
    cells.set(column, { ...before, ...change, ...(Object.keys(formats).length > 0 && { format: formats }) });
    if (change.content) this.changesValues = true;
  }
}

/** Each gets an element of its own. */
const MOST_FORMATTED = 1_000_000;

/** Without spreading lists that may hold a hundred thousand numbers. */
function least(numbers: readonly number[], first: number): number {
  return numbers.reduce((one, other) => Math.min(one, other), first);
}

function most(numbers: readonly number[], first: number): number {
  return numbers.reduce((one, other) => Math.max(one, other), first);
}

function requireCell(row: number, column: number): void {
  const isIn = (place: number, last: number) => Number.isInteger(place) && place >= 0 && place <= last;
  if (isIn(row, LIMITS.lastRow) && isIn(column, LIMITS.lastColumn)) return;
  throw new FileError(`a cell must be one from A1 to XFD1048576; received row ${row + 1}, column ${column + 1}`);
}

function sizeOf(spilled: readonly (readonly XlsxValue[])[], name: string): { rows: number; columns: number } {
  const columns = spilled[0]?.length ?? 0;
  if (columns === 0 || spilled.some((values) => values.length !== columns)) {
    throw new FileError(`what the formula in ${name} fills must be rows that are as long as each other`);
  }
  return { rows: spilled.length, columns };
}

function isBlank({ value, formula }: NonNullable<CellChange["content"]>): boolean {
  return value === null && formula === undefined;
}
