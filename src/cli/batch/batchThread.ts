/** A thread of a batch: blocks of lines come in, one at a time, and their answers go out. */
import { parentPort, workerData } from "node:worker_threads";
import "../../engine/customFunctionsRuntime";
import { CalculationError } from "../../core/errors";
import { catalogue } from "../../functions/catalogue";
import { setOpenWorkbook } from "../../functions/cells/openWorkbook";
import { startEngine, type Engine } from "../evaluator";
import { answerLine, type Answering } from "./answerLine";

/** A batch has no workbook whose loan could be meant. */
setOpenWorkbook({
  formattedNumbers: false,
  onLoanNotChosen: () => {
    throw new CalculationError("invalid-input", "loan", 'must be given in a batch ("Exhibit 10.10" is built in)', null);
  },
});

let engine: Engine | undefined;
const answering: Answering = {
  version: (workerData as { version: string }).version,
  functions: new Map(catalogue.map((one) => [one.id, one])),
  evaluate: (formula) => (engine ??= startEngine({ cells: [] })).evaluate(formula),
};

parentPort?.on("message", async (lines: readonly string[]) => {
  const answers: string[] = [];
  for (const line of lines) answers.push(await answerLine(line, answering));
  parentPort?.postMessage(answers);
});
