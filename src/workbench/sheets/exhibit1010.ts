import type { IStyleData, IWorksheetData } from "@univerjs/core";
import { dayOf } from "../../core/calendar/civilDate";
import { EXHIBIT_10_10 } from "../../core/loan/exhibit1010";
import type { ExampleLine, StatedRow } from "../../core/loan/terms/agreement";
import { toNumber, type Fraction } from "../../core/number/fraction";
import { serialOf } from "../../functions/cells/arguments";
import { across, at, worksheet, type PlacedCell } from "./layout";
import * as style from "./styles";

/** As formulas name the agreement, so that they stay with it when another loan is chosen. */
const AGREEMENT = '"Exhibit 10.10"';
const WIDTH = [..."ABCDEFGHI"];

/** The years of Article 2 as filed, beside the lines of the agreement's table. */
const YEARS = ["1996/97", "1997/98", "1998/99", "1999/2000", "2000/01", "2001/02"];

/** Section 3.5 as filed: its lines, each with the figure of the agreement's example that it prints. */
const EXAMPLE: readonly (readonly [label: string, line: ExampleLine])[] = [
  ["Loan Balance at July 31, 2000", "opening"],
  ["Interest at 10% from August 1 to September 12, 2000", "interest"],
  ["Updated Loan", "updated"],
  ["Pro Rata Share of Annual Reduction (43/365 x $23,689)", "share"],
  ["Loan Balance", "balance"],
];

/** A figure of the example as its line prints it: the share is deducted. */
function filedExample(line: ExampleLine): number {
  const figure = EXHIBIT_10_10.figures.find(({ equals, date }) => equals === line && date !== null);
  if (!figure?.amount) throw new RangeError(`Exhibit 10.10 prints no ${line}`);
  return toNumber(figure.amount) * (line === "share" ? -1 : 1);
}

/** Exhibit 10.10, the Loan Reimbursement Agreement: each figure that it prints beside the one that we compute. */
export function exhibit1010(): IWorksheetData {
  return worksheet("Exhibit 10.10", [...heading(), ...article2(), ...section35(), ...anyDate(), ...findings()], {
    columnWidths: { A: 344, B: 132, C: 122, D: 20, E: 112, F: 84, G: 86, H: 76, I: 80 },
    rowHeights: { 2: 26, 3: 24, 6: 26, 7: 28, 9: 36, 17: 26, 26: 26, 38: 26 },
    merged: ["A2:I2", "A3:I3", "A4:I4", "A7:I7", "A8:C8", "E8:I8"],
  });
}

function heading(): PlacedCell[] {
  return [
    at("A1", "EXHIBIT 10.10", style.BOLD),
    at("A2", "HEMACARE CORPORATION", style.TITLE, style.CENTERED),
    at("A3", "LOAN REIMBURSEMENT AGREEMENT", style.BOLD, style.CENTERED),
    at("A4", "HemaCare Corporation and Joshua Levy, M.D., effective July 31, 1997", style.NOTE, style.CENTERED),
  ];
}

function article2(): PlacedCell[] {
  return [
    ...across(WIDTH, 6, ["Article 2   Loan Repayment"], style.SECTION),
    at(
      "A7",
      "The outstanding balance of the loan, adjusted for accrued interest, will be reduced each year of the Medical Director's employment as follows:",
      style.WRAPPED,
    ),
    ...across([..."ABC"], 8, ["As filed"], style.CENTERED, style.SINGLE_RULE),
    ...across([..."EFGHI"], 8, ["Recomputed"], style.CENTERED, style.SINGLE_RULE),
    ...across([..."ABC"], 9, ["Year", "Annual Reduction", "August 1\nLoan Balance"], style.COLUMN_HEADING),
    ...across([..."EFGHI"], 9, ["Date", "Stated", "Computed", "Ties to\nfiled", "Finding"], style.COLUMN_HEADING),
    ...(EXHIBIT_10_10.stated?.rows ?? []).flatMap((line, index) => tableRow(10 + index, YEARS[index] ?? "", line)),
    at("A16", "A balance that does not tie out shows the difference: computed less filed.", style.NOTE),
  ];
}

function tableRow(row: number, year: string, { date, reduction, balance }: StatedRow): PlacedCell[] {
  const filed = (figure: Fraction | null) => (figure === null ? "" : toNumber(figure));
  const amount = row === 10 ? style.DOLLARS : style.AMOUNT;
  return [
    at(`A${row}`, year, style.CENTERED),
    at(`B${row}`, filed(reduction), row === 11 ? style.DOLLARS : style.AMOUNT, style.TYPED),
    at(`C${row}`, filed(balance), amount, style.TYPED),
    at(`E${row}`, serialOf(date), style.DATE, style.TYPED),
    at(`F${row}`, `=LOANBALANCE(E${row},${AGREEMENT})`, amount),
    at(`G${row}`, `=LOANBALANCE(E${row},${AGREEMENT},"computed")`, amount),
    at(`H${row}`, `=TIEOUT(G${row},C${row})`, style.TICK),
    at(`I${row}`, findingOf(row), style.CENTERED),
  ];
}

/** Where the sheet tells, below, why a balance does not tie out. */
function findingOf(row: number): string {
  const finding = `MATCH("Balance on "&TEXT(E${row},"mmmm d, yyyy"),$A$40:$A$46,0)`;
  return `=IF(H${row}="✓","",IFERROR("see row "&(ROW($A$39)+${finding}),""))`;
}

function section35(): PlacedCell[] {
  return [
    ...across(WIDTH, 17, ["Section 3.5   Loan Balance: the agreement's own example"], style.SECTION),
    at("A18", "Employment terminated on"),
    at("B18", serialOf(dayOf(2000, 9, 12)), style.DATE, style.TYPED),
    ...across([..."BCE"], 19, ["Recomputed", "As filed", "Ties to filed"], style.COLUMN_HEADING),
    ...EXAMPLE.flatMap(([label, line], index) => exampleRow(20 + index, index + 1, label, filedExample(line))),
  ];
}

function exampleRow(row: number, line: number, label: string, filed: number): PlacedCell[] {
  const amount = line === 1 || line === EXAMPLE.length ? style.DOLLARS : style.AMOUNT;
  const rule = { 2: style.SINGLE_RULE, 4: style.SINGLE_RULE, 5: style.DOUBLE_RULE }[line] ?? {};
  return [
    at(`A${row}`, label),
    at(`B${row}`, `=INDEX(LOANSTEPS($B$18,${AGREEMENT}),${line + 1},2)`, amount, rule),
    at(`C${row}`, filed, amount, style.TYPED, rule),
    at(`E${row}`, `=TIEOUT(B${row},C${row})`, style.TICK),
  ];
}

function anyDate(): PlacedCell[] {
  return [
    ...across(WIDTH, 26, ["The balance at any date"], style.SECTION),
    at("A27", "Type a date in the framed cell"),
    at("B27", serialOf(dayOf(2001, 3, 15)), style.DATE, style.ENTRY),
    at("A28", "Loan balance", style.BOLD),
    at("B28", `=LOANBALANCE(B27,${AGREEMENT})`, style.DOLLARS, style.BOLD, style.DOUBLE_RULE),
    at("A30", `=LOANSTEPS(B27,${AGREEMENT})`, style.HEADING),
    at("B30", "", style.HEADING, style.RIGHT),
    at("C30", "", style.HEADING, style.CENTERED),
    ...[31, 32, 33, 34, 35].flatMap((row) => [at(`B${row}`, "", style.AMOUNT), at(`C${row}`, "", style.CENTERED)]),
  ];
}

/** The columns of LOANFINDINGS, each under a column of this sheet that is as wide as it needs. */
const FINDING_COLUMNS = { A: 2, B: 1, C: 3, E: 4, F: 5, G: 6 } as const;

function findings(): PlacedCell[] {
  const rows = Array.from({ length: 7 }, (_row, index) => 40 + index);
  return [
    ...across(WIDTH, 38, ["Where the agreement disagrees with itself"], style.SECTION),
    ...Object.entries(FINDING_COLUMNS).map(([column, index]) =>
      at(`${column}39`, `=CHOOSECOLS(LOANFINDINGS(${AGREEMENT}),${index})`, style.HEADING, alignmentOf(column)),
    ),
    ...across([..."HI"], 39, [], style.HEADING),
    ...rows.flatMap((row) => [..."BCEF"].map((column) => at(`${column}${row}`, "", alignmentOf(column)))),
  ];
}

function alignmentOf(column: string): IStyleData {
  if (column === "B") return style.CENTERED;
  return "CEF".includes(column) ? style.RIGHT : style.LEFT;
}
