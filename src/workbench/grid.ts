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

/** Tools that say which account may edit what: here nobody has one, and who has the page has the workbook. */
const OF_ACCOUNTS = [
  "sheet.command.add-range-protection-from-toolbar",
  "sheet.contextMenu.permission",
  "sheet.command.add-range-protection-from-context-menu",
  "sheet.command.view-sheet-permission-from-context-menu",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
];

/** The grid's own list of keys stands beside ours, and names the tools that are not here. */
const KEYS_OF_THE_GRID = "base-ui.operation.toggle-shortcut-panel";

/** What a long calculation says of itself; Univer 0.25.1 has no words for it, and shows their keys. */
const PROGRESS = {
  "sheets-formula": {
    progress: {
      analyzing: "Reading formulas",
      calculating: "Calculating",
      "array-analysis": "Reading spilled formulas",
      "array-calculation": "Calculating spilled formulas",
      done: "Calculated",
    },
  },
};

/** A spreadsheet in the page, with our functions beside its own. */
export function createGrid(container: HTMLElement): Univer {
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    theme: THEME,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(enUS, tableEnUS, PROGRESS) },
  });
  const { executors, descriptions } = engineFunctions();
  const grid = UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    menu: Object.fromEntries([...OF_ACCOUNTS, KEYS_OF_THE_GRID].map((item) => [item, { hidden: true }])),
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
