import { isNegative, negated, unitsOf, type Fraction } from "./fraction";

/** A figure in words: rounded to so many decimals, thousands separated, without zeros at the end. 6,000,000 or 4.95 */
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
