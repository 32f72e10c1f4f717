/**
 * Takes a loan and a span of days, makes its journal entries. Law: in every entry debits are credits, to the cent; the
 * entries of two spans that meet are those of both together.
 */
import { longDate, type Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import { requireOrder } from "../account/interest";
import { payoff } from "../account/payoff";
import type { Units } from "../amountScale";
import type { Loan } from "../loan";
import { ACCOUNTS, type Side } from "../terms/accounts";
import type { AccountRole, BookTerms } from "../terms/bookTerms";
import type { Books, Movements } from "./books";
import { CarriedAmounts } from "./carriedAmounts";
import { isCarriedApart } from "./interestMethod/carryingAmount";
import { booksOf } from "./keptBooks";

/** A line of a journal. Of debit and credit the one is null. In currency units. */
export interface JournalLine {
  readonly date: Day;
  /** By the name that the loan sheet gives it, else by its usual one. */
  readonly account: string;
  readonly debit: Fraction | null;
  readonly credit: Fraction | null;
  /** What the entry is for, with the clause of the agreement where there is one. */
  readonly memo: string;
}

/** What entries are asked for: from a day to another, both included. */
export interface JournalSpan {
  readonly from: Day;
  /** Not before the first; interest is accrued to it. */
  readonly to: Day;
  /** Whose books the entries are for. */
  readonly side: Side;
  /** What ends the agreement on the last day, as it names it; null where nothing does. */
  readonly event: string | null;
}

/** An entry of the lender: a debit is positive. The borrower's is its mirror. */
interface Entry {
  readonly date: Day;
  readonly memo: string;
  readonly postings: readonly (readonly [AccountRole, Units])[];
}

/**
 * The journal entries of a loan, day by day. Interest is accrued to each day on which something moves, and to the last
 * day of the span, so that a month's entries end with its accrual and the next month's go on from there; by the interest
 * method where a discount, costs or fees are to be amortized (ASC 835-30-35-2, 310-20-35-2). What is forgiven is
 * compensation where the borrower is an employee (Exhibit 10.10, Article 3), else the lender's loss and the borrower's
 * gain.
 *
 * @throws CalculationError `out-of-range` when the span ends before it begins; `invalid-input` for an event that the
 * agreement does not know; `not-available` for an event before the loan begins
 */
export function journalEntries(loan: Loan, span: JournalSpan): readonly JournalLine[] {
  const { from, to, event } = span;
  requireOrder(from, to);
  const journal = new Journal(loan);
  const days = [...new Set([...journal.books.daysBetween(from, to), to])];
  const entries = days.flatMap((day, index) => journal.entriesOf(days[index - 1] ?? from - 1, day));
  const last = event === null ? [] : [journal.ending(to, event)];
  const currency = (units: Units) => journal.books.currency(units);
  return [...entries, ...last].flatMap((entry) =>
    linesOf(entry, loan.terms.books, span.side).map(({ amount, ...line }) => ({
      ...line,
      debit: amount > 0 ? currency(amount) : null,
      credit: amount < 0 ? currency(-amount) : null,
    })),
  );
}

/** Debits first. What comes to nothing is left out. */
function linesOf({ date, memo, postings }: Entry, terms: BookTerms, side: Side) {
  const sign = side === "lender" ? 1 : -1;
  return postings
    .map(([role, amount]) => ({ date, account: accountOf(role, terms, side), amount: sign * amount, memo }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => Number(a.amount < 0) - Number(b.amount < 0));
}

/** The name of an account: the sheet's; else ours. The proceeds of a loan are cash unless they are named. */
function accountOf(role: AccountRole, { accounts }: BookTerms, side: Side): string {
  const named = accounts.findLast((account) => account.role === role)?.name;
  if (named !== undefined) return named;
  return role === "proceeds" ? accountOf("cash", { accounts } as BookTerms, side) : ACCOUNTS[role][side];
}

class Journal {
  readonly books: Books;
  /** null where the loan is carried at its principal. */
  private readonly carried: CarriedAmounts | null;

  constructor(private readonly loan: Loan) {
    this.books = booksOf(loan);
    this.carried = isCarriedApart(loan) ? new CarriedAmounts(loan) : null;
  }

  /** What is posted on a day for all that moved since an earlier one. */
  entriesOf(after: Day, date: Day): readonly Entry[] {
    const { books } = this;
    if (date < books.startDate) return [];
    const moved = books.between(after, date);
    const entries = [
      ...(after < books.startDate ? [this.opening(date, moved)] : this.additions(after, date, moved)),
      ...this.settlements(after, date, moved),
      entry(date, "What the printed balance departs by from its terms", [
        ["loan", moved.difference],
        ["difference", -moved.difference],
      ]),
    ];
    return entries.filter(({ postings }) => postings.some(([, amount]) => amount !== 0));
  }

  /** Interest, and what is lent and charged besides. */
  private additions(after: Day, date: Day, moved: Movements): readonly Entry[] {
    return [
      ...this.accrual(after, date, moved),
      entry(date, "Advance", [
        ["loan", moved.advances],
        ["cash", -moved.advances],
      ]),
      entry(date, "Fee", [
        ["feesOwed", moved.fees],
        ["fee", -moved.fees],
      ]),
    ];
  }

  /**
   * What is paid and what is forgiven, which take first the fees and the interest that no longer stand. Where nothing is
   * paid or forgiven, the interest has been added to the principal. Fees of the first day are taken off the proceeds.
   */
  private settlements(after: Day, date: Day, moved: Movements): readonly Entry[] {
    const { books } = this;
    const begins = after < books.startDate;
    const now = books.standingOn(date);
    const before = begins ? { ...now, fees: 0, accruedInterest: books.accruedAtStart } : books.standingOn(after);
    const fees = before.fees + moved.fees - now.fees;
    const interest = before.accruedInterest + moved.interest - now.accruedInterest;
    const paid = moved.paid - (begins ? fees : 0);
    const isForgivenAlone = paid === 0 && moved.forgiven !== 0;
    const taken: Taken = { fees: begins ? 0 : fees, interest };
    const nothing: Taken = { fees: 0, interest: 0 };
    const memo = paid === 0 ? "Interest added to the principal" : this.paymentMemo(date);
    return [
      settlement({ date, memo }, ["cash", paid], isForgivenAlone ? nothing : taken),
      settlement(
        { date, memo: this.forgivenessMemo(date, moved) },
        [this.forgivenessRole, moved.forgiven],
        isForgivenAlone ? taken : nothing,
      ),
    ];
  }

  /**
   * What an event on a day does with all that stands. What it makes due beyond that is a charge for paying early; what
   * falls short of it, a rebate of interest.
   */
  ending(date: Day, event: string): Entry {
    const { books, carried } = this;
    const { outcome, charge, forgiven, due } = payoff(this.loan.balances("stated"), date, event, null);
    const units = (amount: Fraction) => books.posted(this.loan.schedule.loan.scale.units(amount));
    const isForgiven = outcome.balance === "forgiven";
    const settled = units(isForgiven ? forgiven : due);
    const { principal, accruedInterest, fees } = books.standingOn(date);
    const unamortized = carried?.unamortizedOn(date) ?? 0;
    const charged = charge === null || isForgiven ? 0 : units(charge);
    const rebate = principal + accruedInterest + fees + charged - settled;
    return entry(date, withClause(`${isForgiven ? "Forgiven" : "Due at once"}: ${outcome.event}`, outcome.clause), [
      [isForgiven ? this.forgivenessRole : "due", isForgiven ? settled - unamortized : settled],
      ["loan", -principal],
      ["accruedInterest", -accruedInterest],
      ["feesOwed", -fees],
      ["discount", unamortized],
      ["fee", -charged],
      ["interest", rebate - (isForgiven ? 0 : unamortized)],
    ]);
  }

  private get forgivenessRole(): AccountRole {
    return this.loan.terms.books.isEmployee ? "compensation" : "forgiveness";
  }

  /** The loan at its principal; what it is carried below that; what was given with it; and the money. */
  private opening(date: Day, moved: Movements): Entry {
    const discount = this.carried?.unamortizedOn(date) ?? 0;
    const imputed = this.carried?.imputed ?? 0;
    const { accruedAtStart } = this.books;
    const { fees } = this.books.standingOn(date);
    return entry(date, "Loan made or brought forward", [
      ["loan", moved.advances - accruedAtStart],
      ["accruedInterest", accruedAtStart],
      [this.loan.terms.books.isEmployee ? "compensation" : "imputed", imputed],
      ["feesOwed", fees],
      ["proceeds", discount - imputed - moved.advances - fees],
      ["discount", -discount],
    ]);
  }

  private accrual(after: Day, date: Day, moved: Movements): readonly Entry[] {
    const span = `from ${longDate(after)} to ${longDate(date)}`;
    const unamortized = (day: Day) => this.carried?.unamortizedOn(day) ?? 0;
    const amortized = unamortized(after) - unamortized(date);
    return [
      entry(date, `Interest ${span}`, [
        ["accruedInterest", moved.interest],
        ["interest", -moved.interest],
      ]),
      entry(date, `Amortization by the interest method ${span}`, [
        ["discount", amortized],
        ["interest", -amortized],
      ]),
    ];
  }

  private isScheduled(date: Day): boolean {
    return this.loan.account("stated").lines.dates.includes(date);
  }

  private paymentMemo(date: Day): string {
    if (this.loan.ledger !== null) return "Payment received";
    const isExtra = this.loan.terms.events.extraPayments.some((payment) => payment.date === date);
    const isScheduled = this.isScheduled(date);
    if (!isExtra) return "Payment";
    return isScheduled ? "Payment and extra payment" : "Extra payment";
  }

  private forgivenessMemo(date: Day, { forgiven, earned }: Movements): string {
    const { stated, betweenDates } = this.loan.terms;
    if (earned === 0 || forgiven !== earned) return "Forgiveness";
    return this.isScheduled(date)
      ? withClause("Reduction earned by service", stated?.clause ?? "")
      : withClause("Share of the reduction earned by service", betweenDates.clause);
  }
}

/** Of what is paid or forgiven, what settles fees and interest. */
interface Taken {
  readonly fees: Units;
  readonly interest: Units;
}

/** Principal is what fees and interest leave of an amount; where they are more, they are added to it. */
function settlement(
  { date, memo }: { readonly date: Day; readonly memo: string },
  [role, amount]: readonly [AccountRole, Units],
  { fees, interest }: Taken,
): Entry {
  return entry(date, memo, [
    [role, amount],
    ["feesOwed", -fees],
    ["accruedInterest", -interest],
    ["loan", fees + interest - amount],
  ]);
}

function entry(date: Day, memo: string, postings: Entry["postings"]): Entry {
  return { date, memo, postings };
}

function withClause(words: string, clause: string): string {
  return clause === "" ? words : `${words} (${clause})`;
}
