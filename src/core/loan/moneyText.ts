import { moneyText as textOf } from "../number/figureText";
import { unitsPerCurrency, type Units } from "./amount";

/** An amount in words, to the cent, and without cents when there are none: 23,689 or 1,974.04. */
export function moneyText(amount: Units, decimals: number): string {
  return textOf({ numerator: amount, denominator: unitsPerCurrency(decimals) });
}
