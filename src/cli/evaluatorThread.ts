/** Formulas come in, one at a time, and their evaluations go out. The engine starts with the first formula that needs it. */
import { parentPort, workerData } from "node:worker_threads";
import "../engine/customFunctionsRuntime";
import type { Evaluation } from "../engine/evaluation";
import type { HeadlessWorkbook, Rows } from "../engine/headless";
import { setOpenWorkbook } from "../functions/cells/openWorkbook";
import { bookOfRows, directEvaluation, FIRST_CELL } from "./directEvaluation";

const { cells } = workerData as { readonly cells: Rows };
setOpenWorkbook({ formattedNumbers: true });
const directly = directEvaluation(bookOfRows(cells), FIRST_CELL);

let opened: Promise<HeadlessWorkbook> | undefined;

async function opening(): Promise<HeadlessWorkbook> {
  const { openHeadless } = await import(/* webpackChunkName: "engine" */ "../engine/headless");
  return openHeadless({ cells });
}

async function evaluated(formula: string): Promise<Evaluation | undefined> {
  const answer = directly(formula);
  if (answer) return answer;
  const [evaluation] = await (await (opened ??= opening())).evaluate([formula]);
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
