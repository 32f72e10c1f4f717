import {
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type IDisposable,
  type Injector,
  type Styles,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { correctDisplay, type DisplayedCell } from "./displayedCells";

/** Before the engine's display of spilled values (100), and of number formats, which reads what is added here. */
const PRIORITY = 101;

/**
 * Shows the number formats that a spill brings: Univer 0.25.1 displays the values of a spill and leaves out their
 * formats, so that dates would read as serials. A number format of the cell's own wins, as in Excel.
 */
export function showSpilledFormats(injector: Injector): IDisposable {
  const formulas = injector.get(FormulaDataModel);
  const turn = { priority: PRIORITY, effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style };
  return correctDisplay(injector, turn, (cell, { unitId, subUnitId, row, col, workbook }) => {
    const spilled = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col];
    return spilled?.s ? inFormat(cell, spilled.s, workbook.getStyles()) : cell;
  });
}

function inFormat(
  cell: DisplayedCell,
  spilled: NonNullable<ICellDataForSheetInterceptor["s"]>,
  styles: Styles,
): DisplayedCell {
  const own = styles.get(cell?.s);
  return own?.n ? cell : { ...cell, s: { ...own, n: styles.get(spilled)?.n } };
}
