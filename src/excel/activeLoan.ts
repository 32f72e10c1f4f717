import type { ActiveLoan, Actions } from "../workbook/actions";
import { chooseActiveLoan, loadActiveLoan, reloadActiveLoan } from "../workbook/loan/activeLoan";
import { watchSheet } from "./book/excelSheet";
import { book } from "./book/book";
import { startup } from "./startup";

let unwatch: (() => Promise<void>) | undefined;

/** The functions hold a copy of the workbook's loan, which Excel does not count among their arguments. So its sheet is watched. */
export async function keepCurrent({ area }: ActiveLoan): Promise<void> {
  // The watch of a sheet that was deleted cannot be ended, and has.
  await unwatch?.().catch(() => {});
  unwatch = undefined;
  if (area) unwatch = await watchSheet(area.sheet, () => void reloadActiveLoan(book));
}

/** Choosing a loan as Excel does it: the loan is kept current from then on. */
export const chooseAndKeep: Actions["chooseActiveLoan"] = async (opened, options, running) => {
  const report = await chooseActiveLoan(opened, options, running);
  const loan = await loadActiveLoan(opened, {});
  await keepCurrent(loan);
  // Without a loan of its own the workbook has nothing that must be followed from the start.
  if (!loan.area && (await startup.isWithWorkbook())) await startup.set(false);
  return report;
};
