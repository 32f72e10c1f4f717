import { ICommandService, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  DeviceInputEventType,
  IEditorBridgeService,
  IFormulaEditorManagerService,
  KeyCode,
  SetCellEditVisibleOperation,
} from "@univerjs/preset-sheets-core";
import { replaceMethod } from "../serviceMethods";

/**
 * Has the fx button beside the formula bar begin a formula in the selected cell, as typing "=" does, or open the one
 * that is there. In Univer 0.25.1 it writes "=" into the bar, and what is typed next is lost.
 */
export function beginFormulas(api: FUniver, injector: Injector): void {
  replaceMethod(injector.get(IFormulaEditorManagerService), "handleFxBtnClick", () => {
    const workbook = api.getActiveWorkbook();
    if (!workbook || injector.get(IEditorBridgeService).isVisible().visible) return;
    if (workbook.getActiveRange()?.getFormula()) {
      injector.get(ICommandService).syncExecuteCommand(SetCellEditVisibleOperation.id, {
        visible: true,
        eventType: DeviceInputEventType.Keyboard,
        keycode: KeyCode.F2,
        unitId: workbook.getId(),
      });
    } else {
      // The grid takes what it does not type itself from an input that it keeps focused and out of sight.
      document.execCommand("insertText", false, "=");
    }
  });
}
