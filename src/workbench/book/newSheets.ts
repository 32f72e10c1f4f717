import { ICommandService, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { InsertSheetMutation, type IInsertSheetMutationParams } from "@univerjs/sheets";

/** Gives a sheet that is added the font and the sizes of the one that is open, in place of the grid's own. */
export function matchNewSheets(api: FUniver, injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== InsertSheetMutation.id) return;
    const { sheet } = params as IInsertSheetMutationParams;
    const open = api.getActiveWorkbook()?.getActiveSheet()?.getSheet().getConfig();
    // One that is copied, or comes back, has its own.
    if (!open || sheet.defaultStyle !== undefined) return;
    const { defaultStyle, defaultColumnWidth, defaultRowHeight } = open;
    Object.assign(sheet, { defaultStyle, defaultColumnWidth, defaultRowHeight });
  });
}
