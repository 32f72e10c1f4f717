import { tokenTypes, type Token } from "@borgar/fx/xlsx";
import type { OwnFunctions } from "../../workbook/formula/ownFunctions";
import { piecesOf } from "../../workbook/formula/tokens";

const { CONTEXT, CONTEXT_QUOTE, FUNCTION, OPERATOR, REF_NAMED, REF_RANGE, REF_STRUCT, WHITESPACE } = tokenTypes;

/**
 * A formula as a person types it, with "=", from what a file stores: names without marks, @ for _xlfn.SINGLE( ) and #
 * for _xlfn.ANCHORARRAY( ). A function of another add-in keeps its mark.
 */
export function typedFormula(stored: string, own: OwnFunctions): string {
  // A sheet may hold a hundred thousand formulas: only those with a mark are read, and most of these are plain calls.
  if (!/_xl/i.test(stored)) return `=${stored}`;
  if (isPlain(stored)) return `=${stored.replace(MARKED_CALL, (call, name: string) => unmarked(call, name, own))}`;
  const tokens = piecesOf(own.mended(`=${stored}`, false));
  return withOperators(tokens.map((token, at) => bare(token, tokens[at + 1])));
}

const MARKED_CALL = /(?<![\w.])((?:_xl(?:fn|ws)\.)*(?:_xldudf_)?[\w.]+)(?=\()/gi;

/** Without text, names of sheets and columns, other books, and the two functions that stand for operators. */
function isPlain(stored: string): boolean {
  return !/["'[!]|_xlfn\.(?:SINGLE|ANCHORARRAY)|_xl(?:pm|op|eta)\./i.test(stored);
}

function unmarked(call: string, name: string, own: OwnFunctions): string {
  const [, marks = "", rest = ""] = /^((?:_xl(?:fn|ws)\.)*)(.*)$/i.exec(name) ?? [];
  if (!/^_xldudf_/i.test(rest)) return rest;
  const last = rest.slice(rest.search(/[^_.]*$/));
  if (own.isOne(last)) return last.toUpperCase();
  return marks === "" ? call : rest;
}

/** What Excel marks: newer functions, their names of variables, a function that is handed to another. */
function bare(token: Token, next: Token | undefined): Token {
  if (token.type !== FUNCTION && token.type !== REF_NAMED) return token;
  if (/^_xlop\./i.test(token.value)) return optional(token, next);
  const value = token.value.replace(/^(?:_xl(?:fn|ws|pm|eta)\.)+/i, "");
  // The two that are operators are found by their mark.
  return isOperator(token) ? token : { ...token, value };
}

/** =LAMBDA([rate],ISOMITTED(rate)): in brackets where it is declared. */
function optional(token: Token, next: Token | undefined): Token {
  const name = token.value.replace(/^_xlop\./i, "");
  return next?.value === "," ? { ...token, type: REF_STRUCT, value: `[${name}]` } : { ...token, value: name };
}

function isOperator({ type, value }: Token): boolean {
  return type === FUNCTION && /^_xlfn\.(?:SINGLE|ANCHORARRAY)$/i.test(value);
}

interface OpenCall {
  readonly at: number;
  readonly operator: "SINGLE" | "ANCHORARRAY" | undefined;
}

/** Writes the operators in one pass: each parenthesis that closes says what becomes of the call. */
function withOperators(tokens: readonly Token[]): string {
  const texts = tokens.map(({ value }) => value);
  const open: OpenCall[] = [];
  tokens.forEach(({ type, value }, at) => {
    if (type !== OPERATOR) return;
    if (value === "(") open.push({ at, operator: operatorOf(tokens[at - 1]) });
    if (value !== ")") return;
    const call = open.pop();
    if (call?.operator === "SINGLE") writeSingle(tokens, texts, call.at, at);
    if (call?.operator === "ANCHORARRAY") writeAnchor(tokens, texts, call.at, at);
  });
  return texts.join("");
}

function operatorOf(token: Token | undefined): OpenCall["operator"] {
  if (!token || !isOperator(token)) return undefined;
  return /SINGLE$/i.test(token.value) ? "SINGLE" : "ANCHORARRAY";
}

function writeSingle(tokens: readonly Token[], texts: string[], open: number, close: number): void {
  texts[open - 1] = "@";
  if (!isOneOperand(tokens.slice(open + 1, close))) return;
  texts[open] = "";
  texts[close] = "";
}

/** What is no single reference cannot bear the operator: the function stays. */
function writeAnchor(tokens: readonly Token[], texts: string[], open: number, close: number): void {
  const operand = tokens.slice(open + 1, close).filter(({ type }) => type !== WHITESPACE);
  const last = operand.at(-1)?.type;
  const isReference = (last === REF_RANGE || last === REF_NAMED) && operand.slice(0, -1).every(isPlace);
  if (!isReference) return;
  texts[open - 1] = "";
  texts[open] = "";
  texts[close] = "#";
}

function isPlace({ type, value }: Token): boolean {
  return type === CONTEXT || type === CONTEXT_QUOTE || value === "!";
}

/** A reference or a call: the operator @ holds for all of it without parentheses. */
function isOneOperand(operand: readonly Token[]): boolean {
  let depth = 0;
  return operand.every(({ type, value }) => {
    if (type === OPERATOR && value === "(") depth++;
    if (type === OPERATOR && value === ")") depth--;
    const isWithin = depth > 0 || value === ")";
    return (
      isWithin || type === FUNCTION || value === "!" || value === ":" || !(type === OPERATOR || type === WHITESPACE)
    );
  });
}
