/** The engine in a thread of its own: formulas come in, one at a time, and their evaluations go out. */
import { parentPort, workerData } from "node:worker_threads";
import type { Evaluation } from "../engine/evaluation";
import { openHeadless, type Rows } from "../engine/headless";

const opened = openHeadless(workerData as { cells: Rows });
opened.catch(() => undefined); // told with each formula

async function evaluated(formula: string): Promise<Evaluation | undefined> {
  const [evaluation] = await (await opened).evaluate([formula]);
  return evaluation;
}

/** A sheet that cannot be calculated is the fault of every formula over it. */
parentPort?.on("message", async (formula: string) => {
  const fault = (error: Error): Evaluation => ({
    formula,
    error: { code: "#CYCLE!", message: `in the sheet, ${error.message}` },
  });
  parentPort?.postMessage(await evaluated(formula).catch(fault));
});
