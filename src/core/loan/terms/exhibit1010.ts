/**
 * Exhibit 10.10 as terms. Law: no figure stands here that the exhibit does not print, but for the conventions that its
 * own example settles.
 */
import { dayOf, type Day } from "../../calendar/civilDate";
import { dayCountNamed } from "../../calendar/dayCounts";
import { exactly, ONE } from "../../number/fraction";
import { DOLLAR, type RoundingRule } from "../../number/roundingRule";
import type { StatedFigure, StatedFigureKind, StatedRow } from "./agreement";
import { DEFAULT_TERMS } from "./defaultTerms";
import type { LoanTerms } from "./loanTerms";

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

/** The employment of the worked example ends on this day. */
const EXAMPLE_DATE = dayOf(2000, 9, 12);

function figure(
  equals: StatedFigureKind,
  amount: number | null,
  clause: string,
  date: Day | null = null,
): StatedFigure {
  return { equals, amount: amount === null ? null : exactly(amount), clause, date };
}

/**
 * The Loan Reimbursement Agreement of HemaCare Corporation, effective July 31, 1997: Exhibit 10.10.
 *
 * Its table is a level monthly annuity of 60 payments at 10 % a year, read once a year. Section 3.5 puts the balance
 * at a termination between two table dates; what it leaves open its own example settles. The $494 of interest from
 * August 1 to September 12 is the schedule's own accrual, August whole and 12/30 of September at the balance after its
 * payment (493.70); the $2,790 is 43/365, both days counted, of 23,689, cut to the dollar. Its table of whole dollars
 * follows from payments that are not rounded.
 */
export const EXHIBIT_10_10: LoanTerms = {
  ...DEFAULT_TERMS,
  name: "Exhibit 10.10, Loan Reimbursement Agreement",
  principal: exactly(92_909),
  startDate: dayOf(1997, 8, 1),
  interest: { ...DEFAULT_TERMS.interest, annualRate: exactly(0.1) },
  dates: { ...DEFAULT_TERMS.dates, count: 60 },
  rounding: { ...DEFAULT_TERMS.rounding, payment: null, interest: null },
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
  outcomes: [
    { event: "without cause", balance: "forgiven", collateral: "returned", clause: "3.1" },
    { event: "for cause", balance: "due", collateral: "returned", clause: "3.2" },
    { event: "with cause", balance: "due", collateral: "returned", clause: "3.2" },
    { event: "resignation", balance: "due", collateral: "returned", clause: "3.3" },
    { event: "death", balance: "forgiven", collateral: "returned", clause: "3.4" },
    { event: "disability", balance: "forgiven", collateral: "returned", clause: "3.4" },
  ],
  collateral: { shares: 40_000, clause: "Article 2" },
  figures: [
    figure("startDate", null, "Preamble, 1.2", dayOf(1997, 7, 31)),
    figure("principal", 98_307, "Recital B"),
    figure("reduction", 24_212, "3.5, text"),
    figure("reduction", 23_689, "3.5, example"),
    figure("opening", 42_779, "3.5, example", EXAMPLE_DATE),
    figure("interest", 494, "3.5, example", EXAMPLE_DATE),
    figure("updated", 43_273, "3.5, example", EXAMPLE_DATE),
    figure("share", 2_790, "3.5, example", EXAMPLE_DATE),
    figure("balance", 40_483, "3.5, example", EXAMPLE_DATE),
  ],
  // Recital A; the balance "will be reduced each year of the Medical Director's employment" (Article 2), by the day
  // (3.5): nothing is paid. Recitals B and D: it was lent in 1994 and 1995 under notes that this agreement supersedes.
  books: {
    isEmployee: true,
    reductions: "forgiven",
    accounts: [{ role: "proceeds", name: "Earlier loan notes" }],
  },
};
