/**
 * Takes the terms on interest and the periods, gives the interest on one unit of balance over a period or part of it.
 * Law: a rate is an exact ratio, but for the power of one that compounds, which is correct to 24 decimals.
 */
import type { Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import type { DayCount } from "../../calendar/dayCount";
import { dayCountNamed, yearFraction } from "../../calendar/dayCounts";
import { periodsAfter, periodsInYear, yearFractionOf, type Frequency } from "../../calendar/frequency";
import {
  dividedBy,
  fraction,
  inLowestTerms,
  isZero,
  minus,
  ONE,
  plus,
  times,
  type Fraction,
} from "../../number/fraction";
import { growth } from "../../number/growth";
import type { LoanTerms } from "../terms/loanTerms";
import type { LoanPeriods } from "./loanPeriods";
import { regularFrequency, regularPeriod } from "./regularPeriods";

const BY_REGULAR_PERIOD = dayCountNamed("dayCount", "ACT/ACT ICMA");

/** The interest on one unit of balance, by period. Rates are fractions: 0.005 is half of one per cent. */
export class PeriodRates {
  private readonly changeDates: Int32Array;

  constructor(
    private readonly terms: LoanTerms,
    private readonly periods: LoanPeriods,
  ) {
    this.changeDates = Int32Array.from(terms.interest.rateChanges, ({ date }) => date);
  }

  /** The annual rate in force on a day. */
  annualOn(day: Day): Fraction {
    const { annualRate, rateChanges } = this.terms.interest;
    return rateChanges[dueBy(this.changeDates, day) - 1]?.annualRate ?? annualRate;
  }

  /** The days after one and before another on which the rate changes; ascending. */
  changesBetween(after: Day, before: Day): Int32Array {
    return this.changeDates.subarray(dueBy(this.changeDates, after), dueBy(this.changeDates, before - 1));
  }

  /** Over a whole period, at an annual rate, or at the one in force on its first day; see {@link part}. */
  whole(index: number, annualRate: Fraction = this.annualOn(this.periods.start(index))): Fraction {
    return this.part(index, this.periods.start(index), this.periods.end(index), annualRate);
  }

  /** Over a regular period of the payments, whatever the day count, at an annual rate. */
  regular(annualRate: Fraction): Fraction {
    const { compounding } = this.terms.interest;
    const part = yearFractionOf(this.terms.dates.frequency);
    return compounding === null ? times(annualRate, part) : grownRate(part, annualRate, compounding);
  }

  /**
   * Over part of a period, or the whole of it, at an annual rate; from a day, included, to another, excluded.
   *
   * The part of a year is by the day count, or, with equal periods, by the regular period: its days over the period's
   * days. A rate quoted with compounding of its own (an effective rate compounds once a year) grows over that part:
   * (1 + rate/m)^(m × part) − 1; any other is the rate × the part. Of a period that is not a regular one the agreement may
   * count whole periods and odd days.
   */
  part(index: number, from: Day, to: Day, annualRate: Fraction): Fraction {
    const { dayCount, compounding, oddDaysOver } = this.terms.interest;
    const isWhole = from === this.periods.start(index) && to === this.periods.end(index);
    const equal = dayCount === null && isWhole ? this.regularFrequency(index) : null;
    if (equal === null && oddDaysOver !== null) return this.withOddDays(from, to, { annualRate, oddDaysOver });
    const part = equal ? yearFractionOf(equal) : this.partOfYear(index, from, to);
    return compounding === null ? times(annualRate, part) : grownRate(inLowestTerms(part), annualRate, compounding);
  }

  /**
   * The same over one day of a period, where each of its days earns as much, so that {@link part} is that times the days;
   * null where the days differ or are not known to be alike, and of a loan without payments, which has no period.
   */
  perDay(index: number, annualRate: Fraction): Fraction | null {
    const { dayCount, compounding, oddDaysOver } = this.terms.interest;
    if (compounding !== null || oddDaysOver !== null || index >= this.periods.count) return null;
    if (dayCount !== null) return ratePerDay(annualRate, dayCount);
    const frequency = this.regularFrequency(index);
    if (frequency === null) return null;
    const days = this.periods.end(index) - this.periods.start(index);
    return times(annualRate, times(yearFractionOf(frequency), fraction(1, days)));
  }

  /**
   * As TValue has it: whole compound periods are counted back from the end, and the odd days before them earn the daily
   * rate: (1 + rate × days/365) × (1 + rate/m)^periods − 1.
   */
  private withOddDays(
    from: Day,
    to: Day,
    { annualRate, oddDaysOver }: { readonly annualRate: Fraction; readonly oddDaysOver: number },
  ): Fraction {
    const { interest, dates } = this.terms;
    const every = interest.compounding ?? dates.frequency;
    const before = (periods: number) => periodsAfter(to, every, -periods, dates.endOfMonth);
    let periods = 0;
    while (before(periods + 1) >= from) periods += 1;
    const ofDays = times(annualRate, fraction(before(periods) - from, oddDaysOver));
    if (periods === 0) return ofDays;
    const compounded = grownRate(times(fraction(periods), yearFractionOf(every)), annualRate, every);
    return minus(times(plus(ONE, ofDays), plus(ONE, compounded)), ONE);
  }

  /**
   * The index after the last of the periods, from one on, that are equal: of one rate, one payment and the same dues.
   */
  equalUntil(index: number): number {
    const { interest, payment } = this.terms;
    const { isDueTogether, columns, count } = this.periods;
    const last = count - 1;
    const areAlike =
      interest.dayCount === null && isZero(payment.yearlyGrowth) && isDueTogether && columns.isOneFrequency;
    return areAlike && index < last && this.regularFrequency(index) ? last : index + 1;
  }

  private regularFrequency(index: number): Frequency | null {
    return regularFrequency(this.terms.dates, this.periods, index);
  }

  private partOfYear(index: number, from: Day, to: Day): Fraction {
    const { interest, dates } = this.terms;
    const regular = regularPeriod(dates, this.periods, index);
    const { frequency } = regular;
    const perYear = periodsInYear(frequency);
    if (interest.dayCount === null && perYear === undefined) {
      return times(yearFractionOf(frequency), fraction(to - from, regular.end - regular.start));
    }
    return yearFraction(interest.dayCount ?? BY_REGULAR_PERIOD, from, to, {
      periodStart: regular.start,
      periodEnd: regular.end,
      frequency: perYear,
      maturity: dates.maturityDate ?? undefined,
    });
  }
}

/** An annual rate over one day, by a day count of which every day is the same part of a year; null by any other. */
export function ratePerDay(annualRate: Fraction, { yearDays }: DayCount): Fraction | null {
  return yearDays === undefined ? null : times(annualRate, fraction(1, yearDays));
}

/** The rate of a part of a year that compounds: remembered, since a loan has the same few parts again and again. */
function grownRate(part: Fraction, annualRate: Fraction, compounding: Frequency): Fraction {
  const key = `${part.numerator}/${part.denominator} ${JSON.stringify(compounding)}`;
  const remembered = grownRates.get(annualRate) ?? new Map<string, Fraction>();
  const kept = remembered.get(key);
  if (kept) return kept;
  const partCompounded = yearFractionOf(compounding);
  const base = plus(ONE, times(annualRate, partCompounded));
  const rate = minus(growth(base, dividedBy(part, partCompounded)), ONE);
  if (remembered.size < MAX_REMEMBERED) grownRates.set(annualRate, remembered.set(key, rate));
  return rate;
}

const MAX_REMEMBERED = 1_000;
const grownRates = new WeakMap<Fraction, Map<string, Fraction>>();
