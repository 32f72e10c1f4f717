/**
 * Takes many loans and a day, makes what each stands at and all together. Law: a loan that cannot be read is a fault of
 * its own line, and the totals say how many loans they are of.
 */
import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { plus, ZERO, type Fraction } from "../../number/fraction";
import type { Loan } from "../loan";
import type { Books } from "./books";
import { booksOf } from "./keptBooks";
import { currentPortion } from "./maturities";

/** A loan by what it is called, or why it cannot be read. */
export interface NamedLoan {
  /** What its line is headed with. */
  readonly label: string;
  /** The loan, or the error of reading it. */
  readonly loan: Loan | CalculationError;
}

/** What a loan stands at, in currency units. */
export interface LoanStanding {
  /** The principal outstanding: current and noncurrent together. */
  readonly balance: Fraction;
  /** Besides: interest that is not due yet. */
  readonly accruedInterest: Fraction;
  /** Principal due within twelve months (ASC 210-10-45-9). */
  readonly current: Fraction;
  /** The rest of the principal. */
  readonly noncurrent: Fraction;
}

/** What each loan of a table stands at on a day, and their totals: those of the loans that could be read, with how many. */
export interface Portfolio {
  /** A line a loan, in the order given. */
  readonly lines: readonly { readonly label: string; readonly standing: LoanStanding | CalculationError }[];
  /** Of the loans that can be read. */
  readonly totals: LoanStanding;
  /** How many of the loans they are of. */
  readonly counted: number;
}

/** What loans stand at on a day; one that begins later stands at nothing. */
export function portfolio(loans: readonly NamedLoan[], day: Day): Portfolio {
  const lines = loans.map(({ label, loan }) => ({ label, standing: standingOf(loan, day) }));
  const standings = lines.flatMap(({ standing }) => (standing instanceof CalculationError ? [] : [standing]));
  return { lines, totals: standings.reduce(together, NOTHING), counted: standings.length };
}

const NOTHING: LoanStanding = { balance: ZERO, accruedInterest: ZERO, current: ZERO, noncurrent: ZERO };

function together(a: LoanStanding, b: LoanStanding): LoanStanding {
  return {
    balance: plus(a.balance, b.balance),
    accruedInterest: plus(a.accruedInterest, b.accruedInterest),
    current: plus(a.current, b.current),
    noncurrent: plus(a.noncurrent, b.noncurrent),
  };
}

function standingOf(loan: Loan | CalculationError, day: Day): LoanStanding | CalculationError {
  if (loan instanceof CalculationError) return loan;
  try {
    return standingOn(booksOf(loan), day);
  } catch (error) {
    if (error instanceof CalculationError) return error;
    throw error;
  }
}

function standingOn(books: Books, day: Day): LoanStanding {
  const { principal, accruedInterest } = books.standingOn(day);
  const current = currentPortion(books, day);
  return {
    balance: books.currency(principal),
    accruedInterest: books.currency(accruedInterest),
    current: books.currency(current),
    noncurrent: books.currency(principal - current),
  };
}
