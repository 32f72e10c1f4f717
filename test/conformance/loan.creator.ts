import { addMonths, dayOfIsoDate } from "../../src/core/calendar/civilDate";
import { dayCountNamed } from "../../src/core/calendar/dayCounts";
import { DEFAULT_TERMS } from "../../src/core/loan/terms/defaultTerms";
import { loanSchedule } from "../../src/core/loan/schedule/schedule";
import type { AmortizationMethod, LoanTerms } from "../../src/core/loan/terms/loanTerms";
import type { RoundingRule } from "../../src/core/number/roundingRule";
import { exactly, fraction, type Fraction } from "../../src/core/number/fraction";
import { compareFigures, run, type CaseResult } from "./suite";

export interface CreatorCase {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

const CENT: RoundingRule = { unit: fraction(1, 100), mode: "halfUp" };
const METHODS: Readonly<Record<string, AmortizationMethod>> = {
  standard: "levelPayment",
  linear: "levelPrincipal",
  in_fine: "interestOnly",
  bullet: "bullet",
};
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, semester: 6, year: 12 };
const TITLE =
  /^(realistic_)?(standard|linear|in_fine|bullet)_(month|quarter|semester|year)_([\d.]+)_([\d.]+)_(\d+)_(\d+)_(\d{8})(?:_(\d{4}-\d{2}-\d{2}))?$/;

/** TYPE_PERIOD_AMOUNT_RATE_TERMS_DEFERRED_FIRSTDATE[_INTERESTSTART]; realistic: actual days, otherwise equal periods. */
export function creatorTerms(one: CreatorCase): LoanTerms {
  const [, realistic, type = "", period = "", amount, rate, count, deferred, date = "", interestStart] =
    TITLE.exec(one.title) ?? [];
  const months = MONTHS[period] ?? 1;
  const named = dayOfIsoDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) as number;
  const firstDate = interestStart ? addMonths(named, -12) : null;
  const stub = firstDate === null ? 0 : 1;
  return {
    ...DEFAULT_TERMS,
    name: one.id,
    principal: exactly(Number(amount)),
    // With actual days the date named is that of the first term, which began one period before.
    startDate: interestStart ? (dayOfIsoDate(interestStart) as number) : realistic ? addMonths(named, -months) : named,
    method: METHODS[type] as AmortizationMethod,
    interest: {
      ...DEFAULT_TERMS.interest,
      annualRate: annualRate(Number(rate) / 100, months, realistic !== undefined),
      dayCount: realistic ? dayCountNamed("dayCount", "ACT/ACT ISDA") : null,
    },
    dates: { ...DEFAULT_TERMS.dates, frequency: { months }, firstDate, count: Number(count) + stub },
    payment: { ...DEFAULT_TERMS.payment, interestOnlyPayments: Number(deferred) + stub },
    rounding: { ...DEFAULT_TERMS.rounding, interest: CENT, balance: CENT, carriesInterest: true },
  };
}

/** With equal periods the suite rounds the rate of a period to 9 decimals. */
function annualRate(rate: number, months: number, realistic: boolean): Fraction {
  if (realistic) return exactly(rate);
  return fraction(Math.round(((rate * months) / 12) * 1e9) * 12, months * 1e9);
}

/** Columns 3, 8 and 9 of a row: balance at its end, interest and capital of the term. */
export function runCreator(cases: readonly CreatorCase[]): CaseResult[] {
  return run(cases, (one) => {
    const terms = creatorTerms(one);
    const { loan, openings, interests, payments, closings } = loanSchedule(terms);
    if (closings.length !== one.rows.length) return `found ${closings.length} terms, expected ${one.rows.length}`;
    const bullet = terms.method === "bullet";
    for (const [index, row] of one.rows.entries()) {
      const units = 10 ** loan.scale.decimals;
      const interest = (interests[index] as number) / units;
      const capital = ((openings[index] as number) - (closings[index] as number)) / units;
      const expected = {
        balance: Number(row[3]),
        interest: Number(row[8]),
        capital: Number(row[9]),
        paid: Number(row[12]),
      };
      const difference = bullet
        ? compareFigures(`term ${index + 1} paid`, (payments[index] as number) / units, expected.paid, 0.005)
        : (compareFigures(`term ${index + 1} interest`, interest, expected.interest, 0.005) ??
          compareFigures(`term ${index + 1} capital`, capital, expected.capital, 0.005) ??
          compareFigures(`term ${index + 1} balance`, (closings[index] as number) / units, expected.balance, 0.005));
      if (difference) return difference;
    }
    return null;
  });
}
