import {
  CellValueType,
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type IDisposable,
  type Injector,
  type Nullable,
  type Styles,
} from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { withTiesUp } from "../numberFormats";

type ShownCell = Nullable<ICellDataForSheetInterceptor>;

/** After the values and formats of spills are there (100 and 101), and before number formats turn numbers to text. */
const PRIORITY = 50;

/** Shows 39.995 in a format of two decimals as 40.00, as Excel does; Univer 0.25.1 shows 39.99. The value stays. */
export function showTiesAsExcel(injector: Injector): IDisposable {
  return injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: PRIORITY,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, { workbook }, next) => next(withTieUp(cell, workbook.getStyles())),
  });
}

function withTieUp(cell: ShownCell, styles: Styles): ShownCell {
  if (typeof cell?.v !== "number" || cell.t === CellValueType.BOOLEAN) return cell;
  const pattern = styles.get(cell.s)?.n?.pattern;
  const shown = pattern ? withTiesUp(pattern, cell.v) : cell.v;
  return shown === cell.v ? cell : { ...cell, v: shown };
}
