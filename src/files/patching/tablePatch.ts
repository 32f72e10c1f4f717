import { quoted } from "../../core/errors";
import { a1 } from "../../workbook/book/address";
import { FileError } from "../fileError";
import { readSharedStrings } from "../reading/sharedStrings";
import { readCells } from "../reading/sheetCells";
import type { SheetPart } from "../reading/workbookPart";
import type { Rectangle, XlsxValue } from "../xlsxFile";
import { DECLARATION, type Draft } from "./draft";
import { escaped } from "./partText";
import type { SheetDraft } from "./sheetDraft";
import { overlap } from "./sheetFrame";
import { requireHeaders, resizedTable, tablesOf, tableXml, TABLE_TYPE, type TablePart } from "./tableParts";
import type { WorkbookDraft } from "./workbookDraft";

interface Changed extends SheetPart {
  readonly draft: SheetDraft;
}

interface Wanted {
  readonly table: string;
  readonly area: Rectangle;
  readonly sheet: Changed;
  /** The table that gets other cells; none for a new one. */
  readonly before?: TablePart;
}

/** The tables of a file, as they are added, grow and have their headers written. */
export class TablePatch {
  private readonly known = new Map<string, readonly TablePart[]>();
  private readonly wanted: Wanted[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly workbook: WorkbookDraft,
  ) {}

  /** The table that has cells in common with an area. */
  around(sheetPart: string, area: Rectangle): { readonly name: string } | undefined {
    const added = this.wanted.find((one) => one.sheet.part === sheetPart && overlap(one.area, area));
    return added ? { name: added.table } : this.on(sheetPart).find((table) => overlap(table.area, area));
  }

  add(table: string, area: Rectangle, sheet: Changed): void {
    requireTableName(table);
    const isTaken = (name: string) => name.toLowerCase() === table.toLowerCase();
    const all = this.workbook.sheets.flatMap(({ part }) => this.on(part));
    if (all.some(({ name }) => isTaken(name)) || this.wanted.some((one) => isTaken(one.table))) {
      throw new FileError(`a table's name must be one that no other has; received ${quoted(table)}`);
    }
    const other = this.around(sheet.part, area);
    if (other) throw new FileError(`the table ${table} must not overlap the table ${other.name}`);
    this.wanted.push({ table, area, sheet });
  }

  resize(table: string, area: Rectangle, sheets: readonly SheetPart[], open: (sheet: string) => Changed): void {
    const added = this.wanted.findIndex((one) => one.table.toLowerCase() === table.toLowerCase());
    const place = this.wanted[added];
    if (place) {
      this.wanted[added] = { ...place, area };
      return;
    }
    const found = sheets
      .flatMap((sheet) => this.on(sheet.part).map((before) => ({ sheet, before })))
      .find(({ before }) => before.name.toLowerCase() === table.toLowerCase());
    if (!found) throw new FileError(`the table must be one of the file; received ${quoted(table)}`);
    const { row, column } = found.before.area;
    if (area.row !== row || area.column !== column) {
      throw new FileError(`the table ${table} must begin at the same cell; received ${a1(area)}`);
    }
    this.wanted.push({ table: found.before.name, area, sheet: open(found.sheet.name), before: found.before });
  }

  /** Writes the parts, once the cells of the sheets are written. */
  apply(sheets: readonly Changed[]): void {
    this.wanted.forEach((wanted) => this.write(wanted));
    const done = new Set(this.wanted.map(({ table }) => table));
    for (const sheet of sheets) {
      for (const before of this.on(sheet.part)) {
        if (!done.has(before.name) && before.hasHeaders) this.follow(before, sheet);
      }
    }
  }

  private on(sheetPart: string): readonly TablePart[] {
    const known = this.known.get(sheetPart) ?? tablesOf(this.draft, sheetPart);
    this.known.set(sheetPart, known);
    return known;
  }

  private write({ table, area, sheet, before }: Wanted): void {
    if (area.rows < 2) throw new FileError(`the table ${table} must have a row below its headers`);
    const headers = before?.hasHeaders === false ? before.headers : this.headersIn(table, area, sheet);
    if (before)
      return this.draft.set(before.part, resizedTable(this.draft.text(before.part), before.part, area, headers));
    const shape = { name: table, area, headers, hasHeaders: true, hasTotals: false };
    const folder = this.workbook.part.slice(0, this.workbook.part.lastIndexOf("/") + 1);
    const part = this.draft.freeName(`${folder}tables/table`);
    const { main, references } = this.workbook.namespaces;
    this.draft.add(part, DECLARATION + tableXml(main, this.nextId, shape), TABLE_TYPE);
    const id = this.draft.relate(sheet.part, `${references}/table`, part);
    this.draft.set(sheet.part, sheet.draft.withTable(this.draft.text(sheet.part), id));
  }

  private get nextId(): number {
    const parts = this.workbook.sheets.flatMap(({ part }) => tablesOf(this.draft, part));
    const ids = parts.map(({ part }) => Number(this.draft.xml(part).attributes.id));
    return Math.max(0, ...ids) + 1;
  }

  /** A header that is written in its cell is written in the table too, unless formulas name the one before. */
  private follow(before: TablePart, { name, draft }: Changed): void {
    const { row, column } = before.area;
    const written = before.headers.map((_, at) => draft.written(row, column + at));
    const headers = before.headers.map((header, at) => (written[at] === undefined ? header : written[at]));
    const changed = before.headers.filter((header, at) => headers[at] !== header);
    if (changed.length === 0) return;
    const named = changed.find((header) => this.isNamedInFormulas(header));
    if (named !== undefined) {
      throw new FileError(
        `the header "${named}" of the table ${before.name} on the sheet "${name}" must stay as it is: formulas name it`,
      );
    }
    const texts = requireHeaders(before.name, headers);
    this.draft.set(before.part, resizedTable(this.draft.text(before.part), before.part, before.area, texts));
  }

  private isNamedInFormulas(header: string): boolean {
    const mention = `[${escaped(header)}]`;
    const parts = [this.workbook.part, ...this.workbook.sheets.map(({ part }) => part)];
    const tables = this.workbook.sheets.flatMap(({ part }) => this.on(part)).map(({ part }) => part);
    return [...parts, ...tables].some((part) => this.draft.text(part).includes(mention));
  }

  private headersIn(table: string, area: Rectangle, { part }: SheetPart): readonly string[] {
    const strings = this.workbook.partOf("sharedStrings");
    const cells = readCells(
      this.draft.text(part),
      {
        part,
        sharedStrings:
          strings === undefined ? [] : readSharedStrings(this.draft.text(strings), strings, () => undefined),
        styles: 0,
        dateSystem: 1900,
        isDynamic: () => false,
        typed: (stored) => stored,
      },
      { met: () => undefined, rowMet: () => undefined },
    );
    const values = new Map<number, XlsxValue>();
    for (const { row, column, value } of cells) if (row === area.row) values.set(column, value);
    const headers = Array.from({ length: area.columns }, (_, at) => values.get(area.column + at) ?? null);
    return requireHeaders(table, headers);
  }
}

function requireTableName(name: string): void {
  const isSound =
    /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !/^(?:[A-Z]{1,3}\d{1,7}|R\d*C\d*|[RC])$/i.test(name);
  if (!isSound) throw new FileError(`a table's name must begin with a letter and be no cell; received ${quoted(name)}`);
}
