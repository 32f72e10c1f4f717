/**
 * Present values and rates of return. The engine's (Univer 0.25.1) count text in a range or an array that looks like a
 * number, which Excel passes over (NPV, IRR), and give up on rates that exist (IRR, XIRR).
 */
import type { BaseValueObject } from "@univerjs/engine-formula";
import { inWords } from "../../core/errors";
import { cellError } from "../cellValues";
import { currency, percent } from "./formats";
import { native, type Native } from "./native";
import { rateNear } from "./rateSearch";
import { cellsOf, number, numbersIn, optional, refused, strictDate, strictNumber, type Taken } from "./taken";

/** Values of ranges and arrays, of which only numbers count; a value given by itself counts as the number it stands for. */
const flows: Taken<number[]> = {
  isRange: true,
  read: (name, value) => (value?.isArray() || value?.isCube() ? numbersIn(value) : [number.read(name, value, [])]),
};

const moreFlows: Taken<number[]> = {
  isRange: true,
  repeating: true,
  read: (name, value, following) => {
    const areGiven = value !== undefined || following.length > 0;
    return areGiven ? [value, ...following].flatMap((one) => flows.read(name, one, [])) : [];
  },
};

const values: Taken<number[]> = {
  isRange: true,
  read: (name, value) => {
    if (value) return bothSigns(name, numbersIn(value));
    throw refused("#VALUE!", name, "must be given", undefined);
  },
};

/** Each value of a range, every one of which must be read: dates and amounts that belong together stay in step. */
function inStep<T>(taken: Taken<T>): Taken<T[]> {
  return {
    isRange: true,
    read: (name, value) => {
      if (!value) throw refused("#N/A", name, "must be given", undefined);
      return [...cellsOf(value)].map((cell) => taken.read(name, filled(name, cell), []));
    },
  };
}

function filled(name: string, cell: BaseValueObject): BaseValueObject {
  if (cell.isError()) throw cellError(cell);
  if (!cell.isNull()) return cell;
  throw refused("#VALUE!", name, "must have a value in each cell", undefined);
}

const dated = { values: inStep(strictNumber), dates: inStep(strictDate) };

export const cashFlows: readonly Native[] = [
  native("NPV", { rate: number, value1: flows, value2: moreFlows }, ({ rate, value1, value2 }) => {
    if (rate === -1) throw refused("#DIV/0!", "rate", "must not be -1", rate);
    return currency(presentValueOf([...value1, ...value2], rate));
  }),

  native("IRR", { values, guess: optional(number, 0.1) }, ({ values, guess }) =>
    percent(rateNear(guess, (rate) => presentValueOf(values, rate))),
  ),

  native("XNPV", { rate: strictNumber, ...dated }, ({ rate, values, dates }) => {
    if (rate < 0) throw refused("#NUM!", "rate", "must not be negative", rate);
    return datedValueOf(values, yearsFromFirst(values, dates), rate);
  }),

  native("XIRR", { ...dated, guess: optional(strictNumber, 0.1) }, ({ values, dates, guess }) => {
    const years = yearsFromFirst(values, dates);
    const amounts = bothSigns("values", values);
    return rateNear(guess, (rate) => datedValueOf(amounts, years, rate));
  }),
];

function bothSigns(name: string, amounts: number[]): number[] {
  if (amounts.some((amount) => amount > 0) && amounts.some((amount) => amount < 0)) return amounts;
  const received = inWords(amounts.length === 0 ? "no amounts" : `${amounts.length} of one sign`);
  throw refused("#NUM!", name, "must hold amounts that are paid (negative) and amounts that are received", received);
}

/** The first amount falls at the end of the first period. By Horner's rule, from the last on. */
function presentValueOf(amounts: readonly number[], rate: number): number {
  return amounts.reduceRight((later, amount) => (amount + later) / (1 + rate), 0);
}

/** Years of 365 days from the first date, which no other may be before. */
function yearsFromFirst(amounts: readonly number[], dates: readonly number[]): number[] {
  if (dates.length !== amounts.length) {
    throw refused("#NUM!", "dates", `must be as many as there are values, ${amounts.length}`, dates.length);
  }
  const [first = 0] = dates;
  const before = dates.find((date) => date < first);
  if (before !== undefined) throw refused("#NUM!", "dates", `must not be before the first, ${first}`, before);
  return dates.map((date) => (date - first) / 365);
}

function datedValueOf(amounts: readonly number[], years: readonly number[], rate: number): number {
  return amounts.reduce((sum, amount, index) => sum + amount / (1 + rate) ** (years[index] ?? 0), 0);
}
