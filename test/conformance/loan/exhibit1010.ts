import type { Figure, FigureCase } from "../figure";
import { dateText } from "../formula";

/** What the agreement prints of its loan: balances by date, or the figures of its worked example at one. */
export interface ExhibitCase {
  readonly id: string;
  readonly date?: string;
  readonly printed: Readonly<Record<string, string>>;
  readonly exceptions?: readonly { readonly what: string; readonly computed: number; readonly how: string }[];
}

/** The figures of the example, by the line of LOANSTEPS on which they stand; the share is taken off there. */
const LINES: Readonly<Record<string, (steps: string) => string>> = {
  "Balance on the schedule": (steps) => `=INDEX(${steps},2,2)`,
  Interest: (steps) => `=INDEX(${steps},3,2)`,
  "Updated loan": (steps) => `=INDEX(${steps},4,2)`,
  "Share of the next reduction": (steps) => `=-INDEX(${steps},5,2)`,
  Balance: (steps) => `=INDEX(${steps},6,2)`,
};

/** Balances are recomputed from the terms: those that the agreement prints would answer with themselves. */
function formulaOf({ date }: ExhibitCase, what: string): string {
  if (date === undefined) return `=LOANBALANCE(${dateText(what)},,"computed")`;
  const line = LINES[what];
  if (!line) throw new Error(`no line ${what} in LOANSTEPS`);
  return line(`LOANSTEPS(${dateText(date)})`);
}

export function exhibitCase(one: ExhibitCase): FigureCase {
  const figures = Object.entries(one.printed).map(([what, printed]): Figure => {
    const figure = { what, formula: formulaOf(one, what), printed };
    const exception = one.exceptions?.find((known) => known.what === what);
    return exception ? { ...figure, ours: String(exception.computed), why: exception.how } : figure;
  });
  return { id: `exhibit-10-10-${one.id}`, figures };
}
