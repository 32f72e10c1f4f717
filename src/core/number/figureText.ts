/**
 * Figures in words, for a reviewer: thousands are separated, and nothing is exact that is not shown.
 */
import { isNegative, negated, unitsOf, type Fraction } from "./fraction";

/**
 * A figure rounded half away from zero to so many decimals, thousands separated, without zeros at the end.
 *
 * @param decimals zero or more
 * @example figureText(exactly(4.95), 4) // "4.95"
 * @example figureText(exactly(-6_000_000), 2) // "-6,000,000"
 */
export function figureText(value: Fraction, decimals: number): string {
  if (isNegative(value)) return withSign(figureText(negated(value), decimals));
  const digits = String(unitsOf(value, decimals)).padStart(decimals + 1, "0");
  const split = digits.length - decimals;
  const whole = digits.slice(0, split).replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = digits.slice(split).replace(/0+$/, "");
  return rest === "" ? whole : `${whole}.${rest}`;
}

/** Nothing is less than zero once it shows as zero. */
function withSign(text: string): string {
  return text === "0" ? text : `-${text}`;
}
