import { LocaleType, LogLevel, Univer, UniverInstanceType } from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { TriggerCalculationController, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import "../../../src/engine/engineFunctions";

interface Progress {
  _startProgress(): void;
}

test("a workbook that is closed while it is calculated reports no progress any more, and throws nothing", () => {
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, { sheetOrder: ["s"], sheets: { s: { id: "s", name: "S" } } });
  const controller = univer.__getInjector().get(TriggerCalculationController) as unknown as Progress;
  expect(() => controller._startProgress()).not.toThrow();

  univer.dispose();
  expect(() => controller._startProgress()).not.toThrow();
});
