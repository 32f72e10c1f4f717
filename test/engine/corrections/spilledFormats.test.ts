import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { LocaleType, LogLevel, Univer, type ICellData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets/facade";
import { engineFunctions } from "../../../src/engine/engineFunctions";
import { showSpilledFormats } from "../../../src/engine/corrections/spilledFormats";
import type { CustomFunction } from "../../../src/functions/catalogue";

const formatted = (basicValue: number, numberFormat: string) => ({ type: "Double", basicValue, numberFormat });

const functions: readonly CustomFunction[] = [
  {
    id: "STATEMENT",
    description: "",
    parameters: [],
    call: () => [
      ["Date", "Amount", "Rate"],
      [formatted(36781, "mmm d, yyyy"), formatted(-2790, "#,##0;(#,##0)"), 0.1],
    ],
  },
];

/** A workbook as the grid displays it, with the formats of the cells themselves given. */
async function shown(cellData: Record<number, Record<number, ICellData>>): Promise<unknown[][]> {
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
  const sheet = api
    .createWorkbook({ sheetOrder: ["s"], sheets: { s: { id: "s", name: "S", rowCount: 9, columnCount: 9, cellData } } })
    .getActiveSheet();
  showSpilledFormats(univer.__getInjector());
  await api.getFormula().onCalculationResultApplied();
  const values = sheet.getRange("A1:C2").getDisplayValues();
  univer.dispose();
  return values;
}

test("spilled dates and amounts are shown in the formats that they bring", async () => {
  expect(await shown({ 0: { 0: { f: "=STATEMENT()" } } })).toEqual([
    ["Date", "Amount", "Rate"],
    ["Sep 12, 2000", "(2,790)", "0.1"],
  ]);
});

test("a number format of the cell's own wins, and its other style stays", async () => {
  const cellData = {
    0: { 0: { f: "=STATEMENT()" } },
    1: { 0: { s: { n: { pattern: "yyyy-mm-dd" } } }, 1: { s: { bl: 1 } }, 2: { s: { n: { pattern: "0.00%" } } } },
  };
  expect((await shown(cellData))[1]).toEqual(["2000-09-12", "(2,790)", "10.00%"]);
});
