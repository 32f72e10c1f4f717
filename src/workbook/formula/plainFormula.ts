import { implementations } from "../../functions/implementations";
import { evaluate, type Surroundings } from "./evaluate";
import { calleeOf, nameOf, readFormula, type Expression } from "./readFormula";
import { NotCalculated, type Computed } from "./values";

/**
 * What a formula comes to that is a call of one of our functions with plain arguments: numbers, texts, array constants,
 * cells, a DATE of numbers, or such a call again. Undefined for every other formula, and where the cells are not known:
 * the formula engine then has the word. Law: the answer is the engine's own.
 */
export function plainAnswer(formula: string, surroundings: Surroundings): Exclude<Computed, NotCalculated> | undefined {
  const typed = formula.trim().startsWith("=") ? formula.trim() : `=${formula.trim()}`;
  const read = readFormula(typed);
  // A name that is marked as Excel marks it is not known to the engine.
  if (read?.text !== typed || !isOwnCall(read.tree)) return undefined;
  const answer = evaluate(read.tree, surroundings);
  return answer instanceof NotCalculated ? undefined : answer;
}

function isOwnCall(tree: Expression): boolean {
  if (tree.type !== "CallExpression" || calleeOf(tree)) return false;
  return Object.hasOwn(implementations, nameOf(tree)) && tree.arguments.every(isPlain);
}

function isPlain(argument: Expression | null): boolean {
  switch (argument?.type) {
    case undefined:
    case "Literal":
    case "ReferenceIdentifier":
      return true;
    case "ArrayExpression":
      return argument.elements.flat().every((element) => element?.type === "Literal" || isNegative(element));
    case "UnaryExpression":
      return isNegative(argument);
    case "CallExpression":
      return isOwnCall(argument) || isDate(argument);
    default:
      return false;
  }
}

function isNegative(argument: Expression | null): boolean {
  return argument?.type === "UnaryExpression" && argument.operator === "-" && argument.arguments.every(isNumber);
}

/** A DATE of a year, month and day as a calendar has them; in 1900 Excel counts a day that none has. */
function isDate(call: Extract<Expression, { type: "CallExpression" }>): boolean {
  if (nameOf(call) !== "DATE" || call.arguments.length !== 3) return false;
  return call.arguments.every((argument, index) => {
    const [least, most] = DATE_BOUNDS[index] as readonly [number, number];
    const value = argument?.type === "Literal" ? argument.value : undefined;
    return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
  });
}

/** Of year, month and day. */
const DATE_BOUNDS: readonly (readonly [number, number])[] = [
  [1901, 9998],
  [1, 12],
  [1, 31],
];

function isNumber(argument: Expression | null): boolean {
  return argument?.type === "Literal" && typeof argument.value === "number";
}
