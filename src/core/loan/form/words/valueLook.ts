/**
 * Takes a value as it was typed, says which kinds of field it may be meant for. Law: it only chooses between fields; the
 * field's own reader decides whether the value is sound.
 */
import { frequencyNamed } from "../../../calendar/frequency";
import { CalculationError } from "../../../errors";
import { dayCountNamed } from "../../../calendar/dayCounts";
import type { FieldKind, LoanField } from "../fields";
import { asFigure } from "../../../number/spelledOut";
import { isWordOf } from "./typedValue";
import { BEFORE_RATE } from "./valueWords";

/** Serials before are of no loan that a sheet gives, counts after of none that can be computed. */
const EARLIEST_DATE = 15_000;
const LATEST_DATE = 75_000;
const MOST_PERIODS = 5_000;

const PERCENT = /^[-+]?[\d.,]+ ?(%|percent|per cent)( (p\.?a\.?|per annum|per year|a year))?$/i;
const DURATION = /^[\d.]+[ -]?(years?|yrs?|y|months?|mos?|mths?|days?|weeks?|wks?)\b/i;
const AMOUNT = /^[^a-z%/]{0,4}[\d.,]+$/i;
const DATE =
  /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[a-z]{3,9}\.? \d{1,2}(st|nd|rd|th)?,? \d{4}|\d{1,2}[ -][a-z]{3,9}[ -]\d{4})$/i;

type Look = "percent" | "duration" | "date" | "amount" | "words";

/** Whether one value, alone behind the label of a dated amount, is the amount. */
export function isAmountAlone(value: unknown): boolean {
  if (typeof value === "number") return value > 0 && (value < EARLIEST_DATE || value > LATEST_DATE);
  return typeof value === "string" && ["amount", "percent"].includes(lookOf(value)) && /[%.]|\p{Sc}/u.test(value);
}

function lookOf(text: string): Look {
  const value = asFigure(text).trim().replace(BEFORE_RATE, "");
  if (DATE.test(value)) return "date";
  if (PERCENT.test(value)) return "percent";
  if (DURATION.test(value)) return "duration";
  return AMOUNT.test(value) ? "amount" : "words";
}

/** Whether a value is text that says no number, rate, date or length of time. */
export function isWords(value: unknown): value is string {
  return typeof value === "string" && lookOf(value) === "words";
}

/** Whether the first value of a field may be this one. */
export function mayTake(field: LoanField, value: unknown): boolean {
  const [first] = field.values;
  if (!first) return false;
  if (first.kind === "choice") return isWordOf(field.key, first.words ?? [], value);
  return typeof value === "number" ? takesNumber(first.kind, value) : takesText(first.kind, value);
}

const NUMBERS: readonly FieldKind[] = ["amount", "rate", "count", "term", "date"];

/** Whether a field takes numbers, as the value is one, or words, as it is none. */
export function isOfKindOf({ values: [first] }: LoanField, value: unknown): boolean {
  return first !== undefined && NUMBERS.includes(first.kind) !== isWords(value);
}

function takesNumber(kind: FieldKind, value: number): boolean {
  switch (kind) {
    case "amount":
      return true;
    case "rate":
    case "charge":
      return Math.abs(value) <= 100;
    case "date":
      return value >= EARLIEST_DATE;
    case "count":
      return Number.isInteger(value) && value <= MOST_PERIODS;
    case "term":
      return value <= MOST_PERIODS && Number.isInteger(value * 12);
    default:
      return false;
  }
}

function takesText(kind: FieldKind, value: unknown): boolean {
  if (typeof value === "boolean") return kind === "yesNo";
  if (typeof value !== "string") return false;
  if (kind === "text") return true;
  if (kind === "frequency")
    return isNamed(() => frequencyNamed("", value)) || /\b(a|per|each) (year|annum)$/i.test(value);
  if (kind === "dayCount") return isNamed(() => dayCountNamed("", value));
  if (kind === "charge" && /^[\d.]+ ?%?( ?[-–/,] ?[\d.]+ ?%?)+$/.test(value.trim())) return true;
  if (kind === "yesNo") return /^(yes|no|y|n|true|false)$/i.test(value.trim());
  if (kind === "count" && lookOf(value) === "amount") return /^\d{1,4}$/.test(value.trim());
  const takers: Readonly<Record<Look, readonly FieldKind[]>> = {
    percent: ["rate", "charge"],
    duration: ["term", "count", "charge"],
    date: ["date"],
    amount: ["amount", "count"],
    words: [],
  };
  return takers[lookOf(value)].includes(kind);
}

function isNamed(find: () => unknown): boolean {
  try {
    find();
    return true;
  } catch (error) {
    if (error instanceof CalculationError) return false;
    throw error;
  }
}
