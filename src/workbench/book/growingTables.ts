import {
  CellValueType,
  ICommandService,
  numfmt,
  Rectangle,
  type ICellData,
  type Injector,
  type IStyleData,
  type IUndoRedoItem,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetRangeValuesCommand, SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { CellAddress } from "../../engine/cells";
import { referencesIn } from "../../engine/errorWords";
import { shownValue } from "../../engine/shownValue";
import type { Area } from "../../workbook/book/book";
import { grownArea } from "../../workbook/book/tableGrowth";
import { followEachStep } from "./oneUndoStep";
import { isBlankCell, nameWholeTables, ownStyle, stretchTable, tableNamed, type Table } from "./univerTables";

/**
 * Makes what the user types, pastes or fills right below a table or right beside it part of the table, as Excel does;
 * one step of undo takes both back. Univer 0.25.1 leaves it outside, where no formula on the table sees it.
 */
export function growTables(api: FUniver, injector: Injector): void {
  followEachStep(injector, (step) => {
    const workbook = api.getActiveWorkbook();
    const written = writtenCells(step);
    if (workbook?.getId() !== step.unitID || written.size === 0) return;
    for (const { name, subUnitId } of workbook.getTableList()) {
      const table = tableNamed(workbook, name);
      const cells = written.get(subUnitId);
      if (table && cells) growTable(injector, workbook, table, cells);
    }
  });
}

type Cells = ReadonlySet<string>;
const keyOf = (row: number, column: number) => `${row} ${column}`;

/** The cells that a step writes, by sheet. */
function writtenCells({ redoMutations }: IUndoRedoItem): ReadonlyMap<string, Cells> {
  const written = new Map<string, Set<string>>();
  for (const { id, params } of redoMutations) {
    if (id !== SetRangeValuesMutation.id) continue;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const cells = written.get(subUnitId) ?? new Set<string>();
    written.set(subUnitId, cells);
    for (const [row, columns] of Object.entries(cellValue ?? {})) {
      for (const column of Object.keys(columns ?? {})) cells.add(keyOf(Number(row), Number(column)));
    }
  }
  return written;
}

interface Place {
  readonly unitId: string;
  readonly sheetId: string;
}

function growTable(injector: Injector, workbook: FWorkbook, table: Table, written: Cells): void {
  const place: Place = { unitId: workbook.getId(), sheetId: table.sheet.getSheetId() };
  const joins = (row: number, column: number) =>
    written.has(keyOf(row, column)) && isEntry(injector, table, { ...place, row, column });
  const isInTheWay = (row: number, column: number) =>
    isTaken(workbook, table, row, column) ||
    (shownValue(injector, { ...place, row, column }) !== "" && !joins(row, column));
  const grown = grownArea(table.area, joins, isInTheWay);
  if (grown === table.area) return;
  makeAlike(injector, place, table, grown);
  stretchTable(table, grown.rows - table.area.rows, grown.columns - table.area.columns);
  nameWholeTables(workbook);
}

/** A cell that holds something for the table: a formula that reads several of its cells, such as a total, does not. */
function isEntry(injector: Injector, table: Table, { unitId, sheetId, row, column }: CellAddress): boolean {
  if (isBlankCell(table.sheet.getSheet().getCellRaw(row, column))) return false;
  const formula = injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, unitId);
  return !formula || !readsTable(injector, formula, table);
}

function readsTable(injector: Injector, formula: string, { name, sheet, area }: Table): boolean {
  if (new RegExp(`\\b${name}(_All)?\\b`, "i").test(formula)) return true;
  const cells = { startRow: area.row, endRow: lastRow(area), startColumn: area.column, endColumn: lastColumn(area) };
  return referencesIn(injector, formula).some(
    ({ range, sheetName }) =>
      (sheetName === "" || sheetName === sheet.getSheetName()) &&
      (range.endRow > range.startRow || range.endColumn > range.startColumn) &&
      Rectangle.intersects(range, cells),
  );
}

/** Merged cells and the cells of other tables cannot become cells of this one. */
function isTaken(workbook: FWorkbook, { id, sheet }: Table, row: number, column: number): boolean {
  const others = workbook.getTableList().filter((other) => other.id !== id && other.subUnitId === sheet.getSheetId());
  const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  return [...sheet.getSheet().getMergeData(), ...others.map(({ range }) => range)].some((range) =>
    Rectangle.intersects(range, cell),
  );
}

/** New rows look like the last one, new columns like the last one; a column without a header gets one, as in Excel. */
function makeAlike(injector: Injector, { unitId, sheetId }: Place, { sheet, area }: Table, grown: Area): void {
  const cells = sheet.getSheet();
  const headers = columnsOf(grown).map((column) => String(cells.getCellRaw(grown.row, column)?.v ?? ""));
  const value: Record<number, Record<number, ICellData>> = {};
  for (let row = grown.row; row <= lastRow(grown); row++) {
    for (const column of columnsOf(grown)) {
      if (row <= lastRow(area) && column <= lastColumn(area)) continue;
      const like = ownStyle(sheet, Math.min(row, lastRow(area)), Math.min(column, lastColumn(area)));
      const formula = injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, unitId);
      const isBlankHeader = row === grown.row && isBlankCell(cells.getCellRaw(row, column));
      (value[row] ??= {})[column] = {
        s: added(ownStyle(sheet, row, column), like),
        ...(formula ? { f: formula } : {}),
        ...(isBlankHeader ? { v: freeHeader(headers), t: CellValueType.STRING } : {}),
      };
    }
  }
  injector.get(ICommandService).syncExecuteCommand(SetRangeValuesCommand.id, { unitId, subUnitId: sheetId, value });
  const width = sheet.getColumnWidth(lastColumn(area));
  for (const column of columnsOf(grown).slice(area.columns)) {
    if (sheet.getColumnWidth(column) < width) sheet.setColumnWidth(column, width);
  }
}

/** What a cell's look lacks of another's. A figure keeps the format in which it was written, a date takes the other's. */
function added(own: IStyleData, like: IStyleData): IStyleData {
  const { n, ...rest } = like;
  const missing = Object.fromEntries(Object.entries(rest).filter(([name]) => !(name in own)));
  return n && (!own.n || (numfmt.isDateFormat(own.n.pattern) && numfmt.isDateFormat(n.pattern)))
    ? { ...missing, n }
    : missing;
}

/** "Column1", or the first after it that no column has; it is taken from then on. */
function freeHeader(taken: string[]): string {
  for (let number = 1; ; number++) {
    const header = `Column${number}`;
    if (taken.includes(header)) continue;
    taken.push(header);
    return header;
  }
}

const lastRow = ({ row, rows }: Area) => row + rows - 1;
const lastColumn = ({ column, columns }: Area) => column + columns - 1;
const columnsOf = ({ column, columns }: Area) => Array.from({ length: columns }, (_none, index) => column + index);
