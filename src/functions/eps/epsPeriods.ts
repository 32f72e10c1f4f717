import { isBlank, readYesNo } from "../../core/given";
import { answer } from "../cells/answer";
import { givenCell } from "../cells/arguments";
import { readDecimals } from "./epsArguments";
import { exhibitRows, notShownRows } from "./exhibitCells";
import { readExhibit, readYears, readYearsToDate } from "./periodArguments";
import { yearToDateRows } from "./yearToDateCells";

/**
 * The earnings-per-share exhibit (Exhibit 11) for a quarter, from a table of periods: three months and year to date, this year and last, basic and diluted, in the layout in which it is filed. A year to date that has no row is made of the quarters; a year stands beside the two before it. A period whose row has no figure yet is left blank, and so is the year to date that needs it.
 * @customfunction EPSTABLE
 * @param {any[][]} periods Period table with a header row: Period end, Months or Weeks, Net income (or Net income attributable to the company, or available to common stockholders), Weighted shares, and as needed Continuing income, Discontinued income, Income before extraordinary item, Extraordinary item, Cumulative effect, Noncontrolling interest, Preferred dividends, Earnings allocated to participating securities, "Less: <words>" for any other deduction; then a column for each class of potential shares, headed by the words that the exhibit prints for it, which name a kind of security ("Stock options") or are marked ("Potential: <words>"). "<class> add-back" holds its after-tax effect on income; "Split factor" restates the periods before. A 0 says nothing, as some Excels hand a blank over as 0: where continuing operations earned nothing, give the Discontinued income.
 * @param {any} [asOf] The exhibit is for the last period that ends by this date. The last period of the table when omitted.
 * @param {any} [standard] "US GAAP" (when omitted) or "IFRS": how a year to date is made of quarters.
 * @param {any[][]} [securities] Terms behind the counts: a securities table as in DILUTEDEPS with a column Period end, a row for each issue and period (rows of one Class share a line of the exhibit), or a ledger of grants: Grant, Date, Event (outstanding, granted, exercised, forfeited, expired, repriced), Number, Exercise price. A column Average price of the periods serves whatever says none itself.
 * @param {any} [weighting] How quarters weigh in a year to date: by "months" (when omitted) or "days".
 * @param {any} [decimals] Decimals of per-share figures. Two when omitted.
 * @param {any} [footing] TRUE for a line with the footing difference of continuing and discontinued operations. FALSE when omitted.
 * @param {any} [yearEnd] Month in which the fiscal year ends, 1 to 12. When omitted, told from the year-to-date rows, or December.
 * @param {any} [years] How many years stand side by side. When omitted two, of annual periods three, or all where the table has no others.
 * @returns {any[][]} The exhibit, with two header rows.
 * @example =EPSTABLE({"Period end","Months","Net income","Weighted shares","Options","Warrants";37164,3,5000,7541024,834762,50788;37164,9,377000,7509358,698224,39402;37529,3,-462000,7737946,0,0;37529,9,-619000,7647197,0,0})
 * @throws =EPSTABLE({"Period end","Months","Net income";37164,3,5000}) #VALUE! periods row 1 must have a column headed Weighted shares; received "Period end", "Months", "Net income"
 * @throws =EPSTABLE({"Period end","Months","Net income","Weighted shares";37164,3,5000,7541024;37164,3,5000,7541024}) #VALUE! periods row 3 must not be the same period as periods row 2; received 3 months to 2001-09-30
 * @throws =EPSTABLE({"Period end","Months","Net income","Weighted shares";37164,3,5000,0}) #VALUE! periods row 2, column 4 (Weighted shares) must be more than zero; received 0
 * @throws =EPSTABLE({"Period end","Months","Net income","Weighted shares";37164,3,"",7541024}) #VALUE! periods row 2, column 3 (Net income) must be a number; received a blank
 */
export function EPSTABLE(
  periods: any[][],
  asOf?: any,
  standard?: any,
  securities?: any[][],
  weighting?: any,
  decimals?: any,
  footing?: any,
  yearEnd?: any,
  years?: any,
): any[][] {
  return answer(() => {
    const table = ["periods", periods] as const;
    const exhibit = readExhibit({ table, asOf, standard, securities, weighting, yearEnd, years: readYears(years) });
    const rows = exhibitRows(exhibit.blocks, exhibit.classes, {
      decimals: readDecimals(decimals),
      footing: !isBlank(footing) && readYesNo(givenCell("footing", footing)),
    });
    return [...rows, ...notShownRows(exhibit.periods, exhibit.blocks)] as any[][];
  });
}

/**
 * Year-to-date earnings per share at the end of every quarter, from the quarters. US GAAP averages the quarters' incremental shares, those of a loss quarter included when the year to date shows income, and admits none in a year-to-date loss (ASC 260-10-55-3); IFRS computes each year to date on its own (IAS 33.37).
 * @customfunction EPSYTD
 * @param {any[][]} quarters Period table with a header row, as in EPSTABLE. Rows without a Months column are quarters of three months. A year-to-date row that is present is used, and tied out against its quarters. A quarter without any figure yet leaves its years to date blank.
 * @param {any} [standard] "US GAAP" (when omitted) or "IFRS".
 * @param {any[][]} [securities] Terms behind the counts: a securities table as in DILUTEDEPS with a column Period end, a row for each issue and period. IFRS needs it for options, as their average price is that of the whole year to date.
 * @param {any} [weighting] How quarters weigh in a year to date: by "months" (when omitted) or "days".
 * @param {any} [decimals] Decimals of per-share figures. Two when omitted.
 * @param {any} [yearEnd] Month in which the fiscal year ends, 1 to 12. When omitted, told from the year-to-date rows, or December.
 * @returns {any[][]} A table with a header row; a row for each year to date.
 * @example =EPSYTD({"Period end","Net income","Weighted shares","Options";37346,100000,7500000,50000;37437,-30000,7600000,40000;37529,80000,7700000,60000})
 * @throws =EPSYTD({"Period end","Net income","Weighted shares";37346,100000,7500000;37529,80000,7700000}) #VALUE! quarters row 3 must follow the period before it without a gap; received 3 months to 2002-09-30
 * @throws =EPSYTD({"Period end","Net income","Weighted shares";37346,100000,7500000},"GAAP") #VALUE! standard must be "US GAAP" or "IFRS"; received "GAAP"
 * @throws =EPSYTD(IF(SEQUENCE(202)>1,HSTACK(EDATE(366,3*SEQUENCE(202)),IF(SEQUENCE(202)>0,{1000,1000,2})),{"Period end","Net income","Weighted shares","Split factor"})) #VALUE! quarters must hold at most 200 split factors; received 201
 * @throws =EPSYTD({"Period end","Net incme","Weighted shares","Deemed dividend";37346,100000,7500000,8}) #VALUE! quarters has 2 faults: (1) quarters row 1, column 2 must be a known header (the nearest is Net income), or say what it is: "Potential: Net incme" for a class of potential shares, "Less: Net incme" for a deduction from income; received "Net incme"; (2) quarters row 1, column 4 must be a known header (Period end, Months, Weeks, Net income, Net income attributable to the company, Net income available to common stockholders, Continuing income, Discontinued income, Income before extraordinary item, Extraordinary item, Income before cumulative effect, Cumulative effect, Noncontrolling interest, Preferred dividends, Earnings allocated to participating securities, Earnings allocated to participating securities, diluted, Weighted shares, Average price, Split factor), or say what it is: "Potential: Deemed dividend" for a class of potential shares, "Less: Deemed dividend" for a deduction from income; received "Deemed dividend"
 * @throws =EPSYTD({"Period end","Net income","Weighted shares","Revenue";37346,100000,7500000,900000}) #VALUE! quarters row 1, column 4 must be a known header (Period end, Months, Weeks, Net income, Net income attributable to the company, Net income available to common stockholders, Continuing income, Discontinued income, Income before extraordinary item, Extraordinary item, Income before cumulative effect, Cumulative effect, Noncontrolling interest, Preferred dividends, Earnings allocated to participating securities, Earnings allocated to participating securities, diluted, Weighted shares, Average price, Split factor), or say what it is: "Potential: Revenue" for a class of potential shares, "Less: Revenue" for a deduction from income; received "Revenue"
 */
export function EPSYTD(
  quarters: any[][],
  standard?: any,
  securities?: any[][],
  weighting?: any,
  decimals?: any,
  yearEnd?: any,
): any[][] {
  return answer(() => {
    const table = ["quarters", quarters] as const;
    const { columns, classes } = readYearsToDate({ table, standard, securities, weighting, yearEnd });
    return yearToDateRows(columns, classes, readDecimals(decimals)) as any[][];
  });
}
