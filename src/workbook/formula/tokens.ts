import { mergeRefTokens, tokenize, tokenTypes, type Token } from "@borgar/fx/xlsx";

const { CONTEXT_QUOTE, OPERATOR, UNKNOWN } = tokenTypes;

/** A formula is no longer than this in Excel. */
const MOST_CHARACTERS = 8192;

/**
 * The pieces of a formula; joined again they give the formula to the letter. References are in their parts: the sheet
 * or book, the exclamation mark, the cells. A text too long for a formula is one piece: the reader takes minutes over a
 * hundred thousand quotation marks.
 */
export function piecesOf(formula: string): Token[] {
  return formula.length > MOST_CHARACTERS
    ? [{ type: UNKNOWN, value: formula }]
    : withPathsWhole(formula, tokenize(formula, { mergeRefs: false, negativeNumbers: false, withLocation: false }));
}

/** The pieces of a formula with each reference whole and each constant with its sign, as a tree of it is made of them. */
export function tokensOf(formula: string): Token[] {
  return formula.length > MOST_CHARACTERS
    ? piecesOf(formula)
    : mergeRefTokens(withPathsWhole(formula, tokenize(formula, { mergeRefs: false, withLocation: true })));
}

/** The parenthesis that closes the one at a place; -1 when it stays open. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { type, value } = tokens[at] as Token;
    if (type !== OPERATOR) continue;
    if (value === "(") depth++;
    if (value === ")" && --depth === 0) return at;
  }
  return -1;
}

/** What stands in quotation marks before an exclamation mark; a quotation mark in it is doubled. */
const QUOTED = /^'(?:[^']|'')*'$/;

/**
 * The reader takes a path for references: 'C:\2024 A5\[Book.xlsx]Sheet1'! comes in pieces, since it expects no bracket
 * after a colon. They are put together again.
 */
function withPathsWhole(formula: string, tokens: readonly Token[]): Token[] {
  if (!formula.includes("'!")) return [...tokens];
  const whole: Token[] = [];
  for (const token of tokens) {
    const last = whole.at(-1);
    if (token.value === "!" && last?.value.endsWith("'") && last.type !== CONTEXT_QUOTE) joinLast(whole);
    whole.push(token);
  }
  return whole;
}

/** Joins the last tokens from the one on that opens the quotation. */
function joinLast(tokens: Token[]): void {
  let value = "";
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    value = token.value + value;
    if (!QUOTED.test(value)) continue;
    const end = tokens.at(-1)?.loc?.[1];
    const loc = token.loc && end !== undefined ? { loc: [token.loc[0], end] as [number, number] } : {};
    tokens.splice(at, Infinity, { type: CONTEXT_QUOTE, value, ...loc });
    return;
  }
}
