import type { InsertLoanSheet } from "../actionTypes";
import { absolute, a1, columnName } from "../book/address";
import { apply } from "../book/apply";
import { blankTemplate, exhibit1010Template, type LoanTemplate } from "./loanTemplate";
import { freeName } from "../book/log";
import { DATE_FORMAT, HEADER_FORMAT, ALARM_COLOR, loanTermsName } from "../book/names";
import { report, type Report } from "../book/report";
import type { Area, CellContent, CellFormat, Edit, OpenBook, Running } from "../book/book";

/** Where the parts stand: terms and schedule at the left, what is calculated from them at the right. */
const TERMS_WIDTH = 5;
const TERMS_ROW = 2;
/** Blank rows below the terms that are read with them, for labels and lines that are added. */
const SPARE_ROWS = 100;
/** So far down the sheet is watched for labels below those. */
const LAST_WATCHED_ROW = 1000;
const WORKED_COLUMN = 6;
const FINDINGS_ROW = 16;
const SCHEDULE_COLUMN = 14;
const CHART_ROW = 34;
/** Rows of a schedule that the chart of a new loan spans: five years of months. */
const CHART_ROWS = 61;

/**
 * Inserts a loan sheet: the terms and the printed schedule, named so that a formula can refer to them, and beside them
 * the worked balance at a date, the findings, the schedule and a chart of the runoff, all live.
 */
export async function insertLoanSheet(
  book: OpenBook,
  options: InsertLoanSheet,
  running: Running = {},
): Promise<Report> {
  const { sheetNames } = await book.look({});
  const sheet = freeName("Loan", sheetNames);
  const example = options.example !== false;
  await apply(book, loanSheet(sheet, example ? exhibit1010Template() : blankTemplate()), running);
  const chart = book.drawsCharts ? "" : " This program draws no charts.";
  const said = example
    ? `Inserted the sheet ${sheet} with the agreement of Exhibit 10.10; its terms are named ${loanTermsName(sheet)}.`
    : `Inserted the sheet ${sheet}; fill in its terms, which are named ${loanTermsName(sheet)}.`;
  return report(said + chart, true);
}

function loanSheet(sheet: string, template: LoanTemplate): Edit[] {
  const terms = [...template.terms, ...(template.schedule.length > 0 ? [[""], ...template.schedule] : [])];
  const written: Area = { sheet, row: TERMS_ROW, column: 0, rows: terms.length, columns: TERMS_WIDTH };
  const area: Area = { ...written, rows: terms.length + SPARE_ROWS };
  const name = loanTermsName(sheet);
  return [
    { do: "addSheet", sheet },
    write(sheet, 0, 0, [
      ["Loan sheet: a label, then its value, in any order. More may be added below."],
      [unreadNotice(area)],
    ]),
    write(
      sheet,
      TERMS_ROW,
      0,
      terms.map((row) => padded(row, TERMS_WIDTH)),
    ),
    { do: "name", name, area },
    ...calculated(sheet, name, template),
    ...formats(sheet, template, area),
    { do: "format", area: { ...written, row: 1, rows: 1, columns: 1 }, format: { bold: true, color: ALARM_COLOR } },
    chartOf(sheet, template, area),
    { do: "select", area: { ...area, column: 1, rows: 1, columns: 1 } },
    { do: "recalculate" },
  ];
}

/** Says so where something stands beside the terms or below them, from where it is not read. */
function unreadNotice(terms: Area): string {
  const below = { ...terms, row: terms.row + terms.rows, rows: LAST_WATCHED_ROW - terms.row - terms.rows };
  const beside = { ...terms, column: terms.column + terms.columns, columns: 1 };
  const firstBelow = a1({ ...below, rows: 1, columns: 1 });
  return (
    `=IF(COUNTA(${a1(below)})+COUNTA(${a1(beside)})=0,"","Not read: what stands below row "&(ROW(${firstBelow})-1)&` +
    `" or in column ${columnName(beside.column)}. Insert rows above it, or move it.")`
  );
}

function calculated(sheet: string, name: string, { workedAt }: LoanTemplate): Edit[] {
  const day = absolute({ sheet, row: TERMS_ROW, column: WORKED_COLUMN + 1, rows: 1, columns: 1 });
  return [
    write(sheet, 0, WORKED_COLUMN, [["Balance at a date"]]),
    write(sheet, TERMS_ROW, WORKED_COLUMN, [
      ["Date", workedAt],
      ["Balance", `=LOANBALANCE(${day},${name})`],
    ]),
    write(sheet, TERMS_ROW + 3, WORKED_COLUMN, [[`=LOANSTEPS(${day},${name})`]]),
    write(sheet, FINDINGS_ROW - 2, WORKED_COLUMN, [["Findings: where the agreement disagrees with itself"]]),
    write(sheet, FINDINGS_ROW, WORKED_COLUMN, [[`=LOANFINDINGS(${name})`]]),
    write(sheet, 0, SCHEDULE_COLUMN, [["Schedule"]]),
    write(sheet, TERMS_ROW, SCHEDULE_COLUMN, [[`=LOANSCHEDULE(${name})`]]),
  ];
}

const AMOUNT = "#,##0;(#,##0);0";
const FORMATS: Readonly<Record<string, CellFormat>> = {
  Principal: { numberFormat: AMOUNT },
  "Start date": { numberFormat: DATE_FORMAT },
  "First payment date": { numberFormat: DATE_FORMAT },
  "Annual rate": { numberFormat: "0.00%" },
  "Collateral shares": { numberFormat: "#,##0" },
};

function formats(sheet: string, { terms, schedule }: LoanTemplate, area: Area): Edit[] {
  const at = (row: number, column: number, rows: number, columns: number, wanted: CellFormat): Edit => ({
    do: "format",
    area: { sheet, row, column, rows, columns },
    format: wanted,
  });
  const scheduleRow = area.row + terms.length + 1;
  return [
    at(area.row, 1, area.rows, 1, { align: "left" }),
    ...terms.flatMap(([label], index) => {
      const format = FORMATS[String(label)];
      return format ? [at(area.row + index, 1, 1, 1, format)] : [];
    }),
    ...terms.flatMap(([label], index) =>
      label === "Stated figure"
        ? [
            at(area.row + index, 2, 1, 1, { numberFormat: AMOUNT }),
            at(area.row + index, 3, 1, 1, { numberFormat: DATE_FORMAT }),
          ]
        : [],
    ),
    ...(schedule.length > 0
      ? [
          at(scheduleRow, 0, 1, 3, { ...HEADER_FORMAT, align: "right" }),
          at(scheduleRow + 1, 0, schedule.length - 1, 1, { numberFormat: DATE_FORMAT, align: "left" }),
          at(scheduleRow + 1, 1, schedule.length - 1, 2, { numberFormat: AMOUNT }),
        ]
      : []),
    ...[
      [0, 0],
      [0, WORKED_COLUMN],
      [FINDINGS_ROW - 2, WORKED_COLUMN],
      [0, SCHEDULE_COLUMN],
    ].map(([row = 0, column = 0]) => at(row, column, 1, 1, { bold: true })),
    at(TERMS_ROW, WORKED_COLUMN + 1, 1, 1, { numberFormat: DATE_FORMAT, bottom: "single" }),
    at(TERMS_ROW + 1, WORKED_COLUMN, 1, 2, { bold: true, numberFormat: AMOUNT }),
    at(TERMS_ROW + 3, WORKED_COLUMN, 1, 3, HEADER_FORMAT),
    at(TERMS_ROW + 4, WORKED_COLUMN + 1, 8, 1, { numberFormat: AMOUNT }),
    at(TERMS_ROW, SCHEDULE_COLUMN, 1, 7, HEADER_FORMAT),
    at(TERMS_ROW + 1, SCHEDULE_COLUMN, CHART_ROWS, 1, { numberFormat: DATE_FORMAT }),
    at(TERMS_ROW + 1, SCHEDULE_COLUMN + 1, CHART_ROWS, 6, {
      numberFormat: schedule.length > 0 ? AMOUNT : "#,##0.00;(#,##0.00);0.00",
    }),
    at(FINDINGS_ROW, WORKED_COLUMN, 1, 7, HEADER_FORMAT),
    ...[26, 18, 14, 14, 14, 3, 56, 26, 14, 14, 14, 60, 30, 3, 14, 14, 14, 14, 14, 14, 14].map(
      (characters, column): Edit => ({
        do: "columnWidth",
        sheet,
        column,
        characters,
      }),
    ),
  ];
}

/** The balance as it runs off: of the printed schedule where there is one, else of the calculated one. */
function chartOf(sheet: string, { terms, schedule }: LoanTemplate, area: Area): Edit {
  const printed = schedule.length > 0;
  const column = (offset: number): Area =>
    printed
      ? { sheet, row: area.row + terms.length + 2, column: offset, rows: schedule.length - 1, columns: 1 }
      : { sheet, row: TERMS_ROW + 1, column: SCHEDULE_COLUMN + offset * 2, rows: CHART_ROWS, columns: 1 };
  const over: Area = { sheet, row: CHART_ROW, column: WORKED_COLUMN, rows: 16, columns: 4 };
  return {
    do: "addChart",
    sheet,
    chart: { title: "Loan balance", kind: printed ? "column" : "line", labels: column(0), source: column(2), over },
  };
}

function write(sheet: string, row: number, column: number, contents: readonly (readonly CellContent[])[]): Edit {
  const columns = contents[0]?.length ?? 0;
  return { do: "write", area: { sheet, row, column, rows: contents.length, columns }, contents };
}

function padded(row: readonly CellContent[], columns: number): CellContent[] {
  return [...row, ...Array<CellContent>(columns - row.length).fill("")];
}
