import fc from "fast-check";
import { dayCountNamed } from "../../src/core/calendar/dayCounts";
import type { Frequency } from "../../src/core/calendar/frequency";
import {
  FIGURE_KINDS,
  printedSchedule,
  type FigureKind,
  type PrintedSchedule,
} from "../../src/core/loan/fit/printedSchedule";
import { COMPOUNDING_READINGS, roundingReadings } from "../../src/core/loan/fit/readings/readings";
import { lineFigures } from "../../src/core/loan/fit/reproduction";
import { loanSchedule } from "../../src/core/loan/schedule/schedule";
import type { StatedRow } from "../../src/core/loan/terms/agreement";
import type { LoanTerms } from "../../src/core/loan/terms/loanTerms";
import { rounded } from "../../src/core/number/fraction";
import { CENT } from "../../src/core/number/roundingRule";
import { day, loanTerms } from "./loanTerms";

/** How a schedule is printed: which columns, with the day of the loan or not, and how many lines. */
export interface Print {
  readonly columns: readonly FigureKind[];
  readonly opening: boolean;
  readonly lines: number;
}

/** The schedule of terms as a bank prints it, to the cent. */
export function printOf(terms: LoanTerms, { columns, opening, lines }: Print): PrintedSchedule {
  const schedule = loanSchedule(terms);
  const { scale } = schedule.loan;
  const count = Math.min(lines, schedule.dates.length);
  const rows = Array.from({ length: count }, (_line, index): StatedRow => {
    const figures = lineFigures(schedule, index, index + 1);
    const printed = (kind: FigureKind) => (columns.includes(kind) ? rounded(scale.currency(figures[kind]), 2) : null);
    return {
      date: schedule.dates[index] ?? 0,
      reduction: printed("payment"),
      balance: printed("balance"),
      opening: printed("opening") ?? undefined,
      interest: printed("interest") ?? undefined,
      principal: printed("principal") ?? undefined,
    };
  });
  const first: StatedRow = { date: terms.startDate, reduction: null, balance: terms.principal };
  return printedSchedule(opening ? [first, ...rows] : rows);
}

const COLUMN_SETS: readonly (readonly FigureKind[])[] = [
  FIGURE_KINDS,
  ["payment", "interest", "principal", "balance"],
  ["payment", "interest", "balance"],
  ["interest", "principal", "balance"],
  ["payment", "balance"],
  ["payment", "interest", "principal"],
];

function tellsPrincipal(columns: readonly FigureKind[]): boolean {
  const has = (...kinds: readonly FigureKind[]) => kinds.every((kind) => columns.includes(kind));
  return has("opening") || has("balance", "principal") || has("balance", "payment", "interest");
}

/** Loans over all that a fit knows to vary, and the ways to print them. */
export const anyPrintedLoan = fc
  .record({
    principal: fc.integer({ min: 10_000, max: 900_000 }),
    eighths: fc.integer({ min: 8, max: 120 }),
    start: fc.integer({ min: day("1995-01-01"), max: day("2030-12-31") }),
    firstAfter: fc.option(fc.integer({ min: 16, max: 50 }), { freq: 4 }),
    dayCount: fc.constantFrom(null, "30/360", "ACT/365", "ACT/360", "ACT/ACT ISDA", "ACT/365.25", "30E/360"),
    compounding: fc.constantFrom(null, null, null, ...COMPOUNDING_READINGS),
    frequency: fc.constantFrom<Frequency>({ months: 1 }, { months: 1 }, { months: 3 }, { months: 12 }, { days: 14 }),
    method: fc.constantFrom<LoanTerms["method"]>("levelPayment", "levelPayment", "levelPrincipal", "interestOnly"),
    payments: fc.integer({ min: 4, max: 60 }),
    rounding: fc.constantFrom(...roundingReadings(CENT)),
    columns: fc.constantFrom(...COLUMN_SETS),
    opening: fc.boolean(),
    share: fc.constantFrom(1, 1, 1, 0.5),
  })
  .map((one) => {
    const terms = loanTerms({
      principal: one.principal,
      rate: one.eighths / 800,
      payments: one.payments,
      method: one.method,
      interest: {
        dayCount: one.dayCount === null ? null : dayCountNamed("dayCount", one.dayCount),
        compounding: one.compounding,
      },
      dates: { frequency: one.frequency, firstDate: one.firstAfter === null ? null : one.start + one.firstAfter },
      rounding: one.rounding,
    });
    const lines = Math.max(3, Math.ceil(one.payments * one.share));
    const opening = one.opening || !tellsPrincipal(one.columns);
    return { terms: { ...terms, startDate: one.start }, print: { columns: one.columns, opening, lines } };
  });
