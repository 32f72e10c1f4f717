/** A line of a batch, answered: one line of JSON whatever stands in it. */
import { CalculationError } from "../../core/errors";
import type { ErrorWithWords, Evaluation } from "../../engine/evaluation";
import { wrongCount } from "../../functions/argumentCount";
import type { CustomFunction } from "../../functions/catalogue";
import { inParameters } from "../../functions/hostCall";
import { readCall, type BatchCall } from "./batchCall";
import { idOf, parsedLine } from "./jsonLine";

/** What the lines are answered with. */
export interface Answering {
  readonly version: string;
  readonly functions: ReadonlyMap<string, CustomFunction>;
  /** Evaluates a formula with the engine, which starts with the first one. */
  readonly evaluate: (formula: string) => Promise<Evaluation>;
}

/** An error of one cell of a table, its row and column counted from 1. */
type PlacedError = ErrorWithWords & { readonly row: number; readonly column: number };

/** A value or rows of values, the errors of single cells beside them; or why there is none. */
type Outcome =
  { readonly value: unknown; readonly errors?: readonly PlacedError[] } | { readonly error: ErrorWithWords };

/** `{"id", "version", "value"}`, with `errors` where cells of a table are in error, or `{"id", "version", "error"}`. */
export async function answerLine(line: string, answering: Answering): Promise<string> {
  const parsed = parsedLine(line);
  const outcome = "error" in parsed ? parsed : await outcomeOf(parsed.value, answering);
  const id = "error" in parsed ? null : idOf(parsed.value);
  return JSON.stringify({ id, version: answering.version, ...outcome });
}

async function outcomeOf(line: unknown, { functions, evaluate }: Answering): Promise<Outcome> {
  try {
    const call = readCall(line, functions);
    return "formula" in call ? outcomeOfFormula(await evaluate(call.formula)) : outcomeOfAnswer(answerOf(call));
  } catch (error) {
    if (error instanceof CalculationError) return { error: { code: "#VALUE!", message: error.message } };
    return { error: asError(error) };
  }
}

function outcomeOfFormula(evaluation: Evaluation): Outcome {
  if ("error" in evaluation) return { error: evaluation.error };
  if (!("formats" in evaluation) || evaluation.errors.length === 0) return { value: evaluation.value };
  return { value: evaluation.value, errors: evaluation.errors };
}

function answerOf({ called, values }: Extract<BatchCall, { called: CustomFunction }>): unknown {
  const { id, parameters, call } = called;
  const wrong = wrongCount(id, parameters, values.length);
  if (wrong) throw wrong;
  return call(...inParameters(parameters, values));
}

function outcomeOfAnswer(answer: unknown): Outcome {
  if (!Array.isArray(answer)) return { value: answer };
  const rows = answer as readonly (readonly unknown[])[];
  const errors = rows.flatMap((row, y) =>
    row.flatMap((cell, x) => (cell instanceof Error ? [{ row: y + 1, column: x + 1, ...asError(cell) }] : [])),
  );
  const [[only] = [], ...more] = rows;
  if (more.length === 0 && rows[0]?.length === 1)
    return only instanceof Error ? { error: asError(only) } : { value: only };
  const value = rows.map((row) => row.map((cell) => (cell instanceof Error ? asError(cell).code : cell)));
  return errors.length > 0 ? { value, errors } : { value };
}

/** A fault of ours says that it is one, and does not stop the lines that follow. */
function asError(error: unknown): ErrorWithWords {
  if (error instanceof CustomFunctions.Error) return { code: error.code, message: error.message ?? "" };
  return { code: "#VALUE!", message: `the calculation failed: ${String(error)}` };
}
