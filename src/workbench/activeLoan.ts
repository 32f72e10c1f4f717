import type { FUniver } from "@univerjs/core/facade";
import { openWorkbook } from "../functions/cells/openWorkbook";
import type { OpenBook } from "../workbook/book/book";
import { loadActiveLoan } from "../workbook/loan/activeLoan";
import { onChange } from "./changes";

/**
 * Keeps the functions' copy of the workbook's loan as its cells are. The formulas that use it do not refer to those
 * cells, so they are all calculated again when it is different.
 */
export async function keepLoanCurrent(api: FUniver, book: OpenBook): Promise<void> {
  const reload = async () => {
    const before = JSON.stringify(openWorkbook().activeLoan);
    await loadActiveLoan(book, {});
    if (JSON.stringify(openWorkbook().activeLoan) !== before) await book.perform([{ do: "recalculate" }]);
  };
  await reload();
  onChange(api, () => void reload());
  api.getFormula().calculationResultApplied(() => void reload());
}
