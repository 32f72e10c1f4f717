import type { getNumfmtParseValueFilter } from "@univerjs/core/index.js";
import { currencySymbols, numfmt } from "@univerjs/core/index.js";

type Reader = typeof getNumfmtParseValueFilter;
type Read = ReturnType<Reader>;

const CURRENCY = currencySymbols.map((symbol) => symbol.replaceAll("$", "\\$")).join("|");
/** "(400,000)", "$ (462,000)", "($5)": a figure in parentheses, its currency sign before or after the first. */
const LOSS = new RegExp(`^(${CURRENCY})?\\s*\\(\\s*(${CURRENCY})?\\s*([\\d.][^()]*?)\\s*\\)$`);
/** "-$1,234", "+1,234": a sign that stands before everything else. */
const SIGNED = new RegExp(`^([-+])\\s*(${CURRENCY})?\\s*([\\d.].*)$`);

/**
 * Reads what is typed or pasted as Excel does, where Univer 0.25.1 falls short of it: a figure with thousands is text
 * to it as soon as a parenthesis stands at its front, or a sign before its currency sign, so that a loss as every
 * exhibit prints it, (400,000), was no number. On the other hand it takes "(400", whose parenthesis is open, for one,
 * and 12.9.2000 for December 9.
 *
 * @param read Univer's own reader
 */
export function typedFigureReader(read: Reader): Reader {
  return (text) => {
    const typed = text.trim();
    const [, before = "", inside = "", loss] = LOSS.exec(typed) ?? [];
    if (loss !== undefined) return before && inside ? null : lossOf(read(before + inside + loss));
    if (/[()]/.test(typed)) return null;
    const [, sign, currency = "", figure] = SIGNED.exec(typed) ?? [];
    return figure === undefined ? dated(typed, read(text)) : signed(sign === "-", read(currency + figure));
  };
}

/**
 * Dates as the United States write them: one format, however many digits were typed, so that a column of them is of one
 * piece; and none with points, which elsewhere name the day first.
 */
function dated(typed: string, read: Read): Read {
  if (/^\d+\.\d+\.\d/.test(typed)) return null;
  return read?.z === undefined ? read : { ...read, z: read.z.replace(/^m{1,2}\/d{1,2}\/y{2,4}\b/, "m/d/yyyy") };
}

/** A loss that is typed in parentheses is shown in them. */
function lossOf(amount: Read): Read {
  const loss = signed(true, amount);
  return loss?.z === undefined ? loss : { v: loss.v, z: `${loss.z}_);(${loss.z})` };
}

/** Dates, times and words have no sign. */
function signed(negative: boolean, amount: Read): Read {
  if (typeof amount?.v !== "number" || (amount.z !== undefined && numfmt.isDateFormat(amount.z))) return null;
  return negative ? { ...amount, v: 0 - amount.v } : amount;
}
