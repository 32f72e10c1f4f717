import { tokenTypes } from "@borgar/fx/xlsx";
import { own } from "./own";
import { tokensOf } from "./tokens";

const { FUNCTION, NEWLINE, STRING, WHITESPACE } = tokenTypes;

/** Whether two formulas calculate alike: spaces, case and the marks that Excel adds by itself do not count, text does. */
export function calculateAlike(a: string, b: string): boolean {
  return a === b || essence(a) === essence(b);
}

function essence(formula: string): string {
  return tokensOf(own.mended(formula, true))
    .filter(({ type, value }) => type !== WHITESPACE && type !== NEWLINE && value !== "@")
    .map(({ type, value }) => (type === STRING ? value : bareName(type, value.toUpperCase())))
    .join("");
}

function bareName(type: string, value: string): string {
  return type === FUNCTION ? value.replace(/^_XLFN\./, "") : value;
}
