import { implementations } from "../../functions/implementations";
import { callOwn } from "./callOwn";
import { NATIVES, truthOf } from "./natives";
import { binary, implicitIntersection, intersection, unary } from "./operators";
import { calleeOf, nameOf, type Call, type Expression } from "./readFormula";
import { Cells, errorValue, isError, NotCalculated, rowsOf, theOne, type Computed, type Rows } from "./values";

/** Where a formula stands. */
export interface Surroundings {
  /** The cells of a reference, A1# for what A1 spills; undefined where there are none to be read. */
  readonly cellsOf: (reference: string) => Cells | undefined;
  /** The formula's own cell, rows and columns from 0. */
  readonly at: { readonly row: number; readonly column: number };
  /** Told of each call of one of our functions when it has answered, inner ones first. */
  readonly called?: (answered: Answered) => void;
  /** Told of what an operator, or a function of the spreadsheet, came to, inner ones first. */
  readonly stepped?: (expression: Expression, value: Computed) => void;
}

/** A call of one of our functions with what its arguments, and it, came to. */
export interface Answered {
  readonly call: Call;
  /** An omitted argument is null. */
  readonly args: readonly Computed[];
  readonly answer: Computed;
  /** Whether it depends on what is not calculated here that the formula makes use of it. */
  readonly isUnsure: boolean;
}

interface Scope extends Surroundings {
  /** What LET calls things, in lower case; calculated when first asked for. */
  readonly names: ReadonlyMap<string, () => Computed>;
  readonly isUnsure: boolean;
}

/** Calculates an expression: our own functions, and of the spreadsheet's the few that stand around them. */
export function evaluate(expression: Expression, surroundings: Surroundings): Computed {
  return valueOf(expression, { ...surroundings, names: new Map(), isUnsure: false });
}

function valueOf(expression: Expression | null, scope: Scope): Computed {
  if (!expression) return null;
  switch (expression.type) {
    case "Literal":
      return expression.value;
    case "ErrorLiteral":
      return errorValue(expression.value);
    case "ArrayExpression":
      return expression.elements.map((row) => row.map((element) => valueOf(element, scope))) as unknown as Rows;
    case "ReferenceIdentifier":
      return referenced(expression.value, scope);
    case "UnaryExpression":
      return ofOne(expression, scope);
    case "BinaryExpression":
      return told(expression, ofTwo(expression, scope), scope);
    case "CallExpression":
      return told(expression, called(expression, scope), scope);
    case "LetExpression":
      return valueOf(expression.body, withNames(expression, scope));
    case "LambdaExpression":
      return new NotCalculated("LAMBDA");
  }
}

/** Calls of our own are told of as they answer. */
function told(expression: Expression, value: Computed, { stepped, isUnsure }: Scope): Computed {
  const isOwn = expression.type === "CallExpression" && implementations[nameOf(expression)] !== undefined;
  if (!isOwn && !isUnsure) stepped?.(expression, value);
  return value;
}

function referenced(text: string, { names, cellsOf }: Scope): Computed {
  const name = names.get(text.toLowerCase());
  return name ? name() : (cellsOf(text) ?? new NotCalculated(text));
}

function ofOne(
  { operator, arguments: [operand] }: Extract<Expression, { type: "UnaryExpression" }>,
  scope: Scope,
): Computed {
  if (!operand) return new NotCalculated(operator);
  if (operator === "#") {
    const text = operand.type === "ReferenceIdentifier" ? `${operand.value}#` : "#";
    return scope.cellsOf(text) ?? new NotCalculated(text);
  }
  const value = valueOf(operand, scope);
  return operator === "@" ? implicitIntersection(value, scope.at) : unary(operator, value);
}

function ofTwo(
  { operator, arguments: [left, right] }: Extract<Expression, { type: "BinaryExpression" }>,
  scope: Scope,
): Computed {
  // Both sides are calculated, so that each call in them is told of.
  const [a, b] = [valueOf(left ?? null, scope), valueOf(right ?? null, scope)];
  if (operator === " ") return intersection(a, b);
  if (operator === ",") return new NotCalculated("a union of ranges");
  if (operator === ":") return new NotCalculated("a range from one reference to another");
  return binary(operator, a, b);
}

/** A name of LET is calculated once, and only if it is asked for. */
function withNames({ declarations }: Extract<Expression, { type: "LetExpression" }>, scope: Scope): Scope {
  return declarations.reduce<Scope>((outer, { id, init }) => {
    let known: Computed | undefined;
    const value = () => (known ??= valueOf(init, outer));
    return { ...outer, names: new Map([...outer.names, [id.name.toLowerCase(), value]]) };
  }, scope);
}

function called(call: Call, scope: Scope): Computed {
  const name = nameOf(call);
  if (calleeOf(call)) return new NotCalculated("LAMBDA");
  const chosen = CHOOSING[name];
  if (chosen) return chosen(call.arguments, scope);
  const args = argumentsOf(call, name).map((arg) => valueOf(arg, scope));
  if (implementations[name]) {
    const answer = callOwn(name, args);
    scope.called?.({ call, args, answer, isUnsure: scope.isUnsure });
    return answer;
  }
  const native = NATIVES[name];
  const beyond = native ? args.find((arg) => arg instanceof NotCalculated) : new NotCalculated(name);
  return beyond ?? native?.(args as Exclude<Computed, NotCalculated>[]) ?? null;
}

/** Of a union, (A1,B1:B3), these take each part; other functions do not. */
const OF_UNIONS: readonly string[] = ["SUM", "MAX", "MIN"];

function argumentsOf(call: Call, name: string): readonly (Expression | null)[] {
  return OF_UNIONS.includes(name) ? call.arguments.flatMap(partsOfUnion) : call.arguments;
}

function partsOfUnion(argument: Expression | null): (Expression | null)[] {
  return argument?.type === "BinaryExpression" && argument.operator === ","
    ? argument.arguments.flatMap(partsOfUnion)
    : [argument];
}

type Choosing = (args: readonly (Expression | null)[], scope: Scope) => Computed;

/** Functions that calculate one argument or another: what the other would say does not matter. */
const CHOOSING: Readonly<Record<string, Choosing>> = {
  IF: ([condition = null, whenTrue = null, whenFalse], scope) => {
    const truth = truthIn(valueOf(condition, scope));
    if (typeof truth !== "boolean") return isError(truth) ? truth : unsure(truth, [whenTrue, whenFalse ?? null], scope);
    if (truth) return valueOf(whenTrue, scope) ?? 0;
    return whenFalse === undefined ? false : (valueOf(whenFalse, scope) ?? 0);
  },
  IFERROR: ([value = null, instead = null], scope) => replaced(value, instead, scope, () => true),
  IFNA: ([value = null, instead = null], scope) => replaced(value, instead, scope, (code) => code === "#N/A"),
  CHOOSE: (args, scope) => followed("CHOOSE", args, scope),
  IFS: (args, scope) => followed("IFS", args, scope),
  SWITCH: (args, scope) => followed("SWITCH", args, scope),
};

function truthIn(value: Computed): Computed {
  if (value instanceof NotCalculated) return value;
  const one = theOne(value);
  return one === undefined ? new NotCalculated("IF over a range") : truthOf(one);
}

/** Calculates what may or may not be used, so that the calls in it are told of. */
function unsure(reason: Computed, args: readonly (Expression | null)[], scope: Scope): Computed {
  for (const arg of args) valueOf(arg, { ...scope, isUnsure: true });
  return reason;
}

function followed(name: string, [first = null, ...others]: readonly (Expression | null)[], scope: Scope): Computed {
  valueOf(first, scope);
  return unsure(new NotCalculated(name), others, scope);
}

function replaced(
  value: Expression | null,
  instead: Expression | null,
  scope: Scope,
  isMeant: (code: string) => boolean,
): Computed {
  const tried = valueOf(value, scope);
  if (tried instanceof NotCalculated) return unsure(tried, [instead], scope);
  const isReplaced = rowsOf(tried)
    .flat()
    .some((cell) => isError(cell) && isMeant(cell.basicValue));
  if (!isReplaced) return tried;
  const other = valueOf(instead, scope) ?? 0;
  return theOne(tried) === undefined ? new NotCalculated("IFERROR over a range") : other;
}
