/**
 * Rounding, exact on the decimal that a cell shows. The engine's (Univer 0.25.1) lose large numbers (ROUND(1E300,10) is
 * #NUM!), refuse text in a cell that is a number, and cut a negative number one too far (TRUNC(-2.5,2) is -2.49).
 */
import { exactly, rounded, toNumber } from "../../core/number/fraction";
import type { Rounding } from "../../core/number/rounding";
import { native, type Native } from "./native";
import { number, optional } from "./taken";

export const roundings: readonly Native[] = [
  rounding("ROUND", "halfUp"),
  rounding("ROUNDUP", "up"),
  rounding("ROUNDDOWN", "down"),
  native("TRUNC", { number, num_digits: optional(number, 0) }, ({ number, num_digits }) =>
    roundedAsShown(number, num_digits, "down"),
  ),
];

function rounding(id: string, how: Rounding): Native {
  return native(id, { number, num_digits: number }, ({ number, num_digits }) =>
    roundedAsShown(number, num_digits, how),
  );
}

/** The digits of a number that Excel shows, and rounds: 1.005 is a tie, though its double is below one. */
const SHOWN_DIGITS = 15;
/** No double has decimals beyond, or is larger than ten to this. */
const MOST_DECIMALS = 400;

/** Rounded on the digits that a cell shows; decimals may be below zero. */
export function roundedAsShown(value: number, digits: number, how: Rounding): number {
  const decimals = Math.max(-MOST_DECIMALS, Math.min(Math.trunc(digits), MOST_DECIMALS));
  const magnitude = Math.floor(Math.log10(Math.abs(value))); // -Infinity for 0
  if (decimals >= SHOWN_DIGITS - magnitude - 1) return value;
  return toNumber(rounded(exactly(Number(value.toPrecision(SHOWN_DIGITS))), decimals, how));
}
