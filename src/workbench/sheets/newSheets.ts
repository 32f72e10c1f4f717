import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type Injector,
  type Workbook,
} from "@univerjs/core";
import { InsertSheetMutation, type IInsertSheetMutationParams } from "@univerjs/sheets";

/** A sheet that is added looks as the open one beside which it is added: its font, its size and the room around a text. */
export function dressNewSheets(injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== InsertSheetMutation.id) return;
    const { sheet } = params as IInsertSheetMutationParams;
    const isBlank = Object.keys(sheet.cellData ?? {}).length === 0;
    const workbook = injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (isBlank) sheet.defaultStyle ??= workbook?.getActiveSheet(true)?.getConfig().defaultStyle;
  });
}
