/**
 * Takes a loan, makes the other readings of its agreement that a careless eye may have taken, with the figures that
 * follow. Law: a reading is proved when it makes more of the printed figures than the terms themselves do.
 */
import type { DayCount } from "../../calendar/dayCount";
import { DAY_COUNTS } from "../../calendar/dayCounts";
import { periodsInYear } from "../../calendar/frequency";
import { CalculationError } from "../../errors";
import { exactly, fraction, isPositive, times, toNumber, type Fraction } from "../../number/fraction";
import { DOLLAR, type RoundingRule } from "../../number/roundingRule";
import { interestUnits } from "../account/interest";
import { scheduledBalances, type ScheduledBalances } from "../account/scheduledBalances";
import type { Loan } from "../loan";
import { loanSchedule } from "../schedule/schedule";
import type { InterestTerms, LoanTerms } from "../terms/loanTerms";

/** Other terms of an agreement: what is read otherwise, in words, and the lines that follow. */
export interface OtherTerms {
  readonly words: string;
  readonly lines: ScheduledBalances;
  /** They reproduce more of the printed figures than the terms themselves do. */
  readonly isProved: boolean;
}

/** Loans of more payments than this are not read otherwise: it would keep a workbook waiting. */
export const MAX_TRIED = 600;

/** The other terms of an agreement, those first that reproduce most of its printed figures; worked out once a loan. */
export function otherTerms(loan: Loan): readonly OtherTerms[] {
  const known = otherTermsOf.get(loan);
  if (known) return known;
  const found = loan.schedule.loan.periods.count > MAX_TRIED ? [] : ranked(loan);
  otherTermsOf.set(loan, found);
  return found;
}

const otherTermsOf = new WeakMap<Loan, readonly OtherTerms[]>();

function ranked(loan: Loan): readonly OtherTerms[] {
  const own = reproduced(loan, loan.account("computed").lines);
  return readings(loan)
    .flatMap(({ words, terms }) => {
      const lines = orNoLoan(() => scheduledBalances(loanSchedule(terms), "computed"));
      return lines ? [{ words, lines, count: reproduced(loan, lines) }] : [];
    })
    .sort((a, b) => b.count - a.count)
    .map(({ words, lines, count }) => ({ words, lines, isProved: count > own }));
}

/** How many of the figures that the schedule prints some lines make. */
function reproduced({ terms, account }: Loan, lines: ScheduledBalances): number {
  const printed = account("stated").lines;
  return (terms.stated?.rows ?? []).reduce((count, { balance, reduction }, line) => {
    const hasBalance = balance !== null && lines.balance(line) === printed.balance(line);
    const hasReduction = reduction !== null && lines.payment(line) === printed.payment(line);
    return count + (hasBalance ? 1 : 0) + (hasReduction ? 1 : 0);
  }, 0);
}

/** null where other terms make no loan. */
export function orNoLoan<T>(made: () => T): T | null {
  try {
    return made();
  } catch (error) {
    if (error instanceof CalculationError) return null;
    throw error;
  }
}

interface Reading {
  readonly words: string;
  readonly terms: LoanTerms;
}

function readings(loan: Loan): readonly Reading[] {
  return [
    ...byPrincipal(loan),
    ...byRate(loan),
    ...byDayCount(loan.terms),
    ...byRounding(loan.terms),
    ...byPrecision(loan.terms),
    ...byPayments(loan.terms),
  ];
}

function withInterest(terms: LoanTerms, words: string, interest: Partial<InterestTerms>): Reading {
  return { words, terms: { ...terms, interest: { ...terms.interest, ...interest } } };
}

function byDayCount(terms: LoanTerms): readonly Reading[] {
  const by = (name: string, dayCount: DayCount | null) => withInterest(terms, `Comes out by ${name}`, { dayCount });
  const named = DAY_COUNTS.map((dayCount) => by(dayCount.name, dayCount));
  return terms.interest.dayCount === null ? named : [by("equal periods", null), ...named];
}

/** Printed figures are often rounded at every payment where the agreement does not say so, or the other way round. */
function byRounding(terms: LoanTerms): readonly Reading[] {
  const rule = terms.stated?.rounding ?? null;
  const by = (words: string, payment: RoundingRule | null, interest: RoundingRule | null) => ({
    words: `Comes out with ${words}`,
    terms: { ...terms, rounding: { ...terms.rounding, payment, interest } },
  });
  return [
    by("payments and interest rounded as printed", rule, rule),
    by("payments rounded as printed", rule, null),
    by("neither payments nor interest rounded", null, null),
  ];
}

/** Whole dollars are printed where the agreement does not say to what its schedule is rounded. */
function byPrecision(terms: LoanTerms): readonly Reading[] {
  if (!terms.stated) return [];
  const stated = { ...terms.stated, rounding: DOLLAR };
  const words = "Comes out printed to the dollar (Schedule rounding)";
  const unrounded = { ...terms.rounding, payment: null, interest: null };
  return [
    { words, terms: { ...terms, stated } },
    { words: `${words}, nothing else rounded`, terms: { ...terms, stated, rounding: unrounded } },
  ];
}

function byPayments(terms: LoanTerms): readonly Reading[] {
  const { dates } = terms;
  const inAdvance = {
    words: "Comes out with payments in advance",
    terms: { ...terms, dates: { ...dates, firstDate: terms.startDate } },
  };
  return [
    inAdvance,
    withInterest(terms, "Comes out with the rate as a nominal one", { compounding: null }),
    withInterest(terms, "Comes out with the rate as an effective one", { compounding: { months: 12 } }),
    ...yearly(terms),
  ];
}

/** Of payments that come to whole years. */
function yearly(terms: LoanTerms): readonly Reading[] {
  const { frequency, count } = terms.dates;
  const years = count !== null ? count / (periodsInYear(frequency) ?? NaN) : NaN;
  if (!Number.isInteger(years)) return [];
  const dates = { ...terms.dates, frequency: { months: 12 }, count: years };
  return [{ words: "Comes out with one payment a year", terms: { ...terms, dates } }];
}

/** Another principal that the agreement states, or the round one that the first printed reduction follows from. */
function byPrincipal({ terms, schedule, account }: Loan): readonly Reading[] {
  const { scale } = schedule.loan;
  const others = terms.figures.flatMap(({ equals, amount }) => (equals === "principal" && amount ? [amount] : []));
  const printed = terms.stated?.rows[1]?.reduction ?? null;
  const ratio = printed ? scale.units(printed) / account("computed").lines.firstPayment : NaN;
  const implied = roundNear(toNumber(terms.principal) * ratio, [1, 100, 1_000]);
  return [
    ...others.map((principal) => ({
      words: "Follows from the other principal that the agreement states",
      terms: { ...terms, principal },
    })),
    ...implied.map((principal) => ({
      words: `Follows from a principal of ${scale.text(scale.units(principal))}`,
      terms: { ...terms, principal },
    })),
  ];
}

/**
 * The round rate at which the printed interest, payments less what they take off the balance, accrues on the printed
 * balances.
 */
function byRate({ terms, schedule, account }: Loan): readonly Reading[] {
  const stated = account("stated");
  const { lines } = stated;
  const interest = lines.totalPaid - (lines.balance(0) - lines.balance(lines.last));
  const own = interestUnits(stated, lines.date(0), lines.date(lines.last));
  const ratio = own < schedule.loan.scale.one ? NaN : interest / own;
  const implied = roundNear(toNumber(terms.interest.annualRate) * ratio, [1 / 800, 1 / 10_000]);
  return implied.map((annualRate) => {
    const percent = toNumber(times(annualRate, fraction(100)));
    return withInterest(terms, `Comes out at a rate of ${percent} %`, { annualRate });
  });
}

/** Round numbers near a value: multiples of each unit; none where the value is not a sensible one. */
function roundNear(value: number, units: readonly number[]): readonly Fraction[] {
  if (!(value > 0 && value < 1e12)) return [];
  const near = units.map((unit) => Number((Math.round(value / unit) * unit).toPrecision(15)));
  return [...new Set(near)].map(exactly).filter(isPositive);
}
