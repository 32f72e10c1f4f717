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

/**
 * An amount to the cent, and without cents when there are none.
 *
 * @param amount in currency units
 * @example moneyText(exactly(1974.5)) // "1,974.50"
 * @example moneyText(exactly(23_689)) // "23,689"
 */
export function moneyText(amount: Fraction): string {
  return figureText(amount, 2).replace(/\.\d$/, "$&0");
}

/** Nothing is less than zero once it shows as zero. */
function withSign(text: string): string {
  return text === "0" ? text : `-${text}`;
}
