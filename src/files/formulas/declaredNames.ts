import { tokenTypes, type Token } from "@borgar/fx/xlsx";
import { closingOf } from "./operands";

const { FUNCTION, OPERATOR, REF_NAMED, REF_STRUCT, WHITESPACE } = tokenTypes;

interface Declaration {
  readonly name: string;
  readonly mark: string;
  /** The parentheses within which the name holds. */
  readonly from: number;
  readonly to: number;
}

/** The marks of the names that LET and LAMBDA declare, by the places where they are declared or used. */
export function declaredNames(tokens: readonly Token[]): ReadonlyMap<number, string> {
  const declarations = tokens.flatMap(({ type, value }, at) =>
    type === FUNCTION && /^(?:_xlfn\.)?(?:LET|LAMBDA)$/i.test(value) ? declaredIn(tokens, at) : [],
  );
  if (declarations.length === 0) return new Map();
  return new Map(
    tokens.flatMap(({ type, value }, at): [number, string][] => {
      if (type !== REF_NAMED && type !== FUNCTION && type !== REF_STRUCT) return [];
      // Periods[x] is a column, whatever x is.
      if (type === REF_STRUCT && tokens[at - 1]?.type === REF_NAMED) return [];
      const name = value.replace(/^\[(.*)\]$/, "$1").toUpperCase();
      const found = declarations.findLast((one) => one.name === name && one.from <= at && at <= one.to);
      return found ? [[at, found.mark]] : [];
    }),
  );
}

/** LET declares each other argument, LAMBDA all but the last; [rate] in brackets may be left out. */
function declaredIn(tokens: readonly Token[], at: number): Declaration[] {
  const [from, to] = [at + 1, closingOf(tokens, at + 1)];
  const isLet = /LET$/i.test((tokens[at] as Token).value);
  return argumentsWithin(tokens, from, to).flatMap((argument, index, all): Declaration[] => {
    const [token, ...rest] = argument;
    const isDeclared = index < all.length - 1 && (!isLet || index % 2 === 0);
    if (!isDeclared || !token || rest.length > 0) return [];
    if (token.type === REF_NAMED) return [{ name: token.value.toUpperCase(), mark: "_xlpm.", from, to }];
    if (token.type !== REF_STRUCT) return [];
    return [{ name: token.value.slice(1, -1).toUpperCase(), mark: "_xlop.", from, to }];
  });
}

/** The tokens of each argument between two parentheses, without white space. */
function argumentsWithin(tokens: readonly Token[], open: number, close: number): Token[][] {
  const list: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open + 1, close)) {
    if (token.type === OPERATOR && (token.value === "(" || token.value === "{")) depth++;
    if (token.type === OPERATOR && (token.value === ")" || token.value === "}")) depth--;
    if (token.value === "," && depth === 0) list.push([]);
    else if (token.type !== WHITESPACE) list.at(-1)?.push(token);
  }
  return list;
}
