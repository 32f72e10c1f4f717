import { CellModeEnum, Worksheet, type Injector } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";

const plain = Worksheet.prototype.getMatrixWithMergedCells;

/**
 * Lets a copy take the cells of a spill: Univer 0.25.1 copies only cells that hold something of their own, so that all
 * but the first cell of `=LOANSTEPS(…)` came out blank.
 */
export function copySpilledCells(injector: Injector): void {
  const formulas = injector.get(FormulaDataModel);
  Worksheet.prototype.getMatrixWithMergedCells = function (
    this: Worksheet,
    row: number,
    column: number,
    endRow: number,
    endColumn: number,
    mode: CellModeEnum = CellModeEnum.Raw,
  ) {
    const copied = plain.call(this, row, column, endRow, endColumn, mode);
    if (mode !== CellModeEnum.Both) return copied;
    const spilled = formulas.getArrayFormulaCellData()[this.getUnitId()]?.[this.getSheetId()] ?? {};
    for (let y = row; y <= endRow; y++) {
      for (let x = column; x <= endColumn; x++) {
        const { v, t } = spilled[y]?.[x] ?? {};
        if (copied.getValue(y, x) || v === undefined) continue;
        copied.setValue(y, x, { v, t, displayV: String(this.getCell(y, x)?.v ?? v) });
      }
    }
    return copied;
  };
}
