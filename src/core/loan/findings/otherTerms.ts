import { DAY_COUNTS } from "../../calendar/dayCounts";
import { CalculationError } from "../../errors";
import { exactly, fraction, isPositive, times, toNumber, type Fraction } from "../../number/fraction";
import type { RoundingRule } from "../../number/roundingRule";
import { inUnits, unitsPerCurrency, type Units } from "../amountScale";
import { interestBetween } from "../account/interest";
import type { Loan } from "../loan";
import { moneyText } from "../moneyText";
import { loanSchedule } from "../schedule/schedule";
import { statement, type Statement } from "../account/scheduledBalances";
import type { LoanTerms } from "../terms/loanTerms";

/** Another reading of an agreement: what it says otherwise, in words, and the figures that follow. */
export interface Alternative {
  readonly words: string;
  readonly statement: Statement;
  /** It reproduces more of the printed figures than the terms themselves do. */
  readonly isProved: boolean;
}

/** Loans of more payments than this are not read otherwise: it would keep a workbook waiting. */
export const MOST_TRIED = 600;

/** The other readings of an agreement, those first that reproduce most of its printed figures; worked out once a loan. */
export function alternatives(loan: Loan): readonly Alternative[] {
  const kept = known.get(loan);
  if (kept) return kept;
  const found = loan.schedule.periods.count > MOST_TRIED ? [] : ranked(loan);
  known.set(loan, found);
  return found;
}

const known = new WeakMap<Loan, readonly Alternative[]>();

function ranked(loan: Loan): readonly Alternative[] {
  const own = reproduced(loan, loan.lookup("computed").statement);
  return readings(loan)
    .flatMap(({ words, terms }) => {
      const made = statementOf(terms);
      return made ? [{ words, statement: made, count: reproduced(loan, made) }] : [];
    })
    .sort((a, b) => b.count - a.count)
    .map(({ words, statement, count }) => ({ words, statement, isProved: count > own }));
}

/** How many of the figures that the schedule prints a statement makes. */
function reproduced({ terms, lookup }: Loan, { balances, reductions }: Statement): number {
  const stated = lookup("stated").statement;
  return (terms.stated?.rows ?? []).reduce((count, { balance, reduction }, line) => {
    const hasBalance = balance !== null && balances[line] === stated.balances[line];
    const hasReduction = reduction !== null && reductions[line] === stated.reductions[line];
    return count + (hasBalance ? 1 : 0) + (hasReduction ? 1 : 0);
  }, 0);
}

/** null where other terms make no loan. */
function statementOf(terms: LoanTerms): Statement | null {
  return ifLoan(() => statement(terms, loanSchedule(terms), "computed"));
}

export function ifLoan<T>(made: () => T): T | null {
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
    ...byPayments(loan.terms),
  ];
}

function byDayCount(terms: LoanTerms): readonly Reading[] {
  const by = (name: string, dayCount: LoanTerms["interest"]["dayCount"]) => ({
    words: `Comes out by ${name}`,
    terms: { ...terms, interest: { ...terms.interest, dayCount } },
  });
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

function byPayments(terms: LoanTerms): readonly Reading[] {
  const { dates, interest } = terms;
  const inAdvance = {
    words: "Comes out with payments in advance",
    terms: { ...terms, dates: { ...dates, firstDate: terms.startDate } },
  };
  const nominal = {
    words: "Comes out with the rate as a nominal one",
    terms: { ...terms, interest: { ...interest, compounding: null } },
  };
  const effective = {
    words: "Comes out with the rate as an effective one",
    terms: { ...terms, interest: { ...interest, compounding: { months: 12 } } },
  };
  const months = "months" in dates.frequency && dates.count !== null ? dates.count * dates.frequency.months : NaN;
  if (months % 12 !== 0) return [inAdvance, nominal, effective];
  const yearly = { ...terms, dates: { ...dates, frequency: { months: 12 }, count: months / 12 } };
  return [inAdvance, nominal, effective, { words: "Comes out with one payment a year", terms: yearly }];
}

/** Another principal that the agreement states, or the round one that the first printed reduction follows from. */
function byPrincipal({ terms, lookup }: Loan): readonly Reading[] {
  const others = terms.figures.flatMap(({ equals, amount }) => (equals === "principal" && amount ? [amount] : []));
  const stated = terms.stated?.rows[1]?.reduction ?? null;
  const computed = lookup("computed").statement;
  const scale = stated ? inUnits(stated, computed.decimals) / (computed.reductions[1] as number) : NaN;
  const implied = roundNear(toNumber(terms.principal) * scale, [1, 100, 1_000]);
  return [
    ...others.map((principal) => ({
      words: "Follows from the other principal that the agreement states",
      terms: { ...terms, principal },
    })),
    ...implied.map((principal) => ({
      words: `Follows from a principal of ${moneyText(inUnits(principal, computed.decimals), computed.decimals)}`,
      terms: { ...terms, principal },
    })),
  ];
}

/** The round rate at which the printed interest, payments less what they take off the balance, accrues on the printed balances. */
function byRate({ terms, lookup }: Loan): readonly Reading[] {
  const stated = lookup("stated");
  const { dates, balances, reductions, decimals } = stated.statement;
  const paid = reductions.reduce((sum, reduction) => sum + reduction, 0);
  const interest = paid - ((balances[0] ?? 0) - (balances.at(-1) ?? 0));
  const own = interestBetween(stated, dates[0] as number, dates.at(-1) as number);
  const implied = roundNear(toNumber(terms.interest.annualRate) * ratio(interest, own, decimals), [
    1 / 800,
    1 / 10_000,
  ]);
  return implied.map((annualRate) => ({
    words: `Comes out at a rate of ${toNumber(times(annualRate, fraction(100)))} %`,
    terms: { ...terms, interest: { ...terms.interest, annualRate } },
  }));
}

function ratio(interest: Units, own: Units, decimals: number): number {
  return own < unitsPerCurrency(decimals) ? NaN : interest / own;
}

/** Round numbers near a value: multiples of each unit; none where the value is not a sensible one. */
function roundNear(value: number, units: readonly number[]): readonly Fraction[] {
  if (!(value > 0 && value < 1e12)) return [];
  const near = units.map((unit) => Number((Math.round(value / unit) * unit).toPrecision(15)));
  return [...new Set(near)].map(exactly).filter(isPositive);
}
