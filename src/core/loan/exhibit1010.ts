import { dayOf } from "../calendar/civilDate";
import { dayCountNamed } from "../calendar/dayCount";
import { exactly, ONE } from "../number/fraction";
import type { StatedRow } from "./agreement";
import { SILENT_TERMS } from "./defaults";
import type { LoanTerms, RoundingRule } from "./terms";

const DOLLAR: RoundingRule = { unit: ONE, mode: "halfUp" };
const CUT_TO_DOLLAR: RoundingRule = { unit: ONE, mode: "down" };

/** Article 2: year, annual reduction, balance on August 1. */
const TABLE: readonly (readonly [year: number, reduction: number | null, balance: number])[] = [
  [1997, null, 92_909],
  [1998, 23_689, 77_833],
  [1999, 23_689, 61_178],
  [2000, 23_689, 42_779],
  [2001, 23_689, 24_226],
  [2002, 23_689, 0],
];

const statedRow = ([year, reduction, balance]: (typeof TABLE)[number]): StatedRow => ({
  date: dayOf(year, 8, 1),
  reduction: reduction === null ? null : exactly(reduction),
  balance: exactly(balance),
});

/**
 * The Loan Reimbursement Agreement of HemaCare Corporation, effective July 31, 1997: Exhibit 10.10.
 *
 * Its table is a level monthly annuity of 60 payments at 10 % a year, read once a year. Section 3.5 puts the balance
 * at a termination between two table dates; what it leaves open its own example settles. The $494 of interest from
 * August 1 to September 12 is the schedule's own accrual, August whole and 12/30 of September at the balance after its
 * payment (493.70); the $2,790 is 43/365, both days counted, of 23,689, cut to the dollar.
 */
export const EXHIBIT_10_10: LoanTerms = {
  ...SILENT_TERMS,
  name: "Exhibit 10.10, Loan Reimbursement Agreement",
  principal: exactly(92_909),
  startDate: dayOf(1997, 8, 1),
  interest: { ...SILENT_TERMS.interest, annualRate: exactly(0.1) },
  dates: { ...SILENT_TERMS.dates, count: 60 },
  stated: { rows: TABLE.map(statedRow), clause: "Article 2", rounding: DOLLAR },
  betweenDates: {
    interest: {
      along: "schedule",
      dayCount: dayCountNamed("dayCount", "30/360"),
      countsLastDay: true,
      rounding: DOLLAR,
    },
    share: { countsLastDay: true, basis: 365, rounding: CUT_TO_DOLLAR },
    clause: "3.5",
  },
};
