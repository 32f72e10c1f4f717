import { stringifyTokens, tokenTypes, translateTokensToA1, translateTokensToR1C1, type Token } from "@borgar/fx/xlsx";
import { columnName } from "../../workbook/book/address";
import { tokensOf } from "../../workbook/formula/tokens";

/** A formula that cells share: stored for the first of them, it reads on for the others with its references moved. */
export class SharedFormula {
  private readonly relative: readonly Token[] | undefined;

  /** @param stored for a cell of that row and column, counted from 0 */
  constructor(
    private readonly stored: string,
    private readonly row: number,
    private readonly column: number,
  ) {
    const tokens = tokensOf(`=${stored}`);
    const isRead = tokens.every(({ type }) => type !== tokenTypes.UNKNOWN);
    this.relative = isRead ? translateTokensToR1C1(tokens, cellName(row, column)) : undefined;
  }

  /** undefined for a formula that cannot be read, and so not be moved. */
  at(row: number, column: number): string | undefined {
    if (row === this.row && column === this.column) return this.stored;
    if (!this.relative) return undefined;
    return stringifyTokens(translateTokensToA1([...this.relative], cellName(row, column))).slice(1);
  }
}

function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
