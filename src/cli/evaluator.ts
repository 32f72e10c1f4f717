import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Evaluation } from "../engine/evaluation";
import type { Rows } from "../engine/headless";

export interface Engine {
  evaluate(formula: string): Promise<Evaluation>;
  stop(): Promise<unknown>;
}

/** What one formula may take, and the script that evaluates it. */
export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
  readonly script: string;
}

const BOUNDS: Bounds = { seconds: 30, megabytes: 2048, script: join(__dirname, "evaluatorThread.js") };

/**
 * The formula engine behind bounds, in a thread of its own: a formula that takes too long or too much memory is given
 * up with an error, and the next one finds a new engine.
 *
 * @param cells what the sheet holds, from A1 on
 */
export function startEngine(cells: Rows, bounds: Bounds = BOUNDS): Engine {
  let thread = newThread(cells, bounds);
  return {
    async evaluate(formula) {
      const result = await evaluated(thread, formula, bounds);
      if (typeof result !== "string") return result;
      await thread.terminate();
      thread = newThread(cells, bounds);
      return { formula, error: { code: "#NUM!", message: result } };
    },
    stop: () => thread.terminate(),
  };
}

/** The engine writes notes of its own to the console; they are kept from the user's output. */
function newThread(cells: Rows, { megabytes, script }: Bounds): Worker {
  return new Worker(script, {
    workerData: { cells },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  });
}

/** The evaluation, or the words of why there is none. */
async function evaluated(
  thread: Worker,
  formula: string,
  { seconds, megabytes }: Bounds,
): Promise<Evaluation | string> {
  const tooLong = AbortSignal.timeout(seconds * 1000);
  thread.postMessage(formula);
  try {
    const [evaluation] = (await once(thread, "message", { signal: tooLong })) as [Evaluation];
    return evaluation;
  } catch (error) {
    if (tooLong.aborted) return `the formula was stopped after ${seconds} seconds`;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_WORKER_OUT_OF_MEMORY") return `the formula needs more than ${megabytes} MB of memory`;
    throw error;
  }
}
