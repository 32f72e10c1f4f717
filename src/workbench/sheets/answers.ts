import type { IStyleData } from "@univerjs/core";
import { AMOUNT, FRACTION, PER_SHARE, SHARES, TICK } from "./styles";

/** How the answer of a function's example looks: one figure in a style, or a table. */
export type Answer = { readonly style: IStyleData } | Partial<AnswerTable>;

export interface AnswerTable {
  /** Rows that it fills, its heading included. */
  readonly rows: number;
  /** Lines of text that a row is high. */
  readonly lines: number;
  /** Columns of figures, beside the first of labels; after them come sentences, which run on. */
  readonly figures: number;
}

/** Room enough for an answer that nobody measured. */
export const UNMEASURED: AnswerTable = { rows: 24, lines: 1, figures: 7 };

const ANSWERS: Readonly<Record<string, Answer>> = {
  LOANBALANCE: { style: AMOUNT },
  LOANINTEREST: { style: AMOUNT },
  DAYCOUNT: { style: FRACTION },
  WEIGHTEDSHARES: { style: SHARES },
  INCREMENTALSHARES: { style: SHARES },
  BASICEPS: { style: PER_SHARE },
  DILUTEDEPS: { style: PER_SHARE },
  DILUTEDSHARES: { style: SHARES },
  TIEOUT: { style: TICK },
  LOANSTEPS: { rows: 6 },
  LOANSCHEDULE: { rows: 7 },
  LOANPAYOFF: { rows: 6 },
  LOANCOLLATERAL: { rows: 6 },
  LOANFINDINGS: { rows: 8, lines: 3, figures: 4 },
  LOANROLLFORWARD: { rows: 5 },
  LOANMATURITIES: { rows: 10, figures: 3 },
  LOANENTRIES: { rows: 10 },
  LOANEFFECTIVERATE: { style: FRACTION },
  LOANAMORTIZEDCOST: { rows: 7 },
  LOANPORTFOLIO: { rows: 4, figures: 4 },
  LOANFIT: { rows: 11, figures: 1 },
  DILUTIONSTEPS: { rows: 4, lines: 3 },
  EPSTABLE: { rows: 14, lines: 3 },
  EPSYTD: { rows: 4, lines: 2 },
  TWOCLASSEPS: { rows: 4, lines: 2 },
  EPSRECONCILIATION: { rows: 7, lines: 2, figures: 3 },
  EPSFINDINGS: { rows: 2, lines: 2, figures: 3 },
  ANTIDILUTIVE: { rows: 3, lines: 2, figures: 1 },
};

export function answerOf(id: string): Answer {
  return ANSWERS[id] ?? UNMEASURED;
}
