import { optional, readNotNegative, readNumber, readPositive } from "../../core/given";
import { basicEps } from "../../core/eps/basicEps";
import { treasuryStockMethod } from "../../core/eps/treasuryStockMethod";
import { rounded, toNumber, ZERO } from "../../core/number/fraction";
import { answer } from "../cells/answer";
import { elementwise } from "../cells/elementwise";
import { readDecimals } from "./epsArguments";

/**
 * Basic earnings per share: income available to common stockholders over weighted-average common shares, rounded once, half away from zero (ASC 260-10-45-10; IAS 33.9).
 * @customfunction BASICEPS
 * @param {any[][]} income Income or loss of the period, before preferred dividends. One cell or a range.
 * @param {any[][]} shares Weighted-average common shares outstanding, more than zero. One cell or a range.
 * @param {any[][]} [preferredDividends] Preferred dividends of the period, deducted from income. Zero when omitted.
 * @param {any} [decimals] Decimals of the answer. Two when omitted.
 * @returns {any[][]} Currency per share, in the shape of the ranges given.
 * @example =BASICEPS(-455000,7737946)
 * @throws =BASICEPS(5,0) #VALUE! shares must be more than zero; received 0
 * @throws =BASICEPS("5",1000) #VALUE! income must be a number; received "5"
 * @throws =BASICEPS(5,"many") #VALUE! shares must be a number; received "many"
 * @throws =BASICEPS({5;6;7},{1;2}) #VALUE! shares must be one cell or as large as the other ranges (3 rows); received 2 rows
 * @throws =BASICEPS(5,1000,,2.5) #VALUE! decimals must be a whole number; received 2.5
 * @throws =BASICEPS(5,1000,,99) #VALUE! decimals must be from 0 to 12; received 99
 */
export function BASICEPS(income: any[][], shares: any[][], preferredDividends?: any[][], decimals?: any): any[][] {
  return answer(() => {
    const places = readDecimals(decimals);
    const columns = {
      income: [income, readNumber],
      shares: [shares, readPositive],
      preferredDividends: [preferredDividends, optional(readNumber, ZERO)],
    } as const;
    return elementwise(columns, (line) =>
      toNumber(rounded(basicEps(line.income, line.shares, line.preferredDividends), places)),
    );
  });
}

/**
 * Incremental shares of options, warrants or share awards by the treasury stock method: shares issued on exercise, less those that the proceeds buy back at the average market price. Zero when out of the money, or when the proceeds buy back as many; unrounded (ASC 260-10-45-23; IAS 33.45).
 * @customfunction INCREMENTALSHARES
 * @param {any[][]} number Shares under option, or awards that will vest. One cell or a range.
 * @param {any[][]} exercisePrice What the holder pays for one share; 0 for restricted stock units. One cell or a range.
 * @param {any[][]} averagePrice Average market price of one share in the period, more than zero. One cell or a range.
 * @param {any[][]} [unrecognizedCost] Average compensation cost not yet recognized, for the whole grant; plus an excess tax benefit, less a shortfall. Zero when omitted.
 * @returns {any[][]} Shares, in the shape of the ranges given.
 * @example =INCREMENTALSHARES(50000,24,30)
 * @throws =INCREMENTALSHARES(100,10,0) #VALUE! averagePrice must be more than zero; received 0
 * @throws =INCREMENTALSHARES(-100,10,20) #VALUE! number must be zero or more; received -100
 * @throws =INCREMENTALSHARES(100,"10",20) #VALUE! exercisePrice must be a number; received "10"
 */
export function INCREMENTALSHARES(
  number: any[][],
  exercisePrice: any[][],
  averagePrice: any[][],
  unrecognizedCost?: any[][],
): any[][] {
  const columns = {
    number: [number, readNotNegative],
    exercisePrice: [exercisePrice, readNotNegative],
    averagePrice: [averagePrice, readPositive],
    unrecognizedCost: [unrecognizedCost, optional(readNumber, ZERO)],
  } as const;
  return answer(() =>
    elementwise(columns, ({ averagePrice: averageMarketPrice, ...grant }) =>
      toNumber(treasuryStockMethod({ ...grant, averageMarketPrice })),
    ),
  );
}
