import { dayOf, dayOfIsoDate } from "../../src/core/calendar/civilDate";
import { dayCountNamed, yearFraction } from "../../src/core/calendar/dayCounts";
import { DEFAULT_TERMS } from "../../src/core/loan/terms/defaultTerms";
import { Annuity } from "../../src/core/loan/repayment/annuity";
import { loanSchedule } from "../../src/core/loan/schedule/schedule";
import { exactly, negated, ONE, times, toNumber, ZERO } from "../../src/core/number/fraction";
import { compareFigures, run, type CaseResult } from "./suite";

type Argument = number | boolean | string | null | { readonly date: string };

export interface ExcelCase {
  readonly id: string;
  readonly function: string;
  readonly args: readonly Argument[];
  /** null, or a word, where the function answers an error. */
  readonly expected: number | string | null;
}

/** A date, its text as 2008-01-31 or 1/31/2008, a serial of the 1900 system, or a blank, which is serial 0. */
function dayOfArgument(argument: Argument | undefined): number {
  if (argument && typeof argument === "object") return dayOfIsoDate(argument.date) as number;
  const [, month, dayOfMonth, year] = /^(\d+)\/(\d+)\/(\d+)$/.exec(String(argument)) ?? [];
  if (year) return dayOf(Number(year), Number(month), Number(dayOfMonth));
  return typeof argument === "string"
    ? (dayOfIsoDate(argument) as number)
    : dayOf(1899, 12, 30) + Math.floor(Number(argument ?? 0));
}

function dayCountAnswer({ function: name, args: [start, end, option] }: ExcelCase): number {
  const from = dayOfArgument(start);
  const to = dayOfArgument(end);
  if (name === "YEARFRAC") return toNumber(yearFraction(dayCountNamed("basis", Number(option ?? 0)), from, to));
  const european = option === true || (typeof option === "number" && option !== 0);
  return Number(yearFraction(dayCountNamed("method", european ? "30E/360" : "DAYS360"), from, to).numerator);
}

/** PMT: a payment, as Excel signs it, of a loan whose balloon is the future value owed. */
function payment([rate = 0, count = 0, presentValue = 0, futureValue = 0, inAdvance = 0]: readonly number[]): number {
  const periodRate = exactly(rate);
  const arrears = [{ count, rate: periodRate, weight: ONE }];
  const later = count > 1 ? [{ count: count - 1, rate: periodRate, weight: ONE }] : [];
  const advance = [{ count: 1, rate: ZERO, weight: ONE }, ...later, { count: 1, rate: periodRate, weight: ZERO }];
  return -toNumber(
    new Annuity(exactly(presentValue), inAdvance ? advance : arrears, negated(exactly(futureValue))).exact(),
  );
}

/**
 * FV: what is left when payments of another amount are made. One unit left over lowers the level payment by 1 / V, V
 * being the value of payments of one unit at the end; so a payment that differs leaves the difference times V.
 */
function futureValue([rate = 0, count = 0, paid = 0, presentValue = 0, inAdvance = 0]: readonly number[]): number {
  const value = 1 / payment([rate, count, 0, 1, inAdvance]);
  return (paid - payment([rate, count, presentValue, 0, inAdvance])) * value;
}

/** IPMT and PPMT of plans that save up, or pay in advance towards a last amount: interest on what is there before. */
function planPortions(rate: number, count: number, presentValue: number, target: number, inAdvance: number) {
  const paid = payment([rate, count, presentValue, target, inAdvance]);
  const before = (period: number) =>
    period === 0 ? -presentValue : futureValue([rate, period, paid, presentValue, inAdvance]);
  const interest = (period: number) => {
    if (!inAdvance) return before(period) * rate;
    return period === 0 ? 0 : (before(period - 1) - paid) * rate;
  };
  return { interest, principal: (period: number) => paid - interest(period) };
}

/** The schedule of the loan that IPMT, PPMT, CUMIPMT and CUMPRINC speak of. */
function portions(rate: number, count: number, presentValue: number, futureValue: number, inAdvance: number) {
  const { loan, interests, payments, openings } = loanSchedule({
    ...DEFAULT_TERMS,
    name: "loan",
    principal: exactly(presentValue),
    startDate: 0,
    interest: { ...DEFAULT_TERMS.interest, annualRate: times(exactly(rate), exactly(12)) },
    dates: { ...DEFAULT_TERMS.dates, count, firstDate: inAdvance ? 0 : null },
    payment: { ...DEFAULT_TERMS.payment, balloon: negated(exactly(futureValue)) },
  });
  const units = 10 ** loan.scale.decimals;
  const principal = (period: number) => {
    const paid = (payments[period] as number) - (interests[period] as number);
    return period === openings.length - 1 ? paid / units + futureValue : paid / units;
  };
  return {
    interest: (period: number) => -(interests[period] as number) / units,
    principal: (period: number) => -principal(period),
  };
}

function sumOf(first: number, last: number, portion: (period: number) => number): number {
  return Array.from({ length: last - first + 1 }, (_period, index) => portion(first + index - 1)).reduce(
    (sum, amount) => sum + amount,
    0,
  );
}

function loanAnswer({ function: name, args }: ExcelCase): number {
  const numbers = args.map((argument) => Number(argument ?? 0));
  if (name === "PMT") return payment(numbers);
  if (name === "FV") return futureValue(numbers);
  const [rate = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = numbers;
  const cumulative = name.startsWith("CUM");
  const isLoan = fourth > 0 && fifth <= 0 && (fifth === 0 || sixth === 0);
  const loan = cumulative
    ? portions(rate, second, third, 0, sixth)
    : (isLoan ? portions : planPortions)(rate, third, fourth, fifth, sixth);
  const portion = name === "IPMT" || name === "CUMIPMT" ? loan.interest : loan.principal;
  return cumulative ? sumOf(fourth, fifth, portion) : portion(second - 1);
}

export function runExcel(cases: readonly ExcelCase[]): CaseResult[] {
  return run(cases, (one) => {
    const isDayCount = one.function === "YEARFRAC" || one.function === "DAYS360";
    if (typeof one.expected !== "number") return "an error";
    const tolerance = isDayCount ? 1e-10 : Math.max(1e-6, Math.abs(one.expected) * 1e-9);
    return compareFigures(one.function, isDayCount ? dayCountAnswer(one) : loanAnswer(one), one.expected, tolerance);
  });
}

/** Why a case is none of a schedule's: null when it is one. */
export function notOfASchedule({ function: name, args, expected }: ExcelCase): string | null {
  if (typeof expected !== "number") return "an error of the spreadsheet function's own rules on arguments";
  return name === "PMT" && Number(args[1]) < 0 ? "a negative number of payments" : null;
}
