/**
 * The readings that an agreement leaves open, as data: how days count, how the quoted rate compounds, what is rounded.
 * Law: the usual ones come first, and of two that make the same schedule the first is named.
 */
import type { DayCount } from "../../../calendar/dayCount";
import { DAY_COUNTS, dayCountNamed } from "../../../calendar/dayCounts";
import type { Frequency } from "../../../calendar/frequency";
import { CENT, DOLLAR, type RoundingRule } from "../../../number/roundingRule";
import type { Rounding } from "../../../number/rounding";
import type { InterestTerms, LoanTerms, RoundingTerms } from "../../terms/loanTerms";

const USUAL_DAY_COUNTS = ["30/360", "ACT/365", "ACT/360", "ACT/ACT ISDA"].map((name) =>
  dayCountNamed("dayCount", name),
);

/** Equal periods (null), and every named day count. */
export const DAY_COUNT_READINGS: readonly (DayCount | null)[] = [
  null,
  ...new Set([...USUAL_DAY_COUNTS, ...DAY_COUNTS]),
];

/** As often as interest is paid (null), and other ways to compound a quoted rate; by the year it is an effective one. */
export const COMPOUNDING_READINGS: readonly (Frequency | null)[] = [
  null,
  { months: 12 },
  { months: 6 },
  { months: 3 },
  { months: 1 },
  { days: 1 },
];

/** What is rounded, and how. */
export type RoundingReading = Pick<RoundingTerms, "payment" | "interest" | "balance" | "carriesInterest">;

/**
 * What may be rounded in a schedule that is printed to a unit: all to that unit, the payment or the interest alone,
 * neither; by other modes; the payment to the dollar; and balances, with what rounding took from the interest carried on.
 */
export function roundingReadings(print: RoundingRule): readonly RoundingReading[] {
  const to = (mode: Rounding): RoundingRule => ({ unit: print.unit, mode });
  const both = (payment: RoundingRule | null, interest: RoundingRule | null): RoundingReading => ({
    payment,
    interest,
    balance: null,
    carriesInterest: false,
  });
  const isCoarse = Number(print.unit.numerator) * 100 > Number(print.unit.denominator);
  const finer = isCoarse ? [both(CENT, CENT), both(CENT, null)] : [];
  const dollars = (["halfUp", "up", "down"] as const).map((mode) => both({ ...DOLLAR, mode }, to("halfUp")));
  return [
    both(to("halfUp"), to("halfUp")),
    ...finer,
    both(to("halfUp"), null),
    both(null, null),
    both(null, to("halfUp")),
    both(to("up"), to("halfUp")),
    both(to("down"), to("halfUp")),
    both(to("halfEven"), to("halfEven")),
    both(to("halfUp"), to("down")),
    both(to("down"), to("down")),
    both(to("halfUp"), to("up")),
    ...dollars,
    both(to("up"), null),
    { payment: null, interest: to("halfUp"), balance: to("halfUp"), carriesInterest: true },
    { payment: to("halfUp"), interest: to("halfUp"), balance: null, carriesInterest: true },
    { payment: to("halfUp"), interest: null, balance: to("halfUp"), carriesInterest: false },
  ];
}

/** Terms with another way to reckon interest. */
export function withInterest(terms: LoanTerms, interest: Partial<InterestTerms>): LoanTerms {
  return { ...terms, interest: { ...terms.interest, ...interest } };
}

/** Terms with other roundings. */
export function withRounding(terms: LoanTerms, rounding: Partial<RoundingTerms>): LoanTerms {
  return { ...terms, rounding: { ...terms.rounding, ...rounding } };
}
