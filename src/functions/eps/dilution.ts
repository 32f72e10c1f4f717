import { isBlank, readYesNo } from "../../core/given";
import { dilutedEps, dilution } from "../../core/eps/dilution";
import { compiledPeriod, dilutedEpsOfGrants, type PricedGrants } from "../../core/eps/grants";
import { plus, rounded, toNumber } from "../../core/number/fraction";
import { answer } from "../cells/answer";
import { givenCell } from "../cells/arguments";
import { readDilutive } from "./dilutive";
import { elementwise } from "../cells/elementwise";
import { incomeColumns, incomeLine, readDecimals, readPeriodIfGiven, type IncomeLine } from "./epsArguments";

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
 * @throws =DILUTEDEPS(5,-1) #VALUE! shares must be more than zero; received -1
 * @throws =DILUTEDEPS(5,1000,{-5}) #VALUE! dilutive must be zero or more; received -5
 * @throws =DILUTEDEPS(5,1000,{"Security","Type","Number";"Grant","stock option",100}) #VALUE! dilutive row 2, Exercise price must be given for this type; received a blank
 * @throws =DILUTEDEPS(5,1000,{"Security","Type","Number","Colour";"Grant","option",100,1}) #VALUE! dilutive row 1, column 4 must be a known header (Security, Class, Type, Number, Conversion ratio, Exercise price, Average price, Unrecognized cost, Add-back, Tax rate, From, To, Weight, Period end, Months); received "Colour"
 * @throws =DILUTEDEPS(5,1000,{"Security","Type","Number","Exercise price","Average price";"Grant","option",100,10,""}) #VALUE! dilutive row 2, column 5 (Average price) must be given for this type; received a blank
 * @throws =DILUTEDEPS(5,1000,{"Security","Type","Number","Exercise price","Average price";"Grant","option",100,10,0}) #VALUE! dilutive row 2, column 5 (Average price) must be more than zero; received 0
 * @throws =DILUTEDEPS(5,1000,{"Security","Type","Number","Exercise price","Average price";"Grant","option",-100,10,20}) #VALUE! dilutive row 2, column 3 (Number) must be zero or more; received -100
 * @throws =DILUTEDEPS(5,1000,{"Security","Type","Number","Add-back";"Notes","convertible debt",0,100}) #VALUE! dilutive row 2, column 4 (Add-back) needs a number of shares beside it; received 100
 * @throws =DILUTEDEPS(5,1000,{"Security","Type","Number";"Grant","swap",100}) #VALUE! dilutive row 2, column 2 (Type) must be "option", "warrant", "RSU", "convertible debt", "convertible preferred", "exchangeable units", "contingent", "written put", "purchased option", "subsidiary" or "incremental"; received "swap"
 * @throws =DILUTEDEPS(-5,1000,{"Security","Type","Number","Exercise price","Average price";"A","pre-funded warrant",100,0.001,2}) #VALUE! dilutive row 2, column 2 (Type) must be potential shares: shares issuable for little or no cash are outstanding (ASC 260-10-45-13), so add them to the basic weighted shares from the day on which nothing else is awaited; received "pre-funded warrant"
 * @throws =DILUTEDEPS(5,1000,{"Options",100,"Warrants",50}) #VALUE! dilutive row 1, column 1 must be a number; beside names the range needs a header row (Security, Number); received "Options"
 * @throws =DILUTEDEPS(5,1000,{"Security","Type","Number","Exercise price";"Notes","convertible debt",100,50}) #VALUE! dilutive row 2, column 4 (Exercise price) must be blank for this type, which brings in no proceeds (debt whose principal is paid in cash is an option at its conversion price); received 50
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
    const { joinedAt, grants } = readDilutive(dilutive, readPeriodIfGiven(start, end, weighting));
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

/** Its fields one by one: to spread them into another object takes twice the time of all the rest. */
function epsWithGrants(line: IncomeLine, { grants, averageMarketPrice }: PricedGrants, decimals: number): number {
  const { availableToCommon, weightedAverageShares, controlNumber } = line;
  const period = { availableToCommon, weightedAverageShares, controlNumber, averageMarketPrice };
  return dilutedEpsOfGrants(compiledPeriod(period, grants, decimals));
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
 * @throws =DILUTEDSHARES(5,0) #VALUE! shares must be more than zero; received 0
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
    const { joinedAt } = readDilutive(dilutive, readPeriodIfGiven(start, end, weighting));
    return elementwise(incomeColumns({ income, shares, preferredDividends, controlNumber }), (values, place) => {
      const { weightedAverageShares, controlNumber: control } = incomeLine(values);
      const included = dilution(control, weightedAverageShares, joinedAt(place));
      return toNumber(plus(weightedAverageShares, included.incrementalShares));
    });
  });
}
