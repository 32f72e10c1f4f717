import type { getNumfmtParseValueFilter } from "@univerjs/core/index.js";
import { currencySymbols, numfmt } from "@univerjs/core/index.js";

type Reader = typeof getNumfmtParseValueFilter;

const CURRENCY = currencySymbols.map((symbol) => symbol.replaceAll("$", "\\$")).join("|");
/** "(400,000)", "$ (462,000)", "($5)": a figure in parentheses, its currency sign before or after the first. */
const LOSS = new RegExp(`^(${CURRENCY})?\\s*\\(\\s*(${CURRENCY})?\\s*([\\d.][^()]*?)\\s*\\)$`);
/** "-$1,234", "+1,234": a sign that stands before everything else. */
const SIGNED = new RegExp(`^([-+])\\s*(${CURRENCY})?\\s*([\\d.].*)$`);

/**
 * Reads what is typed or pasted as Excel does, where Univer 0.25.1 falls short of it: a figure with thousands is text
 * to it as soon as a parenthesis stands at its front, or a sign before its currency sign, so that a loss as every
 * exhibit prints it, (400,000), was no number. On the other hand it takes "(400", whose parenthesis is open, for one.
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
    return figure === undefined ? read(text) : signed(sign === "-", read(currency + figure));
  };
}

type Read = ReturnType<Reader>;

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
