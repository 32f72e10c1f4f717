import { serialOf, type Constant } from "../formula";
import { isError, outcome, refused, type Evaluate, type Outcome } from "../suite";
import { scheduleFormula, scheduleLines, type SheetRow } from "./loanSheet";

/** A schedule of the loan-creator suite, by what its file is named for. */
export interface CreatorCase {
  readonly id: string;
  readonly method: "standard" | "linear" | "in_fine" | "bullet";
  /** Interest on actual days; equal periods otherwise. */
  readonly actualDays?: boolean;
  readonly every: "month" | "quarter" | "semester" | "year";
  readonly principal: number;
  readonly percent: number;
  readonly terms: number;
  /** First terms of interest alone. */
  readonly deferred?: number;
  readonly date: string;
  /** Where interest runs from a day before the first whole term. */
  readonly interestFrom?: string;
  /** Of each term: interest, capital, balance after it, amount paid. */
  readonly lines: readonly (readonly [number, number, number, number])[];
}

const METHODS = { standard: "level payment", linear: "level principal", in_fine: "interest only", bullet: "bullet" };
const FREQUENCIES = { month: "monthly", quarter: "quarterly", semester: "semiannual", year: "annual" };
const MONTHS = { month: 1, quarter: 3, semester: 6, year: 12 };
const CENT = 0.005;

function sheetOf(one: CreatorCase): SheetRow[] {
  const stub = one.interestFrom === undefined ? 0 : 1;
  const interestOnly = (one.deferred ?? 0) + stub;
  return [
    ["Principal", one.principal],
    ["Start date", startOf(one)],
    ["Annual rate", annualRate(one)],
    ["Day count", one.actualDays ? "ACT/ACT ISDA" : undefined],
    ["Method", METHODS[one.method]],
    ["Payment frequency", FREQUENCIES[one.every]],
    ["Number of payments", one.terms + stub],
    ["First payment date", stub ? serialOf(monthsBefore(one.date, MONTHS[one.every])) : undefined],
    ["Interest-only payments", interestOnly > 0 ? interestOnly : undefined],
    ["Payment rounding", "none"],
    ["Interest rounding", "cent"],
    ["Balance rounding", "cent"],
    ["Carry interest rounding", "yes"],
  ];
}

/** What no line of a case prints: when it begins, how often it is paid, and what is lent. */
export function knownOf(one: CreatorCase): readonly (readonly Constant[])[] {
  const keys = ["Principal", "Start date", "Payment frequency", "First payment date"];
  const rows = sheetOf(one).filter(([label]) => keys.includes(String(label)));
  return rows.filter((row): row is readonly Constant[] => row.every((value) => value !== undefined));
}

/** With actual days the date named is that of the first term, which began one period before. */
function startOf({ date, interestFrom, actualDays, every }: CreatorCase): number {
  return serialOf(interestFrom ?? (actualDays ? monthsBefore(date, MONTHS[every]) : date));
}

/** Dates of the suite stand on days that every month has. */
function monthsBefore(isoDate: string, months: number): string {
  const date = new Date(isoDate);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

/** With equal periods the suite rounds the rate of a period to 9 decimals. */
function annualRate({ percent, every, actualDays }: CreatorCase): number {
  if (actualDays) return percent / 100;
  const periodRate = Math.round(((percent / 100) * MONTHS[every] * 1e9) / 12) / 1e9;
  return Number(((periodRate * 12) / MONTHS[every]).toPrecision(15));
}

export const runCreator =
  (evaluate: Evaluate) =>
  async (one: CreatorCase): Promise<Outcome> => {
    const formula = scheduleFormula(sheetOf(one));
    const answer = await evaluate(formula);
    if (isError(answer)) return refused(formula, answer);
    const found = scheduleLines(answer);
    const count = { what: "terms", found: found.length, expected: one.lines.length, tolerance: 0 };
    const figures = one.lines.flatMap(([interest, capital, balance, paid], index) => {
      const term = `term ${index + 1}`;
      const line = found[index];
      const of = (what: string, value: number | undefined, expected: number) => ({
        what: `${term} ${what}`,
        found: value ?? NaN,
        expected,
        tolerance: CENT,
      });
      // Of a bullet loan the suite prints interest only where it is paid.
      if (one.method === "bullet") return [of("paid", line?.payment, paid)];
      return [
        of("interest", line?.interest, interest),
        of("capital", line && line.opening - line.closing, capital),
        of("balance", line?.closing, balance),
      ];
    });
    return outcome(formula, [count, ...figures]);
  };
