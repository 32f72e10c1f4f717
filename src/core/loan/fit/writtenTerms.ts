/**
 * Takes terms, makes the rows of a loan sheet that say them. Law: read again, the rows make the schedule that the terms
 * make; what a silent sheet means is said all the same where practice differs, as of roundings and day counts.
 */
import type { Day } from "../../calendar/civilDate";
import type { Frequency } from "../../calendar/frequency";
import { compare, fraction, isZero, ONE, toNumber, type Fraction } from "../../number/fraction";
import type { RoundingRule } from "../../number/roundingRule";
import type { LoanTerms } from "../terms/loanTerms";
import { CHOICES, LOAN_FIELDS } from "../form/fields";

/** A term as a sheet writes it: by the label of its field. */
export interface WrittenTerm {
  readonly key: string;
  readonly label: string;
  readonly value: WrittenValue;
}

/** An amount in currency units, a rate as a fraction of a year, a day, a number, or words of the form. */
export type WrittenValue =
  | { readonly amount: Fraction }
  | { readonly rate: Fraction }
  | { readonly date: Day }
  | { readonly count: number }
  | { readonly words: string };

/** The terms that decide a schedule: dates, interest, repayment, rounding. What moves a balance besides is not written. */
export function writtenTerms(terms: LoanTerms): readonly WrittenTerm[] {
  const { interest, dates, payment, rounding } = terms;
  const values: Readonly<Record<string, WrittenValue | null>> = {
    principal: { amount: terms.principal },
    startDate: { date: terms.startDate },
    annualRate: { rate: interest.annualRate },
    compounding: interest.compounding && { words: frequencyWords(interest.compounding) },
    dayCount: { words: interest.dayCount?.name ?? "equal periods" },
    interestOn: interest.on === "original" ? { words: "flat" } : null,
    method: { words: wordOf(CHOICES.method, terms.method) },
    frequency: terms.method === "statedPayments" ? null : { words: frequencyWords(dates.frequency) },
    payments: dates.count === null ? null : { count: dates.count },
    firstPaymentDate: dates.firstDate === null ? null : { date: dates.firstDate },
    maturityDate: dates.maturityDate === null ? null : { date: dates.maturityDate },
    monthEnd: dates.endOfMonth ? { words: "yes" } : null,
    businessDays: dates.businessDays === "none" ? null : { words: wordOf(CHOICES.businessDays, dates.businessDays) },
    accrualDates: dates.accrual === "unadjusted" ? null : { words: wordOf(CHOICES.accrualDates, dates.accrual) },
    payment: payment.amount && { amount: payment.amount },
    amortizationMonths: payment.amortizationMonths === null ? null : { count: payment.amortizationMonths },
    paymentComputedOn: payment.computedOn === "dayCount" ? null : { words: "equal periods" },
    balloon: isZero(payment.balloon) ? null : { amount: payment.balloon },
    interestOnlyPayments: payment.interestOnlyPayments === 0 ? null : { count: payment.interestOnlyPayments },
    paymentRounding: { words: roundingWords(rounding.payment) },
    interestRounding: { words: roundingWords(rounding.interest) },
    balanceRounding: rounding.balance && { words: roundingWords(rounding.balance) },
    carryInterest: rounding.carriesInterest ? { words: "yes" } : null,
    residue: rounding.residue === "last" ? null : { words: wordOf(CHOICES.residue, rounding.residue) },
  };
  return LOAN_FIELDS.flatMap(({ key, label }) => {
    const value = values[key] ?? null;
    return value === null ? [] : [{ key, label, value }];
  });
}

/** The keys of the fields that {@link writtenTerms} writes where the terms say them. */
export const WRITTEN_KEYS: ReadonlySet<string> = new Set([
  "principal",
  "startDate",
  "annualRate",
  "rateKind",
  "compounding",
  "dayCount",
  "interestOn",
  "method",
  "frequency",
  "payments",
  "termMonths",
  "termYears",
  "firstPaymentDate",
  "maturityDate",
  "monthEnd",
  "businessDays",
  "accrualDates",
  "payment",
  "amortizationMonths",
  "amortizationYears",
  "paymentComputedOn",
  "balloon",
  "interestOnlyPayments",
  "paymentRounding",
  "interestRounding",
  "balanceRounding",
  "carryInterest",
  "residue",
]);

/** The first word of a choice that means a value. */
function wordOf<T>(choices: Readonly<Record<string, T>>, meaning: T): string {
  const found = Object.entries(choices).find(([, value]) => value === meaning);
  if (!found) throw new RangeError(`no word means ${String(meaning)}`);
  return found[0];
}

const FREQUENCY_WORDS: Readonly<Record<string, string>> = {
  "1 month": "monthly",
  "3 month": "quarterly",
  "6 month": "semiannual",
  "12 month": "annual",
  "1 day": "daily",
  "7 day": "weekly",
  "14 day": "biweekly",
};

/** A frequency in the words by which it is read. */
export function frequencyWords(frequency: Frequency): string {
  if ("monthDays" in frequency) return "semi-monthly";
  const [count, unit] = "months" in frequency ? [frequency.months, "month"] : [frequency.days, "day"];
  return FREQUENCY_WORDS[`${count} ${unit}`] ?? `every ${count} ${unit}s`;
}

const MODE_WORDS = { halfUp: "", halfEven: " half even", up: " up", down: " down" } as const;

/** A rounding in the words by which it is read: "cent", "dollar down", "none". */
export function roundingWords(rule: RoundingRule | null): string {
  if (rule === null) return "none";
  const { unit, mode } = rule;
  const isUnit = (known: Fraction) => compare(unit, known) === 0;
  const word = isUnit(ONE) ? "dollar" : isUnit(fraction(1, 100)) ? "cent" : plainDecimal(toNumber(unit));
  return `${word}${MODE_WORDS[mode]}`;
}

/** 0.000001, never 1e-6. */
function plainDecimal(value: number): string {
  return value.toFixed(12).replace(/0+$/, "");
}
