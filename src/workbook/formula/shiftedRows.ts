import { stringifyTokens, translateTokensToA1, translateTokensToR1C1 } from "@borgar/fx/xlsx";
import { piecesOf } from "./tokens";

/** A formula as it reads so many rows below: relative rows move, those after a dollar sign stay. */
export function shiftedRows(formula: string, by: number): string {
  const relative = translateTokensToR1C1(piecesOf(formula), "A1");
  return stringifyTokens(translateTokensToA1(relative, `A${1 + by}`, { wrapEdges: false }));
}
