import { format } from "numfmt";
import { dayOf } from "../../src/core/calendar/civilDate";
import { serialOf } from "../../src/functions/cells/arguments";
import { absolute, readAddress } from "../../src/workbook/book/address";
import type { Area, CellContent, CellFormat, Edit } from "../../src/workbook/book/book";
import type { MemoryBook } from "./memoryBook";

interface Arguments {
  readonly Arguments?: any[];
  readonly ReferencedObjectPathIds?: any[];
}

export interface RequestBody {
  readonly Actions: readonly {
    Id: number;
    ActionType: number;
    Name: string;
    ObjectPathId: number;
    ArgumentInfo?: Arguments;
    QueryInfo?: any;
    ObjectState?: any;
  }[];
  readonly ObjectPaths: Readonly<
    Record<
      string,
      { Id: number; ObjectPathType: number; Name: string; ParentObjectPathId?: number; ArgumentInfo?: Arguments }
    >
  >;
}

/** What Excel calls the kinds of charts. */
const CHART_KINDS: Readonly<Record<string, string>> = {
  Line: "line",
  ColumnClustered: "columns",
  ColumnStacked: "stackedColumns",
};

/** How a request goes wrong: it never arrives, its answer is lost, or Excel stops after so many of its actions. */
export type Failure = "not sent" | "answer lost" | { readonly after: number };

const [GLOBAL, METHOD, PROPERTY, INDEXER, KEPT] = [1, 3, 4, 5, 6];
const ACTIONS = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, update: 9 };
const NULL = Symbol("null object");
/** What a request carries whose Excel.run asks for delayForCellEdit. */
const DELAY_FOR_CELL_EDIT = 64;

/**
 * Excel's side of the wire, over a workbook in memory: the part of its object model that the add-in uses. An object
 * has properties and methods under their names on the wire; a request's actions run in their order, and those before
 * a failure stay done, as in Excel.
 */
export class ExcelHost {
  /** Requests to spoil, counted from 1 since the last reset. */
  readonly failures = new Map<number, Failure>();
  requests = 0;
  /** The kinds of calculation that were asked for. */
  readonly calculations: string[] = [];
  /** The cells that were to be calculated again. */
  readonly dirtied: string[] = [];
  /** What the figures show while custom functions are still at work; a request counts it down. */
  busyFor = 0;
  /** Settles when the cell that somebody is editing is entered; nothing while none is. */
  edit: Promise<void> | undefined;
  /** Characters of the largest answer that is sent. */
  largestAnswer = 5_000_000;

  private readonly kept = new Map<string, unknown>();

  constructor(readonly book: MemoryBook) {}

  /** Excel takes nothing while a cell is being edited; only a request that says so waits for the end of it. */
  async answerAfterEdit(body: RequestBody, flags: number): Promise<ReturnType<ExcelHost["answer"]>> {
    if (this.edit && !(flags & DELAY_FOR_CELL_EDIT))
      return stopped("InvalidOperationInCellEditMode", "A cell is in edit", 0);
    await this.edit;
    return this.answer(body);
  }

  answer(body: RequestBody): { ErrorCode: string; ErrorMessage: string; Body: unknown } {
    const failure = this.failures.get(++this.requests);
    if (failure === "not sent") return lost();
    const objects = new Map<number, any>();
    const results: unknown[] = [];
    for (const [index, action] of body.Actions.entries()) {
      if (typeof failure === "object" && index >= failure.after)
        return stopped("GeneralException", "Excel stopped in the middle", index);
      try {
        results.push({ ActionId: action.Id, Value: this.run(action, body, objects) });
      } catch (error) {
        const { code = "GeneralException", message } = error as { code?: string; message: string };
        return stopped(code, message, index);
      }
    }
    if (JSON.stringify(results).length > this.largestAnswer)
      return stopped("ResponsePayloadSizeLimitExceeded", "The answer is too large", -1);
    return failure === "answer lost" ? lost() : { ErrorCode: "", ErrorMessage: "", Body: { Results: results } };
  }

  private run(action: RequestBody["Actions"][number], body: RequestBody, objects: Map<number, any>): unknown {
    if (action.ActionType === ACTIONS.trace) return null;
    const target = this.resolve(action.ObjectPathId, body, objects);
    switch (action.ActionType) {
      case ACTIONS.instantiate:
        return target === NULL ? null : { ...identity(target), ...this.reference(action.ObjectPathId, body, target) };
      case ACTIONS.query:
        return target === NULL ? null : selected(target, action.QueryInfo);
      case ACTIONS.method:
        return target === NULL
          ? null
          : plain(
              defined(target[action.Name], action.Name).call(target, ...this.args(action.ArgumentInfo, body, objects)),
            );
      case ACTIONS.set:
        if (target !== NULL) target[action.Name] = this.args(action.ArgumentInfo, body, objects)[0];
        return null;
      default:
        return null;
    }
  }

  /** Excel numbers the ranges that the client keeps; the client lets go of them in a request of its own. */
  private reference(path: number, { Actions }: RequestBody, target: unknown): object {
    if (!Actions.some(({ Name, ObjectPathId }) => Name === "_KeepReference" && ObjectPathId === path)) return {};
    const id = `kept${this.kept.size}`;
    this.kept.set(id, target);
    return { _ReferenceId: id };
  }

  private resolve(id: number, body: RequestBody, objects: Map<number, any>): any {
    if (objects.has(id)) return objects.get(id);
    const path = body.ObjectPaths[id];
    if (!path) throw new Error(`no object path ${id}`);
    const parent =
      path.ObjectPathType === GLOBAL || path.ObjectPathType === KEPT
        ? undefined
        : this.resolve(path.ParentObjectPathId ?? -1, body, objects);
    const object = this.object(path, parent, body, objects);
    objects.set(id, object);
    return object;
  }

  private object(
    path: RequestBody["ObjectPaths"][string],
    parent: any,
    body: RequestBody,
    objects: Map<number, any>,
  ): any {
    if (path.ObjectPathType === GLOBAL) return this.workbook();
    if (path.ObjectPathType === KEPT) return defined(this.kept.get(path.Name), path.Name);
    if (parent === NULL) return NULL;
    if (path.ObjectPathType === PROPERTY) return defined(parent[path.Name], path.Name);
    const args = this.args(path.ArgumentInfo, body, objects);
    if (path.ObjectPathType === INDEXER) return parent.GetItem(...args);
    if (path.ObjectPathType === METHOD) return defined(parent[path.Name], path.Name).call(parent, ...args);
    throw new Error(`object path of type ${path.ObjectPathType}`);
  }

  private args(
    { Arguments: args = [], ReferencedObjectPathIds: ids }: Arguments = {},
    body: RequestBody,
    objects: Map<number, any>,
  ): any[] {
    return args.map((arg, index) => (ids?.[index] ? this.resolve(ids[index], body, objects) : arg));
  }

  private workbook() {
    const { book } = this;
    return {
      Worksheets: this.worksheets(),
      Tables: this.tables(),
      Names: {
        GetItemOrNullObject: (name: string) => (book.names.has(name) ? this.namedItem(name) : NULL),
        Add: (name: string, range: any) => {
          if (book.names.has(name)) throw coded("ItemAlreadyExists", `The name ${name} exists`);
          book.make({ do: "name", name, area: range.area });
          return this.namedItem(name);
        },
      },
      Settings: {
        GetItemOrNullObject: (key: string) =>
          book.settings.has(key) ? { Value: book.settings.get(key), Delete: () => book.settings.delete(key) } : NULL,
        Add: (key: string, value: unknown) => {
          book.make({ do: "setting", key, value });
          return {};
        },
      },
      _RemoveReference: () => null,
      // The workbook counts days in the 1900 system.
      Functions: { Date: (year: number, month: number, day: number) => ({ Value: serialOf(dayOf(year, month, day)) }) },
      Application: { Calculate: (kind: string) => void this.calculations.push(kind) },
      GetSelectedRange: () =>
        this.range(
          book.selection ?? { sheet: [...book.sheets.keys()][0] ?? "", row: 0, column: 0, rows: 1, columns: 1 },
        ),
    };
  }

  private worksheets() {
    const { book } = this;
    const names = [...book.sheets.keys()];
    return {
      _items: () => names.map((name) => this.worksheet(name)),
      GetItem: (name: string) => this.worksheet(name),
      GetItemOrNullObject: (name: string) => (book.sheets.has(name) ? this.worksheet(name) : NULL),
      Add: (name: string) => {
        this.make({ do: "addSheet", sheet: name });
        return this.worksheet(name);
      },
    };
  }

  private worksheet(name: string): any {
    const { book } = this;
    const sheet = book.sheets.get(name);
    if (!sheet) throw coded("ItemNotFound", `There is no sheet ${name}`);
    const used = {
      sheet: name,
      row: 0,
      column: 0,
      rows: sheet.rows.length,
      columns: Math.max(0, ...sheet.rows.map((row) => row.length)),
    };
    return {
      Id: name,
      Name: name,
      _RegisterDataChangedEvent: () => null,
      _RegisterCalculatedEvent: () => null,
      _UnregisterDataChangedEvent: () => null,
      _UnregisterCalculatedEvent: () => null,
      Protection: { Protected: sheet.isProtected },
      GetUsedRangeOrNullObject: () => (used.rows > 0 && used.columns > 0 ? this.range(trimmed(used, book)) : NULL),
      GetRange: (address: string) => this.range(rowsOrCells(address, name)),
      GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        this.range({ sheet: name, row, column, rows, columns }),
      Charts: { Add: (type: string, source: any) => this.chart(name, type, source.area) },
      PageLayout: {
        Orientation: "Portrait",
        Zoom: { scale: 100 },
        SetPrintArea: (range: any) => this.make({ do: "printPage", area: range.area }),
      },
      Activate: () => null,
      Delete: () => this.make({ do: "deleteSheet", sheet: name }),
    };
  }

  private range(area: Area): any {
    const { book } = this;
    const host = this;
    const grid = () => book.gridOf(area) as { contents: CellContent[][]; values: CellContent[][] };
    const format = (wanted: CellFormat) => this.make({ do: "format", area, format: wanted });
    const shift = (verb: "insertRows" | "deleteRows") => () => {
      this.make({ do: verb, sheet: area.sheet, row: area.row, count: area.rows });
      return this.range(area);
    };
    return {
      area,
      get Formulas() {
        return grid().contents;
      },
      set Formulas(contents: CellContent[][]) {
        host.make({ do: "write", area, contents: fitting(contents, area).map((row) => row.map(untyped)) });
      },
      get Values() {
        return host.busyFor > 0
          ? grid().contents.map((row) => row.map((cell) => (String(cell).startsWith("=") ? "#BUSY!" : cell)))
          : grid().values;
      },
      get NumberFormat() {
        return book.formatsOf(area).map((row) => row.map(({ numberFormat = "General" }) => numberFormat));
      },
      set NumberFormat(numberFormat: any) {
        format({ numberFormat });
      },
      get Text() {
        return host.text(area, grid().values);
      },
      GetCell: (row: number, column: number) =>
        this.range({ ...area, row: area.row + row, column: area.column + column, rows: 1, columns: 1 }),
      GetTables: (_fullyContained: boolean) => ({
        _items: () => [book.tableAt(area)].filter(Boolean).map((name) => this.table(String(name))),
      }),
      GetSpillingToRangeOrNullObject: () => this.spillFrom(area),
      GetSpillParentOrNullObject: () => this.spillParent(area),
      RowIndex: area.row,
      ColumnIndex: area.column,
      RowCount: area.rows,
      ColumnCount: area.columns,
      set ColumnHidden(_hidden: boolean) {
        host.make({ do: "columnWidth", sheet: area.sheet, column: area.column, characters: 0 });
      },
      get Worksheet() {
        return host.worksheet(area.sheet);
      },
      Format: this.rangeFormat(format),
      Insert: shift("insertRows"),
      Delete: () => (area.columns >= 16_384 ? shift("deleteRows")() : this.deleteCells(area)),
      GetCellProperties: () => book.formatsOf(area).map((row) => row.map(asProperties)),
      GetEntireColumn: () => this.range({ ...area, row: 0, rows: 1_048_576 }),
      GetLastRow: () => this.range({ ...area, row: area.row + area.rows - 1, rows: 1 }),
      GetAbsoluteResizedRange: (rows: number, columns: number) => this.range({ ...area, rows, columns }),
      GetOffsetRange: (rows: number, columns: number) =>
        this.range({ ...area, row: area.row + rows, column: area.column + columns }),
      GetBoundingRect: (other: any) => this.range({ ...area, rows: other.area.row + other.area.rows - area.row }),
      GetUsedRangeOrNullObject: () =>
        [...grid().contents, ...grid().values].flat().some((cell) => cell !== "") ? this.range(area) : NULL,
      SetDirty: () => void this.dirtied.push(absolute(area).replaceAll("$", "")),
      Select: () => this.make({ do: "select", area }),
      _KeepReference: () => null,
    };
  }

  /** As Excel writes it into the cell: a format of the cell's own wins over that which a value brings. */
  private text(area: Area, values: CellContent[][]) {
    return values.map((row, y) =>
      row.map((value, x) => {
        const cell = { ...area, row: area.row + y, column: area.column + x, rows: 1, columns: 1 };
        const spilled = this.book.spilledInto(cell);
        const brought = typeof spilled === "object" ? spilled.numberFormat : "General";
        return format(this.book.formatsOf(cell)[0]?.[0]?.numberFormat ?? brought, value);
      }),
    );
  }

  /** Only the cell with the formula tells what is filled from it. */
  private spillFrom(area: Area) {
    const spill = this.book.spillAt(area)?.area;
    return spill && spill.row === area.row && spill.column === area.column ? this.range(spill) : NULL;
  }

  private spillParent(area: Area) {
    const spill = this.book.spillAt(area)?.area;
    return spill ? this.range({ ...spill, rows: 1, columns: 1 }) : NULL;
  }

  private rangeFormat(format: (wanted: CellFormat) => void) {
    return {
      Fill: {
        set Color(fill: string) {
          format({ fill });
        },
        Clear: () => format({ fill: null }),
      },
      Font: {
        set Bold(bold: boolean) {
          format({ bold });
        },
        set Italic(italic: boolean) {
          format({ italic });
        },
        set Size(size: number) {
          format({ size });
        },
        set Color(color: string) {
          format({ color });
        },
      },
      Borders: {
        GetItem: (_edge: string) => ({
          set Style(style: string) {
            format({ bottom: style === "Continuous" ? "single" : style === "Double" ? "double" : "none" });
          },
        }),
      },
      set HorizontalAlignment(align: string) {
        format({ align: align === ACROSS ? "centerAcross" : (align.toLowerCase() as "left") });
      },
      set IndentLevel(indent: number) {
        format({ indent });
      },
      set WrapText(wrap: boolean) {
        format({ wrap });
      },
      set ColumnWidth(_points: number) {},
    };
  }

  /** Deleting the cells of a table's last rows shortens the table. */
  private deleteCells(area: Area): void {
    const [name] =
      [...this.book.tables].find(
        ([, table]) => table.sheet === area.sheet && table.row + table.rows === area.row + area.rows,
      ) ?? [];
    if (name === undefined) throw coded("InvalidOperation", "The cells are not the last rows of a table");
    this.make({ do: "deleteTableRows", table: name, count: area.rows });
  }

  private tables() {
    const { book } = this;
    const item = (name: string) => {
      if (!book.tables.has(name)) throw coded("ItemNotFound", `There is no table ${name}`);
      return this.table(name);
    };
    return {
      GetItem: item,
      GetItemOrNullObject: (name: string) => (book.tables.has(name) ? item(name) : NULL),
      Add: (range: any) => {
        const host = this;
        return {
          set Name(table: string) {
            host.make({ do: "addTable", table, area: range.area });
          },
          set Style(_style: string) {},
        };
      },
    };
  }

  private table(name: string): any {
    const host = this;
    const area = () => this.book.tables.get(name) as Area;
    return {
      Name: name,
      ShowTotals: this.book.totals.has(name),
      get Worksheet() {
        return host.worksheet(area().sheet);
      },
      GetRange: () => this.range(area()),
      GetDataBodyRange: () => this.range({ ...area(), row: area().row + 1, rows: area().rows - 1 }),
      Rows: { Add: (_index: unknown, contents: CellContent[][]) => this.addRows(name, contents, area().columns) },
      Columns: {
        Add: (_index: unknown, cells: CellContent[][]) => {
          if (cells.length !== area().rows)
            throw coded("InvalidArgument", "A new column has a cell for each row of the table");
          this.make({ do: "addTableColumn", table: name, contents: cells.map(([cell = ""]) => untyped(cell)) });
          return {};
        },
        GetItem: (header: string) => ({ Delete: () => this.make({ do: "deleteTableColumn", table: name, header }) }),
      },
    };
  }

  private addRows(table: string, contents: CellContent[][], columns: number) {
    if (contents.some((row) => row.length !== columns))
      throw coded("InvalidArgument", "A new row has a cell for each column of the table");
    this.make({ do: "addTableRows", table, contents: contents.map((row) => row.map(untyped)) });
    return {};
  }

  private namedItem(name: string) {
    const area = this.book.names.get(name) as Area;
    return {
      Delete: () => this.book.names.delete(name),
      GetRangeOrNullObject: () => (this.book.sheets.has(area.sheet) ? this.range(area) : NULL),
    };
  }

  private chart(sheet: string, type: string, source: Area): any {
    const chart: any = { kind: CHART_KINDS[type], title: "", series: [{ name: "", figures: source }] };
    this.book.sheets.get(sheet)?.charts.push(chart);
    const series = (index: number) => ({
      set Name(name: string) {
        chart.series[index].name = name;
      },
      SetValues: (range: any) => void (chart.series[index].figures = range.area),
      SetXAxisValues: (range: any) => void (chart.labels = range.area),
    });
    return {
      Title: {
        set Text(title: string) {
          chart.title = title;
        },
      },
      Legend: { set Visible(_visible: boolean) {}, set Position(_position: string) {} },
      Series: {
        GetItemAt: series,
        Add: (name: string) => series(chart.series.push({ name }) - 1),
      },
      SetPosition: ({ area: from }: any, { area: to }: any) =>
        void (chart.over = { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 }),
    };
  }

  private make(edit: Edit): void {
    try {
      this.book.make(edit);
    } catch (error) {
      throw coded(
        (error as Error).message === "Protected." ? "AccessDenied" : "ItemNotFound",
        (error as Error).message,
      );
    }
  }
}

function lost() {
  return { ErrorCode: "NetworkError", ErrorMessage: "The connection was lost", Body: null };
}

function stopped(code: string, message: string, index: number) {
  return {
    ErrorCode: "",
    ErrorMessage: "",
    Body: { Results: [], Error: { Code: code, Message: message, ActionIndex: index, Location: "" } },
  };
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

function defined<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw coded("ApiNotFound", `Excel's part ${name} is not played here`);
  return value;
}

/** Only what was asked to be loaded is answered. */
function selected(target: any, query: { Select?: readonly string[] } = {}): unknown {
  const wanted = (query.Select ?? []).map((path) => path.split("/"));
  if (target._items) return { _Items: target._items().map((item: any) => properties(item, wanted)) };
  return properties(target, wanted);
}

function properties(target: any, paths: readonly (readonly string[])[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [first = "", ...rest] of paths) {
    const name = first.charAt(0).toUpperCase() + first.slice(1);
    const value = defined(target[name], name);
    result[name] = rest.length > 0 ? { ...(result[name] as object), ...properties(value, [rest]) } : value;
  }
  return result;
}

/** An object that has an id tells it as soon as it is reached; its events need it. */
function identity({ Id }: { Id?: string }): { Id?: string } {
  return Id === undefined ? {} : { Id };
}

function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? {} : (value ?? null);
}

function rowsOrCells(address: string, sheet: string): Area {
  const rows = /^(\d+):(\d+)$/.exec(address);
  if (rows)
    return { sheet, row: Number(rows[1]) - 1, column: 0, rows: Number(rows[2]) - Number(rows[1]) + 1, columns: 16_384 };
  return readAddress(address, sheet) as Area;
}

function fitting(contents: CellContent[][], { rows, columns }: Area): CellContent[][] {
  if (contents.length === rows && contents.every((row) => row.length === columns)) return contents;
  throw coded("InvalidArgument", "The number of rows or columns does not match the range");
}

/** An apostrophe before text is how one types text that looks like a number; the cell holds the text. */
function untyped(cell: CellContent): CellContent {
  return typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : cell;
}

/** The used range begins at its first cell that holds anything. */
function trimmed(used: Area, book: MemoryBook): Area {
  const rows = book.gridOf(used).contents;
  const top = Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cell !== "")),
  );
  const left = Math.max(
    0,
    Math.min(...rows.map((row) => row.findIndex((cell) => cell !== "")).filter((column) => column >= 0)),
  );
  return { ...used, row: top, rows: used.rows - top, column: left, columns: used.columns - left };
}

const ACROSS = "CenterAcrossSelection";

function asProperties({
  fill,
  bold = false,
  italic = false,
  color = "#000000",
  align,
  indent = 0,
  wrap = false,
  bottom = "none",
}: CellFormat) {
  return {
    format: {
      fill: { color: fill ?? "#FFFFFF" },
      font: { bold, italic, color },
      borders: { bottom: { style: bottom === "single" ? "Continuous" : bottom === "double" ? "Double" : "None" } },
      horizontalAlignment:
        align === "centerAcross" ? ACROSS : align ? align.charAt(0).toUpperCase() + align.slice(1) : "General",
      indentLevel: indent,
      wrapText: wrap,
    },
  };
}
