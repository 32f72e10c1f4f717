/**
 * Exhibit 10.10, as anybody would write down an agreement of their own. Law: no figure stands here that the exhibit does
 * not print, but for the conventions that its own example settles.
 */
import { loanFromObject } from "./form/objectForm";
import type { Loan } from "./loan";
import type { LoanTerms } from "./terms/loanTerms";

/** The employment of the worked example ends on this day. */
const EXAMPLE = { date: "2000-09-12", clause: "3.5, example" };

/**
 * The Loan Reimbursement Agreement of HemaCare Corporation, effective July 31, 1997, in the object form.
 *
 * Its table is a level monthly annuity of 60 payments at 10 % a year, read once a year. Section 3.5 puts the balance
 * at a termination between two table dates; what it leaves open its own example settles. The $494 of interest from
 * August 1 to September 12 is the schedule's own accrual, August whole and 12/30 of September at the balance after its
 * payment (493.70); the $2,790 is 43/365, both days counted, of 23,689, cut to the dollar. Its table of whole dollars
 * follows from payments that are not rounded.
 *
 * Recital A; the balance "will be reduced each year of the Medical Director's employment" (Article 2), by the day (3.5):
 * nothing is paid. Recitals B and D: it was lent in 1994 and 1995 under notes that this agreement supersedes.
 */
export const EXHIBIT_10_10_AGREEMENT = {
  name: "Exhibit 10.10, Loan Reimbursement Agreement",
  principal: 92_909,
  startDate: "1997-08-01",
  annualRate: 0.1,
  payments: 60,
  paymentRounding: "none",
  interestRounding: "none",
  balanceBetweenDates: "interest less pro rata share",
  betweenDayCount: "30/360",
  countBothDays: true,
  betweenRounding: "dollar",
  proRataBasis: 365,
  proRataRounding: "dollar down",
  betweenClause: "3.5",
  scheduleClause: "Article 2",
  scheduleRounding: "dollar",
  schedule: [
    { date: "1997-08-01", balance: 92_909 },
    { date: "1998-08-01", reduction: 23_689, balance: 77_833 },
    { date: "1999-08-01", reduction: 23_689, balance: 61_178 },
    { date: "2000-08-01", reduction: 23_689, balance: 42_779 },
    { date: "2001-08-01", reduction: 23_689, balance: 24_226 },
    { date: "2002-08-01", reduction: 23_689, balance: 0 },
  ],
  outcomes: [
    { event: "without cause", balance: "forgiven", collateral: "returned", clause: "3.1" },
    { event: "for cause", balance: "due", collateral: "returned", clause: "3.2" },
    { event: "with cause", balance: "due", collateral: "returned", clause: "3.2" },
    { event: "resignation", balance: "due", collateral: "returned", clause: "3.3" },
    { event: "death", balance: "forgiven", collateral: "returned", clause: "3.4" },
    { event: "disability", balance: "forgiven", collateral: "returned", clause: "3.4" },
  ],
  employee: true,
  reductions: "forgiven",
  accounts: [{ account: "Loan proceeds", name: "Earlier loan notes" }],
  collateralShares: 40_000,
  collateralClause: "Article 2",
  figures: [
    { figure: "start date", date: "1997-07-31", clause: "Preamble, 1.2" },
    { figure: "principal", amount: 98_307, clause: "Recital B" },
    { figure: "reduction", amount: 24_212, clause: "3.5, text" },
    { figure: "reduction", amount: 23_689, clause: "3.5, example" },
    { figure: "opening", amount: 42_779, ...EXAMPLE },
    { figure: "interest", amount: 494, ...EXAMPLE },
    { figure: "updated", amount: 43_273, ...EXAMPLE },
    { figure: "share", amount: 2_790, ...EXAMPLE },
    { figure: "balance", amount: 40_483, ...EXAMPLE },
  ],
};

/** The loan of it, worked out once for all who ask. */
export const EXHIBIT_10_10_LOAN: Loan = loanFromObject(EXHIBIT_10_10_AGREEMENT);

/** Its terms. */
export const EXHIBIT_10_10: LoanTerms = EXHIBIT_10_10_LOAN.terms;
