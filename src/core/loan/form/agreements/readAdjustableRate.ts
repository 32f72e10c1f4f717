/**
 * Takes what a form says of an index, makes the rates of the loan. Law: what follows from the index is not said twice.
 */
import type { Day } from "../../../calendar/civilDate";
import { CalculationError } from "../../../errors";
import { isPresent, type Given } from "../../../given";
import { compare, isNegative, toNumber, ZERO, type Fraction } from "../../../number/fraction";
import { ratesByIndex, type AdjustableRate, type RatesByDate } from "../../terms/adjustableRate";
import { fieldOf, type GivenLoan, type ReadField } from "../givenLoan";
import { requireFrom } from "../readDates";
import { readRate } from "../values";

/** An index, and the rates that follow from it; null where the form has none. One index without a date is that of the start. */
export function readAdjustableRate(
  given: GivenLoan,
  field: ReadField,
  startDate: Day,
): (RatesByDate & { readonly index: AdjustableRate }) | null {
  const index = readIndex(given, startDate);
  if (index.length === 0) {
    requireNone(
      given,
      ["margin", "floor", "cap", "periodicCap", "effectiveIndex"],
      "must be left out of a loan without an Index",
    );
    return null;
  }
  requireNone(given, ["rateChanges"], "must be left out of a loan with an Index, whose rows say when the rate changes");
  const initialRate = field("annualRate", readRate);
  const startsWithIndex = index[0]?.date === startDate;
  if (initialRate !== null && startsWithIndex) {
    const rule =
      "must be left out, as the rate at the start is that of the Index; or the Index must be of a later date";
    requireNone(given, ["annualRate"], rule);
  }
  if (initialRate === null && !startsWithIndex) {
    const rule = "must say the rate at the start: an Annual rate, or an Index without a date";
    throw new CalculationError("invalid-input", given.name, rule, null);
  }
  const limits = readLimits(given, field);
  const adjustable = { initialRate, index, margin: field("margin", readRate) ?? ZERO, ...limits };
  return { ...ratesByIndex(adjustable), index: adjustable };
}

/** The index by date, ascending, no date twice. */
function readIndex(given: GivenLoan, startDate: Day): AdjustableRate["index"] {
  const rows = (given.fields.get("index") ?? []).map(([date, value]) => ({
    place: isPresent(date) ? date : value,
    date: isPresent(date) ? requireFrom(startDate, date, given.readDate(date.name, date.value)) : startDate,
    value: readRate(value ?? { name: `${date?.name ?? "index"}, second value`, value: null }),
  }));
  const index = rows.sort((a, b) => a.date - b.date);
  const twice = index.find(({ date }, row) => index[row - 1]?.date === date)?.place;
  if (!twice) return index.map(({ date, value }) => ({ date, value }));
  throw new CalculationError("invalid-input", twice.name, "must be the only Index of its date", twice.value);
}

function readLimits(given: GivenLoan, field: ReadField): Pick<AdjustableRate, "floor" | "cap" | "periodicCap"> {
  const floor = field("floor", readRate);
  const cap = field("cap", readRate);
  const place = fieldOf(given, "cap");
  if (place && floor && cap && compare(cap, floor) < 0) {
    throw new CalculationError(
      "out-of-range",
      place.name,
      `must be no less than the floor, ${toNumber(floor)}`,
      place.value,
    );
  }
  return { floor, cap, periodicCap: field("periodicCap", readShare) };
}

/** A rate of zero or more. */
function readShare(given: Given): Fraction {
  const rate = readRate(given);
  if (!isNegative(rate)) return rate;
  throw new CalculationError("out-of-range", given.name, "must be zero or more", given.value);
}

function requireNone(given: GivenLoan, keys: readonly string[], rule: string): void {
  const place = keys.map((key) => fieldOf(given, key)).find((value) => value !== undefined);
  if (place) throw new CalculationError("invalid-input", place.name, rule, place.value);
}
