/**
 * Takes a loan, makes what it is carried at by the interest method. Law: in each line opening + interest − interest paid =
 * amortized cost, and less the principal paid it is the closing amount; the last amortized cost is what is due.
 */
import type { Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import type { Fraction } from "../../number/fraction";
import { toStep, type Units } from "../amountScale";
import type { Loan } from "../loan";
import type { Books } from "./books";
import { effectiveInterest, type EffectiveInterest } from "./effectiveRate";
import { ScheduleBooks } from "./scheduleBooks";
import { grown, guardedUnits, unitsOfGuarded, type GuardedUnits } from "./presentValue";

/** A day on which something is paid on a loan. In currency units, to the cent. */
export interface AmortizedCostLine {
  /** The day of the payment. */
  readonly date: Day;
  /** What the loan was carried at after the payment before. */
  readonly opening: Fraction;
  /** At the effective rate. */
  readonly interest: Fraction;
  /** Of that, by the terms of the agreement. */
  readonly statedInterest: Fraction;
  /** The rest: what the discount, the costs and the fees add. */
  readonly amortization: Fraction;
  /** What of the payment is interest of the agreement; of a payment that is less, all of it. */
  readonly interestPaid: Fraction;
  /** Before any principal is paid. */
  readonly amortizedCost: Fraction;
  /** Less what is lent in addition. */
  readonly principalPaid: Fraction;
  /** What it is carried at after the payment. */
  readonly closing: Fraction;
}

/** A loan by the interest method, period by period, with the rate that makes it so (ASC 835-30-35-2). */
export interface AmortizedCostTable {
  /** What it was carried at on the day of the loan, in currency units. */
  readonly start: { readonly date: Day; readonly carried: Fraction };
  /** A line a day, ascending. */
  readonly lines: readonly AmortizedCostLine[];
}

/**
 * What a loan is carried at, payment by payment, at its effective rate (ASC 835-30-35-2, 835-30-45-1A, 310-20-35-18;
 * IFRS 9 5.4.1): see {@link effectiveInterest}.
 *
 * @throws CalculationError where there is no effective rate
 */
export function amortizedCost(loan: Loan): AmortizedCostTable {
  const carried = new CarriedAmounts(loan);
  const { books } = carried;
  const { lines } = loan.account("stated");
  const [startDate, endDate] = [books.startDate, lines.date(lines.last)];
  const days = books.daysBetween(startDate + 1, endDate);
  return {
    start: { date: startDate, carried: books.currency(carried.unitsOn(startDate)) },
    lines: days.map((day, index) => lineOf(carried, days[index - 1] ?? startDate, day)),
  };
}

function lineOf(carried: CarriedAmounts, after: Day, date: Day): AmortizedCostLine {
  const { books } = carried;
  const [opening, closing] = [carried.unitsOn(after), carried.unitsOn(date)];
  const moved = books.between(after, date);
  const settled = moved.paid - moved.fees + moved.forgiven;
  const interest = closing - opening - moved.advances + settled;
  const statedInterest = moved.interest + moved.difference;
  const due = books.standingOn(after).accruedInterest + statedInterest - books.standingOn(date).accruedInterest;
  const interestPaid = Math.min(due, settled);
  const amount = (units: Units) => books.currency(units);
  return {
    date,
    opening: amount(opening),
    interest: amount(interest),
    statedInterest: amount(statedInterest),
    amortization: amount(interest - statedInterest),
    interestPaid: amount(interestPaid),
    amortizedCost: amount(opening + interest - interestPaid),
    principalPaid: amount(settled - interestPaid - moved.advances),
    closing: amount(closing),
  };
}

/** What a loan is carried at on any day, and what of its principal and interest is still to be amortized. */
export class CarriedAmounts {
  /** Kept as if every payment and reduction were paid on its day: prepayments are not anticipated (ASC 310-20-35-26). */
  readonly books: Books;
  private readonly interest: EffectiveInterest;
  private readonly byPeriod: readonly GuardedUnits[];

  constructor(loan: Loan) {
    const { terms } = loan;
    this.books = new ScheduleBooks({ ...loan, terms: { ...terms, books: { ...terms.books, reductions: "paid" } } });
    this.interest = effectiveInterest(loan);
    const { values, start, annualRate } = this.interest;
    this.byPeriod = values.carried(start, annualRate);
  }

  /** What is carried at the end of a day, with interest to it at the effective rate, to the cent; none before the loan. */
  unitsOn(day: Day): Units {
    if (day < this.books.startDate) return 0;
    return toStep(unitsOfGuarded(this.on(day)), this.books.step);
  }

  /** What was given or received with a loan below the market: its principal less its present value at the start. */
  get imputed(): Units {
    const { values } = this.interest;
    const { marketRate } = values.loan.terms.carrying;
    const value = marketRate && values.atStart(marketRate);
    if (value === null) return 0;
    return this.books.standingOn(this.books.startDate).principal - this.books.posted(unitsOfGuarded(value));
  }

  /** Discount, costs and fees that are still to be amortized at the end of a day; a premium is negative. */
  unamortizedOn(day: Day): Units {
    return this.books.owedOn(day) - this.unitsOn(day);
  }

  private on(day: Day): GuardedUnits {
    const { values, annualRate } = this.interest;
    const { periods, rates } = values.loan.schedule.loan;
    const period = periodsEndedBy(values.loan, day);
    const opening = this.byPeriod[period] ?? 0n;
    const start = periods.start(period);
    if (period === periods.count || day <= start) return opening;
    const rate = (from: Day) => rates.part(period, from, day, annualRate);
    const paid = values.flowsIn(period).filter(({ within }) => within !== null && within <= day);
    return paid.reduce(
      (sum, { amount, within }) => sum - grown(guardedUnits(amount), rate(within ?? day)),
      grown(opening, rate(start)),
    );
  }
}

/** How many periods are paid by the end of a day. */
function periodsEndedBy({ schedule, account, terms }: Loan, day: Day): number {
  const { periods } = schedule.loan;
  const dates = terms.stated === null ? account("stated").lines.dates.subarray(1) : periods.bounds.subarray(1);
  return dueBy(dates, day);
}
