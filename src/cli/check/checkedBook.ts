import type { Checked } from "../../workbook/check/checkFormulas";

/** What was found in a workbook's file. */
export interface CheckedBook extends Checked {
  readonly dateSystem: 1900 | 1904;
  readonly sheets: number;
  /** Formulas that call no function of ours. */
  readonly others: number;
}
