import { antidilutiveSecurities, type AntidilutiveLine } from "../../core/eps/disclosure/antidilutive";
import { epsReconciliation, type ReconciliationLine } from "../../core/eps/disclosure/reconciliation";
import { elementOf } from "../../core/eps/disclosure/xbrl";
import { plus, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
import { answer, formatted, perShareFormat, WHOLE_AMOUNT, type CellAnswer } from "../cells/answer";
import { readDecimals } from "./epsArguments";
import { periodNames } from "./exhibitCells";
import { readExhibit } from "./periodArguments";

/**
 * The reconciliation that the footnote on earnings per share prints: for each period of the exhibit income (numerator), shares (denominator) and the amount per share, from income to basic and, security by security, to diluted earnings per share (ASC 260-10-50-1(a); IAS 33.70). The last column names the XBRL element of each amount of a line, in the order income, shares, per share: of the us-gaap taxonomy or, under IFRS, of ifrs-full; "none" where there is none.
 * @customfunction EPSRECONCILIATION
 * @param {any[][]} periods Period table with a header row, as in EPSTABLE.
 * @param {any} [asOf] The periods are those of the exhibit for the last one that ends by this date. The last period of the table when omitted.
 * @param {any} [standard] "US GAAP" (when omitted) or "IFRS": how a year to date is made of quarters.
 * @param {any[][]} [securities] Terms behind the counts: a securities table as in DILUTEDEPS with a column Period end.
 * @param {any} [weighting] How quarters weigh in a year to date: by "months" (when omitted) or "days".
 * @param {any} [decimals] Decimals of per-share amounts. Two when omitted.
 * @param {any} [yearEnd] Month in which the fiscal year ends, 1 to 12. When omitted, told from the year-to-date rows, or December.
 * @returns {any[][]} A table with two header rows: three columns for each period, then the elements.
 * @example =EPSRECONCILIATION({"Period end","Months","Net income","Preferred dividends","Weighted shares","Stock options";37164,3,5000,1000,7541024,834762})
 * @throws =EPSRECONCILIATION({"Period end","Months","Net income","Weighted shares";37529,3,5,10},"soon") #VALUE! asOf must be a date; received "soon"
 */
export function EPSRECONCILIATION(
  periods: any[][],
  asOf?: any,
  standard?: any,
  securities?: any[][],
  weighting?: any,
  decimals?: any,
  yearEnd?: any,
): any[][] {
  return answer(() => {
    const table = ["periods", periods] as const;
    const { blocks, classes, rules } = readExhibit({ table, asOf, standard, securities, weighting, yearEnd });
    const places = readDecimals(decimals);
    const columns = blocks.flatMap((block) => block.columns);
    const lines = epsReconciliation(columns, classes, { decimals: places, standard: rules.standard });
    return [
      ["", ...periodNames(blocks).flatMap((name) => [name, "", ""]), ""],
      ["", ...columns.flatMap(() => ["Income", "Shares", "Per share"]), "XBRL elements"],
      ...lines.map((line) => reconciliationRow(line, places)),
    ];
  });
}

function reconciliationRow({ label, amounts, elements }: ReconciliationLine, decimals: number): CellAnswer[] {
  const cell = (amount: Fraction | null, format: string) => (amount ? formatted(toNumber(amount), format) : "");
  return [
    label,
    ...amounts.flatMap(({ income, shares, perShare }) => [
      cell(income, WHOLE_AMOUNT),
      cell(shares, WHOLE_AMOUNT),
      cell(perShare, perShareFormat(decimals)),
    ]),
    elements.join(", "),
  ];
}

/**
 * The securities that the footnote on earnings per share must name: those that could dilute it later and were left out because they would have been antidilutive, class by class, in gross numbers of shares, each with the reason (ASC 260-10-50-1(c); IAS 33.70(c)).
 * @customfunction ANTIDILUTIVE
 * @param {any[][]} periods Period table with a header row, as in EPSTABLE.
 * @param {any} [asOf] The periods are those of the exhibit for the last one that ends by this date. The last period of the table when omitted.
 * @param {any} [standard] "US GAAP" (when omitted) or "IFRS": how a year to date is made of quarters.
 * @param {any[][]} [securities] Terms behind the counts: a securities table as in DILUTEDEPS with a column Period end. Without it only counts are known, and those are incremental.
 * @param {any} [weighting] How quarters weigh in a year to date: by "months" (when omitted) or "days".
 * @param {any} [yearEnd] Month in which the fiscal year ends, 1 to 12. When omitted, told from the year-to-date rows, or December.
 * @returns {any[][]} A table: class, then shares and reason for each period; with a total, and the XBRL element: "none" under IFRS, whose taxonomy takes this as text.
 * @example =ANTIDILUTIVE({"Period end","Months","Net income","Weighted shares","Stock options";37529,3,-462000,7737946,50000})
 * @throws =ANTIDILUTIVE({"Period end","Months","Net income","Weighted shares";37529,3,5,10},DATE(2000,1,1)) #N/A asOf must not be before the first period ends; received 2000-01-01
 */
export function ANTIDILUTIVE(
  periods: any[][],
  asOf?: any,
  standard?: any,
  securities?: any[][],
  weighting?: any,
  yearEnd?: any,
): any[][] {
  return answer(() => {
    const table = ["periods", periods] as const;
    const { blocks, rules } = readExhibit({ table, asOf, standard, securities, weighting, yearEnd });
    const columns = blocks.flatMap((block) => block.columns);
    const lines = antidilutiveSecurities(columns);
    const header = [
      "Left out of diluted earnings per share",
      ...periodNames(blocks).flatMap((name) => [name, "Reason"]),
    ];
    const none = ["None", ...columns.flatMap(() => ["", ""]), ""];
    return [
      [...header, "XBRL element"],
      ...(lines.length === 0 ? [none] : antidilutiveRows(lines, elementOf(rules.standard, "antidilutive"))),
    ];
  });
}

function antidilutiveRows(lines: readonly AntidilutiveLine[], element: string): CellAnswer[][] {
  const shares = (count: Fraction) => formatted(toNumber(count), WHOLE_AMOUNT);
  const columns = lines[0]?.leftOut.map((_one, index) => index) ?? [];
  const total = (column: number) => lines.map(({ leftOut }) => leftOut[column]?.shares ?? ZERO).reduce(plus);
  return [
    ...lines.map(({ label, leftOut }) => [
      label,
      ...leftOut.flatMap((one) => (one ? [shares(one.shares), one.reason] : ["", ""])),
      element,
    ]),
    ["Total", ...columns.flatMap((column) => [shares(total(column)), ""]), element],
  ];
}
