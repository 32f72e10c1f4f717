import { quoted } from "../../core/errors";
import { LIMITS } from "../archive/limits";
import { walkXml, isTrue, type Attributes } from "../archive/xml";
import { FileError } from "../fileError";
import { SharedFormula } from "../formulas/sharedFormula";
import type { Rectangle, XlsxCell, XlsxValue } from "../xlsxFile";
import { readCell, readRectangle } from "./address";
import { isoSerial } from "./isoSerial";
import { unescaped } from "./sharedStrings";

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly part: string;
  readonly sharedStrings: readonly string[];
  readonly styles: number;
  readonly dateSystem: 1900 | 1904;
  /** Whether a cell's mark says that its formula may spill. */
  isDynamic(cellMetadata: string | undefined): boolean;
  /** A stored formula as a person types it. */
  typed(stored: string): string;
}

/** Is told what stands around the cells. */
export interface AroundCells {
  met(name: string, attributes: Attributes): void;
  rowMet(row: number, attributes: Attributes): void;
}

interface OpenCell {
  row: number;
  column: number;
  attributes: Attributes;
  value: string | undefined;
  inline: string | undefined;
  formula: string;
  formulaAttributes: Attributes | undefined;
}

export function readCells(xml: string, context: CellContext, around: AroundCells): XlsxCell[] {
  const reader = new CellReader(context, around);
  walkXml(xml, context.part, reader);
  return reader.cells;
}

class CellReader {
  readonly cells: XlsxCell[] = [];
  private row = -1;
  private column = -1;
  private cell: OpenCell | undefined;
  private collecting: "value" | "formula" | "inline" | undefined;
  private guides = 0;
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    private readonly context: CellContext,
    private readonly around: AroundCells,
  ) {}

  opened(name: string, attributes: Attributes): void {
    if (name === "c") return this.openCell(attributes);
    if (this.cell) return this.openWithin(this.cell, name, attributes);
    if (name === "row") this.openRow(attributes);
    else this.around.met(name, attributes);
  }

  closed(name: string): void {
    this.collecting = undefined;
    if (name === "rPh") this.guides--;
    if (name !== "c" || !this.cell) return;
    const cell = this.read(this.cell);
    if (cell) this.cells.push(cell);
    this.cell = undefined;
  }

  text(text: string): void {
    if (!this.collecting || !this.cell) return;
    if (this.collecting === "value") this.cell.value += text;
    else if (this.collecting === "formula") this.cell.formula += text;
    else this.cell.inline = (this.cell.inline ?? "") + text;
  }

  /** A row that does not say where it is follows the one before it. */
  private openRow(attributes: Attributes): void {
    const { r } = attributes;
    this.row = r === undefined ? this.row + 1 : readCell(`A${r}`, this.context.part).row;
    this.column = -1;
    this.around.rowMet(this.row, attributes);
  }

  /** One that does not say where it is stands right of the one before it. */
  private openCell(attributes: Attributes): void {
    const { r } = attributes;
    let [row, column] = [this.row, this.column + 1];
    if (r !== undefined) ({ row, column } = readCell(r, this.context.part));
    this.column = column;
    this.cell = {
      row,
      column,
      attributes,
      value: undefined,
      inline: undefined,
      formula: "",
      formulaAttributes: undefined,
    };
  }

  private openWithin(cell: OpenCell, name: string, attributes: Attributes): void {
    if (name === "rPh") this.guides++;
    if (name === "f") cell.formulaAttributes = attributes;
    // An element without text is an empty text.
    if (name === "v") cell.value = "";
    this.collecting =
      name === "v" ? "value" : name === "f" ? "formula" : name === "t" && this.guides === 0 ? "inline" : undefined;
  }

  /** undefined for a cell that holds nothing and looks as any other. */
  private read(cell: OpenCell): XlsxCell | undefined {
    const { row, column, attributes } = cell;
    const style = this.styleOf(attributes.s);
    const value = this.valueOf(cell);
    const formula = this.formulaOf(cell);
    if (value === null && formula === undefined && style === 0) return undefined;
    const spill = formula === undefined ? undefined : this.arrayOf(cell);
    const isFixedArray = spill !== undefined && !this.context.isDynamic(attributes.cm);
    return { row, column, value, formula, spill, isFixedArray, style };
  }

  private styleOf(text: string | undefined): number {
    const style = text === undefined ? 0 : Number(text);
    return Number.isInteger(style) && style >= 0 && style < this.context.styles ? style : 0;
  }

  private valueOf({ attributes, value, inline, row, column }: OpenCell): XlsxValue {
    const { t: type = "n" } = attributes;
    if (type === "inlineStr") return unescaped(inline ?? value ?? "");
    if (value === undefined) return null;
    if (type === "s") return this.sharedString(value);
    if (type === "str") return unescaped(value);
    if (type === "e") return { error: value };
    if (type === "b") return isTrue(value.trim());
    if (type === "d") return isoSerial(value, this.context.dateSystem) ?? value;
    const number = Number(value);
    if (type === "n" && value.trim() !== "" && Number.isFinite(number)) return number;
    if (type === "n" && value.trim() === "") return null;
    throw new FileError(
      `the part ${this.context.part} of the file must have a number in row ${row + 1}, column ${column + 1}; it has ${quoted(value)}`,
    );
  }

  private sharedString(index: string): string {
    const text = /^\s*\d+\s*$/.test(index) ? this.context.sharedStrings[Number(index)] : undefined;
    if (text === undefined) {
      throw new FileError(
        `the part ${this.context.part} of the file names the text ${index}, which the file does not have`,
      );
    }
    return text;
  }

  private formulaOf(cell: OpenCell): string | undefined {
    const { formula, formulaAttributes } = cell;
    if (!formulaAttributes || formulaAttributes.t === "dataTable") return undefined;
    const stored = formulaAttributes.t === "shared" ? this.sharedFormula(cell, formulaAttributes.si ?? "") : formula;
    return stored === "" ? undefined : this.context.typed(stored);
  }

  private sharedFormula({ row, column, formula, formulaAttributes }: OpenCell, index: string): string {
    const known = this.shared.get(index);
    if (formula !== "" && (!known || formulaAttributes?.ref !== undefined)) {
      this.shared.set(index, new SharedFormula(formula, row, column));
    }
    if (formula !== "") return formula;
    const moved = known?.at(row, column);
    if (moved !== undefined) return moved;
    const rule = known ? `has ${LIMITS.formula} characters or fewer` : "stands in a cell before it";
    throw new FileError(
      `the formula that row ${row + 1}, column ${column + 1} of the part ${this.context.part} shares must be one that ${rule}`,
    );
  }

  private arrayOf({ row, column, formulaAttributes }: OpenCell): Rectangle | undefined {
    if (formulaAttributes?.t !== "array") return undefined;
    return formulaAttributes.ref === undefined
      ? { row, column, rows: 1, columns: 1 }
      : readRectangle(formulaAttributes.ref, this.context.part);
  }
}
