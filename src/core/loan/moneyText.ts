import { mulDiv } from "../number/rounding";
import { unitsPerCurrency, type Units } from "./amountScale";

/** An amount in words, to the cent, and without cents when there are none: 23,689 or 1,974.04. */
export function moneyText(amount: Units, decimals: number): string {
  const cents = mulDiv(amount, 100, unitsPerCurrency(decimals));
  const magnitude = Math.abs(cents);
  const whole = String(Math.floor(magnitude / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = magnitude % 100;
  return `${cents < 0 ? "-" : ""}${whole}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
}
