/** Workbooks as files, with faults planted among formulas that tie, for the check and for formulas over a workbook. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { dayOf } from "../../src/core/calendar/civilDate";
import { emptyXlsx } from "../../src/files/emptyXlsx";
import { patchXlsx } from "../../src/files/patchXlsx";
import type { XlsxEdit } from "../../src/files/xlsxEdit";
import type { XlsxValue } from "../../src/files/xlsxFile";
import { catalogue } from "../../src/functions/catalogue";
import { serialOf } from "../../src/functions/cells/arguments";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { implementations } from "../../src/functions/implementations";

export type DateSystem = 1900 | 1904;

/** 1,000 at 12 % a year in four payments of 256.28, from January 15, 2025; see README. */
function termsIn(dateSystem: DateSystem): (number | string)[][] {
  return [
    ["Principal", 1000],
    ["Start date", serialIn(dateSystem, 2025, 1, 15)],
    ["Annual rate", 0.12],
    ["Number of payments", 4],
  ];
}

export function serialIn(dateSystem: DateSystem, year: number, month: number, day: number): number {
  setOpenWorkbook({ dateSystem });
  return serialOf(dayOf(year, month, day));
}

const NAMES = catalogue.map(({ id }) => id);
const DATE = { numberFormat: "yyyy-mm-dd" };

/** The cells of one sheet from a cell on. */
function cells(sheet: string, row: number, column: number, rows: readonly (readonly XlsxValue[])[]): XlsxEdit[] {
  return rows.flatMap((line, y) =>
    line.map((value, x): XlsxEdit => ({ do: "cell", sheet, row: row + y, column: column + x, value })),
  );
}

const formulaAt = (sheet: string, row: number, column: number, formula: string, value: XlsxValue): XlsxEdit => ({
  do: "cell",
  sheet,
  row,
  column,
  formula,
  value,
});

/**
 * Sheet Loan: the terms in A1:B4, named Loan_terms; formulas in D1:D9; a table Dates in F1:G4 with a balance a date.
 * Sheet "More loans": the schedule, spilled, and again with one figure changed.
 *
 * Planted: Loan!D2 is 1 too much, G4 of the table is stale, "More loans"!J4 is changed, Loan!D6 shows #NAME?.
 */
export function bookWithFaults(dateSystem: DateSystem): Uint8Array {
  const terms = termsIn(dateSystem);
  const day = (month: number) => serialIn(dateSystem, 2025, month, 15);
  const schedule = implementations.LOANSCHEDULE?.(terms) as XlsxValue[][];
  const changed = schedule.map((row, y) => row.map((value, x) => (y === 3 && x === 2 ? 12.34 : value)));
  const edits: XlsxEdit[] = [
    ...cells("Loan", 0, 0, terms),
    { do: "format", area: { sheet: "Loan", row: 1, column: 1, rows: 1, columns: 1 }, format: DATE },
    { do: "name", name: "Loan_terms", formula: "=Loan!$A$1:$B$4" },
    { do: "name", name: "Months", formula: "=2" },
    formulaAt("Loan", 0, 3, `=LOANBALANCE(${day(2)},Loan_terms)`, 753.72),
    formulaAt("Loan", 1, 3, `=LOANBALANCE(${day(3)},A1:B4)`, 505.98),
    formulaAt("Loan", 2, 3, `=LOANBALANCE(EDATE(B2,3),$A$1:$B$4)`, 253.75),
    formulaAt("Loan", 3, 3, `=PRODUCT(LOANBALANCE(${day(3)},Loan_terms),Months)`, 1009.96),
    formulaAt("Loan", 4, 3, `=LOANBALANCE(TODAY(),Loan_terms)`, 0),
    formulaAt("Loan", 5, 3, `=LOANBALANCE(${day(2)},Loan_terms)`, { error: "#NAME?" }),
    formulaAt("Loan", 6, 3, `=SUM(B1,1)`, 1001),
    formulaAt("Loan", 7, 3, `=LOANBALANCE(${day(2)},Loan_terms)+OTHERADDIN(1)`, 754.72),
    formulaAt("Loan", 8, 3, `=LOANBALANCE("soon",Loan_terms)`, { error: "#VALUE!" }),
    ...cells("Loan", 0, 5, [
      ["Date", "Balance"],
      [day(2), null],
      [day(3), null],
      [day(4), null],
    ]),
    { do: "addTable", table: "Dates", area: { sheet: "Loan", row: 0, column: 5, rows: 4, columns: 2 } },
    formulaAt("Loan", 1, 6, "=LOANBALANCE([@Date],Loan_terms)", 753.72),
    formulaAt("Loan", 2, 6, "=LOANBALANCE(Dates[[#This Row],[Date]],Loan_terms)", 504.98),
    formulaAt("Loan", 3, 6, "=LOANBALANCE([@Date],Loan_terms)", 504.98),
    { do: "addSheet", sheet: "More loans" },
    {
      do: "cell",
      sheet: "More loans",
      row: 0,
      column: 0,
      value: schedule[0]?.[0] ?? null,
      formula: "=LOANSCHEDULE(Loan_terms)",
      spilled: schedule,
    },
    {
      do: "cell",
      sheet: "More loans",
      row: 0,
      column: 7,
      value: changed[0]?.[0] ?? null,
      formula: "=LOANSCHEDULE(Loan_terms)",
      spilled: changed,
    },
  ];
  const bytes = patchXlsx(emptyXlsx("Loan"), edits, { names: NAMES, namespace: "" });
  setOpenWorkbook({ dateSystem: 1900 });
  return dateSystem === 1904 ? countedFrom1904(bytes) : bytes;
}

/** The same serials, which now count from 1904. */
function countedFrom1904(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const workbook = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const later = /<workbookPr\b/.test(workbook)
    ? workbook.replace("<workbookPr", '<workbookPr date1904="1"')
    : workbook.replace(/<(?=sheets>|bookViews>)/, '<workbookPr date1904="1"/><');
  return zipSync({ ...parts, "xl/workbook.xml": strToU8(later) });
}

/** So many rows, each with a date, its balance, and the balance within a function of the spreadsheet's. All of them tie. */
export function largeBook(rows: number, native: "ROUND" | "SUM"): Uint8Array {
  const terms = termsIn(1900);
  const first = serialIn(1900, 2025, 1, 15);
  const edits: XlsxEdit[] = cells("Loan", 0, 0, terms);
  for (let row = 5; row < rows + 5; row++) {
    const date = first + (row % 120);
    edits.push(
      { do: "cell", sheet: "Loan", row, column: 0, value: date },
      formulaAt("Loan", row, 1, `=LOANBALANCE(A${row + 1},$A$1:$B$4)`, balance(terms, date)),
      formulaAt("Loan", row, 2, nativeFormula(native, row), balance(terms, date)),
    );
  }
  return patchXlsx(emptyXlsx("Loan"), edits, { names: NAMES, namespace: "" });
}

function nativeFormula(native: "ROUND" | "SUM", row: number): string {
  return `=${native}(LOANBALANCE(A${row + 1},$A$1:$B$4)${native === "ROUND" ? ",2" : ""})`;
}

function balance(terms: (number | string)[][], date: number): number {
  const [[answer = NaN] = []] = implementations.LOANBALANCE?.([[date]], terms, null) as number[][];
  return answer;
}
