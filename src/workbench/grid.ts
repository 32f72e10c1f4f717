import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";
import { UniverSheetsTablePlugin, UniverSheetsTableUIPlugin } from "@univerjs/preset-sheets-table";
import tableEnUS from "@univerjs/preset-sheets-table/locales/en-US";
import "@univerjs/preset-sheets-table/lib/index.css";
import { defaultTheme } from "@univerjs/themes";
import { engineFunctions } from "../engine/engineFunctions";
import { TABLE_THEME } from "./book/univerTables";

/** The grid's own colours with the green of the add-in. */
const THEME = { ...defaultTheme, primary: defaultTheme.green };

/** A spreadsheet in the page, with our functions beside its own. */
export function createGrid(container: HTMLElement): Univer {
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    theme: THEME,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(enUS, tableEnUS) },
  });
  const { executors, descriptions } = engineFunctions();
  const grid = UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    formula: {
      function: executors,
      description: descriptions,
      initialFormulaComputing: CalculationMode.FORCED,
    },
  });
  for (const plugin of grid.plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: [TABLE_THEME] });
  univer.registerPlugin(UniverSheetsTableUIPlugin);
  return univer;
}
