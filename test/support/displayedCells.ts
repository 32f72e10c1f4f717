import type { ICellData, Injector } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { gridEngine } from "../../src/engine/gridEngine";
import { catalogue, type CustomFunction } from "../../src/functions/catalogue";

interface Cells {
  readonly cells: Record<number, Record<number, ICellData>>;
  /** What the workbench does to the grid that is under test. */
  readonly prepare: (injector: Injector) => void;
  readonly functions?: readonly CustomFunction[] | undefined;
}

/** A sheet with number formats, without a screen, once its formulas are calculated. */
export async function calculatedSheet({ cells, prepare, functions = catalogue }: Cells) {
  const univer = gridEngine(functions, CalculationMode.FORCED);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  const api = FUniver.newAPI(univer);
  // Asked for before the workbook is there: on a busy machine a calculation may begin late, and none may be cut off.
  const ended = new Promise<void>((resolve) => api.getFormula().calculationEnd(() => resolve()));
  const hasFormulas = Object.values(cells).some((row) => Object.values(row).some(({ f }) => f));
  const content = { id: "s", name: "S", rowCount: 20, columnCount: 20, cellData: cells };
  const sheet = api.createWorkbook({ sheetOrder: ["s"], sheets: { s: content } }).getActiveSheet();
  prepare(univer.__getInjector());
  if (hasFormulas) await ended;
  await api.getFormula().onCalculationResultApplied();
  return { sheet, dispose: () => univer.dispose() };
}

/** What the grid displays of a range, row by row, with the number formats that its cells have. */
export async function displayedCells({ range, ...cells }: Cells & { readonly range: string }): Promise<unknown[][]> {
  const { sheet, dispose } = await calculatedSheet(cells);
  const values = sheet.getRange(range).getDisplayValues();
  dispose();
  return values;
}
