import { join } from "node:path";
import type { Evaluation } from "../engine/evaluation";
import { BoundedThread, type Bounds } from "./boundedThread";
import { UsageError } from "./commandLine";
import type { Given } from "./formulaSource";

export interface Engine {
  /** @throws UsageError for a workbook that cannot be read */
  evaluate(formula: string): Promise<Evaluation>;
  stop(): Promise<unknown>;
  /** In which the dates of the last evaluation count. */
  readonly dateSystem: 1900 | 1904;
}

/** What the thread says to a formula: its evaluation, or why none can be made. */
export type EvaluatorAnswer =
  { readonly evaluation: Evaluation; readonly dateSystem: 1900 | 1904 } | { readonly fault: string };

const BOUNDS: Bounds = { seconds: 30, megabytes: 2048, script: join(__dirname, "evaluatorThread.js") };

/**
 * Formulas evaluated behind bounds, in a thread of their own: one that takes too long or too much memory is given up
 * with an error, and the next one finds a new thread.
 */
export function startEngine(given: Given, bounds: Bounds = BOUNDS): Engine {
  const thread = new BoundedThread<string, EvaluatorAnswer>("formula", given, bounds);
  thread.start();
  let dateSystem: 1900 | 1904 = 1900;
  return {
    async evaluate(formula) {
      const answer = await thread.ask(formula);
      if (typeof answer === "string") {
        thread.start();
        return { formula, error: { code: "#NUM!", message: answer } };
      }
      if ("fault" in answer) throw new UsageError(answer.fault);
      ({ dateSystem } = answer);
      return answer.evaluation;
    },
    stop: () => thread.stop(),
    get dateSystem() {
      return dateSystem;
    },
  };
}
