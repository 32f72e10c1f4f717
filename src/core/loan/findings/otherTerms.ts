/**
 * Takes a loan, makes the other readings of its agreement that a careless eye may have taken, by the readings of a fit,
 * with the figures that follow. Law: a reading is proved when it makes more of the printed figures than the terms themselves do.
 */
import { periodsInYear } from "../../calendar/frequency";
import { exactly, fraction, isPositive, times, toNumber, type Fraction } from "../../number/fraction";
import { CENT, DOLLAR, type RoundingRule } from "../../number/roundingRule";
import { interestUnits } from "../account/interest";
import { scheduledBalances, type ScheduledBalances } from "../account/scheduledBalances";
import { orNoLoan } from "../fit/orNoLoan";
import { paymentLines, type PrintedSchedule } from "../fit/printedSchedule";
import { interestLines, rateIntervals } from "../fit/readings/accrual";
import { DAY_COUNT_READINGS, withInterest, withRounding } from "../fit/readings/readings";
import { reproduction } from "../fit/reproduction";
import { commonInterval, simplestRate } from "../fit/simplestRate";
import type { Loan } from "../loan";
import type { LoanSchedule } from "../schedule/loanSchedule";
import { loanSchedule } from "../schedule/schedule";
import type { StatedSchedule } from "../terms/agreement";
import type { LoanTerms } from "../terms/loanTerms";

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
  const own = reproduced(loan.terms, loan.schedule);
  return readings(loan)
    .flatMap(({ words, terms }) => {
      const schedule = orNoLoan(() => loanSchedule(terms));
      if (!schedule) return [];
      return [{ words, lines: scheduledBalances(schedule, "computed"), count: reproduced(terms, schedule) }];
    })
    .sort((a, b) => b.count - a.count)
    .map(({ words, lines, count }) => ({ words, lines, isProved: count > own }));
}

/** How many of the figures that an agreement prints its terms make, read as they are here. */
function reproduced({ stated }: LoanTerms, schedule: LoanSchedule): number {
  return stated ? reproduction(printedIn(stated), schedule).reproduced : 0;
}

function printedIn({ rows, rounding }: StatedSchedule): PrintedSchedule {
  return { rows, print: rounding ?? CENT };
}

interface Reading {
  readonly words: string;
  readonly terms: LoanTerms;
}

function readings(loan: Loan): readonly Reading[] {
  return [
    ...byPrincipal(loan),
    ...rateOfTotal(loan).map((rate) => atRate(loan, rate)),
    ...byDayCount(loan.terms),
    ...byRounding(loan.terms),
    ...byPrecision(loan.terms),
    ...byPayments(loan.terms),
    ...rateOfLines(loan).map((rate) => atRate(loan, rate)), // whatever else explains the interest comes first
  ];
}

function inWords(words: string, terms: LoanTerms): Reading {
  return { words, terms };
}

function byDayCount(terms: LoanTerms): readonly Reading[] {
  return DAY_COUNT_READINGS.filter((dayCount) => dayCount !== terms.interest.dayCount).map((dayCount) =>
    inWords(`Comes out by ${dayCount?.name ?? "equal periods"}`, withInterest(terms, { dayCount })),
  );
}

/** Printed figures are often rounded at every payment where the agreement does not say so, or the other way round. */
function byRounding(terms: LoanTerms): readonly Reading[] {
  const rule = terms.stated?.rounding ?? null;
  const by = (words: string, payment: RoundingRule | null, interest: RoundingRule | null) => ({
    words: `Comes out with ${words}`,
    terms: withRounding(terms, { payment, interest }),
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
    inWords("Comes out with the rate as a nominal one", withInterest(terms, { compounding: null })),
    inWords("Comes out with the rate as an effective one", withInterest(terms, { compounding: { months: 12 } })),
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

function atRate({ terms }: Loan, annualRate: Fraction): Reading {
  const percent = toNumber(times(annualRate, fraction(100)));
  return inWords(`Comes out at a rate of ${percent} %`, withInterest(terms, { annualRate }));
}

/** The simplest rate within the bounds that most lines set, as a fit finds it; none where a line is not a payment. */
function rateOfLines({ terms, schedule }: Loan): readonly Fraction[] {
  if (!terms.stated) return [];
  const printed = printedIn(terms.stated);
  const lines = paymentLines(printed, terms.principal);
  const isLineByLine =
    lines.length <= schedule.dates.length && lines.every(({ row }, at) => row.date === schedule.dates[at]);
  if (!isLineByLine) return [];
  const ofSchedule = { ...terms, dates: { ...terms.dates, count: schedule.dates.length } };
  const simple = simplestRate(
    commonInterval(rateIntervals(ofSchedule, terms.interest, interestLines(lines), printed.print.unit)),
  );
  return simple ? [simple.rate] : [];
}

/**
 * The round rate at which the printed interest, payments less what they take off the balance, accrues on the printed
 * balances.
 */
function rateOfTotal({ terms, schedule, account }: Loan): readonly Fraction[] {
  const stated = account("stated");
  const { lines } = stated;
  const interest = lines.totalPaid - (lines.balance(0) - lines.balance(lines.last));
  const own = interestUnits(stated, lines.date(0), lines.date(lines.last));
  const ratio = own < schedule.loan.scale.one ? NaN : interest / own;
  return roundNear(toNumber(terms.interest.annualRate) * ratio, [1 / 800, 1 / 10_000]);
}

/** Round numbers near a value: multiples of each unit; none where the value is not a sensible one. */
function roundNear(value: number, units: readonly number[]): readonly Fraction[] {
  if (!(value > 0 && value < 1e12)) return [];
  const near = units.map((unit) => Number((Math.round(value / unit) * unit).toPrecision(15)));
  return [...new Set(near)].map(exactly).filter(isPositive);
}
