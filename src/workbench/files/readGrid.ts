import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type Injector,
  type IRange,
  type IStyleData,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { ERROR_TYPE_SET, FormulaDataModel, IDefinedNamesService, type ErrorType } from "@univerjs/engine-formula";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { Rectangle, XlsxValue } from "../../files/xlsxFile";
import { cellsOfRange } from "../book/gridRange";
import { chartsOn } from "../book/univerCharts";
import { isAcross } from "../book/univerHeadings";
import { printedPage } from "../book/univerSettings";
import { asExcelFormula, isBlankCell, wholeTableName } from "../book/univerTables";
import {
  cellKey,
  placeOf,
  type BookReading,
  type CellReading,
  type NameReading,
  type SheetReading,
} from "./bookReading";
import { lookOf } from "./gridStyles";
import { lookChange, unformattedAt, type Look, type UnformattedLooks } from "./looks";
import { isReshaped } from "./places";

/** Reads what the open workbook holds. */
export function readGrid(workbook: FWorkbook, injector: Injector): BookReading {
  const model = workbook.getWorkbook();
  const tables = workbook.getTableList();
  const context: Context = { model, formulas: injector.get(FormulaDataModel), tables: tables.map(({ name }) => name) };
  return {
    sheets: model.getSheets().map((sheet) => ({
      ...readSheet(sheet, context),
      tables: tables
        .filter(({ subUnitId }) => subUnitId === sheet.getSheetId())
        .map(({ id, name, range }) => ({ id, name, area: cellsOfRange(range) })),
      charts: chartsOn(workbook, sheet.getSheetId()).length,
      page: printedPage(workbook, sheet.getSheetId()),
    })),
    names: namesOf(workbook, injector, context.tables),
  };
}

interface Context {
  readonly model: Workbook;
  readonly formulas: FormulaDataModel;
  readonly tables: readonly string[];
}

function readSheet(sheet: Worksheet, context: Context): Omit<SheetReading, "tables" | "charts" | "page"> {
  const { freeze, rowData, columnData, defaultColumnWidth, defaultRowHeight, ...config } = sheet.getConfig();
  const unformatted = unformattedLooks(sheet);
  return {
    id: sheet.getSheetId(),
    name: sheet.getName(),
    isHidden: sheet.isSheetHidden() === BooleanNumber.TRUE,
    showsGridlines: config.showGridlines !== BooleanNumber.FALSE,
    tabColor: config.tabColor,
    cells: cellsOf(sheet, unformatted, context),
    unformatted,
    isReshaped: isReshaped(rowData) || isReshaped(columnData),
    usual: { width: defaultColumnWidth, height: defaultRowHeight },
    widths: linesOf(columnData, ({ w, hd }) => (hd ? 0 : w)),
    heights: linesOf(rowData, ({ h, ia, hd }) => (hd ? 0 : ia === BooleanNumber.FALSE ? h : undefined)),
    merged: mergedCells(sheet),
    frozen: { rows: Math.max(0, freeze?.ySplit ?? 0), columns: Math.max(0, freeze?.xSplit ?? 0) },
  };
}

function linesOf<Line>(
  lines: Readonly<Record<number, Line>>,
  size: (line: Line) => number | undefined,
): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const [at, line] of Object.entries(lines)) {
    const pixels = line ? size(line) : undefined;
    if (pixels !== undefined) sizes.set(Number(at), pixels);
  }
  return sizes;
}

/** Cells that are merged so that a heading stands in their middle are not merged in the file. */
function mergedCells(sheet: Worksheet): Rectangle[] {
  return sheet
    .getMergeData()
    .filter(
      ({ startRow, endRow, startColumn }) => startRow !== endRow || !isAcross(sheet.getCellRaw(startRow, startColumn)),
    )
    .map(cellsOfRange);
}

/** The formats of whole rows and columns, which a file brings along. */
function unformattedLooks(sheet: Worksheet): UnformattedLooks {
  const { rowData, columnData } = sheet.getConfig();
  const usual = sheet.getDefaultCellStyleInternal() ?? {};
  const looks = (lines: Readonly<Record<number, { s?: unknown }>>, styleOf: (line: number) => unknown) =>
    new Map(
      Object.entries(lines)
        .filter(([, line]) => line?.s)
        .map(([line]) => [Number(line), lookOf({ ...usual, ...(styleOf(Number(line)) as IStyleData) })]),
    );
  return {
    rows: looks(rowData, (row) => sheet.getRowStyle(row)),
    columns: looks(columnData, (column) => sheet.getColumnStyle(column)),
    all: lookOf(usual),
  };
}

function cellsOf(sheet: Worksheet, unformatted: UnformattedLooks, context: Context): Map<number, CellReading> {
  const look = lookReader(sheet);
  const isPlain = (row: number, column: number, own: Look) =>
    lookChange(unformattedAt(unformatted, row, column), own) === undefined;
  const found: [key: number, cell: CellReading][] = [];
  const spills = spillsOf(sheet, context);
  sheet.getCellMatrix().forValue((row, column, cell) => {
    const key = cellKey(row, column);
    if (!cell || spills.filled.has(key)) return;
    const own = look(row, column, cell, spills.brought.get(key));
    if (isBlankCell(cell) && isPlain(row, column, own)) return;
    const spilled = spills.values.get(key);
    found.push([key, { ...contentOf(row, column, cell, sheet, context), ...(spilled && { spilled }), look: own }]);
  });
  for (const key of spills.filled) {
    const { row, column } = placeOf(key);
    const own = look(row, column, sheet.getCellRaw(row, column) ?? {}, spills.brought.get(key));
    if (!isPlain(row, column, own)) found.push([key, { value: null, look: own }]);
  }
  return new Map(found.sort(([one], [other]) => one - other));
}

function contentOf(row: number, column: number, cell: ICellData, sheet: Worksheet, context: Context) {
  const { model, formulas, tables } = context;
  if (!cell.f && !cell.si) return { value: valueOf(cell) };
  const formula = formulas.getFormulaStringByCell(row, column, sheet.getSheetId(), model.getUnitId()) ?? cell.f;
  return { value: valueOf(cell), ...(formula ? { formula: asExcelFormula(formula, tables) } : {}) };
}

/** Text with a look of its own within the cell is its letters; the grid writes an error as text. No cell of a file holds -0. */
function valueOf({ v, t, p }: ICellData): XlsxValue {
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (v === undefined || v === null) return null;
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || v === "1";
  if (t === CellValueType.NUMBER || typeof v === "number") return Number(v) + 0;
  if (typeof v === "string" && ERROR_TYPE_SET.has(v as ErrorType)) return { error: v };
  return v;
}

interface Spills {
  /** What a formula fills, by the key of its own cell. */
  readonly values: ReadonlyMap<number, readonly (readonly XlsxValue[])[]>;
  /** The other cells that they fill. */
  readonly filled: ReadonlySet<number>;
  /** The number formats that the values bring. */
  readonly brought: ReadonlyMap<number, string>;
}

function spillsOf(sheet: Worksheet, { model, formulas }: Context): Spills {
  const [unit, id] = [model.getUnitId(), sheet.getSheetId()];
  const shown = formulas.getArrayFormulaCellData()[unit]?.[id] ?? {};
  const spills = {
    values: new Map<number, XlsxValue[][]>(),
    filled: new Set<number>(),
    brought: new Map<number, string>(),
  };
  for (const row of Object.values(formulas.getArrayFormulaRange()[unit]?.[id] ?? {})) {
    for (const range of Object.values<IRange>(row ?? {})) {
      const first = sheet.getCellRaw(range.startRow, range.startColumn);
      if (!first || (!first.f && !first.si) || first.v === "#SPILL!") continue;
      const { row: top, column: left, rows, columns } = cellsOfRange(range);
      const cellAt = (y: number, x: number): ICellData => shown[top + y]?.[left + x] ?? {};
      spills.values.set(
        cellKey(top, left),
        Array.from({ length: rows }, (_r, y) =>
          Array.from({ length: columns }, (_c, x) => valueOf(y === 0 && x === 0 ? first : cellAt(y, x))),
        ),
      );
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) {
          const key = cellKey(top + y, left + x);
          if (y > 0 || x > 0) spills.filled.add(key);
          const format = model.getStyles().get(cellAt(y, x).s)?.n?.pattern;
          if (format) spills.brought.set(key, format);
        }
      }
    }
  }
  return spills;
}

type LookReader = (row: number, column: number, cell: ICellData, brought: string | undefined) => Look;

/** Reads how cells look, each of the many that look alike once. A number format of the cell's own wins over a brought one. */
function lookReader(sheet: Worksheet): LookReader {
  const known = new Map<string, Look>();
  return (row, column, cell, brought) => {
    const lines = [sheet.getRowStyle(row, true), sheet.getColumnStyle(column, true)];
    const key = JSON.stringify([cell.s, isAcross(cell), brought, ...lines]);
    const before = known.get(key);
    if (before) return before;
    const style = sheet.getComposedCellStyleByCellData(row, column, cell) as IStyleData;
    const look = shownLook(style, isAcross(cell), brought);
    known.set(key, look);
    return look;
  };
}

function shownLook(style: IStyleData, across: boolean, brought: string | undefined): Look {
  const look = lookOf(style);
  return {
    ...look,
    ...(look.numberFormat === "General" && brought !== undefined && { numberFormat: brought }),
    ...(across && { align: "centerAcross" }),
  };
}

/** Names of people's own: those by which the grid knows whole tables are left out. */
function namesOf(workbook: FWorkbook, injector: Injector, tables: readonly string[]): NameReading[] {
  const ofTables = new Set(tables.map(wholeTableName));
  const names = injector.get(IDefinedNamesService).getDefinedNameMap(workbook.getId()) ?? {};
  return Object.values(names)
    .filter(({ name, hidden }) => !ofTables.has(name) && !hidden)
    .map(({ name, formulaOrRefString, localSheetId }) => ({
      name,
      formula: `=${formulaOrRefString.replace(/^=/, "")}`,
      ...(workbook.getSheetBySheetId(localSheetId ?? "") && { sheetId: localSheetId as string }),
    }));
}
