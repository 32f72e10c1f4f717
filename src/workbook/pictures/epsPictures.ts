import { civilDate, isoDate, longDate, MONTH_NAMES } from "../../core/calendar/civilDate";
import { reasonFor } from "../../core/eps/dilution";
import { describePeriod, type PeriodFigures } from "../../core/eps/periods/period";
import { epsStatement } from "../../core/eps/periods/statement";
import { lineOf } from "../../core/eps/securities/security";
import { rounded, toNumber, type Fraction } from "../../core/number/fraction";
import { serialOf } from "../../functions/cells/arguments";
import type { FiledFigure } from "../eps/filed";
import type { ColumnsPicture, PictureSeries, PictureStep, WaterfallPicture } from "./picture";

/** Decimals of earnings per share in a picture, as statements print them. */
const DECIMALS = 2;
/** Decimals of its steps, which are smaller than a cent. */
const STEP_DECIMALS = 4;

/** Basic and diluted earnings per share of every period as long as the shortest, and what was filed for it. */
export function epsByPeriod(all: readonly PeriodFigures[], filed: readonly FiledFigure[]): ColumnsPicture {
  const periods = periodsToDraw(all);
  const statements = periods.map(epsStatement);
  const printed = (key: string) => periods.map((period) => filedFor(filed, period, key));
  const computed: PictureSeries[] = [
    { name: "Basic", figures: statements.map(({ basic }) => figure(basic.net, DECIMALS)) },
    { name: "Diluted", figures: statements.map(({ diluted }) => figure(diluted.net, DECIMALS)) },
  ];
  const asFiled: PictureSeries[] = [
    { name: "Basic, as filed", figures: printed("basic.eps"), over: 0 },
    { name: "Diluted, as filed", figures: printed("diluted.eps"), over: 1 },
  ];
  return {
    kind: "columns",
    title: `Earnings per share by ${LENGTHS[periods[0]?.months ?? 0] ?? "period"}`,
    decimals: DECIMALS,
    labelsAre: "Period ended",
    isStacked: false,
    labels: periods.map(({ end }) => monthOf(end)),
    series: [...computed, ...asFiled.filter(({ figures }) => figures.some((one) => one !== null))],
  };
}

const LENGTHS: Readonly<Record<number, string>> = { 1: "month", 3: "quarter", 6: "half-year", 12: "year" };

function filedFor(filed: readonly FiledFigure[], { end, months }: PeriodFigures, key: string): number | null {
  const found = filed.find((one) => one.key === key && one.months === months && one.periodEnd === serialOf(end));
  return typeof found?.printed === "number" ? found.printed : null;
}

/** The periods that a picture by period shows, in order: those of the shortest length, once their figures are known. */
export function periodsToDraw(all: readonly PeriodFigures[]): readonly PeriodFigures[] {
  const known = all.filter(({ pending }) => !pending);
  const shortest = Math.min(...known.map(({ months }) => months));
  return known.filter(({ months }) => months === shortest).sort((a, b) => a.end - b.end);
}

function monthOf(end: number): string {
  const { year, month } = civilDate(end);
  return `${MONTH_NAMES[month - 1]?.slice(0, 3) ?? ""} ${year}`;
}

/** From basic to diluted earnings per share of a period, a step for each issue in the order of the sequence. */
export function dilutionSteps(period: PeriodFigures): WaterfallPicture {
  const { basic, diluted, sequence } = epsStatement(period);
  const steps = sequence.map((step): PictureStep => {
    const from = figure(step.epsBefore, STEP_DECIMALS);
    return {
      label: step.issue.terms.label || lineOf(step.issue.terms),
      from,
      to: step.dilutive ? figure(step.epsIfIncluded, STEP_DECIMALS) : from,
      note: reasonFor(step),
      is: step.dilutive ? "step" : "left out",
    };
  });
  const { continuing } = basic;
  return {
    kind: "waterfall",
    title: `From basic to diluted, ${periodWords(period)}`,
    name: "Per share",
    decimals: STEP_DECIMALS,
    labelsAre: "Step",
    steps: [
      total("Basic", continuing, "income from continuing operations over the average shares"),
      ...steps,
      total("Diluted", diluted.continuing, sequence.length === 0 ? "no potential shares are in the table" : ""),
    ],
  };
}

/** 3 months to September 30, 2002 */
export function periodWords(period: PeriodFigures): string {
  return describePeriod(period).replace(isoDate(period.end), longDate(period.end));
}

function total(label: string, eps: Fraction, note: string): PictureStep {
  return { label, from: 0, to: figure(eps, STEP_DECIMALS), note, is: "total" };
}

function figure(eps: Fraction, decimals: number): number {
  return toNumber(rounded(eps, decimals));
}
