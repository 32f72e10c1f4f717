/**
 * Takes a loan, makes what it is carried at on any day. Law: it is what is owed, less what of discount, costs and fees is
 * still to be amortized; at the end both are nothing.
 */
import type { Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import { toStep, type Units } from "../amountScale";
import type { Loan } from "../loan";
import type { Books } from "./books";
import { effectiveSpans, spanOn, type EffectiveSpans } from "./interestMethod/effectiveRate";
import { unitsOfGuarded } from "./interestMethod/presentValue";
import { ScheduleBooks } from "./scheduleBooks";

/** What a loan is carried at on any day, and what of its principal and interest is still to be amortized. */
export class CarriedAmounts {
  /** Kept as if every payment and reduction were paid on its day: prepayments are not anticipated (ASC 310-20-35-26). */
  readonly books: Books;
  private readonly spans: EffectiveSpans;
  /** By which amounts are amortized: those of the loan; where the index at inception settles it, of the loan known then. */
  private readonly amortizedBy: Books;

  constructor(private readonly loan: Loan) {
    this.books = paidBooks(loan);
    this.spans = effectiveSpans(loan);
    const [{ values }] = this.spans;
    const isSettledAtInception = loan.terms.carrying.index === "inception" && values.loan !== loan;
    this.amortizedBy = isSettledAtInception ? paidBooks(values.loan) : this.books;
  }

  /** What is carried at the end of a day, with interest to it, to the cent; none before the loan. */
  unitsOn(day: Day): Units {
    return this.books.owedOn(day) - this.unamortizedOn(day);
  }

  /** What was given or received with a loan below the market: its principal less its present value at the start. */
  get imputed(): Units {
    const [{ values }] = this.spans;
    const { marketRate } = this.loan.terms.carrying;
    const value = marketRate && values.atStart(marketRate);
    if (value === null) return 0;
    return this.books.standingOn(this.books.startDate).principal - this.books.posted(unitsOfGuarded(value));
  }

  /** Discount, costs and fees that are still to be amortized at the end of a day; a premium is negative. */
  unamortizedOn(day: Day): Units {
    if (day < this.books.startDate || (this.amortizedBy !== this.books && this.isRepaidBy(day))) return 0;
    const { balance, accrued } = spanOn(this.spans, day).positionOn(day);
    return this.amortizedBy.owedOn(day) - toStep(unitsOfGuarded(balance + accrued), this.books.step);
  }

  /** The effective rate in force on a day. */
  annualRateOn(day: Day): Fraction {
    return spanOn(this.spans, day).annualRate;
  }

  /** A loan that its payments repay before the one known at inception leaves nothing to amortize. */
  private isRepaidBy(day: Day): boolean {
    const { lines } = this.loan.account("stated");
    return day >= lines.date(lines.last);
  }
}

function paidBooks(loan: Loan): Books {
  const { terms } = loan;
  return new ScheduleBooks({ ...loan, terms: { ...terms, books: { ...terms.books, reductions: "paid" } } });
}
