import { DAY_COUNTS } from "../core/calendar/dayCounts";
import { STANDARDS, WEIGHTINGS } from "./eps/epsArguments";
import { BASES } from "./loan/loanArgument";
import { SIDES } from "./loan/sides";

export interface OfferedWord {
  readonly word: string;
  /** What Excel shows beside it: the other names that are read as the same. */
  readonly tooltip: string;
}

/** The arguments that take one of a few words, by their names: Excel offers the words as the formula is typed. */
export const OFFERED_WORDS: Readonly<Record<string, readonly OfferedWord[]>> = {
  basis: words(BASES),
  convention: DAY_COUNTS.map(({ name, aliases }) => ({ word: name, tooltip: aliases.join(", ") })),
  side: words(SIDES),
  standard: words(STANDARDS),
  weighting: words(WEIGHTINGS),
};

function words(choices: Readonly<Record<string, unknown>>): OfferedWord[] {
  return Object.keys(choices).map((word) => ({ word, tooltip: "" }));
}
