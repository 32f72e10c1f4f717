import type { Injector, IStyleData, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-table/facade";
import "../corrections/iteratorSome";
import { dayOf } from "../../core/calendar/civilDate";
import { readNamesAfresh } from "../../engine/corrections/definedNames";
import { shownValue } from "../../engine/shownValue";
import { serialOf } from "../../functions/cells/arguments";
import { readAddress } from "../../workbook/book/address";
import { stopIfAsked } from "../../workbook/book/apply";
import type {
  Area,
  CellContent,
  CellFormat,
  CellsSight,
  Edit,
  Grid,
  Look,
  OpenBook,
  Running,
  SheetSight,
  Sight,
  TableSight,
} from "../../workbook/book/book";
import { CELLS_AT_ONCE, sizeOf } from "../../workbook/book/slices";
import { grownArea } from "../../workbook/book/tableGrowth";
import { closeSightOf } from "./closeSight";
import { inOneUndoStep } from "./oneUndoStep";
import { makeEdit } from "./univerEdits";
import { isAcross, refittingHeadings } from "./univerHeadings";
import { settingsOf } from "./univerSettings";
import { formatOf } from "./univerStyles";
import { asExcelFormula, isBlankCell, nameWholeTables, tableNamed } from "./univerTables";

export interface WorkbenchBook extends OpenBook {
  /** Resolves when no list of edits is being made. */
  atRest(): Promise<void>;
}

/** The workbook of the workbench, for the actions. Its charts are ours: see the room `charts`. */
export function univerBook(api: FUniver, injector: Injector): WorkbenchBook {
  let work: Promise<unknown> = Promise.resolve();
  const workbook = (): FWorkbook => {
    const open = api.getActiveWorkbook();
    if (!open) throw new Error("no workbook is open");
    return open;
  };
  readNamesAfresh(injector);
  return {
    drawsCharts: true,
    now,
    look: async (look, running = {}) => {
      const sight = sightOf(workbook(), injector, look);
      running.onProgress?.({ done: 1, total: 1 });
      return sight;
    },
    perform: (edits, running = {}) => {
      const done = perform(api, injector, workbook(), edits, running);
      work = Promise.allSettled([work, done]);
      return done;
    },
    atRest: async () => {
      for (let seen; seen !== work;) await (seen = work);
    },
  };
}

function now(): number {
  const time = new Date();
  const day = dayOf(time.getFullYear(), time.getMonth() + 1, time.getDate());
  return serialOf(day) + (time.getHours() * 3600 + time.getMinutes() * 60 + time.getSeconds()) / 86_400;
}

async function perform(
  api: FUniver,
  injector: Injector,
  workbook: FWorkbook,
  edits: readonly Edit[],
  running: Running,
): Promise<void> {
  await inOneUndoStep(injector, workbook.getId(), () =>
    refittingHeadings(workbook, edits, () => makeEdits(workbook, edits, running)),
  );
  await calculated(
    api,
    edits.some((edit) => edit.do === "recalculate"),
  );
  running.onProgress?.({ done: edits.length, total: edits.length });
}

/** Between long pieces the page gets a turn. */
async function makeEdits(workbook: FWorkbook, edits: readonly Edit[], running: Running): Promise<void> {
  let waiting = 0;
  for (const [index, edit] of edits.entries()) {
    waiting += sizeOf(edit);
    if (waiting > CELLS_AT_ONCE) {
      running.onProgress?.({ done: index, total: edits.length });
      await turn();
      stopIfAsked(running);
      waiting = sizeOf(edit);
    }
    await makeEdit(workbook, edit);
  }
  nameWholeTables(workbook);
}

function turn(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}

/** The engine takes up changes by itself; what it calculates then is waited for, and applied a moment later. */
async function calculated(api: FUniver, everything: boolean): Promise<void> {
  const formula = api.getFormula();
  if (everything) formula.executeCalculation();
  await formula.onCalculationResultApplied();
}

function sightOf(workbook: FWorkbook, injector: Injector, look: Look): Sight {
  const sheets = workbook.getSheets();
  const names = sheets.map((sheet) => sheet.getSheetName());
  const wanted = look.everySheet ? names : (look.sheets ?? []).filter((name) => names.includes(name));
  const grid = (area: Area) => gridOf(workbook, injector, area);
  const settings = settingsOf(workbook);
  const selection = look.selection ? selectionOf(workbook) : undefined;
  const seen = (area: Area): CellsSight => ({
    ...grid(area),
    ...(look.closely ? closeSightOf(workbook, injector, area) : {}),
  });
  return {
    sheetNames: names,
    protectedSheets: sheets.filter(isProtected).map((sheet) => sheet.getSheetName()),
    sheets: Object.fromEntries(wanted.map((name) => [name, sheetOf(workbook, injector, name, look.formats ?? false)])),
    tables: Object.fromEntries((look.tables ?? []).flatMap((name) => tableOf(workbook, name, look, grid) ?? [])),
    names: Object.fromEntries((look.names ?? []).flatMap((name) => nameOf(workbook, name, grid) ?? [])),
    settings: Object.fromEntries(
      (look.settings ?? []).flatMap((key) => (key in settings ? [[key, settings[key]]] : [])),
    ),
    areas: (look.areas ?? []).map(seen),
    ...(selection ? { selection: { ...selection, ...seen(selection) } } : {}),
  };
}

function isProtected(sheet: FWorksheet): boolean {
  return !sheet.getWorksheetPermission().canEdit();
}

function sheetOf(workbook: FWorkbook, injector: Injector, name: string, formats: boolean): SheetSight {
  const sheet = workbook.getSheetByName(name);
  const [rows, columns] = [(sheet?.getLastRow() ?? -1) + 1, (sheet?.getLastColumn() ?? -1) + 1];
  const area: Area = { sheet: name, row: 0, column: 0, rows, columns };
  if (!sheet || rows === 0 || columns === 0) return { contents: [], values: [], formats: [] };
  return {
    ...gridOf(workbook, injector, area),
    formats: formats ? cells(area, (row, column) => lookOf(sheet.getSheet(), row, column)) : [],
  };
}

function lookOf(sheet: Worksheet, row: number, column: number): CellFormat {
  const format = formatOf(sheet.getComposedCellStyle(row, column) as IStyleData);
  return isAcross(sheet.getCellRaw(row, column)) ? { ...format, align: "centerAcross" } : format;
}

function gridOf(workbook: FWorkbook, injector: Injector, area: Area): Grid {
  const sheet = workbook.getSheetByName(area.sheet);
  if (!sheet) return { contents: [], values: [] };
  const [unitId, sheetId] = [workbook.getId(), sheet.getSheetId()];
  const values = cells(area, (row, column) => shownValue(injector, { unitId, sheetId, row, column }));
  const { row, column } = area;
  const formulas = formulasIn(sheet, area);
  const tables = workbook.getTableList().map((table) => table.name);
  const own = (y: number, x: number) => sheet.getSheet().getCellRaw(row + y, column + x)?.v;
  const contents = values.map((line, y) =>
    line.map(
      (value, x): CellContent => asExcelFormula(formulas[y]?.[x] ?? "", tables) || (isBlank(own(y, x)) ? "" : value),
    ),
  );
  return { contents, values };
}

/** A formula may refer to cells beyond the grid's last row or column: they are blank. */
function formulasIn(sheet: FWorksheet, { row, column, rows, columns }: Area): string[][] {
  const [height, width] = [Math.min(rows, sheet.getMaxRows() - row), Math.min(columns, sheet.getMaxColumns() - column)];
  return height > 0 && width > 0 ? sheet.getRange(row, column, height, width).getFormulas() : [];
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null;
}

function cells<T>({ row, column, rows, columns }: Area, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_r, y) => Array.from({ length: columns }, (_c, x) => at(row + y, column + x)));
}

function tableOf(
  workbook: FWorkbook,
  name: string,
  look: Look,
  grid: (area: Area) => Grid,
): [string, TableSight][] | undefined {
  const table = tableNamed(workbook, name);
  if (!table) return undefined;
  const { area, sheet } = table;
  const isFilled = (row: number, column: number) => !isBlankCell(sheet.getSheet().getCellRaw(row, column));
  const around = look.around?.includes(name) ? { around: grownArea(area, isFilled) } : {};
  return [[name, { name, area, ...around, ...grid(area) }]];
}

function nameOf(workbook: FWorkbook, name: string, grid: (area: Area) => Grid): [string, Area & Grid][] | undefined {
  const area = readAddress((workbook.getDefinedName(name)?.getFormulaOrRefString() ?? "").replace(/^=/, ""));
  return area && workbook.getSheetByName(area.sheet) ? [[name, { ...area, ...grid(area) }]] : undefined;
}

/** A whole column may be selected: only its cells in use are read. */
function selectionOf(workbook: FWorkbook): Area | undefined {
  const range = workbook.getActiveRange();
  const sheet = workbook.getActiveSheet();
  if (!range) return undefined;
  const [row, column] = [range.getRow(), range.getColumn()];
  return {
    sheet: sheet.getSheetName(),
    row,
    column,
    rows: Math.max(1, Math.min(range.getHeight(), sheet.getLastRow() + 1 - row)),
    columns: Math.max(1, Math.min(range.getWidth(), sheet.getLastColumn() + 1 - column)),
  };
}
