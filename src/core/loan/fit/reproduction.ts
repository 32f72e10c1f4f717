/**
 * Takes a printed schedule and a computed one, tells which printed figures the computed one makes. Law: a figure is made
 * when the computed one, rounded to the unit of print, is the same; near is not the same.
 */
import { dueBy } from "../../calendar/dateSeries";
import type { Day } from "../../calendar/civilDate";
import { toStep, type AmountScale, type RoundingStep, type Units } from "../amountScale";
import { amountAt } from "../columns";
import type { LoanSchedule } from "../schedule/loanSchedule";
import { FIGURE_KINDS, printedFigureOf, type FigureKind, type PrintedSchedule } from "./printedSchedule";

/** How much of a printed schedule a computed one makes. */
export interface Reproduction {
  /** How many figures are printed. */
  readonly figures: number;
  readonly reproduced: number;
  /** The first that is not; null where all are. */
  readonly firstDifference: FigureDifference | null;
  /** More than zero where more of the computed figures are too high than too low; principal portions do not count. */
  readonly tilt: number;
}

/** A printed figure beside the computed one, in units of the loan's scale. */
export interface FigureDifference {
  /** The place of the line among the printed ones, from 0. */
  readonly line: number;
  readonly date: Day;
  readonly kind: FigureKind;
  readonly printed: Units;
  readonly computed: Units;
}

/** Whether every printed figure is made. */
export function makesEveryFigure({ figures, reproduced }: Reproduction): boolean {
  return reproduced === figures;
}

/** How much of a printed schedule a computed one makes. A printed line may be of several payments, or of one. */
export function reproduction(printed: PrintedSchedule, schedule: LoanSchedule): Reproduction {
  let figures = 0;
  let reproduced = 0;
  let tilt = 0;
  let firstDifference: FigureDifference | null = null;
  compareFigures(printed, schedule, (found) => {
    figures += 1;
    if (found.printed === found.computed) {
      reproduced += 1;
      return;
    }
    firstDifference ??= found;
    if (found.kind !== "principal") tilt += Math.sign(found.computed - found.printed);
  });
  return { figures, reproduced, firstDifference, tilt };
}

/** Every printed figure beside the computed one, line by line. */
export function compareFigures(
  printed: PrintedSchedule,
  schedule: LoanSchedule,
  each: (found: FigureDifference) => void,
): void {
  const { scale } = schedule.loan;
  const step = stepOfPrint(scale, printed);
  const columns = columnsOf(printed, scale);
  let paidBefore = 0;
  for (const [line, { date }] of printed.rows.entries()) {
    const paidUntil = dueBy(schedule.dates, date);
    const computed = lineFigures(schedule, paidBefore, paidUntil);
    for (const [kind, amounts] of columns) {
      const figure = amountAt(amounts, line);
      if (!Number.isNaN(figure)) each({ line, date, kind, printed: figure, computed: toStep(computed[kind], step) });
    }
    paidBefore = paidUntil;
  }
}

/** The unit of print in units of a loan; of a loan that is carried less finely, its own. */
export function stepOfPrint(scale: AmountScale, { print }: PrintedSchedule): RoundingStep {
  const { units, mode } = scale.step(print);
  return { units: Math.max(1, units), mode };
}

/** The figures of the periods from one on, until another, as one line prints them. */
export function lineFigures(schedule: LoanSchedule, from: number, until: number): Readonly<Record<FigureKind, Units>> {
  let payment = 0;
  let interest = 0;
  for (let index = from; index < until; index += 1) {
    payment += amountAt(schedule.payments, index);
    interest += amountAt(schedule.interests, index);
  }
  return {
    opening: balanceAfter(schedule, from),
    interest,
    payment,
    principal: payment - interest,
    balance: balanceAfter(schedule, until),
  };
}

function balanceAfter({ loan, closings }: LoanSchedule, payments: number): Units {
  return payments === 0 ? loan.principal : amountAt(closings, payments - 1);
}

type Columns = readonly (readonly [FigureKind, Float64Array])[];

/** The printed figures in units, NaN where there is none; made once for each scale. */
function columnsOf(printed: PrintedSchedule, scale: AmountScale): Columns {
  const byScale = columnsByScale.get(printed) ?? new Map<number, Columns>();
  const known = byScale.get(scale.decimals);
  if (known) return known;
  const columns = FIGURE_KINDS.map((kind) => {
    const figures = printed.rows.map((row) => printedFigureOf(row, kind));
    return [kind, Float64Array.from(figures, (figure) => (figure ? scale.units(figure) : NaN))] as const;
  }).filter(([, amounts]) => amounts.some((amount) => !Number.isNaN(amount)));
  columnsByScale.set(printed, byScale.set(scale.decimals, columns));
  return columns;
}

const columnsByScale = new WeakMap<PrintedSchedule, Map<number, Columns>>();
