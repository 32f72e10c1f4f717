import {
  CellValueType,
  IUniverInstanceService,
  UniverInstanceType,
  type Injector,
  type Nullable,
  type Workbook,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { CellValue } from "./cells";
import type { CellAddress } from "./cells";

/** The value that a cell shows: its own, or one that a formula elsewhere spills into it; "" for a blank. */
export function shownValue(injector: Injector, { unitId, sheetId, row, column }: CellAddress): CellValue {
  const own = workbookOf(injector, unitId)?.getSheetBySheetId(sheetId)?.getCellRaw(row, column);
  const spilled = injector.get(FormulaDataModel).getArrayFormulaCellData()[unitId]?.[sheetId]?.[row]?.[column];
  const cell = own?.v === undefined || own.v === null ? spilled : own;
  return cell?.t === CellValueType.BOOLEAN ? Boolean(cell.v) : (cell?.v ?? "");
}

export function workbookOf(injector: Injector, unitId: string): Nullable<Workbook> {
  return injector.get(IUniverInstanceService).getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
}
