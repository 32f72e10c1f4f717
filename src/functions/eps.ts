import { basicEps } from "../core/eps/basicEps";
import { rounded, toNumber, ZERO } from "../core/number/fraction";
import { answer } from "./answer";
import { isBlank, readNumber, readWholeNumber } from "./arguments";
import { elementwise } from "./elementwise";

/**
 * Basic earnings per share: income available to common stockholders over weighted-average common shares, rounded once, half away from zero (ASC 260-10-45-10; IAS 33.9).
 * @customfunction BASICEPS
 * @param {any[][]} income Income or loss of the period, before preferred dividends. One cell or a range.
 * @param {any[][]} shares Weighted-average common shares outstanding, more than zero. One cell or a range.
 * @param {any[][]} [preferredDividends] Preferred dividends of the period, deducted from income. Zero when omitted.
 * @param {number} [decimals] Decimals of the answer. Two when omitted.
 * @returns {any[][]} Currency per share, in the shape of the ranges given.
 */
export function BASICEPS(income: any[][], shares: any[][], preferredDividends?: any[][], decimals?: number): any[][] {
  return answer(() => {
    const places = isBlank(decimals) ? 2 : readWholeNumber("decimals", decimals);
    return elementwise({ income, shares, preferredDividends }, ["income", "shares"], (row) => {
      const dividends = row.preferredDividends;
      const exact = basicEps(
        readNumber(row.income.name, row.income.cell),
        readNumber(row.shares.name, row.shares.cell),
        isBlank(dividends.cell) ? ZERO : readNumber(dividends.name, dividends.cell),
      );
      return toNumber(rounded(exact, places));
    });
  });
}
