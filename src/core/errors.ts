/** The errors of the core, and the sentence that each makes: from an argument, a rule and a value to words for a user. */

/**
 * What kind of fault a calculation met.
 * - `invalid-input`: the value is not of the kind that the argument takes.
 * - `out-of-range`: the kind is right, the value breaks a bound.
 * - `not-available`: the input is sound, but no answer exists.
 */
export type CalculationErrorCode = "invalid-input" | "out-of-range" | "not-available";

/**
 * The only error that the core throws on purpose. Its message is one sentence for the user: "shares must be more than
 * zero; received 0". Any other error is a fault of ours, and is never dressed up as the user's.
 */
export class CalculationError extends Error {
  /**
   * @param argument what the value was given as: "annualRate", "periods row 3, Net income"
   * @param rule what holds of every sound value, after the argument: "must be more than zero"
   * @param received the value; {@link inWords} where it is told better than it is kept
   */
  constructor(
    readonly code: CalculationErrorCode,
    readonly argument: string,
    readonly rule: string,
    readonly received: unknown,
  ) {
    super(`${shortened(argument, LONGEST_PLACE)} ${rule}; received ${asReceived(received)}`);
    this.name = "CalculationError";
  }
}

/** What was received, told in words: a date as it is written, a size. It stands without quotation marks. */
export class InWords {
  constructor(readonly words: string) {}

  toString(): string {
    return this.words;
  }
}

/** @example inWords("6 months to 2001-06-30") // …; received 6 months to 2001-06-30 */
export function inWords(words: string): InWords {
  return new InWords(words);
}

/** A list or an object of a program has no words of its own. */
function asReceived(value: unknown): string {
  if (value === null || value === undefined || value === "") return "a blank";
  if (value instanceof InWords) return value.words;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? quoted(value) : String(value);
}

const LONGEST_QUOTED = 60;
/** A place may name a label of the user's: "loan row 5, column 2 (Annual rate)". */
const LONGEST_PLACE = 120;

/** Text in quotation marks, so that "5" is told from 5 and a blank is seen; long text is cut. */
export function quoted(text: string): string {
  return JSON.stringify(shortened(text));
}

/** Text of any length as words may show it: cut where it is long. */
export function shortened(text: string, longest = LONGEST_QUOTED): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
