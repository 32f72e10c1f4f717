import { holds } from "../../workbook/book/address";
import { tagStart, walkXml, isTrue, type Attributes, type XmlVisitor } from "../archive/xml";
import type { CellStyle } from "../cellStyle";
import { FileError } from "../fileError";
import { SharedFormula } from "../formulas/sharedFormula";
import { readCell, readRectangle } from "../reading/address";
import type { Rectangle } from "../xlsxFile";
import { escapedText, cellName, cellXml, type CellContent } from "./cellXml";
import { withAttributes } from "./partText";

/** What becomes of a cell. Without content it keeps what it holds. */
export interface CellChange {
  readonly content?: CellContent;
  readonly format?: CellStyle;
  /** The formula that fills this cell with its content. */
  readonly filledFrom?: string;
  /** Whether an edit before made it blank, so that a formula may fill it. */
  readonly isCleared?: boolean;
}

export interface SheetChanges {
  /** By row and column. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellChange>>;
  /** Heights of rows in points; 0 hides. */
  readonly heights: ReadonlyMap<number, number>;
}

export interface PatchedCells {
  /** Where the rows stood in the text, and what stands there now. */
  readonly start: number;
  readonly end: number;
  readonly rows: string;
  /** Whether a formula came, went or was changed. */
  readonly changesFormulas: boolean;
}

export interface CellPatchContext {
  readonly sheet: string;
  readonly part: string;
  readonly prefix: string;
  styleWith(base: number, format: CellStyle): number;
}

/** Changes cells of a sheet's text in one walk, and keeps the text of all others. */
export function patchCells(xml: string, changes: SheetChanges, context: CellPatchContext): PatchedCells {
  const patch = new CellPatch(xml, changes, context);
  walkXml(xml, context.part, patch);
  return patch.result;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly attributes: Attributes;
  readonly tagEnd: number;
  formula: Attributes | undefined;
  formulaText: string;
  hasValue: boolean;
}

interface ArrayFormula {
  readonly area: Rectangle;
  readonly from: string;
  /** Whether its own cell is changed, so that what it filled is no longer its. */
  readonly isGone: boolean;
  readonly kind: "formula" | "data table";
}

class CellPatch implements XmlVisitor {
  private readonly pieces: string[] = [];
  /** Up to where the text has been taken. */
  private at = 0;
  private start = -1;
  private end = -1;
  private isWithinRows = false;
  private row = -1;
  private column = -1;
  private rowStyle: number | undefined;
  private rowTag = { start: 0, end: 0, attributes: {} as Attributes };
  private isRowOpened = false;
  private cell: OpenCell | undefined;
  private isFormulaText = false;
  private changesFormulas = false;
  private readonly columnStyles: { readonly first: number; readonly last: number; readonly style: number }[] = [];
  private readonly wantedRows: readonly number[];
  /** How many of those rows are written. */
  private done = 0;
  private wantedColumns: number[] = [];
  private arrays: ArrayFormula[] = [];
  /** Those whose first cell, which has the text, is changed. */
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    private readonly xml: string,
    private readonly changes: SheetChanges,
    private readonly context: CellPatchContext,
  ) {
    this.wantedRows = [...new Set([...changes.cells.keys(), ...changes.heights.keys()])].sort((a, b) => a - b);
  }

  get result(): PatchedCells {
    if (this.end < 0) throw new FileError(`the part ${this.context.part} of the file is no sheet: it has no rows`);
    return { start: this.start, end: this.end, rows: this.pieces.join(""), changesFormulas: this.changesFormulas };
  }

  opened(name: string, attributes: Attributes, tagEnd: number): void {
    if (name === "sheetData") this.openRows(tagEnd);
    else if (name === "col") this.addColumnStyle(attributes);
    else if (!this.isWithinRows) return;
    else if (this.cell) this.openWithin(this.cell, name, attributes);
    else if (name === "row") this.openRow(attributes, tagEnd);
    else if (name === "c") this.openCell(attributes, tagEnd);
  }

  closed(name: string, end: number): void {
    if (!this.isWithinRows) return;
    this.isFormulaText = false;
    if (name === "c" && this.cell) this.closeCell(this.cell, end);
    else if (name === "row") this.closeRow(end);
    else if (name === "sheetData") this.closeRows(end);
  }

  text(text: string): void {
    if (this.isFormulaText && this.cell) this.cell.formulaText += text;
  }

  private openRows(tagEnd: number): void {
    this.start = this.at = tagStart(this.xml, tagEnd);
    this.isWithinRows = true;
  }

  private closeRows(end: number): void {
    this.isWithinRows = false;
    this.end = end;
    const rest = this.wantedRows.slice(this.done).map((row) => this.newRow(row));
    const { prefix } = this.context;
    const isEmpty = this.xml[end - 2] === "/";
    if (isEmpty && rest.length > 0) {
      this.pieces.push(this.xml.slice(this.at, end - 2).trimEnd(), ">", ...rest, `</${prefix}sheetData>`);
    } else {
      const close = isEmpty ? end : this.xml.lastIndexOf("</", end - 1);
      this.pieces.push(this.xml.slice(this.at, close), ...rest, this.xml.slice(close, end));
    }
    this.at = end;
  }

  private addColumnStyle({ min, max, style }: Attributes): void {
    if (Number(style) > 0)
      this.columnStyles.push({ first: Number(min) - 1, last: Number(max) - 1, style: Number(style) });
  }

  /** Rows that do not say where they are would be elsewhere once another is put before them. */
  private openRow(attributes: Attributes, tagEnd: number): void {
    this.row = attributes.r === undefined ? this.row + 1 : readCell(`A${attributes.r}`, this.context.part).row;
    this.column = -1;
    this.arrays = this.arrays.filter(({ area }) => area.row + area.rows > this.row);
    const start = tagStart(this.xml, tagEnd);
    this.addRowsBefore(this.row, start);
    this.wantedColumns = [...(this.changes.cells.get(this.row)?.keys() ?? [])].sort((a, b) => a - b);
    this.rowStyle = isTrue(attributes.customFormat) ? Number(attributes.s) : undefined;
    this.rowTag = { start, end: tagEnd, attributes };
    this.isRowOpened = false;
    const height = this.changes.heights.get(this.row);
    if (height !== undefined || attributes.r === undefined) this.openTag();
  }

  private addRowsBefore(next: number, start: number): void {
    for (let row = this.wantedRows[this.done]; row !== undefined && row <= next; row = this.wantedRows[++this.done]) {
      if (row === next) continue;
      this.takeUpTo(start);
      this.pieces.push(this.newRow(row));
    }
    this.row = next;
  }

  /** Writes the tag of the row, for what is put into it. */
  private openTag(): void {
    if (this.isRowOpened) return;
    this.isRowOpened = true;
    const { start, end } = this.rowTag;
    const height = this.changes.heights.get(this.row);
    this.takeUpTo(start);
    const tag = withAttributes(this.xml.slice(start, end), {
      // A hint that is wrong once cells are added; it may be left out.
      spans: undefined,
      ...(this.rowTag.attributes.r === undefined && { r: String(this.row + 1) }),
      ...(height !== undefined && heightAttributes(height)),
    });
    this.pieces.push(tag);
    this.at = end;
  }

  private closeRow(end: number): void {
    if (this.wantedColumns.length > 0) this.openTag();
    if (this.isRowOpened) this.endRow(end);
  }

  private endRow(end: number): void {
    const rest = this.wantedColumns.splice(0).map((column) => this.newCell(column));
    const isEmpty = this.rowTag.end === end;
    if (isEmpty && rest.join("") !== "") {
      const tag = this.pieces.pop() ?? "";
      this.pieces.push(tag.replace(/\s*\/>$/, ">"), ...rest, `</${this.context.prefix}row>`);
    } else if (!isEmpty) {
      const close = this.xml.lastIndexOf("</", end - 1);
      this.takeUpTo(close);
      this.pieces.push(...rest);
    }
    this.takeUpTo(end);
  }

  private newRow(row: number): string {
    this.row = row;
    this.rowStyle = undefined;
    const { prefix } = this.context;
    const cells = [...(this.changes.cells.get(row) ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([column]) => this.newCell(column));
    const height = this.changes.heights.get(row);
    const tag = `<${prefix}row r="${row + 1}">`;
    return (
      (height === undefined ? tag : withAttributes(tag, heightAttributes(height))) + `${cells.join("")}</${prefix}row>`
    );
  }

  private openCell(attributes: Attributes, tagEnd: number): void {
    const { r } = attributes;
    const column = r === undefined ? this.column + 1 : readCell(r, this.context.part).column;
    this.column = column;
    const before = this.wantedColumns.filter((wanted) => wanted < column);
    if (before.length > 0) {
      this.openTag();
      this.takeUpTo(tagStart(this.xml, tagEnd));
      this.pieces.push(...before.map((wanted) => this.newCell(wanted)));
      this.wantedColumns.splice(0, before.length);
    }
    this.cell = { row: this.row, column, attributes, tagEnd, formula: undefined, formulaText: "", hasValue: false };
  }

  private openWithin(cell: OpenCell, name: string, attributes: Attributes): void {
    if (name === "f") {
      cell.formula = attributes;
      this.isFormulaText = true;
    }
    if (name === "v" || name === "is") cell.hasValue = true;
  }

  private closeCell(cell: OpenCell, end: number): void {
    this.cell = undefined;
    const isWanted = this.wantedColumns[0] === cell.column;
    if (isWanted) this.wantedColumns.shift();
    const change = isWanted ? this.changes.cells.get(cell.row)?.get(cell.column) : undefined;
    this.noteFormula(cell, change);
    const text = this.becomes(cell, change, end);
    if (text === undefined) return this.nameCell(cell);
    this.openTag();
    this.takeUpTo(tagStart(this.xml, cell.tagEnd));
    this.pieces.push(text);
    this.at = end;
  }

  /** A cell that does not say where it is, in a row into which others are put. */
  private nameCell({ row, column, attributes, tagEnd }: OpenCell): void {
    if (attributes.r !== undefined || !this.changes.cells.has(row)) return;
    this.openTag();
    const start = tagStart(this.xml, tagEnd);
    this.takeUpTo(start);
    this.pieces.push(withAttributes(this.xml.slice(start, tagEnd), { r: cellName(row, column) }));
    this.at = tagEnd;
  }

  /** What stands in place of a cell; undefined where it stays to the letter. */
  private becomes(cell: OpenCell, change: CellChange | undefined, end: number): string | undefined {
    const { row, column, attributes, tagEnd } = cell;
    const style = Number(attributes.s ?? 0);
    if (change) {
      if (change.content) return this.written(cell, change, style);
      const tag = withAttributes(this.xml.slice(tagStart(this.xml, tagEnd), tagEnd), {
        r: cellName(row, column),
        s: String(this.styled(style, change.format)),
      });
      return tag + this.xml.slice(tagEnd, end);
    }
    if (cell.formula?.t === "shared" && cell.formulaText === "") return this.withOwnFormula(cell, end);
    const wasFilled = !cell.formula && cell.hasValue && this.arrays.some((one) => one.isGone && holds(one.area, cell));
    return wasFilled ? cellXml(this.context.prefix, cellName(row, column), style, { value: null }) : undefined;
  }

  private written(cell: OpenCell, change: CellChange, style: number): string {
    const { row, column } = cell;
    this.requireFree(row, column, change);
    const isOccupied = cell.formula !== undefined || cell.hasValue;
    const wasFilled = this.arrays.some((one) => one.isGone && holds(one.area, cell));
    if (change.filledFrom !== undefined && isOccupied && !wasFilled && !change.isCleared) {
      throw this.refusal(row, column, `must be blank for the formula in ${change.filledFrom} to fill it`);
    }
    return this.cellText(row, column, change, style);
  }

  private newCell(column: number): string {
    const change = this.changes.cells.get(this.row)?.get(column);
    if (!change) return "";
    this.requireFree(this.row, column, change);
    const ofColumn = this.columnStyles.find(({ first, last }) => first <= column && column <= last);
    return this.cellText(this.row, column, change, this.rowStyle ?? ofColumn?.style ?? 0);
  }

  private cellText(row: number, column: number, { content, format }: CellChange, style: number): string {
    if (content?.formula !== undefined) this.changesFormulas = true;
    return cellXml(this.context.prefix, cellName(row, column), this.styled(style, format), content ?? { value: null });
  }

  private styled(style: number, format: CellStyle | undefined): number {
    return format === undefined ? style : this.context.styleWith(style, format);
  }

  /** What a formula fills is changed by its formula alone. */
  private requireFree(row: number, column: number, { content, filledFrom }: CellChange): void {
    const filling = this.arrays.find((one) => !one.isGone && holds(one.area, { row, column }));
    if (!filling || !content) return;
    if (filling.kind === "data table")
      throw this.refusal(row, column, "must stay as it is: it is in a what-if data table");
    // Blank within what a formula fills: the formula fills it all the same.
    if (filledFrom === undefined || filling.from !== filledFrom) {
      throw this.refusal(row, column, `must stay as it is: the formula in ${filling.from} fills it`);
    }
  }

  private refusal(row: number, column: number, rule: string): FileError {
    return new FileError(`${cellName(row, column)} of the sheet "${this.context.sheet}" ${rule}`);
  }

  private noteFormula(cell: OpenCell, change: CellChange | undefined): void {
    const { formula, row, column } = cell;
    if (!formula) return;
    const isGone = change?.content !== undefined;
    if (isGone) this.changesFormulas = true;
    const name = cellName(row, column);
    if (formula.ref !== undefined && (formula.t === "array" || formula.t === "dataTable")) {
      const area = readRectangle(formula.ref, this.context.part);
      const kind = formula.t === "array" ? "formula" : "data table";
      if (isGone && kind === "data table")
        throw this.refusal(row, column, "must stay as it is: it is in a what-if data table");
      if (area.rows * area.columns > 1) this.arrays.push({ area, from: name, isGone, kind });
    }
    if (formula.t === "shared" && cell.formulaText !== "" && isGone) {
      this.shared.set(formula.si ?? "", new SharedFormula(cell.formulaText, row, column));
    }
  }

  /** The cell that had the text of a shared formula is changed: those that share it have their own from now on. */
  private withOwnFormula(cell: OpenCell, end: number): string | undefined {
    const gone = this.shared.get(cell.formula?.si ?? "");
    if (!gone) return undefined;
    const text = gone.at(cell.row, cell.column);
    if (text === undefined) throw this.refusal(cell.row, cell.column, "must have a formula that can be read");
    const whole = this.xml.slice(tagStart(this.xml, cell.tagEnd), end);
    const { prefix } = this.context;
    this.changesFormulas = true;
    return whole.replace(
      new RegExp(`<${prefix}f\\b[^>]*?(?:/>|></${prefix}f\\s*>)`),
      () => `<${prefix}f>${escapedText(text)}</${prefix}f>`,
    );
  }

  private takeUpTo(place: number): void {
    if (place > this.at) this.pieces.push(this.xml.slice(this.at, place));
    this.at = Math.max(this.at, place);
  }
}

function heightAttributes(points: number): Readonly<Record<string, string | undefined>> {
  return points === 0 ? { hidden: "1" } : { ht: String(points), customHeight: "1", hidden: undefined };
}
