/** Formulas come in, one at a time, and their evaluations go out. The engine starts with the first formula that needs it. */
import { parentPort, workerData } from "node:worker_threads";
import "../engine/customFunctionsRuntime";
import type { Evaluation } from "../engine/evaluation";
import { FileError } from "../files/fileError";
import type { EvaluatorAnswer } from "./evaluator";
import { formulaSource, type FormulaSource, type Given } from "./formulaSource";

let source: FormulaSource | undefined;

async function answered(formula: string): Promise<EvaluatorAnswer> {
  try {
    source ??= formulaSource(workerData as Given);
  } catch (error) {
    if (error instanceof FileError) return { fault: error.message };
    throw error;
  }
  const { dateSystem } = source;
  return { evaluation: await source.evaluate(formula).catch(faultIn(formula)), dateSystem };
}

/** A sheet that cannot be calculated is the fault of every formula over it. */
function faultIn(formula: string): (error: Error) => Evaluation {
  return (error) => ({ formula, error: { code: "#CYCLE!", message: `in the sheet, ${error.message}` } });
}

parentPort?.on("message", async (formula: string) => parentPort?.postMessage(await answered(formula)));
