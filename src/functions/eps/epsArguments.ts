import { choiceOf, isBlank, optional, readNumber, readPositive, readWhole, type Given } from "../../core/given";
import { requirePeriod, type WeightedPeriod, type Weighting } from "../../core/eps/timeOutstanding";
import type { Standard } from "../../core/eps/periods/period";
import { isoDate } from "../../core/calendar/civilDate";
import { CalculationError, inWords, type InWords } from "../../core/errors";
import { minus, ZERO, type Fraction } from "../../core/number/fraction";
import { givenCell, isEmpty, readDate, type Cell, type Range } from "../cells/arguments";

/** An income line of a period, and what decides which issues dilute it. */
export interface IncomeLine {
  readonly availableToCommon: Fraction;
  readonly weightedAverageShares: Fraction;
  readonly controlNumber: Fraction;
}

const MOST_DECIMALS = 12;

/** Decimals of a per-share figure; two where none are given. */
export function readDecimals(cell: Cell): number {
  const decimals = isBlank(cell) ? 2 : readWhole(givenCell("decimals", cell));
  if (decimals >= 0 && decimals <= MOST_DECIMALS) return decimals;
  throw new CalculationError("out-of-range", "decimals", `must be from 0 to ${MOST_DECIMALS}`, decimals);
}

type IncomeRanges = Readonly<Record<"income" | "shares" | "preferredDividends" | "controlNumber", Range | undefined>>;

/** The arguments of an income line with their readers. */
export function incomeColumns({ income, shares, preferredDividends, controlNumber }: IncomeRanges) {
  return {
    income: [income, readNumber],
    shares: [shares, readPositive],
    preferredDividends: [preferredDividends, optional(readNumber, ZERO)],
    controlNumber: [controlNumber, optional(readNumber, null)],
  } as const;
}

export function incomeLine(values: {
  readonly income: Fraction;
  readonly shares: Fraction;
  readonly preferredDividends: Fraction;
  readonly controlNumber: Fraction | null;
}): IncomeLine {
  const availableToCommon = minus(values.income, values.preferredDividends);
  return {
    availableToCommon,
    weightedAverageShares: values.shares,
    controlNumber: values.controlNumber ?? availableToCommon,
  };
}

/** A date as an error says it. */
export function dateWords(date: Given): InWords {
  return inWords(isoDate(readDate(date)));
}

/** How time outstanding is measured, by the words of the argument `weighting`. */
export const WEIGHTINGS: Readonly<Record<Weighting, Weighting>> = { days: "days", months: "months" };

/** By which standard, by the words of the argument `standard`. */
export const STANDARDS: Readonly<Record<Standard, Standard>> = { "US GAAP": "US GAAP", IFRS: "IFRS" };

export function readWeighting(cell: Cell, whenOmitted: Weighting): Weighting {
  return isEmpty(cell) ? whenOmitted : choiceOf(WEIGHTINGS)(givenCell("weighting", cell));
}

/** The period in which time outstanding is measured, by days where nothing is said. */
export function readPeriod(start: Cell, end: Cell, weighting: Cell): WeightedPeriod {
  return requirePeriod({
    start: readDate(givenCell("start", start)),
    end: readDate(givenCell("end", end)),
    weighting: readWeighting(weighting, "days"),
  });
}

/** The same; undefined where its start and end are both left out. A weighting is read all the same. */
export function readPeriodIfGiven(start: Cell, end: Cell, weighting: Cell): WeightedPeriod | undefined {
  if (!isEmpty(start) || !isEmpty(end)) return readPeriod(start, end, weighting);
  readWeighting(weighting, "days");
  return undefined;
}
