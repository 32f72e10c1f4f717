/** The workbook of a file as formulas are calculated over it: its values as they are stored. */
import { isDateFormat } from "numfmt";
import { isXlsxError, type XlsxCell, type XlsxFile, type XlsxSheet, type XlsxTable } from "../../files/xlsxFile";
import { holds } from "../../workbook/book/address";
import type { Area } from "../../workbook/book/book";
import { ACTIVE_LOAN_NAME } from "../../workbook/book/names";
import { formulasIn } from "../../workbook/check/ownFormulas";
import { StoredReferences, type StoredBook } from "../../workbook/formula/storedBook";
import type { TableShape } from "../../workbook/formula/structuredReference";
import { errorValue, plain, type Value } from "../../workbook/formula/values";

interface Sheet {
  readonly rows: readonly (readonly (Value | undefined)[] | undefined)[];
  readonly columns: number;
  readonly spills: ReadonlyMap<string, Area>;
}

export class XlsxBook implements StoredBook {
  readonly sheetNames: readonly string[];
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly tables: ReadonlyMap<string, TableShape>;
  private readonly names: ReadonlyMap<string, string>;

  constructor(private readonly file: XlsxFile) {
    const isDate = file.styles.map(({ numberFormat = "General" }) => isDateFormat(numberFormat) && numberFormat);
    this.sheetNames = file.sheets.map(({ name }) => name);
    this.sheets = new Map(file.sheets.map((sheet) => [sheet.name, readSheet(sheet, isDate)]));
    this.tables = new Map(
      file.sheets.flatMap((sheet) =>
        // A table without a row of headers is not laid out as references to its parts are calculated here.
        sheet.tables
          .filter(({ hasHeaders }) => hasHeaders)
          .map((table) => [table.name.toLowerCase(), shapeOf(sheet, table)]),
      ),
    );
    this.names = new Map(file.names.map(({ name, formula, sheet }) => [keyOf(name, sheet), formula]));
  }

  used(sheet: string) {
    const { rows = [], columns = 0 } = this.sheets.get(sheet) ?? {};
    return { rows: rows.length, columns };
  }

  value(sheet: string, row: number, column: number): Value {
    return this.sheets.get(sheet)?.rows[row]?.[column] ?? null;
  }

  spill(sheet: string, row: number, column: number): Area | undefined {
    return this.sheets.get(sheet)?.spills.get(`${row} ${column}`);
  }

  name(name: string, sheet: string): string | undefined {
    return this.names.get(keyOf(name, sheet)) ?? this.names.get(keyOf(name));
  }

  table(name: string): TableShape | undefined {
    return this.tables.get(name.toLowerCase());
  }

  /** The table that a cell is in. */
  tableAt(sheet: string, row: number, column: number): string | undefined {
    const found = this.file.sheets.find(({ name }) => name === sheet);
    return found && tableOf(found, { row, column });
  }

  /** The cells of the workbook's loan, where it has chosen one. */
  activeLoan(): readonly (readonly unknown[])[] | undefined {
    const place = { sheet: this.sheetNames[0] ?? "", row: 0, column: 0 };
    const cells = new StoredReferences(this).at(place)(ACTIVE_LOAN_NAME);
    return cells?.rows.map((row) => row.map((value) => plain(value) ?? ""));
  }

  /** The rows of a sheet as they are stored; a blank is undefined or null. */
  rowsOf(sheet: string): Sheet["rows"] {
    return this.sheets.get(sheet)?.rows ?? [];
  }

  /** The formulas that call a function of ours, and how many others there are. */
  formulas(): ReturnType<typeof formulasIn> {
    return formulasIn(this.file.sheets);
  }
}

function keyOf(name: string, sheet = ""): string {
  return `${sheet.toLowerCase()}!${name.toLowerCase()}`;
}

function readSheet({ name, cells }: XlsxSheet, isDate: readonly (string | false)[]): Sheet {
  const rows: Value[][] = [];
  const spills = new Map<string, Area>();
  let columns = 0;
  for (const cell of cells) {
    const { row, column, spill } = cell;
    if (spill) spills.set(`${row} ${column}`, { ...spill, sheet: name });
    if (cell.value === null) continue;
    (rows[row] ??= [])[column] = valueOf(cell, isDate[cell.style] || undefined);
    columns = Math.max(columns, column + 1);
  }
  return { rows, columns, spills };
}

/** A date brings its format along, by which it is shown as one. */
function valueOf({ value }: XlsxCell, dateFormat: string | undefined): Value {
  if (isXlsxError(value)) return errorValue(value.error);
  return typeof value === "number" && dateFormat !== undefined
    ? { type: "Double", basicValue: value, numberFormat: dateFormat }
    : value;
}

function shapeOf({ name: sheet }: XlsxSheet, { area, headers, hasTotals }: XlsxTable): TableShape {
  return { area: { ...area, sheet }, headers, hasTotals };
}

/** The table of a sheet that a cell is in. */
function tableOf({ tables }: XlsxSheet, cell: Pick<Area, "row" | "column">): string | undefined {
  return tables.find(({ area }) => holds(area, cell))?.name;
}
