import { InterceptorEffectEnum, numfmt, type IDisposable, type Injector, type Styles } from "@univerjs/core";
import { ERROR_TYPE_SET, type ErrorType } from "@univerjs/engine-formula";
import { correctDisplay, type DisplayedCell } from "./displayedCells";

/** After the engine's display of spilled values (100), before that of number formats (10), which is only text. */
const PRIORITY = 11;

/**
 * Shows the colours of number formats, such as [Red], in each of their parts: Univer 0.25.1 shows them below zero alone,
 * not those of other numbers and of text. An error keeps the colour of its cell, as in Excel.
 */
export function showFormatColors(injector: Injector): IDisposable {
  return correctDisplay(injector, { priority: PRIORITY, effect: InterceptorEffectEnum.Style }, (cell, { workbook }) =>
    coloured(cell, workbook.getStyles()),
  );
}

function coloured(cell: DisplayedCell, styles: Styles): DisplayedCell {
  const pattern = styles.get(cell?.s)?.n?.pattern;
  const value = cell?.v;
  if (!pattern || value === undefined || value === null || ERROR_TYPE_SET.has(value as ErrorType)) return cell;
  const color = numfmt.formatColor(pattern, value, { throws: false });
  return color === null
    ? cell
    : { ...cell, interceptorStyle: { ...cell?.interceptorStyle, cl: { rgb: String(color) } } };
}
