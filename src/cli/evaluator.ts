import { join } from "node:path";
import type { Evaluation } from "../engine/evaluation";
import type { Rows } from "../engine/headless";
import { BoundedThread, type Bounds } from "./boundedThread";

export interface Engine {
  evaluate(formula: string): Promise<Evaluation>;
  stop(): Promise<unknown>;
}

const BOUNDS: Bounds = { seconds: 30, megabytes: 2048, script: join(__dirname, "evaluatorThread.js") };

/**
 * The formula engine behind bounds, in a thread of its own: a formula that takes too long or too much memory is given
 * up with an error, and the next one finds a new engine.
 *
 * @param cells what the sheet holds, from A1 on
 */
export function startEngine(cells: Rows, bounds: Bounds = BOUNDS): Engine {
  const thread = new BoundedThread<string, Evaluation>("formula", { cells }, bounds);
  thread.start();
  return {
    async evaluate(formula) {
      const result = await thread.ask(formula);
      if (typeof result !== "string") return result;
      thread.start();
      return { formula, error: { code: "#NUM!", message: result } };
    },
    stop: () => thread.stop(),
  };
}
