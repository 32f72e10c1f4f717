import { readNotNegative } from "../../core/given";
import { weightedAverageShares } from "../../core/eps/weightedAverageShares";
import { toNumber } from "../../core/number/fraction";
import { answer } from "../cells/answer";
import { asRange, givenCell, isEmpty, readDate } from "../cells/arguments";
import { readPeriod } from "./epsArguments";
import { readChanges } from "./shareLedger";

/**
 * Weighted-average common shares of a period: each count of shares by the time it was outstanding, the day of issue included; splits, stock dividends and the bonus element of rights restate all that came before (ASC 260-10-45-10, 55-12; IAS 33.19-29). Unrounded.
 * @customfunction WEIGHTEDSHARES
 * @param {any} start First day of the period.
 * @param {any} end Last day of the period.
 * @param {any} opening Shares outstanding at the start of the period, before the first change.
 * @param {any[][]} [changes] Rows of Date, Kind, Quantity, Exercise price, Market price, with or without a header row; with one, in any order, and with a Balance that is checked after each change. Kind: "issue", "repurchase", "split" (2 or "2-for-1"), "reverse split" (0.1 or "1-for-10"), "stock dividend" (0.05 or "5%") or "rights" (new shares or "1-for-7", with their exercise price and the market price before), or as a transfer agent words it ("Treasury stock acquired", "RSU vest"). Without kinds the sign of the quantity tells. A change counts from its date on; a split after the period still restates it.
 * @param {any} [weighting] "days" (when omitted) or "months": whole months, a date up to the 15th from the first of its month, a later one from the first of the next.
 * @param {any} [openingDate] Day of the opening count, when that is before start; earlier changes are then counted from it.
 * @returns {number} Shares.
 * @example =WEIGHTEDSHARES(DATE(2026,1,1),DATE(2026,3,31),1000000,{46068,"issue",90000})
 * @throws =WEIGHTEDSHARES(DATE(2026,3,31),DATE(2026,1,1),1000) #VALUE! end must not be before start, 2026-03-31; received 2026-01-01
 * @throws =WEIGHTEDSHARES(DATE(2026,1,1),DATE(2026,3,31),1000,{46068,"gift",90}) #VALUE! changes row 1, column 2 (Kind) must be "issue", "repurchase", "split", "reverse split", "stock dividend", "rights" or "balance"; received "gift"
 * @throws =WEIGHTEDSHARES(DATE(2026,1,1),DATE(2026,3,31),1000,{46068,"repurchase",5000}) #VALUE! changes row 1, column 3 (Quantity) must leave zero shares or more outstanding; received -4000
 * @throws =WEIGHTEDSHARES(DATE(2026,1,1),DATE(2026,3,31),1000,IF(SEQUENCE(501)>0,{46068,"split",2})) #VALUE! changes must hold at most 500 splits, stock dividends and rights issues; received 501
 * @throws =WEIGHTEDSHARES(DATE(2026,1,1),DATE(2026,3,31),1000,{46068,"reverse split",10}) #VALUE! changes row 1, column 3 (Quantity) must be less than one for a reverse split (0.1 or "1-for-10"); received 10
 */
export function WEIGHTEDSHARES(
  start: any,
  end: any,
  opening: any,
  changes?: any[][],
  weighting?: any,
  openingDate?: any,
): number {
  return answer(() => {
    const period = readPeriod(start, end, weighting);
    const since = isEmpty(openingDate) ? period.start : readDate(givenCell("openingDate", openingDate));
    const before = readNotNegative(givenCell("opening", opening));
    return toNumber(weightedAverageShares(period, before, readChanges(asRange(changes), before, since)));
  });
}
