import { requirePeriod, type WeightedPeriod, type Weighting } from "../../core/eps/timeOutstanding";
import type { Standard } from "../../core/eps/periods/yearToDate";
import { isoDate } from "../../core/calendar/civilDate";
import { CalculationError, inWords, type InWords } from "../../core/errors";
import { isNegative, isPositive, minus, ZERO, type Fraction } from "../../core/number/fraction";
import { isBlank, isEmpty, readChoice, readDate, readNumber, readWholeNumber, type Cell } from "../cells/arguments";
import type { Element } from "../cells/elementwise";

/** An income line of a period, and what decides which issues dilute it. */
export interface IncomeLine {
  readonly availableToCommon: Fraction;
  readonly weightedAverageShares: Fraction;
  readonly controlNumber: Fraction;
}

const MOST_DECIMALS = 12;

/** Decimals of a per-share figure; two where none are given. */
export function readDecimals(cell: Cell): number {
  const decimals = isBlank(cell) ? 2 : readWholeNumber("decimals", cell);
  if (decimals >= 0 && decimals <= MOST_DECIMALS) return decimals;
  throw new CalculationError("out-of-range", "decimals", `must be from 0 to ${MOST_DECIMALS}`, decimals);
}

export function readIncomeLine(row: Element<"income" | "shares" | "preferredDividends" | "controlNumber">): IncomeLine {
  const availableToCommon = minus(
    readNumber(row.income.name, row.income.cell),
    readOptional(row.preferredDividends, ZERO),
  );
  return {
    availableToCommon,
    weightedAverageShares: readPositive(row.shares.name, row.shares.cell),
    controlNumber: readOptional(row.controlNumber, availableToCommon),
  };
}

export function readOptional(
  { name, cell }: { readonly name: string; readonly cell: Cell },
  otherwise: Fraction,
): Fraction {
  return isBlank(cell) ? otherwise : readNumber(name, cell);
}

/** A count or a price: zero or more. */
export function readQuantity(name: string, cell: Cell): Fraction {
  const value = readNumber(name, cell);
  if (!isNegative(value)) return value;
  throw new CalculationError("out-of-range", name, "must be zero or more", cell);
}

/** What something is divided by: more than zero. */
export function readPositive(name: string, cell: Cell): Fraction {
  const value = readNumber(name, cell);
  if (isPositive(value)) return value;
  throw new CalculationError("out-of-range", name, "must be more than zero", cell);
}

/** A date as an error says it. */
export function dateWords(name: string, cell: Cell): InWords {
  return inWords(isoDate(readDate(name, cell)));
}

export const WEIGHTINGS: Readonly<Record<Weighting, Weighting>> = { days: "days", months: "months" };

export const STANDARDS: Readonly<Record<Standard, Standard>> = { "US GAAP": "US GAAP", IFRS: "IFRS" };

export function readWeighting(cell: Cell): Weighting {
  return isEmpty(cell) ? "days" : readChoice("weighting", cell, WEIGHTINGS);
}

/** The period in which time outstanding is measured; undefined where its start and end are both left out. */
export function readWeightedPeriod(start: Cell, end: Cell, weighting: Cell): WeightedPeriod | undefined {
  return isEmpty(start) && isEmpty(end) ? undefined : readPeriod(start, end, weighting);
}

export function readPeriod(start: Cell, end: Cell, weighting: Cell): WeightedPeriod {
  return requirePeriod({
    start: readDate("start", start),
    end: readDate("end", end),
    weighting: readWeighting(weighting),
  });
}
