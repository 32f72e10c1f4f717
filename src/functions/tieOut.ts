import { optional, readNumber, refused, type Given } from "../core/given";
import { isZero, toNumber } from "../core/number/fraction";
import { differenceInPrint, TICK } from "../core/tieOut";
import { answer } from "./cells/answer";
import { printedFigure, typedFigure, type PrintedFigure } from "../core/number/printedFigure";
import { elementwise } from "./cells/elementwise";

/**
 * Ties a computed figure out to a printed one: a tick (✓) when the computed figure, rounded once to the precision of the printed one, equals it; otherwise the difference, computed less printed.
 * @customfunction TIEOUT
 * @param {any[][]} computed The computed figure. One cell or a range.
 * @param {any[][]} printed The figure as printed: a number, or text as it stands in the filing, such as "$ (0.06)" or "7,737,946". One cell or a range.
 * @param {any[][]} [unit] Smallest step of the printed figure: 0.01 for cents, 1 for whole numbers, 1000 for thousands, in which the figure may stand in full or in thousands (5,000,000 or 5,000). When omitted, the decimals of the printed figure; a number with decimals counts to the cent at least, a whole number to the unit.
 * @returns {any[][]} A tick or the difference, in the shape of the ranges given.
 * @example =TIEOUT(42779.17,42779,1)
 * @throws =TIEOUT("x",5) #VALUE! computed must be a number; received "x"
 * @throws =TIEOUT(-0.06,"(0.06") #VALUE! printed must be a number or a figure as printed; received "(0.06"
 * @throws =TIEOUT(5,5,0) #VALUE! unit must be more than zero; received 0
 */
export function TIEOUT(computed: any[][], printed: any[][], unit?: any[][]): any[][] {
  return answer(() =>
    elementwise(
      {
        computed: [computed, readNumber],
        printed: [printed, readPrinted],
        unit: [unit, optional(readNumber, null)],
      },
      (row) => {
        const left = differenceInPrint(row.computed, row.printed, row.unit ?? row.printed.unit);
        return isZero(left) ? TICK : toNumber(left);
      },
      "figures",
    ),
  );
}

function readPrinted(given: Given): Pick<PrintedFigure, "value" | "unit"> {
  if (typeof given.value !== "string") return typedFigure(readNumber(given));
  const figure = printedFigure(given.value);
  if (figure) return figure;
  throw refused(given, "must be a number or a figure as printed");
}
