import { dayFromMonths } from "../../core/calendar/civilDate";
import { serialOf } from "../../functions/cells/arguments";
import { isErrorCell } from "../../functions/cells/dataTypes";
import { implementations } from "../../functions/implementations";
import type { Expression } from "./parse";

/** A cell or rows of cells; an error is an error cell, as Excel hands it to a function. */
export type Computed = unknown;
export type CellsOf = (reference: string) => readonly (readonly unknown[])[] | undefined;

/** The formula goes beyond what is calculated here. */
export class NotCalculated extends Error {
  constructor(readonly part: string) {
    super(`${part} is not calculated here`);
  }
}

/**
 * Calculates an expression: our own functions, and of the spreadsheet's the few that stand around them.
 *
 * @throws NotCalculated for any other; CustomFunctions.Error where one of our functions has no answer
 */
export function evaluate(expression: Expression, cellsOf: CellsOf): Computed {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "array":
      return expression.rows.map((row) => row.map((cell) => evaluate(cell, cellsOf)));
    case "reference":
      return referenced(expression.text, cellsOf);
    case "operation":
      return operate(
        expression.operator,
        single(evaluate(expression.left, cellsOf)),
        single(evaluate(expression.right, cellsOf)),
      );
    case "call":
      if (expression.name === "IF") return evaluateIf(expression.args, cellsOf);
      return call(
        expression.name,
        expression.args.map((arg) => (arg ? evaluate(arg, cellsOf) : null)),
      );
  }
}

/** Only the branch that is taken is calculated: what the other one would say does not matter. */
function evaluateIf([condition, whenTrue, whenFalse]: readonly (Expression | undefined)[], cellsOf: CellsOf): Computed {
  const taken = condition && single(evaluate(condition, cellsOf)) ? whenTrue : whenFalse;
  return taken ? evaluate(taken, cellsOf) : false;
}

function referenced(text: string, cellsOf: CellsOf): Computed {
  const cells = cellsOf(text);
  if (cells === undefined) throw new NotCalculated(text);
  return cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : cells;
}

function call(name: string, args: readonly Computed[]): Computed {
  const ours = implementations[name];
  if (ours) return ours(...args);
  const native = NATIVES[name];
  if (native) return native(args);
  throw new NotCalculated(name);
}

const NATIVES: Readonly<Record<string, (args: readonly Computed[]) => Computed>> = {
  DATE: ([year, month, day]) => dateSerial(Number(single(year)), Number(single(month)), Number(single(day))),
  SUM: (args) => numbersIn(args).reduce((sum, number) => sum + number, 0),
  MAX: (args) => Math.max(...numbersIn(args)),
  INDEX: ([cells, row, column]) => indexed(cells, Number(single(row)), Number(single(column ?? 1))),
};

/** As Excel's DATE: months and days beyond the last count on, and a year before 1900 is so many after it. */
function dateSerial(year: number, month: number, day: number): number {
  const wholeYear = year < 1900 ? year + 1900 : year;
  return serialOf(dayFromMonths(12 * Math.trunc(wholeYear) + Math.trunc(month) - 1, Math.trunc(day)));
}

function numbersIn(args: readonly Computed[]): number[] {
  return args.flatMap((arg) => (Array.isArray(arg) ? arg.flat() : [arg])).filter((cell) => typeof cell === "number");
}

function indexed(cells: Computed, row: number, column: number): Computed {
  const rows = Array.isArray(cells) ? (cells as unknown[][]) : [[cells]];
  const cell = rows[row - 1]?.[column - 1];
  if (cell === undefined)
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidReference, "INDEX points outside its range");
  return cell;
}

function operate(operator: string, left: unknown, right: unknown): Computed {
  const error = [left, right].find(isErrorCell);
  if (error) throw new CustomFunctions.Error(error.basicValue as CustomFunctions.ErrorCode);
  const [a, b] = [Number(left ?? 0), Number(right ?? 0)];
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "&":
      return `${left ?? ""}${right ?? ""}`;
    case "=":
      return isSame(left, right);
    case "<>":
      return !isSame(left, right);
    default:
      throw new NotCalculated(operator);
  }
}

/** As Excel compares: text whatever its case, a blank like "". */
function isSame(left: unknown, right: unknown): boolean {
  const comparable = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : (value ?? ""));
  return comparable(left) === comparable(right);
}

function single(value: Computed): unknown {
  return Array.isArray(value) ? (value as unknown[][])[0]?.[0] : value;
}
