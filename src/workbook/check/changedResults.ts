import changed from "../../functions/changedResults.json";

/** An entry of the changelog's "Changed results". */
export interface ChangedResult {
  /** That which it came with; "Unreleased" for what is later than any version. */
  readonly version: string;
  /** Those of our functions that it names. */
  readonly functions: readonly string[];
  readonly text: string;
}

const CHANGED: readonly ChangedResult[] = changed;

/**
 * What may explain that functions answer otherwise than they did: a workbook does not say by which version it was
 * calculated, so that more cannot be known.
 */
export function mayExplain(functions: readonly string[]): readonly ChangedResult[] {
  return CHANGED.filter((entry) => entry.functions.some((name) => functions.includes(name)));
}

/** Entries that name no function, but a term of a loan or a line of an exhibit: they may explain a difference too. */
export const UNNAMED = CHANGED.filter((entry) => entry.functions.length === 0).length;
