import { ICommandService, type Injector, type IWorksheetData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { InsertSheetMutation } from "@univerjs/sheets";

/** Gives a sheet that is added the font and the sizes of the workbook's first one, in place of the grid's own. */
export function matchNewSheets(api: FUniver, injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== InsertSheetMutation.id) return;
    const { sheet } = params as { sheet: Partial<IWorksheetData> };
    const first = api.getActiveWorkbook()?.getSheets()[0]?.getSheet().getConfig();
    // One that is copied, or comes back, has its own.
    if (!first || sheet.defaultStyle !== undefined) return;
    const { defaultStyle, defaultColumnWidth, defaultRowHeight } = first;
    Object.assign(sheet, { defaultStyle, defaultColumnWidth, defaultRowHeight });
  });
}
