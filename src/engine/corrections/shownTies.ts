import { CellValueType, InterceptorEffectEnum, type IDisposable, type Injector, type Styles } from "@univerjs/core";
import { withTiesUp } from "../numberFormats";
import { correctDisplay, type DisplayedCell } from "./displayedCells";

/** After the values and formats of spills are there (100 and 101), and before number formats turn numbers to text. */
const PRIORITY = 50;

/** Shows 39.995 in a format of two decimals as 40.00, as Excel does; Univer 0.25.1 shows 39.99. The value stays. */
export function showTiesAsExcel(injector: Injector): IDisposable {
  return correctDisplay(injector, { priority: PRIORITY, effect: InterceptorEffectEnum.Value }, (cell, { workbook }) =>
    withTieUp(cell, workbook.getStyles()),
  );
}

function withTieUp(cell: DisplayedCell, styles: Styles): DisplayedCell {
  if (typeof cell?.v !== "number" || cell.t === CellValueType.BOOLEAN) return cell;
  const pattern = styles.get(cell.s)?.n?.pattern;
  const shown = pattern ? withTiesUp(pattern, cell.v) : cell.v;
  return shown === cell.v ? cell : { ...cell, v: shown };
}
