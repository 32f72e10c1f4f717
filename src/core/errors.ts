/**
 * What kind of fault a calculation met.
 * - `invalid-input`: the value is not of the kind that the argument takes.
 * - `out-of-range`: the kind is right, the value breaks a bound.
 * - `not-available`: the input is sound, but no answer exists.
 */
export type CalculationErrorCode = "invalid-input" | "out-of-range" | "not-available";

/** The only error the core throws on purpose. Its message names the argument, the rule and the value received. */
export class CalculationError extends Error {
  constructor(
    readonly code: CalculationErrorCode,
    readonly argument: string,
    readonly rule: string,
    readonly received: unknown,
  ) {
    super(`${argument} ${rule}; received ${asReceived(received)}`);
    this.name = "CalculationError";
  }
}

/** What was received, told in words: a date as it is written, a size. It stands without quotation marks. */
export interface InWords {
  readonly words: string;
}

export function inWords(words: string): InWords {
  return { words };
}

/** Text in quotation marks, so that "5" is told from 5 and a blank is seen; long text is cut. */
function asReceived(value: unknown): string {
  if (value === null || value === undefined || value === "") return "a blank";
  if (typeof value === "object") return (value as InWords).words;
  if (typeof value !== "string") return String(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
