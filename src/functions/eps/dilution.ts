import { isBlank, readYesNo } from "../../core/given";
import { dilutedEps, dilution } from "../../core/eps/dilution";
import { compiledPeriod, dilutedEpsOfGrants, type PricedGrants } from "../../core/eps/grants";
import { plus, rounded, toNumber } from "../../core/number/fraction";
import { answer } from "../cells/answer";
import { givenCell } from "../cells/arguments";
import { readDilutive } from "./dilutive";
import { elementwise } from "../cells/elementwise";
import { incomeColumns, incomeLine, readDecimals, readWeightedPeriod, type IncomeLine } from "./epsArguments";

/**
 * Diluted earnings per share by the antidilution sequence, rounded once, half away from zero: each issue of potential shares is taken on its own, most dilutive first, and included only if it lowers earnings per share; a loss admits none (ASC 260-10-45-17; IAS 33.41).
 * @customfunction DILUTEDEPS
 * @param {any[][]} income Income or loss of the line, before preferred dividends. One cell or a range of periods.
 * @param {any[][]} shares Weighted-average common shares outstanding, more than zero. One cell or a range.
 * @param {any[][]} [dilutive] Incremental share counts as an exhibit prints them (a row of counts for each period of a column, a column of counts for each period of a row), or a securities table with a header row: Security, Type (option, warrant, RSU, convertible debt, convertible preferred, contingent, written put, purchased option, subsidiary, incremental), Number, Conversion ratio, Exercise price, Average price, Unrecognized cost, Add-back (after tax, or before it beside a Tax rate), From and To (first and last day outstanding) or Weight (part of the period, at most 1); or a ledger of grants: Grant, Date, Event (outstanding, granted, exercised, forfeited, expired, repriced), Number, Exercise price, Average price.
 * @param {any[][]} [preferredDividends] Preferred dividends of the period, deducted from income. Zero when omitted.
 * @param {any} [decimals] Decimals of the answer. Two when omitted.
 * @param {any[][]} [controlNumber] Income from continuing operations available to common stockholders (after preferred dividends), where income is another line. It decides what is dilutive.
 * @param {any} [addBacks] FALSE for a line without continuing operations (discontinued, extraordinary), to which add-backs do not belong. TRUE when omitted.
 * @param {any} [start] First day of the period, for securities with From or To.
 * @param {any} [end] Last day of the period, for securities with From or To.
 * @param {any} [weighting] How From and To are weighted: "days" (when omitted) or "months".
 * @returns {any[][]} Currency per share, in the shape of the ranges given.
 * @example =DILUTEDEPS(1200000,400000,{10000,25000})
 */
export function DILUTEDEPS(
  income: any[][],
  shares: any[][],
  dilutive?: any[][],
  preferredDividends?: any[][],
  decimals?: any,
  controlNumber?: any[][],
  addBacks?: any,
  start?: any,
  end?: any,
  weighting?: any,
): any[][] {
  return answer(() => {
    const places = readDecimals(decimals);
    const takesAddBacks = isBlank(addBacks) || readYesNo(givenCell("addBacks", addBacks));
    const { joinedAt, grants } = readDilutive(dilutive, readWeightedPeriod(start, end, weighting));
    return elementwise(incomeColumns({ income, shares, preferredDividends, controlNumber }), (values, place) => {
      const line = incomeLine(values);
      if (grants) return epsWithGrants(line, grants, places);
      const included = dilution(line.controlNumber, line.weightedAverageShares, joinedAt(place));
      return toNumber(
        rounded(dilutedEps(line.availableToCommon, line.weightedAverageShares, included, takesAddBacks), places),
      );
    });
  });
}

function epsWithGrants(line: IncomeLine, { grants, averageMarketPrice }: PricedGrants, decimals: number): number {
  return dilutedEpsOfGrants(compiledPeriod({ ...line, averageMarketPrice }, grants, decimals));
}

/**
 * Shares of diluted earnings per share: weighted-average common shares and the incremental shares of every issue that the antidilution sequence includes, unrounded (ASC 260-10-45-16; IAS 33.36).
 * @customfunction DILUTEDSHARES
 * @param {any[][]} income Income or loss of the period, before preferred dividends. One cell or a range of periods.
 * @param {any[][]} shares Weighted-average common shares outstanding, more than zero. One cell or a range.
 * @param {any[][]} [dilutive] Incremental share counts or a securities table, as in DILUTEDEPS.
 * @param {any[][]} [preferredDividends] Preferred dividends of the period, deducted from income. Zero when omitted.
 * @param {any[][]} [controlNumber] Income from continuing operations available to common stockholders (after preferred dividends), where income is another line. It decides what is dilutive.
 * @param {any} [start] First day of the period, for securities with From or To.
 * @param {any} [end] Last day of the period, for securities with From or To.
 * @param {any} [weighting] How From and To are weighted: "days" (when omitted) or "months".
 * @returns {any[][]} Shares, in the shape of the ranges given.
 * @example =DILUTEDSHARES(1200000,400000,{10000,25000})
 */
export function DILUTEDSHARES(
  income: any[][],
  shares: any[][],
  dilutive?: any[][],
  preferredDividends?: any[][],
  controlNumber?: any[][],
  start?: any,
  end?: any,
  weighting?: any,
): any[][] {
  return answer(() => {
    const { joinedAt } = readDilutive(dilutive, readWeightedPeriod(start, end, weighting));
    return elementwise(incomeColumns({ income, shares, preferredDividends, controlNumber }), (values, place) => {
      const { weightedAverageShares, controlNumber: control } = incomeLine(values);
      const included = dilution(control, weightedAverageShares, joinedAt(place));
      return toNumber(plus(weightedAverageShares, included.incrementalShares));
    });
  });
}
