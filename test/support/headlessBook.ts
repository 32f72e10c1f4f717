import "../../src/engine/customFunctionsRuntime";
import { IUniverInstanceService, type IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode } from "@univerjs/sheets-formula";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { gridEngine } from "../../src/engine/gridEngine";
import { catalogue } from "../../src/functions/catalogue";
import { growTables } from "../../src/workbench/book/growingTables";
import { univerBook } from "../../src/workbench/book/univerSheet";
import { TABLE_THEME } from "../../src/workbench/book/univerTables";

let opened = 0;

/** The workbench's engine and tables, without a screen. The engine's caches outlive it, so each has an id of its own. */
export function openHeadlessBook(data?: Partial<IWorkbookData>) {
  const id = `workbook ${++opened}`;
  const univer = gridEngine(catalogue, CalculationMode.FORCED);
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: [TABLE_THEME] });
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  const workbook = api.createWorkbook({
    name: id,
    sheetOrder: ["s"],
    sheets: { s: { id: "s", name: "Mine", rowCount: 100, columnCount: 20, cellData: {} } },
    ...data,
    id,
  });
  injector.get(IUniverInstanceService).focusUnit(id);
  growTables(api, injector);
  return { api, injector, workbook, book: univerBook(api, injector), dispose: () => univer.dispose() };
}
