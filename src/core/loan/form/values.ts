/**
 * Readers of single values. Law: nothing is taken for something else; an error says the place, the rule and what stands
 * there.
 */
import type { Day } from "../../calendar/civilDate";
import type { DayCount } from "../../calendar/dayCount";
import { dayCountNamed } from "../../calendar/dayCounts";
import { frequencyNamed, type Frequency } from "../../calendar/frequency";
import { CalculationError, inWords } from "../../errors";
import { exactly, fraction, ONE, type Fraction } from "../../number/fraction";
import type { Rounding } from "../../number/rounding";
import type { RoundingRule } from "../../number/roundingRule";

/** A value as it was given, and what an error calls the place: "loan row 5, Principal" or "principal". */
export interface Given {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Whether the place holds anything: a row keeps its optional places, so that the ones after them stay where they are.
 */
export function isPresent(given: Given | undefined): given is Given {
  return given !== undefined && given.value !== null && given.value !== undefined && given.value !== "";
}

/** How the form writes a date: a serial in a cell, 2000-09-12 in an object. */
export type ReadDate = (name: string, value: unknown) => Day;

/** Text that is not blank; a clause may be written as a number, 3.5. */
export function readText({ name, value }: Given): string {
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  if (typeof value === "number") return String(value); // a clause written as 3.5
  throw new CalculationError("invalid-input", name, "must be text", plain(value));
}

/** A list or an object of a program has no words of its own. */
function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null ? inWords(Array.isArray(value) ? "a list" : "an object") : value;
}

function readDouble({ name, value }: Given, rule: string, example: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const remedy =
    typeof value === "string" && /\d/.test(value) ? `; this is text, so type it as a number, such as ${example}` : "";
  throw new CalculationError("invalid-input", name, `${rule}${remedy}`, plain(value));
}

/** An amount in currency units: zero or more, below 10^13. */
export function readAmount(given: Given): Fraction {
  const value = readDouble(given, "must be an amount", "1000");
  if (value >= 0 && value < 1e13) return exactly(value);
  throw new CalculationError("out-of-range", given.name, "must be from zero to 10,000,000,000,000", value);
}

/** An amount of more than zero, in currency units. */
export function readPositiveAmount(given: Given): Fraction {
  if (typeof given.value === "number" && given.value <= 0) {
    throw new CalculationError("out-of-range", given.name, "must be more than zero", given.value);
  }
  return readAmount(given);
}

/** A rate as a fraction of a year. One above 1 is most likely a percentage written as a number. */
export function readRate(given: Given): Fraction {
  const value = readDouble(given, "must be a rate", "4.5% or 0.045");
  if (value > -1 && value <= 1) return exactly(value);
  throw new CalculationError(
    "out-of-range",
    given.name,
    "must be a fraction of a year, at most 1 (4.5 % is 0.045)",
    value,
  );
}

/** A whole number of zero or more. */
export function readCount(given: Given): number {
  const value = readDouble(given, "must be a whole number", "12");
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new CalculationError("invalid-input", given.name, "must be a whole number of zero or more", plain(value));
}

/** Yes or no, y or n, true or false. */
export function readYesNo({ name, value }: Given): boolean {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (["yes", "y", "true"].includes(word)) return true;
  if (["no", "n", "false"].includes(word)) return false;
  throw new CalculationError("invalid-input", name, "must be yes or no", plain(value));
}

/** What a word of the choices means; capitals, spaces and hyphens make no difference. */
export function readChoice<T>({ name, value }: Given, choices: Readonly<Record<string, T>>): T {
  const word =
    typeof value === "string"
      ? value
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, " ")
      : undefined;
  const match = Object.entries(choices).find(([choice]) => choice === word);
  if (match) return match[1];
  throw new CalculationError("invalid-input", name, `must be one of: ${Object.keys(choices).join(", ")}`, plain(value));
}

/** A frequency by its words: "monthly", "every 2 weeks". */
export function readFrequency(given: Given): Frequency {
  return frequencyNamed(given.name, readText(given));
}

/** A day count by any of its market names or Excel's basis number; null for "equal periods". */
export function readDayCount({ name, value }: Given): DayCount | null {
  if (typeof value === "string" && value.trim().toLowerCase() === "equal periods") return null;
  if (typeof value === "string" || typeof value === "number") return dayCountNamed(name, value);
  throw new CalculationError("invalid-input", name, "must be the name of a day count convention", plain(value));
}

const UNITS: Readonly<Record<string, Fraction>> = {
  cent: fraction(1, 100),
  cents: fraction(1, 100),
  dollar: ONE,
  dollars: ONE,
};
const MODES: Readonly<Record<string, Rounding>> = {
  "": "halfUp",
  "half up": "halfUp",
  "half even": "halfEven",
  up: "up",
  down: "down",
};

/** null for "none"; "cent", "dollar down", 0.05, "0.05 half even". */
export function readRounding({ name, value }: Given): RoundingRule | null {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim().toLowerCase() : "";
  if (text === "none") return null;
  const [, unitText = "", modeText = ""] = /^([\d.]+|[a-z]+)[\s,]*([a-z -]*)$/.exec(text) ?? [];
  const unit = UNITS[unitText] ?? (Number(unitText) > 0 ? exactly(Number(unitText)) : undefined);
  const mode = MODES[modeText.replace(/-/g, " ").trim()];
  if (unit && mode) return { unit, mode };
  const rule = 'must be none, or cent, dollar or a unit, and half up, half even, up or down ("cent", "0.05 down")';
  throw new CalculationError("invalid-input", name, rule, plain(value));
}
