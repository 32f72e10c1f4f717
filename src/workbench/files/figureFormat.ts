import { toNumber } from "../../core/number/fraction";
import { printedFigure } from "../../core/number/printedFigure";

/** A cell of a text file: its value and the number format in which it reads as it was written. */
export interface ReadCell {
  readonly value: number | string | boolean | null;
  readonly numberFormat: string;
}

/** Which sign stands before the decimals of a file's figures. */
export type DecimalSign = "." | ",";

/** More digits than a number holds; a number of an account or a card has them. */
const MOST_DIGITS = 15;
/** Those before a point or a comma of thousands, and the numbers of people and parts that begin with a nought. */
const LEADING_ZERO = /^\D*0\d/;

/**
 * Reads a figure with the format that shows it again: "(1,234.50)" is -1234.5 in #,##0.00_);(#,##0.00).
 *
 * @returns undefined for what is no figure, for a dash, and for what a number would not keep: leading zeros, more than
 *   15 digits
 */
export function readFigure(text: string, decimal: DecimalSign): ReadCell | undefined {
  const printed = decimal === "," ? text.replace(/[.,]/g, (sign) => (sign === "." ? "," : ".")) : text;
  const digits = printed.replace(/\D/g, "");
  const figure = printedFigure(printed);
  if (!figure || digits === "" || digits.length > MOST_DIGITS || LEADING_ZERO.test(printed)) return undefined;
  return { value: toNumber(figure.value), numberFormat: formatOf(printed.trim()) };
}

function formatOf(printed: string): string {
  const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
  const figure = `${printed.includes(",") ? "#,##0" : "0"}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const [before, behind] = [signOf(/^[^\d.]*?(\p{Sc}\s*)/u, printed), signOf(/\d[^\d]*?(\s*\p{Sc})/u, printed)];
  const bare = `${figure}${printed.includes("%") ? "%" : ""}${behind}`;
  const whole = before + bare;
  if (/^\p{Sc}\s*\(/u.test(printed)) return `${whole}_);${before}(${bare})`;
  if (printed.includes("(")) return `${whole}_);(${whole})`;
  if (/\d[-\u2010-\u2013\u2212]/.test(printed)) return `${whole}_-;${whole}-`;
  return whole === "0" ? "General" : whole;
}

/** A sign of currency, with its blank, as a format quotes it. */
function signOf(place: RegExp, printed: string): string {
  const sign = place.exec(printed)?.[1];
  return sign === undefined ? "" : `"${sign}"`;
}
