/** From the text of a figure, as filings and ledgers print it, to its value and the step to which it is printed. */
import { decimalsOf, fraction, negated, ONE, ZERO, type Fraction } from "./fraction";
import { narrow, tenTo } from "./whole";

/** A figure that stands as text, as a filing or a ledger prints it. */
export interface PrintedFigure {
  readonly value: Fraction;
  /** The smallest step that it shows: 0.01 of 1,234.50, 0.001 of 12.5%, 1 of a dash. */
  readonly unit: Fraction;
  /** Whether it was printed as a percentage; 12.5% is an eighth. */
  readonly isPercent: boolean;
}

/** No printed figure is longer, with all that may stand about its digits. */
const MOST_CHARACTERS = 64;

/** Hyphen, those of typesetting, minus, and the short dash that stands for it. */
const MINUS = "[-\u2010\u2011\u2212\u2013]";
/** What filings print for nil: a dash, or two or three hyphens in its place. More are a rule under a column. */
const NIL = new RegExp(`^\\p{Sc}?\\s*(?:${MINUS}|\u2014|--|---)\\s*%?$`, "u");

const CURRENCY = "(?:\\p{Sc}\\s*)?";
const DIGITS = "[\\d,.]+";
/** In parentheses, with its minus before or behind, or plain. */
const FORMS = [
  `\\(\\s*${CURRENCY}${DIGITS}\\s*%?\\s*\\)\\s*%?`,
  `${MINUS}\\s?${CURRENCY}${DIGITS}\\s*%?`,
  `${DIGITS}${MINUS}`,
  `${DIGITS}\\s*%?`,
];
const FIGURE = new RegExp(`^${CURRENCY}(?:${FORMS.join("|")})(?:\\s*\\p{Sc})?$`, "u");
const NEGATIVE = new RegExp(`\\(|${MINUS}`);
/** With a comma before every three, or with none; a point before decimals. */
const NUMBER = /^([1-9]\d{0,2}(?:,\d{3})+|\d*)(?:\.(\d+))?$/;

/**
 * Reads a figure as filings and ledgers print it: $ (462,000) and 462,000- are -462,000, (0.06) is -0.06, a dash is nil.
 * It may have a currency sign, a percent sign, and commas between its thousands. Anything else is not guessed at: a
 * parenthesis that is not closed, commas out of place, two figures, a letter, the mark of a note.
 *
 * @returns undefined when the text is no figure
 * @example printedFigure("$ (0.06)") // -0.06, to 0.01
 */
export function printedFigure(text: string): PrintedFigure | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const printed = text.trim();
  if (NIL.test(printed)) return { value: ZERO, unit: ONE, isPercent: false };
  if (!FIGURE.test(printed) || hasTwo(/\p{Sc}/gu, printed) || hasTwo(/%/g, printed)) return undefined;
  const [, whole = "", decimals = ""] = NUMBER.exec(printed.replace(/[^\d,.]/g, "")) ?? [];
  if (whole + decimals === "") return undefined;
  const isPercent = printed.includes("%");
  const scale = tenTo(decimals.length + (isPercent ? 2 : 0));
  const magnitude = fraction(narrow(BigInt(whole.replaceAll(",", "") + decimals)), scale);
  return { value: NEGATIVE.test(printed) ? negated(magnitude) : magnitude, unit: fraction(1, scale), isPercent };
}

/** A cell drops the zeros at the end: 0.10 is 0.1 in it, so that a number with decimals counts to the cent at least. */
export function typedFigure(value: Fraction): Pick<PrintedFigure, "value" | "unit"> {
  const shown = decimalsOf(value, Infinity);
  return { value, unit: shown === 0 ? ONE : fraction(1, tenTo(Math.max(2, shown))) };
}

function hasTwo(mark: RegExp, text: string): boolean {
  return [...text.matchAll(mark)].length > 1;
}
