import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { LocaleType, LogLevel, Univer, type ICellData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets/facade";
import { engineFunctions } from "../../../src/engine/engineFunctions";
import { showFormatColors } from "../../../src/engine/corrections/formatColors";
import { TIED_OUT_FORMAT } from "../../../src/workbook/book/names";

const RED = "#C00000";
const TICKED = { cl: { rgb: RED }, n: { pattern: TIED_OUT_FORMAT.numberFormat ?? "" } };

/** The colours in which the grid shows formulas in one style. */
async function coloursOf(formulas: readonly string[], style: ICellData["s"]): Promise<unknown[]> {
  const { executors, descriptions } = engineFunctions();
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
  const cellData = Object.fromEntries(formulas.map((f, row) => [row, { 0: { f, s: style } as ICellData }]));
  const sheet = api
    .createWorkbook({ sheetOrder: ["s"], sheets: { s: { id: "s", name: "S", rowCount: 9, columnCount: 9, cellData } } })
    .getActiveSheet()
    .getSheet();
  showFormatColors(univer.__getInjector());
  await api.getFormula().onCalculationResultApplied();
  const colours = formulas.map(
    (_formula, row) => sheet.getCell(row, 0)?.interceptorStyle?.cl?.rgb ?? sheet.getComposedCellStyle(row, 0).cl?.rgb,
  );
  univer.dispose();
  return colours;
}

test("a tick is quiet; a difference above or below zero, and an error, are in the cell's red", async () => {
  const formulas = ["=TIEOUT(5,5)", "=TIEOUT(7,5)", "=TIEOUT(5,7)", '=TIEOUT("x",5)'];
  expect(await coloursOf(formulas, TICKED)).toEqual(["#008000", RED, RED, RED]);
});

test("each part of a number format has its own colour", async () => {
  const pattern = "[Blue]0;[Color3]-0;[Color10]0;[Color16]@";
  expect(await coloursOf(["=5", "=0", '="text"', "=1/0"], { cl: { rgb: RED }, n: { pattern } })).toEqual([
    "blue",
    "#008000",
    "#808080",
    RED,
  ]);
});
