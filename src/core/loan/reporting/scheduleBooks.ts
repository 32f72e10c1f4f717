/** Takes a loan, keeps its books as if all were paid when it is due. Law: that of {@link Books}. */
import type { Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import { interestUnits } from "../account/interest";
import type { LoanAccount } from "../account/loanAccount";
import { sumBetween } from "../account/scheduledBalances";
import type { Units } from "../amountScale";
import type { Loan } from "../loan";
import { keepsInterestApart } from "../repayment/statedPayments";
import type { DatedAmount } from "../terms/loanTerms";
import { Books, NOTHING_STANDS, type Movements, type Standing } from "./books";

/**
 * The books of a loan by its schedule. The printed figures bind. Interest accrues by the day of a report as LOANINTEREST
 * has it; a fee is paid when it is charged.
 */
export class ScheduleBooks extends Books {
  private readonly account: LoanAccount;

  constructor(loan: Loan) {
    super(loan);
    this.account = loan.account("stated");
  }

  standingOn(day: Day): Standing {
    if (day < this.startDate) return NOTHING_STANDS;
    const { opening, changes } = this.account.unitsOn(day);
    return {
      principal: this.posted(opening + changes) - this.earnedShare(day),
      accruedInterest: this.posted(this.accruedInterest(day)),
      fees: 0,
    };
  }

  between(after: Day, until: Day): Movements {
    const { events } = this.terms;
    const sumOf = (amounts: readonly DatedAmount[]) =>
      this.posted(sumBetween(amounts, this.account.loan.scale, after, until));
    const begins = after < this.startDate && until >= this.startDate;
    const advances =
      sumOf(events.advances) + (begins ? this.posted(this.account.loan.principal) + this.accruedAtStart : 0);
    const fees = sumOf(events.fees);
    const reductions = this.reductionsBetween(after, until);
    const isService = this.terms.books.reductions === "forgiven";
    const paid = sumOf(events.extraPayments) + fees + (isService ? 0 : reductions);
    const earned = isService ? reductions + this.earnedShare(until) - this.earnedShare(after) : 0;
    const forgiven = sumOf(events.forgiveness) + earned;
    const difference = this.differencesBetween(after, until);
    const interest = this.owedOn(until) - this.owedOn(after) - advances - fees + paid + forgiven - difference;
    return { advances, interest, fees, paid, forgiven, earned, difference };
  }

  daysBetween(from: Day, to: Day): readonly Day[] {
    const { advances, extraPayments, forgiveness, fees } = this.terms.events;
    const dated = [advances, extraPayments, forgiveness, fees].flat().map(({ date }) => date);
    const days = new Set([...this.account.lines.dates, ...dated]);
    return [...days].filter((day) => day >= from && day <= to).sort((a, b) => a - b);
  }

  /** What the schedule has paid or reduced. */
  private reductionsBetween(after: Day, until: Day): Units {
    const { lines } = this.account;
    let total = 0;
    for (let line = this.lineAfter(after); line <= lines.last && lines.date(line) <= until; line += 1) {
      total += this.posted(lines.payment(line));
    }
    return total;
  }

  /** The share of the next reduction that service has earned by the end of a day. */
  private earnedShare(day: Day): Units {
    const isEarned = this.terms.books.reductions === "forgiven" && day >= this.startDate;
    return isEarned ? this.posted(this.account.unitsOn(day).share) : 0;
  }

  /** Interest since it last fell due. */
  private accruedInterest(day: Day): Units {
    const { lines } = this.account;
    if (this.account.isOver(dueBy(lines.dates, day) - 1)) return 0;
    const line = this.lineLastDue(day);
    const due = lines.date(line);
    const atStart = line === 0 ? this.accruedAtStart : 0;
    return atStart + this.keptApart(line) + (day === due ? 0 : interestUnits(this.account, due, day));
  }

  /** Interest that printed payments have left unpaid up to a line, owed beside the balance. */
  private keptApart(line: number): Units {
    return keepsInterestApart(this.terms) ? this.account.lines.undueInterest(line) : 0;
  }

  /** The last line by a day on which interest falls due: each line that is printed; of a schedule, as it says. */
  private lineLastDue(day: Day): number {
    const { lines, loan } = this.account;
    let line = dueBy(lines.dates, day) - 1;
    while (this.terms.stated === null && line > 0 && !loan.periods.isInterestDue(line - 1)) line -= 1;
    return line;
  }

  private differencesBetween(after: Day, until: Day): Units {
    if (this.terms.stated === null) return 0;
    const { lines } = this.account;
    let total = after < this.startDate && until >= this.startDate ? this.openingDifference() : 0;
    for (let line = this.lineAfter(after); line <= lines.last && lines.date(line) <= until; line += 1) {
      total += this.lineDifference(line);
    }
    return total;
  }

  /** What a printed opening line departs by from what was lent. */
  private openingDifference(): Units {
    return this.posted(this.account.lines.balance(0)) - this.posted(this.account.loan.principal);
  }

  /** What a line departs by from the line before, what moved since and the interest of the terms. */
  private lineDifference(line: number): Units {
    const { lines, loan } = this.account;
    const [after, until] = [lines.date(line - 1), lines.date(line)];
    const { advances, extraPayments, forgiveness } = this.terms.events;
    const sumOf = (amounts: readonly DatedAmount[]) => this.posted(sumBetween(amounts, loan.scale, after, until));
    const moved = sumOf(advances) - sumOf(extraPayments) - sumOf(forgiveness) - this.posted(lines.payment(line));
    const interest = this.posted(interestUnits(this.account, after, until));
    const apart = this.posted(this.keptApart(line)) - this.posted(this.keptApart(line - 1));
    return this.posted(lines.balance(line)) - this.posted(lines.balance(line - 1)) - moved - interest + apart;
  }

  /** The first line after a day, on which something may be paid. */
  private lineAfter(day: Day): number {
    return Math.max(1, dueBy(this.account.lines.dates, day));
  }
}
