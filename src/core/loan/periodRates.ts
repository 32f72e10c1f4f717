import type { Day } from "../calendar/civilDate";
import { DAY_COUNTS, yearFraction, type DayCount } from "../calendar/dayCount";
import { yearFractionOf, type Frequency } from "../calendar/frequency";
import { dividedBy, fraction, minus, ONE, plus, times, type Fraction } from "../number/fraction";
import { growth } from "../number/growth";
import type { LoanPeriod } from "./periods";
import type { InterestTerms, LoanTerms } from "./terms";

const BY_REGULAR_PERIOD = DAY_COUNTS.find(({ name }) => name === "ACT/ACT ICMA") as DayCount;

/**
 * The interest on one unit of balance over part of a period, or the whole of it, at an annual rate.
 *
 * The part of a year is by the day count, or, with equal periods, by the regular period: its days over the period's
 * days. A rate quoted with compounding of its own (an effective rate compounds once a year) grows over that part:
 * (1 + rate/m)^(m × part) − 1; any other is the rate × the part.
 */
export function periodRate(terms: LoanTerms, period: LoanPeriod, from: Day, to: Day, annualRate: Fraction): Fraction {
  const { interest } = terms;
  if (!isEqualPeriod(interest, period, from, to)) return rateOver(partOfYear(terms, period, from, to), annualRate, interest.compounding);
  const { frequency } = period;
  const known = equalRates.get(annualRate);
  if (known && known.frequency === frequency && known.compounding === interest.compounding) return known.rate;
  const rate = rateOver(yearFractionOf(frequency), annualRate, interest.compounding);
  equalRates.set(annualRate, { frequency, compounding: interest.compounding, rate });
  return rate;
}

interface EqualRate {
  readonly frequency: Frequency;
  readonly compounding: Frequency | null;
  readonly rate: Fraction;
}

/** The rate of an equal period, by the annual rate: all the periods of a loan have it, and a compounded one takes long. */
const equalRates = new WeakMap<Fraction, EqualRate>();

function rateOver(part: Fraction, annualRate: Fraction, compounding: Frequency | null): Fraction {
  if (compounding === null) return times(annualRate, part);
  const partCompounded = yearFractionOf(compounding);
  const base = plus(ONE, times(annualRate, partCompounded));
  return minus(growth(base, dividedBy(part, partCompounded)), ONE);
}

/** A whole regular period of a loan without a day count: equal to every other. */
function isEqualPeriod({ dayCount }: InterestTerms, { start, end, regularStart, regularEnd }: LoanPeriod, from: Day, to: Day): boolean {
  return dayCount === null && from === start && to === end && regularStart === start && regularEnd === end;
}

function partOfYear({ interest, dates }: LoanTerms, period: LoanPeriod, from: Day, to: Day): Fraction {
  const { regularStart, regularEnd, frequency } = period;
  const dividesYear = "months" in frequency && 12 % frequency.months === 0;
  if (interest.dayCount === null && !dividesYear) {
    return times(yearFractionOf(frequency), fraction(to - from, regularEnd - regularStart));
  }
  const context = {
    periodStart: regularStart,
    periodEnd: regularEnd,
    frequency: dividesYear ? 12 / frequency.months : undefined,
    maturity: dates.maturityDate ?? undefined,
  };
  return yearFraction(interest.dayCount ?? BY_REGULAR_PERIOD, from, to, context);
}

/** The annual rate in force on a day. */
export function rateOn({ annualRate, changes }: InterestTerms, day: Day): Fraction {
  return changes.findLast(({ date }) => date <= day)?.annualRate ?? annualRate;
}
