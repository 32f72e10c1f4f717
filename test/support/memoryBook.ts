import type { FormattedNumber } from "../../src/functions/cells/answer";
import { readAddress } from "../../src/workbook/book/address";
import type {
  Area,
  CellContent,
  CellFormat,
  CellsSight,
  Chart,
  Edit,
  Grid,
  Look,
  OpenBook,
  Running,
  Sight,
} from "../../src/workbook/book/book";
import { grownArea } from "../../src/workbook/book/tableGrowth";
import { shownBy } from "./formula";

interface Cell {
  content: CellContent;
  format: CellFormat;
  note?: string;
}

/** What a formula fills: values by row, a number with the format that it brings. */
type Spilled = readonly (readonly (CellContent | FormattedNumber)[])[];

interface Sheet {
  rows: Cell[][];
  isProtected: boolean;
  hidden: Set<number>;
  charts: Chart[];
  /** What the sheet prints, where that was set. */
  printed?: Area;
}

/**
 * A workbook in memory: real rows that shift, tables that grow, formulas that are calculated (those our sheets hold).
 * It fails when told to, so that a test sees what is left behind. Names, charts and settings are kept as given.
 */
export class MemoryBook implements OpenBook {
  readonly drawsCharts = true;
  readonly sheets = new Map<string, Sheet>();
  readonly tables = new Map<string, Area>();
  readonly names = new Map<string, Area>();
  readonly settings = new Map<string, unknown>();
  /** Tables whose last row holds totals. */
  readonly totals = new Set<string>();
  private readonly spills: { readonly area: Area; readonly values: Spilled }[] = [];
  selection: Area | undefined;
  time = 45_000.5;
  /** Every list of edits performed. */
  readonly performed: (readonly Edit[])[] = [];
  looks = 0;
  recalculations = 0;
  private readonly calculated = new Map<string, CellContent>();
  /** Called before each edit; throw to fail there. */
  beforeEdit: (edit: Edit, index: number) => void = () => {};

  now() {
    return this.time;
  }

  async look(look: Look, { onProgress }: Running = {}): Promise<Sight> {
    this.looks++;
    onProgress?.({ done: 1, total: 1 });
    const wanted = look.everySheet ? [...this.sheets.keys()] : (look.sheets ?? []);
    const tables = (look.tables ?? []).filter((name) => this.tables.has(name));
    return copied({
      sheetNames: [...this.sheets.keys()],
      protectedSheets: [...this.sheets].flatMap(([name, { isProtected }]) => (isProtected ? [name] : [])),
      sheets: Object.fromEntries(
        wanted
          .filter((name) => this.sheets.has(name))
          .map((name) => [name, this.sheetSight(name, look.formats ?? false)]),
      ),
      tables: Object.fromEntries(
        tables.map((name) => {
          const area = this.table(name);
          const isFilled = (row: number, column: number) =>
            (this.sheet(area.sheet).rows[row]?.[column]?.content ?? "") !== "";
          const around = look.around?.includes(name) ? { around: grownArea(area, isFilled) } : {};
          return [name, { name, area, hasTotals: this.totals.has(name), ...around, ...this.gridOf(area) }];
        }),
      ),
      names: Object.fromEntries(
        (look.names ?? []).flatMap((name) => {
          const area = this.names.get(name);
          return area && this.sheets.has(area.sheet) ? [[name, { ...area, ...this.gridOf(area) }]] : [];
        }),
      ),
      settings: Object.fromEntries(
        (look.settings ?? []).flatMap((key) => (this.settings.has(key) ? [[key, this.settings.get(key)]] : [])),
      ),
      areas: (look.areas ?? []).map((area) => this.cellsOfArea(area, look)),
      ...(look.selection && this.selection
        ? { selection: { ...this.selection, ...this.cellsOfArea(this.selection, look) } }
        : {}),
    });
  }

  async perform(edits: readonly Edit[], { onProgress }: Running = {}) {
    this.performed.push(edits);
    edits.forEach((edit, index) => {
      this.beforeEdit(edit, index);
      this.make(edit);
      onProgress?.({ done: index + 1, total: edits.length });
    });
  }

  /** Everything that a user could see, for comparing before with after. */
  picture(): unknown {
    const settings = [...this.settings].filter(([key]) => key !== "tieout.journal");
    const sheets = [...this.sheets].map(([name, sheet]) => [
      name,
      sheet.rows.flatMap((row, y) =>
        row.flatMap((cell, x) => {
          const format = Object.fromEntries(Object.entries(cell.format).filter(([, value]) => !isPlain(value)));
          return cell.content === "" && Object.keys(format).length === 0 && !cell.note
            ? []
            : [[y, x, cell.content, format, cell.note]];
        }),
      ),
    ]);
    return copied({ sheets, settings, tables: [...this.tables], names: [...this.names] });
  }

  /** What a cell shows: book.shows("EPS!C12"). */
  shows(address: string): CellContent {
    return this.gridOf(areaOf(address)).values[0]?.[0] ?? "";
  }

  holds(address: string): CellContent {
    return this.gridOf(areaOf(address)).contents[0]?.[0] ?? "";
  }

  formatOf(address: string): CellFormat {
    const { sheet, row, column } = areaOf(address);
    return this.cell(sheet, row, column).format;
  }

  type(address: string, content: CellContent) {
    const { sheet, row, column } = areaOf(address);
    this.calculated.clear();
    this.cell(sheet, row, column).content = content;
  }

  note(address: string, words: string) {
    const { sheet, row, column } = areaOf(address);
    this.cell(sheet, row, column).note = words;
  }

  select(address: string) {
    this.selection = areaOf(address);
  }

  /** Fills cells as the formula in the first of them does, when a host calculates it. */
  spill(address: string, values: Spilled) {
    const area = { ...areaOf(address), rows: values.length, columns: values[0]?.length ?? 0 };
    this.spills.push({ area, values });
    this.calculated.clear();
  }

  spillAt({ sheet, row, column }: Area): { readonly area: Area; readonly values: Spilled } | undefined {
    return this.spills.find(
      ({ area }) =>
        area.sheet === sheet &&
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  }

  tableAt({ sheet, row, column }: Area): string | undefined {
    return [...this.tables].find(
      ([, area]) =>
        area.sheet === sheet &&
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    )?.[0];
  }

  /** The value that a formula elsewhere puts into a cell, with the format that it brings. */
  spilledInto(cell: Area): CellContent | FormattedNumber | undefined {
    const spill = this.spillAt(cell);
    return spill?.values[cell.row - spill.area.row]?.[cell.column - spill.area.column];
  }

  private cellsOfArea(area: Area, { closely }: Look): CellsSight {
    const spill = this.spillAt(area)?.area;
    const table = this.tableAt(area);
    const value = this.spilledInto(area);
    const brought = typeof value === "object" ? value.numberFormat : "General";
    const numberFormat = this.formatsOf(area)[0]?.[0]?.numberFormat ?? brought;
    return {
      ...this.gridOf(area),
      ...(closely ? { numberFormat, ...(spill ? { spill } : {}), ...(table ? { table } : {}) } : {}),
    };
  }

  addSheet(name: string, contents: readonly (readonly CellContent[])[] = []) {
    this.make({ do: "addSheet", sheet: name });
    if (contents.length > 0) this.make({ do: "write", area: blockOf(name, contents), contents });
  }

  private sheetSight(name: string, formats: boolean) {
    const sheet = this.sheet(name);
    const rows = sheet.rows.length;
    const columns = Math.max(0, ...sheet.rows.map((row) => row.length));
    return {
      ...this.gridOf({ sheet: name, row: 0, column: 0, rows, columns }),
      formats: formats ? sheet.rows.map((row) => row.map((cell) => cell.format)) : [],
    };
  }

  gridOf({ sheet, row, column, rows, columns }: Area): Grid {
    const cellsOf = (read: (y: number, x: number) => CellContent) =>
      Array.from({ length: rows }, (_r, y) => Array.from({ length: columns }, (_c, x) => read(row + y, column + x)));
    return {
      contents: cellsOf((y, x) => this.sheet(sheet).rows[y]?.[x]?.content ?? ""),
      values: cellsOf((y, x) => this.value(sheet, y, x)),
    };
  }

  formatsOf({ sheet, row, column, rows, columns }: Area): CellFormat[][] {
    return Array.from({ length: rows }, (_r, y) =>
      Array.from({ length: columns }, (_c, x) => this.sheet(sheet).rows[row + y]?.[column + x]?.format ?? {}),
    );
  }

  /** Calculated once until something changes. */
  private value(sheet: string, row: number, column: number): CellContent {
    const place = `${sheet}!${row},${column}`;
    const known = this.calculated.get(place) ?? this.calculate(sheet, row, column);
    this.calculated.set(place, known);
    return known;
  }

  private calculate(sheet: string, row: number, column: number): CellContent {
    const spilled = this.spilledInto({ sheet, row, column, rows: 1, columns: 1 });
    if (spilled !== undefined) return typeof spilled === "object" ? spilled.basicValue : spilled;
    const content = this.sheets.get(sheet)?.rows[row]?.[column]?.content ?? "";
    if (typeof content !== "string" || !content.startsWith("=")) return content;
    return shownBy(content, (reference) => this.cellsOf(reference, sheet));
  }

  private cellsOf(reference: string, sheet: string): CellContent[][] | undefined {
    const table = /^(\w+)\[#All\]$/.exec(reference)?.[1];
    const area = table ? this.tables.get(table) : (this.names.get(reference) ?? readAddress(reference, sheet));
    return area && this.sheets.has(area.sheet) ? this.gridOf(area).values.map((row) => [...row]) : undefined;
  }

  private sheet(name: string): Sheet {
    const sheet = this.sheets.get(name);
    if (!sheet) throw new Error(`There is no sheet ${name}`);
    return sheet;
  }

  private table(name: string): Area {
    const area = this.tables.get(name);
    if (!area) throw new Error(`There is no table ${name}`);
    return area;
  }

  private cell(sheetName: string, row: number, column: number): Cell {
    const { rows } = this.sheet(sheetName);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] as Cell[];
    while (cells.length <= column) cells.push({ content: "", format: {} });
    return cells[column] as Cell;
  }

  make(edit: Edit): void {
    this.calculated.clear();
    if ("sheet" in edit && edit.do !== "addSheet" && this.sheet(edit.sheet).isProtected) throw new Error("Protected.");
    switch (edit.do) {
      case "addSheet":
        if (this.sheets.has(edit.sheet)) throw new Error(`There is a sheet ${edit.sheet} already`);
        this.sheets.set(edit.sheet, { rows: [], isProtected: false, hidden: new Set(), charts: [] });
        return;
      case "deleteSheet":
        this.sheets.delete(edit.sheet);
        for (const [name, area] of this.tables) if (area.sheet === edit.sheet) this.tables.delete(name);
        for (const [name, area] of this.names) if (area.sheet === edit.sheet) this.names.delete(name);
        return;
      case "insertRows":
        this.cell(edit.sheet, edit.row, 0);
        this.sheet(edit.sheet).rows.splice(edit.row, 0, ...Array.from({ length: edit.count }, () => []));
        return this.shift(edit.sheet, edit.row, edit.count);
      case "deleteRows":
        this.sheet(edit.sheet).rows.splice(edit.row, edit.count);
        return this.shift(edit.sheet, edit.row + edit.count, -edit.count);
      case "addTable":
        this.tables.set(edit.table, edit.area);
        return;
      case "addTableRows":
        return this.growTable(edit.table, edit.contents);
      case "deleteTableRows": {
        const area = this.table(edit.table);
        this.sheet(area.sheet).rows.splice(area.row + area.rows - edit.count, edit.count);
        this.tables.set(edit.table, { ...area, rows: area.rows - edit.count });
        return;
      }
      case "addTableColumn": {
        const area = this.table(edit.table);
        edit.contents.forEach((content, index) => {
          this.cell(area.sheet, area.row + index, area.column + area.columns).content = content;
        });
        this.tables.set(edit.table, { ...area, columns: area.columns + 1 });
        return;
      }
      case "deleteTableColumn": {
        const area = this.table(edit.table);
        const last = area.column + area.columns - 1;
        for (let row = area.row; row < area.row + area.rows; row++) this.cell(area.sheet, row, last).content = "";
        this.tables.set(edit.table, { ...area, columns: area.columns - 1 });
        return;
      }
      case "addChart":
        this.sheet(edit.sheet).charts.push(edit.chart);
        return;
      case "printPage":
        this.sheet(edit.area.sheet).printed = edit.area;
        return;
      case "write":
        if (this.sheet(edit.area.sheet).isProtected) throw new Error("Protected.");
        edit.contents.forEach((row, y) =>
          row.forEach((content, x) => {
            this.cell(edit.area.sheet, edit.area.row + y, edit.area.column + x).content = content;
          }),
        );
        return;
      case "format": {
        const { sheet, row, column, rows, columns } = edit.area;
        for (let y = row; y < row + rows; y++)
          for (let x = column; x < column + columns; x++) {
            const cell = this.cell(sheet, y, x);
            cell.format = { ...cell.format, ...edit.format };
          }
        return;
      }
      case "columnWidth":
        if (edit.characters === 0) this.sheet(edit.sheet).hidden.add(edit.column);
        return;
      case "name":
        this.names.set(edit.name, edit.area);
        return;
      case "deleteName":
        this.names.delete(edit.name);
        return;
      case "setting":
        if (edit.value === null) this.settings.delete(edit.key);
        else this.settings.set(edit.key, copied(edit.value));
        return;
      case "select":
        this.selection = edit.area;
        return;
      case "recalculate":
        this.recalculations++;
    }
  }

  private growTable(name: string, contents: readonly (readonly CellContent[])[]) {
    const area = this.table(name);
    contents.forEach((row, y) =>
      row.forEach((content, x) => {
        const above = this.cell(area.sheet, area.row + area.rows - 1 + y, area.column + x);
        const cell = this.cell(area.sheet, area.row + area.rows + y, area.column + x);
        cell.content = content;
        if (area.rows > 1 || y > 0) cell.format = above.format;
      }),
    );
    this.tables.set(name, { ...area, rows: area.rows + contents.length });
  }

  /** References to cells below move with them, as in any spreadsheet. */
  private shift(sheetName: string, from: number, by: number) {
    for (const [name, sheet] of this.sheets)
      for (const cell of sheet.rows.flat()) {
        if (typeof cell.content === "string" && cell.content.startsWith("=")) {
          cell.content = shifted(cell.content, name === sheetName, sheetName, from, by);
        }
      }
    for (const [name, area] of this.names)
      if (area.sheet === sheetName && area.row >= from) this.names.set(name, { ...area, row: area.row + by });
  }
}

function shifted(formula: string, sameSheet: boolean, sheet: string, from: number, by: number): string {
  return formula.replace(
    /((?:'[^']+'|[A-Za-z_]\w*)!)?(\$?[A-Z]{1,3}\$?)(\d+)(?![\d(\]])/g,
    (all, prefix: string | undefined, column: string, row: string) => {
      const here = prefix ? prefix.replaceAll("'", "").slice(0, -1) === sheet : sameSheet;
      return here && Number(row) - 1 >= from ? `${prefix ?? ""}${column}${Number(row) + by}` : all;
    },
  );
}

function areaOf(address: string): Area {
  const area = readAddress(address);
  if (!area) throw new Error(`${address} is no address`);
  return area;
}

function blockOf(sheet: string, contents: readonly (readonly CellContent[])[]): Area {
  return { sheet, row: 0, column: 0, rows: contents.length, columns: contents[0]?.length ?? 0 };
}

function isPlain(value: unknown): boolean {
  return [undefined, null, false, 0, "General", "general", "none", "#000000"].includes(value as string);
}

/** jsdom has no structuredClone. */
function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
