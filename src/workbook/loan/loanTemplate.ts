import { dayOf } from "../../core/calendar/civilDate";
import { serialOf } from "../../functions/cells/arguments";
import type { CellContent } from "../book/book";

type Row = readonly CellContent[];

const date = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

/** A loan as a sheet of labels and values, with the schedule that the agreement prints. */
export interface LoanTemplate {
  readonly terms: readonly Row[];
  /** Date, reduction, balance, below a header row; empty for a loan whose schedule follows from its terms. */
  readonly schedule: readonly Row[];
  /** Day of the worked balance. */
  readonly workedAt: CellContent;
}

/** The Loan Reimbursement Agreement of HemaCare Corporation, Exhibit 10.10, as its articles state it. */
export function exhibit1010Template(): LoanTemplate {
  const example = date(2000, 9, 12);
  const august = (year: number) => date(year, 8, 1);
  return {
    terms: [
      ["Loan", "Exhibit 10.10, Loan Reimbursement Agreement"],
      ["Principal", 92_909],
      ["Start date", august(1997)],
      ["Annual rate", 0.1],
      ["Number of payments", 60],
      ["Payment rounding", "none"],
      ["Interest rounding", "none"],
      ["Schedule rounding", "dollar"],
      ["Balance between dates", "interest less pro rata share"],
      ["Day count between dates", "30/360"],
      ["Count both days", "yes"],
      ["Rounding between dates", "dollar"],
      ["Pro rata basis", 365],
      ["Pro rata rounding", "dollar down"],
      ["Clause on balance", "3.5"],
      ["Clause on schedule", "Article 2"],
      ["Event", "without cause", "forgiven", "returned", "3.1"],
      ["Event", "for cause", "due", "returned", "3.2"],
      ["Event", "resignation", "due", "returned", "3.3"],
      ["Event", "death", "forgiven", "returned", "3.4"],
      ["Event", "disability", "forgiven", "returned", "3.4"],
      ["Borrower is an employee", "yes"],
      ["Reductions", "forgiven"],
      ["Account: Loan proceeds", "Earlier loan notes"],
      ["Collateral shares", 40_000],
      ["Clause on collateral", "Article 2"],
      ["Stated figure", "start date", "", date(1997, 7, 31), "Preamble, 1.2"],
      ["Stated figure", "principal", 98_307, "", "Recital B"],
      ["Stated figure", "reduction", 24_212, "", "3.5, text"],
      ["Stated figure", "reduction", 23_689, "", "3.5, example"],
      ["Stated figure", "opening", 42_779, example, "3.5, example"],
      ["Stated figure", "interest", 494, example, "3.5, example"],
      ["Stated figure", "updated", 43_273, example, "3.5, example"],
      ["Stated figure", "share", 2_790, example, "3.5, example"],
      ["Stated figure", "balance", 40_483, example, "3.5, example"],
    ],
    schedule: [
      ["Date", "Reduction", "Balance"],
      [august(1997), "", 92_909],
      [august(1998), 23_689, 77_833],
      [august(1999), 23_689, 61_178],
      [august(2000), 23_689, 42_779],
      [august(2001), 23_689, 24_226],
      [august(2002), 23_689, 0],
    ],
    workedAt: example,
  };
}

/** The labels that describe an ordinary loan, with blanks to fill in; every other label may be added. */
export function blankTemplate(): LoanTemplate {
  const labels = [
    "Loan",
    "Principal",
    "Start date",
    "Annual rate",
    "Number of payments",
    "Payment frequency",
    "Day count",
    "Method",
    "First payment date",
  ];
  return { terms: labels.map((label) => [label, ""]), schedule: [], workedAt: "" };
}
