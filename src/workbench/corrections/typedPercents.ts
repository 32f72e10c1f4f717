import type { ICellData, Injector, Nullable } from "@univerjs/core";
import { numfmt } from "@univerjs/core";
import { AFTER_CELL_EDIT, INumfmtService, SheetInterceptorService } from "@univerjs/sheets";

const PLAIN_FIGURE = /^[-+]?[\d,]*\.?\d+$/;
/** Before the grid reads the figure. */
const FIRST = 1;

/**
 * Takes 6.25 for 6.25 % where it is typed into a cell of percents, and 0.0625 as well, as Excel does: figures of one or more are
 * percents there. Univer 0.25.1 made 625 % of it.
 */
export function readPercentsAsTyped(injector: Injector): void {
  const formats = injector.get(INumfmtService);
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, { unitId, subUnitId, row, col }, next) => {
      const pattern = formats.getValue(unitId, subUnitId, row, col)?.pattern;
      return next(pattern !== undefined && numfmt.isPercentFormat(pattern) ? percent(cell) : cell);
    },
  });
}

function percent(cell: Nullable<ICellData>): Nullable<ICellData> {
  const typed = String(cell?.v ?? "").trim();
  const isPercents = PLAIN_FIGURE.test(typed) && Math.abs(Number(typed.replaceAll(",", ""))) >= 1;
  return isPercents ? { ...cell, v: `${typed}%` } : cell;
}
