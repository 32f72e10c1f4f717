/**
 * Takes a loan, makes what it is carried at by the interest method. Law: in each line opening + interest − interest paid =
 * amortized cost, and less the principal paid it is the closing amount; the last amortized cost is what is due.
 */
import type { Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import type { Units } from "../amountScale";
import type { Loan } from "../loan";
import { CarriedAmounts } from "./carriedAmounts";

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
  /** The rate of the interest, by the year; where it moves with an index before the payment, the last. */
  readonly effectiveRate: Fraction;
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
 * IFRS 9 5.4.1): see {@link effectiveRate}. Where the rate follows an
 * index, {@link effectiveSpans} says how the effective rate does.
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
    effectiveRate: carried.annualRateOn(date - 1),
  };
}
