import type { IStyleData } from "@univerjs/core";
import { AMOUNT, PER_SHARE, SHARES, TICK } from "./styles";

/** A formula that shows what a function is for. */
export interface Example {
  readonly formula: string;
  readonly style?: IStyleData;
  /** Rows of an answer that spills, its heading included; absent for a single value. */
  readonly rows?: number;
}

/** One example a function, by its name. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  LOANBALANCE: { formula: "=LOANBALANCE(DATE(2000,9,12))", style: AMOUNT },
  LOANINTEREST: { formula: "=LOANINTEREST(DATE(2000,8,1),DATE(2000,9,12))", style: AMOUNT },
  BASICEPS: { formula: "=BASICEPS(-462000,7737946)", style: PER_SHARE },
  DILUTEDEPS: { formula: "=DILUTEDEPS(377000,7509358,{698224,39402})", style: PER_SHARE },
  DILUTEDSHARES: { formula: "=DILUTEDSHARES(377000,7509358,{698224,39402})", style: SHARES },
  INCREMENTALSHARES: { formula: "=INCREMENTALSHARES(50000,24,30)", style: SHARES },
  TIEOUT: { formula: "=TIEOUT(0.0502,0.05)", style: TICK },
  LOANSTEPS: { formula: "=LOANSTEPS(DATE(2000,9,12))", rows: 6 },
  LOANSCHEDULE: { formula: "=LOANSCHEDULE()", rows: 7 },
  LOANFINDINGS: { formula: "=LOANFINDINGS()", rows: 8 },
};
