/** A line of a batch as the call that it asks for. Law: what is no call is told with what is wrong, and calls nothing. */
import { dayOfIsoDate } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import { loanFromObject } from "../../core/loan/form/objectForm";
import { nearestWord } from "../../core/spelling";
import type { CustomFunction, Parameter } from "../../functions/catalogue";
import { serialOf } from "../../functions/cells/arguments";
import { idOf, isObject } from "./jsonLine";

/** What a line asks for, with the id by which its answer is known. */
export type BatchCall =
  | { readonly id: unknown; readonly formula: string }
  | { readonly id: unknown; readonly called: CustomFunction; readonly values: readonly unknown[] };

const KEYS = ["id", "function", "arguments", "formula"];

/**
 * Reads one line: `{"id", "function", "arguments"}` or `{"id", "formula"}`.
 *
 * Arguments are in the order of the function's own, `null` for one that is left out. A range is a list of its rows; a
 * date is a serial or text such as "2000-09-12"; a loan is the rows of its sheet, "Exhibit 10.10", or an agreement in the
 * object form that docs/schemas publishes.
 *
 * @throws CalculationError naming the key or the argument
 */
export function readCall(line: unknown, functions: ReadonlyMap<string, CustomFunction>): BatchCall {
  if (!isObject(line)) throw invalid("line", "must be a JSON object", line);
  const unknown = Object.keys(line).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw invalid("line", `must have no other keys than ${KEYS.join(", ")}`, unknown);
  const id = idOf(line);
  if (line.formula !== undefined) return { id, formula: readFormula(line) };
  const called = readFunction(line.function, functions);
  return { id, called, values: readArguments(line.arguments, called) };
}

function readFormula({ formula, function: called }: Readonly<Record<string, unknown>>): string {
  if (called !== undefined) throw invalid("formula", "must stand alone, without a function", called);
  if (typeof formula === "string" && formula.trim() !== "") return formula;
  throw invalid("formula", "must be text, such as =LOANBALANCE(45000)", formula);
}

function readFunction(name: unknown, functions: ReadonlyMap<string, CustomFunction>): CustomFunction {
  const asked = typeof name === "string" ? name.trim().toUpperCase() : "";
  const found = functions.get(asked);
  if (found) return found;
  const nearest = nearestWord(asked, [...functions.keys()]);
  const instead = nearest === undefined ? "see: tieout functions" : `the nearest is ${nearest}`;
  throw invalid("function", `must be the name of a function (${instead})`, name);
}

function readArguments(given: unknown, { parameters }: CustomFunction): unknown[] {
  if (!Array.isArray(given)) throw invalid("arguments", "must be a list", given);
  return given.map((value, index) => {
    const parameter = parameters[index] ?? parameters.at(-1);
    return parameter ? argumentOf(value, parameter) : value;
  });
}

function argumentOf(value: unknown, { name, dimensionality }: Parameter): unknown {
  if (name === "loan" && isObject(value)) return agreement(value);
  if (!Array.isArray(value)) return cellOf(value, name);
  if (dimensionality !== "matrix") throw invalid(name, "must be a single value", value);
  return rangeOf(value, name);
}

/** A fault of an agreement is told by its key, behind the argument that it is given for. */
function agreement(value: unknown): unknown {
  try {
    return loanFromObject(value);
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    const place = error.argument.startsWith("loan") ? error.argument : `loan, ${error.argument}`;
    throw new CalculationError(error.code, place, error.rule, error.received);
  }
}

function rangeOf(rows: readonly unknown[], name: string): unknown[][] {
  return rows.map((row, at) => {
    if (!Array.isArray(row)) throw invalid(name, "must be a list of rows, each a list of its cells", row);
    const first = rows[0] as readonly unknown[];
    if (row.length !== first.length) {
      throw invalid(`${name} row ${at + 1}`, `must have as many cells as row 1, ${first.length}`, row.length);
    }
    return row.map((cell, column) => cellOf(cell, `${name} row ${at + 1}, column ${column + 1}`));
  });
}

/** A date in text becomes the serial by which cells know it; other text stays. */
function cellOf(value: unknown, place: string): unknown {
  if (typeof value === "object" && value !== null) throw invalid(place, "must be a value", value);
  const day = typeof value === "string" ? dayOfIsoDate(value) : undefined;
  return day === undefined ? value : serialOf(day);
}

function invalid(name: string, rule: string, received: unknown): CalculationError {
  return new CalculationError("invalid-input", name, rule, received);
}
