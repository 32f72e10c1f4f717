import { dilution, earningsPerIncrementalShare, reasonFor, type SequenceStep } from "../../core/eps/dilution";
import { workingOf, type Issue } from "../../core/eps/securities/security";
import { CalculationError, inWords } from "../../core/errors";
import { dividedBy, isZero, plus, toNumber, type Fraction } from "../../core/number/fraction";
import { answer, formatted, type CellAnswer } from "../cells/answer";
import { asRange, givenCell } from "../cells/arguments";
import type { Column } from "../cells/elementwise";
import { readDilutive } from "./dilutive";
import { incomeColumns, incomeLine, readPeriodIfGiven, type IncomeLine } from "./epsArguments";

/**
 * The antidilution sequence of one period as a table, most dilutive issue first: add-back, incremental shares, earnings per incremental share, earnings and shares and earnings per share if it is included, whether it is, why, and how its shares come about (ASC 260-10-55-57; IAS 33.44).
 * @customfunction DILUTIONSTEPS
 * @param {any[][]} income Income or loss of the period, before preferred dividends. One cell.
 * @param {any[][]} shares Weighted-average common shares outstanding, more than zero. One cell.
 * @param {any[][]} [dilutive] Incremental share counts or a securities table, as in DILUTEDEPS.
 * @param {any[][]} [preferredDividends] Preferred dividends of the period, deducted from income. Zero when omitted.
 * @param {any[][]} [controlNumber] Income from continuing operations available to common stockholders (after preferred dividends), where income is another line. It decides what is dilutive.
 * @param {any} [start] First day of the period, for securities with From or To.
 * @param {any} [end] Last day of the period, for securities with From or To.
 * @param {any} [weighting] How From and To are weighted: "days" (when omitted) or "months".
 * @returns {any[][]} A table with a header row; basic earnings per share first, diluted last.
 * @example =DILUTIONSTEPS(1200000,400000,{"Security","Type","Number","Exercise price","Average price";"Options","option",50000,24,30})
 * @throws =DILUTIONSTEPS({1;2},{10;20},{1;2}) #VALUE! income must be one cell, as the steps are those of one period; received 2 rows
 */
export function DILUTIONSTEPS(
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
    const columns = incomeColumns({ income, shares, preferredDividends, controlNumber });
    const line = incomeLine({
      income: readOneCell("income", columns.income),
      shares: readOneCell("shares", columns.shares),
      preferredDividends: readOneCell("preferredDividends", columns.preferredDividends),
      controlNumber: readOneCell("controlNumber", columns.controlNumber),
    });
    const { issuesAt } = readDilutive(dilutive, readPeriodIfGiven(start, end, weighting));
    const issues = issuesAt({ row: 0, column: 0, rows: 1, columns: 1 });
    return stepRows(line, issues);
  });
}

const HEADER = [
  "Security",
  "Add-back",
  "Incremental shares",
  "Earnings per incremental share",
  "Earnings if included",
  "Shares if included",
  "EPS if included",
  "Result",
  "Why",
  "Working",
];

const AMOUNT = "#,##0;(#,##0);-";
const PER_SHARE = "0.00##;(0.00##);0.00";

function readOneCell<T>(name: string, [range, read]: Column<T>): T {
  const rows = asRange(range);
  if (rows.length === 1 && rows[0]?.length === 1) return read(givenCell(name, rows[0][0]));
  throw new CalculationError(
    "invalid-input",
    name,
    "must be one cell, as the steps are those of one period",
    inWords(`${rows.length} rows`),
  );
}

function stepRows(line: IncomeLine, issues: readonly Issue[]): CellAnswer[][] {
  const { controlNumber, weightedAverageShares } = line;
  const sequence = dilution(controlNumber, weightedAverageShares, issues);
  return [
    HEADER,
    totalRow("Basic", controlNumber, weightedAverageShares),
    ...sequence.sequence.map(stepRow),
    ...issues
      .filter(addsNothing)
      .map(({ label, terms }) => [label, ...Array<string>(6).fill(""), "adds no shares", "", workingOf(terms)]),
    totalRow(
      "Diluted",
      plus(controlNumber, sequence.earningsAddBack),
      plus(weightedAverageShares, sequence.incrementalShares),
    ),
  ];
}

function stepRow(step: SequenceStep<Issue>): CellAnswer[] {
  const { issue } = step;
  const each = earningsPerIncrementalShare(issue);
  return [
    issue.label,
    formatted(toNumber(issue.earningsAddBack), AMOUNT),
    formatted(toNumber(issue.incrementalShares), AMOUNT),
    each ? formatted(toNumber(each), PER_SHARE) : "",
    ...totals(step.earningsIfIncluded, step.sharesIfIncluded),
    step.dilutive ? "dilutive" : "antidilutive",
    reasonFor(step),
    workingOf(issue.terms),
  ];
}

function totalRow(label: string, earnings: Fraction, shares: Fraction): CellAnswer[] {
  return [label, "", "", "", ...totals(earnings, shares), "", "", ""];
}

function totals(earnings: Fraction, shares: Fraction): CellAnswer[] {
  return [
    formatted(toNumber(earnings), AMOUNT),
    formatted(toNumber(shares), AMOUNT),
    formatted(toNumber(dividedBy(earnings, shares)), PER_SHARE),
  ];
}

function addsNothing({ earningsAddBack, incrementalShares }: Issue): boolean {
  return isZero(earningsAddBack) && isZero(incrementalShares);
}
