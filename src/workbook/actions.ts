import type { Actions } from "./actionTypes";
import { chooseActiveLoan, loadActiveLoan } from "./loan/activeLoan";
import { checkOpenBook } from "./check/checkOpenBook";
import { explain } from "./explain/explain";
import { importPeriods } from "./import/importPeriods";
import { insertEpsFootnote } from "./eps/insertEpsFootnote";
import { insertEpsSheet } from "./eps/insertEpsSheet";
import { insertFittedLoan } from "./loan/insertFittedLoan";
import { insertLoanSheet } from "./loan/insertLoanSheet";
import { pictureEps, pictureLoan } from "./pictures/lookAtPictures";
import { recalculateAll } from "./recalculateAll";
import { refreshEps } from "./eps/refresh";
import { repair } from "./repair";
import { rollForward } from "./eps/rollForward";
import { tieOut } from "./tieOut/tieOut";

export type * from "./actionTypes";

/** Every action, by the name under which the ribbon, the task pane and the workbench call it. */
export const actions: Actions = {
  insertLoanSheet,
  insertFittedLoan,
  insertEpsSheet,
  insertEpsFootnote,
  refreshEps,
  rollForward,
  importPeriods,
  tieOut,
  checkOpenBook,
  explain,
  pictureLoan,
  pictureEps,
  repair,
  recalculateAll,
  chooseActiveLoan,
  loadActiveLoan,
};
