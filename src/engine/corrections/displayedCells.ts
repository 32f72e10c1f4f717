import type {
  ICellDataForSheetInterceptor,
  IDisposable,
  InterceptorEffectEnum,
  Injector,
  Nullable,
} from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService, type ISheetLocation } from "@univerjs/sheets";

/** A cell as the grid is about to display it. */
export type DisplayedCell = Nullable<ICellDataForSheetInterceptor>;

/** When a correction has its turn, the higher before the lower, and what of a cell it changes. */
interface Turn {
  readonly priority: number;
  readonly effect: InterceptorEffectEnum;
}

/** Changes what the grid displays of its cells, and nothing of what they hold. */
export function correctDisplay(
  injector: Injector,
  turn: Turn,
  correct: (cell: DisplayedCell, place: ISheetLocation) => DisplayedCell,
): IDisposable {
  return injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    ...turn,
    handler: (cell, place, next) => next(correct(cell, place)),
  });
}
