/**
 * Numbers in their number formats. numfmt 3.2.6 rounds the double: 1.005 in 0.00 is 1.00 to it, and 39.995 is 39.99.
 * Excel rounds the decimal that is meant, a tie away from zero: 1.01 and 40.00. Here a number whose decimals go up goes up
 * before numfmt has it; all others numfmt rounds right.
 */
import { format, getFormatInfo } from "numfmt";
import { roundedAsShown } from "./natives/rounding";

/** A number as a number format shows it; also text, in the format's place for text. */
export function formattedText(numberFormat: string, value: number | string): string {
  return format(numberFormat, typeof value === "number" ? withTiesUp(numberFormat, value) : value, { throws: false });
}

/** The number that numfmt is to be given in the place of this one. */
export function withTiesUp(numberFormat: string, value: number): number {
  const decimals = decimalsShown(numberFormat, value);
  if (decimals === undefined) return value;
  const rounded = roundedAsShown(value, decimals, "halfUp");
  return Math.abs(rounded) > Math.abs(value) ? rounded : value;
}

const FIXED = new Set(["number", "grouped", "currency", "percent", "accounting"]);

/** How many decimals of the number itself a format shows, which may be below zero; undefined where it is no such format. */
function decimalsShown(numberFormat: string, value: number): number | undefined {
  const { type, maxDecimals, scale } = getFormatInfo(sectionFor(numberFormat, value));
  return FIXED.has(type) ? maxDecimals + Math.round(Math.log10(scale)) : undefined;
}

/** The part of a format that a number is shown by: the second, if there is one, is for what is below zero. */
function sectionFor(numberFormat: string, value: number): string {
  const [first = "", second = ""] = numberFormat.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return value < 0 && second !== "" ? second : first;
}
