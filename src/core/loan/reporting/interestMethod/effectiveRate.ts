/**
 * Takes a loan, tells its effective rate and what it is carried at by it. Law: what is carried on a day, grown at the rate
 * and less what is paid, comes to what is due in the end.
 */
import type { Day } from "../../../calendar/civilDate";
import { dueBy } from "../../../calendar/dateSeries";
import type { Fraction } from "../../../number/fraction";
import type { Loan } from "../../loan";
import { agreedPrice, initialCarryingAmount } from "./carryingAmount";
import { knownLoans } from "./knownLoans";
import { guarded, PresentValues, unguarded, type Position } from "./presentValue";
import { solvedRate } from "./solvedRate";

/** What a loan is carried at on a day, and the constant rate by which it is carried on from there. */
export class EffectiveSpan {
  private positions: readonly Position[] | null = null;

  constructor(
    readonly values: PresentValues,
    readonly start: Position,
    readonly annualRate: Fraction,
  ) {}

  /** What is carried at the end of a day, no earlier than that of the span. */
  positionOn(day: Day): Position {
    this.positions ??= this.values.onwards(this.start, this.annualRate);
    const { loan } = this.values;
    const period = Math.max(periodsEndedBy(loan, day), this.start.period);
    const position = this.positions[period - this.start.period] ?? this.start;
    const isOver = period === loan.schedule.loan.periods.count || day <= position.day;
    return isOver ? position : this.values.later(position, day, this.annualRate);
  }
}

/** How many periods are paid by the end of a day. */
function periodsEndedBy({ schedule, account, terms }: Loan, day: Day): number {
  const { periods } = schedule.loan;
  const dates = terms.stated === null ? account("stated").lines.dates.subarray(1) : periods.bounds.subarray(1);
  return dueBy(dates, day);
}

/** The spans of a loan by day; there is always one. */
export type EffectiveSpans = readonly [EffectiveSpan, ...EffectiveSpan[]];

/**
 * The effective interest rate a year when a loan begins (ASC 835-30-35-2, 310-20-35-18; IFRS 9 5.4.1 and Appendix A),
 * quoted as the loan quotes its own: a nominal rate compounds as often as it is paid, one with a compounding of its own as
 * that says. So it stands beside the annual rate of the agreement, and a loan at its principal, without costs or fees,
 * comes to that, as nearly as its rounded payments do. Later indexes are not known then: the first is taken to stay.
 *
 * @throws CalculationError `out-of-range` when nothing is left to carry; `not-available` when no rate from -98 % to
 * 9,800 % brings what is paid to what is carried
 */
export function effectiveInterest(loan: Loan): EffectiveSpan {
  const values = new PresentValues(knownLoans(loan)[0].loan);
  const start = values.startingAt(guarded(loan, initialCarryingAmount(loan.terms, priceOf(values))));
  const { marketRate } = loan.terms.carrying;
  const isMarket = marketRate !== null && values.atStart(marketRate) === start.balance;
  return new EffectiveSpan(values, start, isMarket ? marketRate : solvedRate(values, start));
}

/**
 * The spans of one effective rate. Of a rate that follows an index there is one from each day on which that moves: what is
 * paid from then on, by the index of that day, is discounted to what is carried on it (IFRS 9 B5.4.5; ASC 310-20-35-18(c),
 * the index as it changes over the life of the loan). Of any other there is one, and so where the index in effect at
 * inception settles it (310-20-35-18(c)).
 *
 * @throws CalculationError as {@link effectiveInterest} does
 */
export function effectiveSpans(loan: Loan): EffectiveSpans {
  const first = effectiveInterest(loan);
  const spans: [EffectiveSpan, ...EffectiveSpan[]] = [first];
  if (loan.terms.carrying.index === "inception") return spans;
  let span = first;
  for (const { from, loan: known } of knownLoans(loan).slice(1)) {
    const values = new PresentValues(known);
    const position = span.positionOn(from);
    span = new EffectiveSpan(values, position, solvedRate(values, position));
    spans.push(span);
  }
  return spans;
}

/** The span that a day lies in; the first of a day before the loan. */
export function spanOn(spans: EffectiveSpans, day: Day): EffectiveSpan {
  return spans.findLast(({ start }) => start.day <= day) ?? spans[0];
}

/**
 * The effective rate of a loan on a day, as a fraction of a year: of a rate that follows an index it is another from each
 * day on which that moves; see {@link effectiveInterest}.
 *
 * @param day null: that on which the loan begins
 * @throws CalculationError as {@link effectiveInterest} does; `not-available` before the loan begins
 */
export function effectiveRate(loan: Loan, day: Day | null = null): Fraction {
  if (day === null) return effectiveInterest(loan).annualRate;
  loan.account("stated").unitsOn(day); // refuses a day before the loan
  return spanOn(effectiveSpans(loan), day).annualRate;
}

/** Where interest is imputed, the present value at the market rate (ASC 835-30-25-10); else as agreed. */
function priceOf(values: PresentValues): Fraction {
  const { loan } = values;
  const { marketRate } = loan.terms.carrying;
  const value = marketRate && values.atStart(marketRate);
  return value === null ? agreedPrice(loan) : unguarded(loan, value);
}
