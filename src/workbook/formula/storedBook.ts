import { absolute } from "../book/address";
import type { Area } from "../book/book";
import { readFormula } from "./readFormula";
import { inOrder, meaningOf, type CellsOf } from "./references";
import { areaOfPart, type Place, type TableShape } from "./structuredReference";
import { Cells, type Value } from "./values";

/** A workbook whose values stand: of a file, or of an open workbook as it was seen. Rows and columns count from 0. */
export interface StoredBook {
  /** In order of their tabs. */
  readonly sheetNames: readonly string[];
  /** How many rows and columns of a sheet hold anything, from A1 on. */
  used(sheet: string): { readonly rows: number; readonly columns: number };
  /** Null for a blank; undefined where the value is not known, as that of a formula which nobody has calculated. */
  value(sheet: string, row: number, column: number): Value | undefined;
  /** The cells that the formula of a cell fills. */
  spill(sheet: string, row: number, column: number): Area | undefined;
  /** What a name says, with "=": the sheet's own name before that of the workbook. */
  name(name: string, sheet: string): string | undefined;
  table(name: string): TableShape | undefined;
}

/** References of formulas, read from a book whose values stand. */
export class StoredReferences {
  /** A large range that many formulas refer to is gathered once. */
  private readonly large = new Map<string, Cells | undefined>();

  constructor(private readonly book: StoredBook) {}

  /** What references mean in a formula that stands at a place. */
  at(place: Place): CellsOf {
    return (reference) => this.cellsOf(reference, place);
  }

  private cellsOf(reference: string, place: Place): Cells | undefined {
    const area = this.areaOf(reference, place);
    if (area) return this.cells(area);
    const meant = meaningOf(readReference(reference), place, this.book.sheetNames);
    if (meant?.kind === "name") return this.named(meant.name, place);
    return undefined;
  }

  /**
   * A name, a part of a table or a spill as the cells that it stands for, or as the constant; undefined for what is
   * written so already, and for what stands for nothing.
   */
  written(reference: string, place: Place): string | undefined {
    const kind = meaningOf(readReference(reference), place, this.book.sheetNames)?.kind;
    if ((kind === "area" || kind === "lines") && !reference.endsWith("#")) return undefined;
    const area = this.areaOf(reference, place);
    if (area) return absolute(area);
    const constant = kind === "name" ? this.book.name(reference, place.sheet) : undefined;
    return constant && `(${constant.slice(1)})`;
  }

  /** The cells that a reference, or A1# for what A1 spills, stands for; undefined where it stands for none. */
  areaOf(reference: string, place: Place): Area | undefined {
    if (reference.endsWith("#")) return this.spillOf(reference.slice(0, -1), place);
    const { book } = this;
    const meant = meaningOf(readReference(reference), place, book.sheetNames);
    switch (meant?.kind) {
      case "area":
        return meant.area;
      case "lines": {
        const { top, left, bottom, right } = inOrder(meant.range);
        const used = book.used(meant.sheet);
        const [row, column] = [top ?? 0, left ?? 0];
        return {
          sheet: meant.sheet,
          row,
          column,
          rows: Math.max(1, Math.min(bottom ?? Infinity, used.rows - 1) - row + 1),
          columns: Math.max(1, Math.min(right ?? Infinity, used.columns - 1) - column + 1),
        };
      }
      case "table": {
        const table = book.table(meant.table);
        return table && areaOfPart(table, meant.part, place);
      }
      case "name": {
        const formula = book.name(meant.name, place.sheet);
        if (formula !== undefined) return this.areaOfName(formula, place);
        const table = book.table(meant.name);
        return table && areaOfPart(table, undefined, place);
      }
      case undefined:
        return undefined;
    }
  }

  private spillOf(reference: string, place: Place): Area | undefined {
    const first = this.areaOf(reference, place);
    return first && this.book.spill(first.sheet, first.row, first.column);
  }

  private areaOfName(formula: string, place: Place): Area | undefined {
    const tree = readFormula(formula)?.tree;
    return tree?.type === "ReferenceIdentifier" && tree.kind !== "name" ? this.areaOf(tree.value, place) : undefined;
  }

  /** A name of a constant: =0.1. */
  private named(name: string, place: Place): Cells | undefined {
    const tree = readFormula(this.book.name(name, place.sheet) ?? "")?.tree;
    return tree?.type === "Literal" ? new Cells([[tree.value as Value]]) : undefined;
  }

  private cells(area: Area): Cells | undefined {
    if (area.rows * area.columns < LARGE) return this.gathered(area);
    const key = `${area.row} ${area.column} ${area.rows} ${area.columns} ${area.sheet}`;
    if (!this.large.has(key)) this.large.set(key, this.gathered(area));
    return this.large.get(key);
  }

  private gathered(area: Area): Cells | undefined {
    if (area.rows * area.columns > MOST_CELLS) return undefined;
    const rows: Value[][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line: Value[] = [];
      for (let column = area.column; column < area.column + area.columns; column++) {
        const value = this.book.value(area.sheet, row, column);
        if (value === undefined) return undefined;
        line.push(value);
      }
      rows.push(line);
    }
    return new Cells(rows, area);
  }
}

const LARGE = 500;
/** More than a million rows of twenty columns are in no book that is calculated here. */
const MOST_CELLS = 20_000_000;

function readReference(text: string) {
  return { value: text, kind: text.includes("[") ? "table" : "range" } as const;
}
