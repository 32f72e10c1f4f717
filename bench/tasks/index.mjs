import { balance, balanceCell, balanceColumn, balanceGrowth, spill, spillGrowth } from "./balance.mjs";
import { dilution1, dilution20, dilutionCell, dilutionGrowth, epsTable, epsTies } from "./eps.mjs";
import { ties } from "./rounding.mjs";
import { schedule, scheduleByDays, scheduleGrowth, scheduleParts } from "./schedule.mjs";

/**
 * Each task is one computation, and its variants do it: same inputs, same answers within `tolerance`.
 *
 * A variant is made from the libraries and gives `run`, all operations once, and `answers`, some of their results.
 */
export const TASKS = {
  balance,
  balanceCell,
  balanceColumn,
  schedule,
  scheduleParts,
  dilution1,
  dilution20,
  dilutionCell,
  epsTable,
  spill,
  ties,
  epsTies,
  balanceGrowth,
  scheduleGrowth,
  scheduleByDays,
  dilutionGrowth,
  spillGrowth,
};
