import { parse, tokenTypes, type AstExpression, type Token } from "@borgar/fx/xlsx";
import { own } from "./own";
import { tokensOf } from "./tokens";

export type Expression = AstExpression;
export type Reference = Extract<Expression, { type: "ReferenceIdentifier" }>;
export type Call = Extract<Expression, { type: "CallExpression" }>;

/** A formula as a tree, and the text that its parts were read from. */
export interface ReadFormula {
  readonly text: string;
  readonly tree: Expression;
}

/** Deeper than people nest, and no deeper than a program may: each level is a call within a call. */
const MOST_LEVELS = 1000;

/** @returns undefined for what is no formula */
export function readFormula(formula: string): ReadFormula | undefined {
  const text = own.mended(formula, false);
  try {
    const tree = parse(withCallsClosed(tokensOf(text)));
    return isWithin(tree, MOST_LEVELS) ? { text, tree } : undefined;
  } catch {
    // The reader says that a formula is none by throwing, whatever it stumbled over.
    return undefined;
  }
}

const { FUNCTION, REF_NAMED, WHITESPACE } = tokenTypes;

/** LOANBALANCE (A1), with a space, is read as the call that spreadsheets take it for, not as an intersection. */
function withCallsClosed(tokens: readonly Token[]): Token[] {
  const isSpaced = (at: number) =>
    tokens[at]?.type === REF_NAMED &&
    own.isOne(tokens[at].value) &&
    tokens[at + 1]?.type === WHITESPACE &&
    tokens[at + 2]?.value === "(";
  return tokens.flatMap((token, at) => {
    if (isSpaced(at - 1)) return [];
    return [isSpaced(at) ? { ...token, type: FUNCTION } : token];
  });
}

function isWithin(tree: Expression, levels: number): boolean {
  return levels > 0 && partsOf(tree).every((part) => isWithin(part, levels - 1));
}

/** The expressions that an expression is made of, in the order written. */
function partsOf(expression: Expression): Expression[] {
  const isGiven = (part: Expression | null | undefined): part is Expression => Boolean(part);
  switch (expression.type) {
    case "UnaryExpression":
    case "BinaryExpression":
      return expression.arguments;
    case "CallExpression":
      return [calleeOf(expression), ...expression.arguments].filter(isGiven);
    case "ArrayExpression":
      return expression.elements.flat();
    case "LetExpression":
      return [...expression.declarations.map(({ init }) => init), expression.body].filter(isGiven);
    case "LambdaExpression":
      return [expression.body].filter(isGiven);
    default:
      return [];
  }
}

/** What is called where it is no function's name: LAMBDA(x,x)(1). */
export function calleeOf({ callee }: Call): Expression | undefined {
  return callee.type === "Identifier" ? undefined : (callee as unknown as Expression);
}

/** The function that is called, in capitals and without the mark of a function newer than its file; "" for none. */
export function nameOf(call: Call): string {
  return calleeOf(call) ? "" : call.callee.name.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/, "");
}

/** Every expression of a tree, itself first. */
export function everyPartOf(tree: Expression): Expression[] {
  return [tree, ...partsOf(tree).flatMap(everyPartOf)];
}

/** The calls of our functions, in the order written, outer ones first. */
export function ownCallsOf(tree: Expression): Call[] {
  return everyPartOf(tree).filter((part): part is Call => part.type === "CallExpression" && own.isOne(nameOf(part)));
}

/** What an expression was read from, with the parentheses around the parts at its ends, which the parser leaves out. */
export function textOf({ text }: ReadFormula, { loc }: Expression): string {
  if (!loc) return "";
  let [start = 0, end = 0] = loc;
  const { opened, closed } = unmatched(text.slice(start, end));
  for (let left = closed; left > 0; left--) start = text.lastIndexOf("(", start - 1);
  for (let left = opened; left > 0; left--) end = text.indexOf(")", end) + 1;
  return text.slice(start, end);
}

/** How many parentheses of a part of a formula have no partner in it; those within quotes are text. */
function unmatched(part: string): { readonly opened: number; readonly closed: number } {
  let [opened, closed, quote] = [0, 0, ""];
  for (const sign of part) {
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "(") opened++;
    else if (sign === ")" && opened > 0) opened--;
    else if (sign === ")") closed++;
  }
  return { opened, closed };
}
