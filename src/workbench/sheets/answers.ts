import type { IStyleData } from "@univerjs/core";
import { AMOUNT, FRACTION, PER_SHARE, SHARES, TICK } from "./styles";

/** How the answer of a function's example looks: one figure in a style, or so many rows, their heading included. */
export type Answer = { readonly style: IStyleData } | { readonly rows: number };

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
  LOANPAYOFF: { rows: 5 },
  LOANCOLLATERAL: { rows: 6 },
  LOANFINDINGS: { rows: 8 },
  DILUTIONSTEPS: { rows: 4 },
};

/** Room enough for an answer that nobody measured. */
const UNMEASURED: Answer = { rows: 24 };

export function answerOf(id: string): Answer {
  return ANSWERS[id] ?? UNMEASURED;
}
