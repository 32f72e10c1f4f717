import { parseStructRef, stringifyStructRef, tokenTypes, type Token } from "@borgar/fx/xlsx";
import type { OwnFunctions } from "../../workbook/formula/ownFunctions";
import { piecesOf } from "../../workbook/formula/tokens";
import { FileError } from "../fileError";
import { declaredNames } from "./declaredNames";
import { markOf } from "./futureFunctions";
import { closingOf, operandEnd, operandStart } from "./operands";

const { FUNCTION, OPERATOR, REF_NAMED, REF_STRUCT, UNKNOWN } = tokenTypes;

/** Where a formula is to stand, as far as what is stored depends on it. */
export interface FormulaPlace {
  readonly own: OwnFunctions;
  /** That of the add-in: "ACME", "ACME.FIN", or "". */
  readonly namespace: string;
  /** The table that the cell is in, which Excel names where a person types [@Shares]. */
  readonly table?: string | undefined;
}

/**
 * A formula as a file stores it, without "=": our functions as _xldudf_NAMESPACE_NAME, Excel's newer ones behind
 * _xlfn., the names of LET and LAMBDA behind _xlpm., @ and # as the functions SINGLE and ANCHORARRAY, and references
 * within a table with its name.
 */
export function storedFormula(typed: string, place: FormulaPlace): string {
  const tokens = piecesOf(typed);
  const isFormula = typed.startsWith("=") && tokens.length > 1 && tokens.every(isRead);
  if (!isFormula || !isBalanced(tokens))
    throw new FileError(`a formula must be one that Excel can read; received ${shortened(typed)}`);
  const declared = declaredNames(tokens);
  const texts = tokens.map((token, at) => {
    const mark = declared.get(at);
    if (mark !== undefined) return mark + token.value.replace(/^\[(.*)\]$/, "$1");
    if (token.type === FUNCTION) return storedCall(token.value, place);
    if (token.type === REF_STRUCT) return storedReference(token.value, tokens[at - 1], place.table);
    return isHandedOn(tokens, at) ? `_xleta.${token.value.toUpperCase()}` : token.value;
  });
  writeOperators(tokens, texts);
  return texts.slice(1).join("");
}

function isRead({ type, unterminated }: Token): boolean {
  return type !== UNKNOWN && !unterminated;
}

function isBalanced(tokens: readonly Token[]): boolean {
  let depth = 0;
  const isSound = tokens.every(({ type, value }) => {
    if (type === OPERATOR && value === "(") depth++;
    if (type === OPERATOR && value === ")") depth--;
    return depth >= 0;
  });
  return isSound && depth === 0;
}

function storedCall(name: string, { own, namespace }: FormulaPlace): string {
  const prefix = namespace === "" ? "" : `${namespace.replaceAll(".", "_")}_`;
  const bare = namespace !== "" && isWithin(name, namespace) ? name.slice(namespace.length + 1) : name;
  if (own.isOne(bare)) return `_xldudf_${prefix}${bare.toUpperCase()}`;
  return /^_xl/i.test(name) ? name : markOf(name) + (markOf(name) ? name.toUpperCase() : name);
}

function isWithin(name: string, namespace: string): boolean {
  return name.toUpperCase().startsWith(`${namespace.toUpperCase()}.`);
}

/** [@Shares] as Periods[[#This Row],[Shares]]; Periods[@Shares] so too, where the table's name is the token before. */
function storedReference(text: string, before: Token | undefined, table: string | undefined): string {
  const reference = parseStructRef(text);
  if (!reference) return text;
  if (before?.type === REF_NAMED) return stringifyStructRef(reference, { thisRow: true });
  if (table === undefined) throw new FileError(`${text} must stand in a table, or name one: Periods${text}`);
  return stringifyStructRef({ ...reference, table }, { thisRow: true });
}

/** A function that is handed to another by its name: =BYROW(A1:B2,SUM). */
function isHandedOn(tokens: readonly Token[], at: number): boolean {
  const { type, value } = tokens[at] as Token;
  return type === REF_NAMED && HANDED_ON.has(value.toUpperCase()) && tokens[at - 1]?.value === "," && hasTaker(tokens);
}

const HANDED_ON: ReadonlySet<string> = new Set(
  "SUM AVERAGE COUNT COUNTA MAX MIN PRODUCT MEDIAN MODE.SNGL STDEV.S STDEV.P VAR.S VAR.P CONCAT ARRAYTOTEXT AND OR XOR ROWS COLUMNS PERCENTOF".split(
    " ",
  ),
);
const TAKERS = /^(?:BYROW|BYCOL|MAP|REDUCE|SCAN|MAKEARRAY|GROUPBY|PIVOTBY)$/i;

function hasTaker(tokens: readonly Token[]): boolean {
  return tokens.some(({ type, value }) => type === FUNCTION && TAKERS.test(value));
}

/** @ stands before its operand, # behind it. */
function writeOperators(tokens: readonly Token[], texts: string[]): void {
  tokens.forEach(({ type, value }, at) => {
    if (type !== OPERATOR || value !== "#") return;
    const start = operandStart(tokens, at);
    texts[start] = `_xlfn.ANCHORARRAY(${texts[start]}`;
    texts[at] = ")";
  });
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { type, value } = tokens[at] as Token;
    if (type === OPERATOR && value === "@") writeSingle(tokens, texts, at);
  }
}

function writeSingle(tokens: readonly Token[], texts: string[], at: number): void {
  const end = operandEnd(tokens, at + 1);
  texts[at] = "_xlfn.SINGLE(";
  // =@(A1:A3+1): the parentheses are those of the function.
  if (tokens[at + 1]?.value === "(" && closingOf(tokens, at + 1) === end) texts[at] = "_xlfn.SINGLE";
  else texts[end] += ")";
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
