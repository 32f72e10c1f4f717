import type { Suite } from "../suite";
import type { JudgedCase, Verdict } from "../verdict";

/** What came of a suite. Cases that agree in every figure, that differ for a known reason, and that no formula is for. */
export interface Counts {
  readonly ran: number;
  readonly figures: number;
  readonly agree: number;
  readonly explained: number;
  /** Differences without a reason: a fault of ours. */
  readonly wrong: number;
  readonly notRun: number;
}

export function countsOf({ results, reasons, notRun }: Suite): Counts {
  const differ = results.filter(({ difference }) => difference !== null);
  const explained = differ.filter(({ id }) => reasons[id] !== undefined).length;
  return {
    ran: results.length,
    figures: results.reduce((sum, { figures }) => sum + figures, 0),
    agree: results.length - differ.length,
    explained,
    wrong: differ.length - explained,
    notRun: Object.keys(notRun).length,
  };
}

/** A case counts as its worst figure does. */
export function countsOfCases(cases: readonly JudgedCase[]): Counts {
  const worst = cases.map(({ figures }): Verdict => {
    const verdicts = figures.map(({ verdict }) => verdict);
    if (verdicts.includes("differs")) return "differs";
    return verdicts.includes("explained") ? "explained" : "ties";
  });
  const count = (verdict: Verdict) => worst.filter((one) => one === verdict).length;
  return {
    ran: cases.length,
    figures: cases.reduce((sum, { figures }) => sum + figures.length, 0),
    agree: count("ties"),
    explained: count("explained"),
    wrong: count("differs"),
    notRun: 0,
  };
}

export const COUNT_COLUMNS = ["cases", "figures", "agree", "differ, with the reason", "wrong", "not run"];

export function countCells({ ran, figures, agree, explained, wrong, notRun }: Counts): number[] {
  return [ran, figures, agree, explained, wrong, notRun];
}
