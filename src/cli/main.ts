import { createInterface } from "node:readline";
import { batch } from "./batch/batch";
import { check } from "./check/check";
import { readCommandLine, UsageError, type Command } from "./commandLine";
import { startEngine, type Engine } from "./evaluator";
import { functionHelp, functionList, GUIDE, USAGE } from "./help";
import { asJson, asText, hasError, remarks } from "./output";

/** Of the package; put in by the build. */
declare const VERSION: string;

const EVALUATED = 0;
const FORMULA_ERROR = 1;
const WRONG_USAGE = 2;

type EvalCommand = Extract<Command, { name: "eval" }>;

async function main(): Promise<number> {
  try {
    return await run(readCommandLine(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`tieout: ${error.message}\n\n${USAGE}`);
    return WRONG_USAGE;
  }
}

async function run(command: Command): Promise<number> {
  if (command.name === "eval") return evaluate(command);
  if (command.name === "batch") return batch(command, VERSION);
  if (command.name === "check") return check(command, VERSION);
  process.stdout.write(answerTo(command));
  return EVALUATED;
}

function answerTo(command: Exclude<Command, EvalCommand | { name: "batch" | "check" }>): string {
  if (command.name === "version") return `${VERSION}\n`;
  if (command.name === "functions") return functionList();
  if (command.topic === undefined) return GUIDE;
  const help = functionHelp(command.topic);
  if (help === undefined) throw new UsageError(`there is no function "${command.topic}"; see: tieout functions`);
  return help;
}

async function evaluate(command: EvalCommand): Promise<number> {
  const engine = await engineFor(command);
  try {
    return await evaluateAll(command, engine);
  } finally {
    await engine.stop();
  }
}

/** What the sheet file is read by is loaded where there is one. */
async function engineFor({ sheet, book }: EvalCommand): Promise<Engine> {
  if (book) return startEngine({ book: book.path, ...(book.at === undefined ? {} : { at: book.at }) });
  if (sheet === undefined) return startEngine({ cells: [] });
  const { readSheet } = await import(/* webpackChunkName: "sheetFile" */ "./sheetFile");
  return startEngine({ cells: readSheet(sheet) });
}

async function evaluateAll({ formulas, json }: EvalCommand, engine: Engine): Promise<number> {
  let status = EVALUATED;
  for await (const formula of formulas === "stdin" ? linesOfInput() : formulas) {
    const evaluation = await engine.evaluate(formula);
    if (hasError(evaluation)) status = FORMULA_ERROR;
    process.stdout.write(`${json ? asJson(evaluation) : asText(evaluation, engine.dateSystem)}\n`);
    if (!json) remarks(evaluation).forEach((remark) => process.stderr.write(`${remark}\n`));
  }
  return status;
}

async function* linesOfInput(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const formula = line.replace(/^\uFEFF/, "").trim();
    if (formula !== "") yield formula;
  }
}

// A reader that has seen enough, such as head, closes the pipe: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

void main().then((status) => {
  process.exitCode = status;
});
