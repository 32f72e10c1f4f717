import { epsUnderBoth, type EpsUnderBoth, type LineUnderBoth } from "../../core/eps/disclosure/bothStandards";
import type { Fraction } from "../../core/number/fraction";
import { toNumber } from "../../core/number/fraction";
import { answer, formatted, type CellAnswer } from "../cells/answer";
import { readDecimals } from "./epsArguments";
import { formatOf, periodNames } from "./exhibitCells";
import { readExhibitAsGiven, readYears } from "./periodArguments";

/**
 * Earnings per share under US GAAP and IFRS side by side: every line of the exhibit of EPSTABLE under both, IFRS less US GAAP, and the clauses that make the difference. Treasury stock and contingent shares of a year to date (ASC 260-10-55-3 and 45-49; IAS 33.37 and 56) and extraordinary items (IAS 1.87) are computed; what the standards treat apart and no figure tells, as participating securities, mandatorily convertible ones or contracts settled in cash or shares, is named below the lines. Diluted figures that are not known under one standard are blank there, and a line says what is missing.
 * @customfunction EPSSTANDARDS
 * @param {any[][]} periods Period table with a header row, as in EPSTABLE.
 * @param {any} [asOf] The periods are those of the exhibit for the last one that ends by this date. The last period of the table when omitted.
 * @param {any} [standard] "US GAAP" (when omitted) or "IFRS": which of them the years to date follow that the table gives. They stand under it; under the other they take the shares that the quarters make.
 * @param {any[][]} [securities] Terms behind the counts: a securities table as in DILUTEDEPS with a column Period end, a row for each issue and quarter. IFRS needs it for options, as their average price is that of the whole year to date.
 * @param {any} [weighting] How quarters weigh in a year to date: by "months" (when omitted) or "days".
 * @param {any} [decimals] Decimals of per-share figures. Two when omitted.
 * @param {any} [yearEnd] Month in which the fiscal year ends, 1 to 12. When omitted, told from the year-to-date rows, or December.
 * @param {any} [years] How many years stand side by side. When omitted two, of annual periods three, or all where the table has no others.
 * @returns {any[][]} A table with two header rows: US GAAP, IFRS and the difference for each period, then the clauses.
 * @example =EPSSTANDARDS({"Period end","Net income","Weighted shares";37346,100000,50000;37437,100000,50000},,,{"Security","Type","Number","Exercise price","Average price","Period end";"Options","option",10000,20,40,37346;"Options","option",10000,20,18,37437})
 * @throws =EPSSTANDARDS({"Period end","Months","Net income","Weighted shares";37529,3,5,10},,"both") #VALUE! standard must be "US GAAP" or "IFRS"; received "both"
 */
export function EPSSTANDARDS(
  periods: any[][],
  asOf?: any,
  standard?: any,
  securities?: any[][],
  weighting?: any,
  decimals?: any,
  yearEnd?: any,
  years?: any,
): any[][] {
  return answer(() => {
    const table = ["periods", periods] as const;
    const given = { table, asOf, standard, securities, weighting, yearEnd, years: readYears(years) };
    const { blocks, classes, rules } = readExhibitAsGiven(given);
    const places = readDecimals(decimals);
    const columns = blocks.flatMap((block) => block.columns);
    return rowsOf(epsUnderBoth(columns, classes, { ...rules, decimals: places }), periodNames(blocks), places);
  });
}

function rowsOf({ lines, notKnown, notes }: EpsUnderBoth, names: readonly string[], decimals: number): CellAnswer[][] {
  const words = (text: string): CellAnswer[] => [text, ...names.flatMap(() => ["", "", ""]), ""];
  const missing = notKnown.map(
    ({ column, standard, why }) => `${names[column] ?? ""}, diluted: not known under ${standard}. ${why}`,
  );
  return [
    ["", ...names.flatMap((name) => [name, "", ""]), ""],
    ["", ...names.flatMap(() => ["US GAAP", "IFRS", "IFRS less US GAAP"]), "Clauses"],
    ...lines.map((line) => lineRow(line, decimals)),
    ...[...missing, ...notes].map(words),
  ];
}

function lineRow({ label, kind, figures, clauses }: LineUnderBoth, decimals: number): CellAnswer[] {
  const cell = (figure: Fraction | null) => (figure ? formatted(toNumber(figure), formatOf(kind, { decimals })) : "");
  return [
    label,
    ...figures.flatMap(({ usGaap, ifrs, difference }) => [usGaap, ifrs, difference].map(cell)),
    clauses.join("; "),
  ];
}
