import type { Actions } from "./actionTypes";
import { chooseActiveLoan, loadActiveLoan } from "./activeLoan";
import { explain } from "./explain";
import { importPeriods } from "./import/importPeriods";
import { insertEpsSheet } from "./insertEpsSheet";
import { insertLoanSheet } from "./insertLoanSheet";
import { recalculateAll } from "./recalculateAll";
import { refreshEps } from "./refresh";
import { repair } from "./repair";
import { rollForward } from "./rollForward";
import { tieOut } from "./tieOut";

export type * from "./actionTypes";

/** Every action, by the name under which the ribbon, the task pane and the workbench call it. */
export const actions: Actions = {
  insertLoanSheet,
  insertEpsSheet,
  refreshEps,
  rollForward,
  importPeriods,
  tieOut,
  explain,
  repair,
  recalculateAll,
  chooseActiveLoan,
  loadActiveLoan,
};
