import { LocaleType, LogLevel, Univer, type ICellData, type Injector } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets/facade";
import { engineFunctions } from "../../src/engine/engineFunctions";
import type { CustomFunction } from "../../src/functions/catalogue";

interface Displayed {
  readonly cells: Record<number, Record<number, ICellData>>;
  readonly range: string;
  /** What the workbench does to the grid that is under test. */
  readonly prepare: (injector: Injector) => void;
  readonly functions?: readonly CustomFunction[];
}

/** What the grid displays of a range, row by row, with the number formats that its cells have. */
export async function displayedCells({ cells, range, prepare, functions }: Displayed): Promise<unknown[][]> {
  const { executors, descriptions } = engineFunctions(functions);
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
  });
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: executors });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    description: descriptions,
    initialFormulaComputing: CalculationMode.FORCED,
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  const api = FUniver.newAPI(univer);
  // Asked for before the workbook is there: on a busy machine a calculation may begin late, and none may be cut off.
  const ended = new Promise<void>((resolve) => api.getFormula().calculationEnd(() => resolve()));
  const hasFormulas = Object.values(cells).some((row) => Object.values(row).some(({ f }) => f));
  const sheet = { id: "s", name: "S", rowCount: 20, columnCount: 20, cellData: cells };
  const opened = api.createWorkbook({ sheetOrder: ["s"], sheets: { s: sheet } }).getActiveSheet();
  prepare(univer.__getInjector());
  if (hasFormulas) await ended;
  await api.getFormula().onCalculationResultApplied();
  const values = opened.getRange(range).getDisplayValues();
  univer.dispose();
  return values;
}
