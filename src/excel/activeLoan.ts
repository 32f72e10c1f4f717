import { openWorkbook } from "../functions/openWorkbook";
import type { ActiveLoan, Actions } from "../workbook/actions";
import { chooseActiveLoan, loadActiveLoan } from "../workbook/activeLoan";
import { watchSheet } from "../workbook/excelSheet";
import { book } from "./book";

let unwatch: (() => Promise<void>) | undefined;

/**
 * The functions hold a copy of the workbook's loan, which Excel does not count among their arguments. So its sheet is
 * watched, and Excel is asked to start the add-in with the workbook.
 */
export async function keepCurrent({ area }: ActiveLoan): Promise<void> {
  // The watch of a sheet that was deleted cannot be ended, and has.
  await unwatch?.().catch(() => {});
  unwatch = undefined;
  if (!area) return;
  unwatch = await watchSheet(area.sheet, () => void reload());
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
}

/** Formulas are calculated again only for a loan that is different, since their calculation is itself an event. */
async function reload(): Promise<void> {
  const before = JSON.stringify(openWorkbook().activeLoan);
  await loadActiveLoan(book, {});
  if (JSON.stringify(openWorkbook().activeLoan) !== before) await book.perform([{ do: "recalculate" }]);
}

/** Choosing a loan as Excel does it: the loan is kept current from then on. */
export const chooseAndKeep: Actions["chooseActiveLoan"] = async (opened, options, running) => {
  const report = await chooseActiveLoan(opened, options, running);
  await keepCurrent(await loadActiveLoan(opened, {}));
  return report;
};
