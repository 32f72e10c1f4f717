import type { Injector, IStyleData } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { spillAround } from "../../engine/cellErrors";
import type { CellAddress } from "../../engine/cells";
import { holds } from "../../workbook/book/address";
import type { Area, CellsSight, Grid } from "../../workbook/book/book";
import { cellsOfRange } from "./gridRange";
import { tableNamed } from "./univerTables";

/** What there is to the first cell of an area: its number format, its spill, its table. */
export function closeSightOf(
  workbook: FWorkbook,
  injector: Injector,
  { sheet: name, row, column }: Area,
): Omit<CellsSight, keyof Grid> {
  const sheet = workbook.getSheetByName(name);
  if (!sheet) return {};
  const [unitId, sheetId] = [workbook.getId(), sheet.getSheetId()];
  const cell = { unitId, sheetId, row, column };
  const spill = spillAround(injector, cell);
  const table = workbook
    .getTableList()
    .map((listed) => tableNamed(workbook, listed.name))
    .find((it) => it?.area.sheet === name && holds(it.area, { row, column }));
  return {
    numberFormat: numberFormatOf(workbook, injector, cell),
    ...(spill ? { spill: { sheet: name, ...cellsOfRange(spill) } } : {}),
    ...(table ? { table: table.name } : {}),
  };
}

/** A number that is spilled shows the format that it brings in a cell without one of its own. */
function numberFormatOf(
  workbook: FWorkbook,
  injector: Injector,
  { unitId, sheetId, row, column }: CellAddress,
): string {
  const spilled = injector.get(FormulaDataModel).getArrayFormulaCellData()[unitId]?.[sheetId]?.[row]?.[column];
  const own = workbook.getSheetBySheetId(sheetId)?.getSheet().getComposedCellStyle(row, column) as IStyleData;
  const brought = workbook.getWorkbook().getStyles().get(spilled?.s);
  return own?.n?.pattern ?? brought?.n?.pattern ?? "General";
}
