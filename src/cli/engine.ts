import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Evaluation } from "../engine/evaluation";
import type { CellContent } from "../engine/headless";

export const SECONDS_A_FORMULA = 30;
export const MEGABYTES = 2048;

export type Cells = readonly (readonly CellContent[])[];

export interface Engine {
  evaluate(formula: string): Promise<Evaluation>;
  stop(): Promise<unknown>;
}

/**
 * The formula engine behind bounds, in a thread of its own: a formula that takes too long or too much memory is given
 * up with an error, and the next one finds a new engine.
 *
 * @param cells what the sheet holds, from A1 on
 */
export function startEngine(cells: Cells): Engine {
  let thread = newThread(cells);
  return {
    async evaluate(formula) {
      const result = await evaluated(thread, formula);
      if (typeof result !== "string") return result;
      await thread.terminate();
      thread = newThread(cells);
      return { formula, error: { code: "#NUM!", message: result } };
    },
    stop: () => thread.terminate(),
  };
}

/** The engine writes notes of its own to the console; they are kept from the user's output. */
function newThread(cells: Cells): Worker {
  return new Worker(join(__dirname, "engineThread.js"), {
    workerData: { cells },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    stdout: true,
    stderr: true,
  });
}

/** The evaluation, or the words of why there is none. */
async function evaluated(thread: Worker, formula: string): Promise<Evaluation | string> {
  const tooLong = AbortSignal.timeout(SECONDS_A_FORMULA * 1000);
  thread.postMessage(formula);
  try {
    const [evaluation] = (await once(thread, "message", { signal: tooLong })) as [Evaluation];
    return evaluation;
  } catch (error) {
    if (tooLong.aborted) return `the formula was stopped after ${SECONDS_A_FORMULA} seconds`;
    if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") {
      return `the formula needs more than ${MEGABYTES} MB of memory`;
    }
    throw error;
  }
}
