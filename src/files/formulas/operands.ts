import { tokenTypes, type Token } from "@borgar/fx/xlsx";
import { closing } from "../../workbook/formula/tokens";
import { FileError } from "../fileError";

const { CONTEXT, CONTEXT_QUOTE, FUNCTION, OPERATOR } = tokenTypes;

/** The parenthesis that closes the one at a place, in a formula that a file stores. */
export function closingOf(tokens: readonly Token[], open: number): number {
  const end = closing(tokens, open);
  if (end < 0) throw new FileError("a formula must close each parenthesis that it opens");
  return end;
}

/** The last token of what begins at a place: a reference with its sheet, a call, what stands in parentheses; and # behind. */
export function operandEnd(tokens: readonly Token[], start: number): number {
  let at = start;
  // =@@A1
  while (tokens[at]?.value === "@") at++;
  while (isPlace(tokens[at]) || tokens[at]?.value === "!") at++;
  if (tokens[at]?.type === FUNCTION) at++;
  if (tokens[at]?.value === "(") at = closingOf(tokens, at);
  if (at >= tokens.length) throw new FileError("a formula must have something to the right of @");
  const next = tokens[at + 1]?.value;
  if (next === "#") return at + 1;
  return next === ":" ? operandEnd(tokens, at + 2) : at;
}

/** The first token of the reference that ends before a place. */
export function operandStart(tokens: readonly Token[], end: number): number {
  let at = end - 1;
  if (at < 1 || tokens[at]?.type === OPERATOR) throw new FileError("a formula must have a cell or a name before #");
  while (tokens[at - 1]?.value === "!" || isPlace(tokens[at - 1])) at--;
  return at;
}

function isPlace(token: Token | undefined): boolean {
  return token?.type === CONTEXT || token?.type === CONTEXT_QUOTE;
}
