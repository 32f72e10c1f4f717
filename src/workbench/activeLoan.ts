import type { FUniver } from "@univerjs/core/facade";
import { reloadActiveLoan } from "../workbook/loan/activeLoan";
import type { WorkbenchBook } from "./book/univerSheet";
import { onChange } from "./changes";

/**
 * Keeps the functions' copy of the workbook's loan as its cells are. The formulas that use it do not refer to those
 * cells, so they are all calculated again when it is different. While an action is under way the workbook is between
 * two states, of which the functions have the next one from the action itself: its cells are read when it is done.
 */
export async function keepLoanCurrent(api: FUniver, book: WorkbenchBook): Promise<void> {
  let isWaiting = false;
  const reload = async () => {
    if (isWaiting) return;
    isWaiting = true;
    await book.atRest();
    isWaiting = false;
    if (!api.getActiveWorkbook()) return; // closed in the meantime
    await reloadActiveLoan(book);
  };
  await reload();
  onChange(api, () => void reload());
  api.getFormula().calculationResultApplied(() => void reload());
}
