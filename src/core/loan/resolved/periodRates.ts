import type { Day } from "../../calendar/civilDate";
import type { DayCount } from "../../calendar/dayCount";
import { DAY_COUNTS, yearFraction } from "../../calendar/dayCounts";
import { yearFractionOf, type Frequency } from "../../calendar/frequency";
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
import { endOf, startOf, type LoanPeriods } from "./loanPeriods";
import { regularFrequency, regularPeriod } from "./regularPeriods";
import type { InterestTerms, LoanTerms } from "../terms/loanTerms";

const BY_REGULAR_PERIOD = DAY_COUNTS.find(({ name }) => name === "ACT/ACT ICMA") as DayCount;

/** The interest on one unit of balance over a whole period, at an annual rate; see {@link partRate}. */
export function periodRate(terms: LoanTerms, periods: LoanPeriods, index: number, annualRate: Fraction): Fraction {
  return partRate(terms, periods, index, startOf(periods, index), endOf(periods, index), annualRate);
}

/**
 * The interest on one unit of balance over part of a period, or the whole of it, at an annual rate.
 *
 * The part of a year is by the day count, or, with equal periods, by the regular period: its days over the period's
 * days. A rate quoted with compounding of its own (an effective rate compounds once a year) grows over that part:
 * (1 + rate/m)^(m × part) − 1; any other is the rate × the part.
 */
export function partRate(
  terms: LoanTerms,
  periods: LoanPeriods,
  index: number,
  from: Day,
  to: Day,
  annualRate: Fraction,
): Fraction {
  const { dayCount, compounding } = terms.interest;
  const isWhole = from === startOf(periods, index) && to === endOf(periods, index);
  const equal = dayCount === null && isWhole ? regularFrequency(terms, periods, index) : null;
  const part = equal ? yearFractionOf(equal) : partOfYear(terms, periods, index, from, to);
  return compounding === null ? times(annualRate, part) : grownRate(inLowestTerms(part), annualRate, compounding);
}

/** The index after the last of the periods, from one on, that are equal: of one rate, one payment and the same dues. */
export function equalUntil(terms: LoanTerms, periods: LoanPeriods, index: number): number {
  const last = periods.count - 1;
  const isAlike =
    terms.interest.dayCount === null && isZero(terms.payment.yearlyGrowth) && periods.dues === null && periods.isEven;
  return isAlike && index < last && regularFrequency(terms, periods, index) ? last : index + 1;
}

/** The rate of a part of a year that compounds: kept, since a loan has the same few parts again and again. */
function grownRate(part: Fraction, annualRate: Fraction, compounding: Frequency): Fraction {
  const key = `${part.numerator}/${part.denominator} ${JSON.stringify(compounding)}`;
  const known = grownRates.get(annualRate) ?? new Map<string, Fraction>();
  const kept = known.get(key);
  if (kept) return kept;
  const partCompounded = yearFractionOf(compounding);
  const base = plus(ONE, times(annualRate, partCompounded));
  const rate = minus(growth(base, dividedBy(part, partCompounded)), ONE);
  if (known.size < MOST_KEPT) grownRates.set(annualRate, known.set(key, rate));
  return rate;
}

const MOST_KEPT = 1_000;
const grownRates = new WeakMap<Fraction, Map<string, Fraction>>();

function partOfYear(terms: LoanTerms, periods: LoanPeriods, index: number, from: Day, to: Day): Fraction {
  const { interest, dates } = terms;
  const regular = regularPeriod(terms, periods, index);
  const { frequency } = regular;
  const dividesYear = "months" in frequency && 12 % frequency.months === 0;
  if (interest.dayCount === null && !dividesYear) {
    return times(yearFractionOf(frequency), fraction(to - from, regular.end - regular.start));
  }
  const context = {
    periodStart: regular.start,
    periodEnd: regular.end,
    frequency: dividesYear ? 12 / frequency.months : undefined,
    maturity: dates.maturityDate ?? undefined,
  };
  return yearFraction(interest.dayCount ?? BY_REGULAR_PERIOD, from, to, context);
}

/** The annual rate in force on a day. */
export function rateOn({ annualRate, changes }: InterestTerms, day: Day): Fraction {
  return changes.findLast(({ date }) => date <= day)?.annualRate ?? annualRate;
}
