import {
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type IDisposable,
  type Injector,
  type Nullable,
  type Styles,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";

type ShownCell = Nullable<ICellDataForSheetInterceptor>;

/** Before the engine's display of spilled values (100), and of number formats, which reads what is added here. */
const PRIORITY = 101;

/**
 * Shows the number formats that a spill brings: Univer 0.25.1 displays the values of a spill and leaves out their
 * formats, so that dates would read as serials. A number format of the cell's own wins, as in Excel.
 */
export function showSpilledFormats(injector: Injector): IDisposable {
  const formulas = injector.get(FormulaDataModel);
  return injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: PRIORITY,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col, workbook }, next) => {
      const spilled = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col];
      return next(spilled?.s ? inFormat(cell, spilled.s, workbook.getStyles()) : cell);
    },
  });
}

function inFormat(cell: ShownCell, spilled: NonNullable<ICellDataForSheetInterceptor["s"]>, styles: Styles): ShownCell {
  const own = styles.get(cell?.s);
  return own?.n ? cell : { ...cell, s: { ...own, n: styles.get(spilled)?.n } };
}
