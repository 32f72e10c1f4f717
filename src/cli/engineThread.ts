/** The engine in a thread of its own: formulas come in, one at a time, and their evaluations go out. */
import { parentPort, workerData } from "node:worker_threads";
import type { Evaluation } from "../engine/evaluation";
import { openHeadless, type CellContent, type HeadlessWorkbook } from "../engine/headless";

const { cells } = workerData as { cells: readonly (readonly CellContent[])[] };
const opened = open();

async function open(): Promise<HeadlessWorkbook> {
  const workbook = await openHeadless();
  if (cells.length > 0) await workbook.set("A1", cells);
  return workbook;
}

async function evaluated(formula: string): Promise<Evaluation | undefined> {
  const [evaluation] = await (await opened).evaluate([formula]);
  return evaluation;
}

/** A sheet that cannot be calculated is the fault of every formula over it. */
parentPort?.on("message", async (formula: string) => {
  const fault = (error: Error): Evaluation => ({ formula, error: { code: "#CYCLE!", message: `in the sheet, ${error.message}` } });
  parentPort?.postMessage(await evaluated(formula).catch(fault));
});
