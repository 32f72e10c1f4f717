import { a1, cellAt } from "../book/address";
import type { Area } from "../book/book";
import { count } from "../book/report";
import { isError, plain, type Value } from "../formula/values";
import type { Checked, Difference } from "./checkFormulas";
import type { DifferingCell } from "./compared";

/** 12 formulas of Tieout were calculated again: 10 tie, 1 differs, 1 was not checked. */
export function summary({ formulas, differences, unchecked }: Checked): string {
  const ties = formulas - differences.length - unchecked.length;
  if (formulas === 0) return "No formula of the workbook calls a function of Tieout.";
  return [
    `${count(formulas, "formula")} of Tieout: ${ties.toLocaleString("en-US")} ${ties === 1 ? "ties" : "tie"}`,
    `${differences.length.toLocaleString("en-US")} ${differences.length === 1 ? "differs" : "differ"}`,
    `${unchecked.length.toLocaleString("en-US")} ${unchecked.length === 1 ? "was" : "were"} not checked.`,
  ].join(", ");
}

export const LOAN_NOT_CHOSEN =
  "Formulas that name no loan were calculated for Exhibit 10.10, since the workbook says of no range that it is its loan.";

/** Where a differing cell stands. */
export function placeOf({ at }: Difference, { row, column }: DifferingCell): Area {
  const { row: top, column: left } = at.spill ?? at;
  return cellAt(at.sheet, top + row, left + column);
}

/** B5: stored 42,779, now 42,780. A date is its serial, a text stands in quotation marks. */
export function cellWords(difference: Difference, cell: DifferingCell): string {
  return `${a1(placeOf(difference, cell))}: stored ${shownWords(cell.stored)}, now ${shownWords(cell.now)}`;
}

export function sizeWords({ sizes }: Difference): string | undefined {
  if (!sizes) return undefined;
  const words = ({ rows, columns }: { readonly rows: number; readonly columns: number }) =>
    `${count(rows, "row")} of ${count(columns, "cell")}`;
  return `stored ${words(sizes.stored)}, now ${words(sizes.now)}`;
}

function shownWords(value: Value): string {
  const bare = plain(value);
  if (isError(bare)) return bare.basicValue;
  if (bare === null) return "a blank";
  return typeof bare === "boolean" ? String(bare).toUpperCase() : JSON.stringify(bare);
}
