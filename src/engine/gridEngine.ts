import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsFormulaPlugin, type CalculationMode } from "@univerjs/sheets-formula";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets/facade";
import type { CustomFunction } from "../functions/catalogue";
import { engineFunctions } from "./engineFunctions";

/** The grid's engine without a screen: sheets and formulas, some functions beside the engine's own. */
export function gridEngine(functions: readonly CustomFunction[], initialFormulaComputing: CalculationMode): Univer {
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
  });
  const { executors, descriptions } = engineFunctions(functions);
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: executors });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { description: descriptions, initialFormulaComputing });
  return univer;
}
