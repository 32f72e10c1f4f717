import { civilDate } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import { scheduleTable } from "../../core/loan/scheduleTable";
import { readLoan } from "../../functions/loan/loanArgument";
import type { InsertLoanSheet } from "../actionTypes";
import { absolute, a1, columnName } from "../book/address";
import { apply } from "../book/apply";
import type { Area, CellContent, CellFormat, Edit, OpenBook, Running } from "../book/book";
import { freeName } from "../book/log";
import {
  ALARM_COLOR,
  DATE_FORMAT,
  ENTRY_FORMAT,
  HEADER_FORMAT,
  loanTermsName,
  NOTE_COLOR,
  OVER_FIGURES,
} from "../book/names";
import { found, report, type Report } from "../book/report";
import { blankTemplate, exhibit1010Template, givenTemplate, type LoanTemplate } from "./loanTemplate";

/**
 * The terms with their printed schedule: labels, values and notes, from the third row on. They are no wider than leaves
 * the balance in view beside them, and beside the task pane, in a window of 1440 pixels.
 */
const TERMS = { row: 2, columns: 5, widths: [22, 16, 11, 12, 13] };
/** Blank rows below the terms that are read with them, for labels and lines that are added. */
const SPARE_ROWS = 100;
/** So far down the sheet is watched for labels below those. */
const LAST_WATCHED_ROW = 1000;
/** Rows of the schedule that are formatted: five years of months. */
const SCHEDULE_ROWS = 61;
/** How many year ends the roll-forward has room for where the loan's life is not known yet, and at most. */
const YEARS = { unknown: 10, most: 50 };

const AMOUNT = "#,##0;(#,##0);0";
const CENTS = "#,##0.00;(#,##0.00);0.00";

/**
 * What is calculated from the terms stands beside them in blocks of columns, each with widths of its own, as the last
 * part of each grows downwards with the loan. The first two make a page with the terms.
 */
const BALANCE = { column: 6, widths: [47, 13, 10] };
const DUE = { column: 10, widths: [16, 16, 18, 18] };
const FINDINGS = { column: 15, widths: [16, 40, 14, 14, 14, 60] };
const SCHEDULE = { column: 22, widths: [14, 14, 14, 14, 14, 14, 14, 14] };
const ROLL_FORWARD = { column: 31, widths: [14, 16, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14] };
/** Where in that block the answer of LOANROLLFORWARD begins, and its columns counted from 0. */
const ROLLED = { column: ROLL_FORWARD.column + 2, advances: 2, interest: 3, current: 9, noncurrent: 10 };
/** Width of the column between two blocks. */
const GAP = 2;
const BLOCKS = [{ column: 0, widths: TERMS.widths }, BALANCE, DUE, FINDINGS, SCHEDULE, ROLL_FORWARD];

/** Of a loan of one's own, whose rows and lines of working are short: the balance stands in the first window. */
const OWN_WIDTHS: readonly (readonly [column: number, characters: number])[] = [
  [0, 30],
  [2, 12],
  [3, 3],
  [4, 3],
  [BALANCE.column, 38],
];

/** Between the terms and the first block. */
const HINT_COLUMN = 5;

/** How far down the page prints that holds the terms, the balance and what falls due. */
const PAGE_ROWS = 60;

/** Where a block begins below its title, and the chart below the years of the second. */
const TOP = 2;
const CHART_ROW = 14;

/**
 * Inserts a loan sheet: the terms and the printed schedule, named so that a formula can refer to them, and beside them
 * the balance at a date with its working, what falls due year by year, a chart of the runoff, the findings, the schedule
 * and the roll-forward, all live. A blank one says what to type, and calculates as soon as it can.
 */
export async function insertLoanSheet(
  book: OpenBook,
  options: InsertLoanSheet,
  running: Running = {},
): Promise<Report> {
  const { sheetNames } = await book.look({});
  const { terms } = options;
  const sheet = freeName(terms ? sheetNameFor(terms) : "Loan", sheetNames);
  if (terms) return insertGivenLoan(book, sheet, terms, running);
  const example = options.example !== false;
  await apply(book, loanSheet(sheet, example ? exhibit1010Template() : blankTemplate()), running);
  const chart = book.drawsCharts ? "" : " This program draws no charts.";
  const said = example
    ? `Inserted the sheet ${sheet} with the agreement of Exhibit 10.10; its terms are named ${loanTermsName(sheet)}.`
    : `Inserted the sheet ${sheet}; fill in its terms, which are named ${loanTermsName(sheet)}.`;
  return report(said + chart, true);
}

/** A loan of one's own, worked out at today's date once it has begun. */
async function insertGivenLoan(
  book: OpenBook,
  sheet: string,
  terms: NonNullable<InsertLoanSheet["terms"]>,
  running: Running,
): Promise<Report> {
  const today = Math.floor(book.now());
  const start = terms.find(([label]) => label === "Start date")?.[1];
  const template = givenTemplate(terms, typeof start === "number" && start <= today ? today : "");
  await apply(book, loanSheet(sheet, template), running);
  const area: Area = { sheet, row: TERMS.row, column: 0, rows: terms.length, columns: TERMS.columns };
  const said = `Inserted the sheet ${sheet}; its terms are named ${loanTermsName(sheet)}.`;
  return report(said, true, [found(area, `the terms, on the sheet ${sheet}`)]);
}

/** The loan's own name as far as a sheet can have it: 31 characters, none of those that references are written with. */
function sheetNameFor(terms: NonNullable<InsertLoanSheet["terms"]>): string {
  const name = String(terms.find(([label]) => label === "Loan")?.[1] ?? "");
  const plain = name
    .replace(/[\\/?*[\]:'"!]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 26)
    .trim();
  return plain === "" ? "Loan" : plain;
}

/** What every part of a new sheet is made from. */
interface NewSheet {
  readonly sheet: string;
  readonly template: LoanTemplate;
  /** The cells that the loan is read from, spare rows included. */
  readonly terms: Area;
  /** Their name. */
  readonly name: string;
  /** An amount as the loan's figures are printed. */
  readonly amount: string;
  /** Year ends from that of the start to that of the last payment. */
  readonly years: number;
}

export function loanSheet(sheet: string, template: LoanTemplate): Edit[] {
  const rows = [...template.terms, ...(template.schedule.length > 0 ? [[""], ...template.schedule] : [])];
  const terms: Area = { sheet, row: TERMS.row, column: 0, rows: rows.length + SPARE_ROWS, columns: TERMS.columns };
  const made: NewSheet = {
    sheet,
    template,
    terms,
    name: loanTermsName(sheet),
    amount: template.schedule.length > 0 ? AMOUNT : CENTS,
    years: yearsOf(rows),
  };
  return [
    { do: "addSheet", sheet },
    ...BLOCKS.flatMap((block) => widths(sheet, block)),
    ...(template.isOwn ? OWN_WIDTHS.map(([column, characters]) => widthOf(sheet, column, characters)) : []),
    write(made, 0, 0, [[titleOf(made)], [noticeOf(made)]]),
    write(
      made,
      TERMS.row,
      0,
      rows.map((row) => padded(row, TERMS.columns)),
    ),
    ...hints(made),
    { do: "name", name: made.name, area: terms },
    ...termFormats(made),
    ...balance(made),
    ...due(made),
    ...findings(made),
    ...schedule(made),
    ...rollForward(made),
    { do: "printPage", area: { sheet, row: 0, column: 0, rows: PAGE_ROWS, columns: FINDINGS.column - 1 } },
    { do: "select", area: { ...terms, column: 1, rows: 1, columns: 1 } },
    { do: "recalculate" },
  ];
}

/** The calendar years that a loan lives through, as far as its terms tell by now. */
function yearsOf(rows: readonly (readonly CellContent[])[]): number {
  try {
    const { rows: lines } = scheduleTable(readLoan(rows), "stated");
    const years = lines.map(({ date }) => civilDate(date).year);
    return Math.min(YEARS.most, Math.max(...years) - Math.min(...years) + 1);
  } catch (error) {
    if (error instanceof CalculationError) return YEARS.unknown; // terms that are still to be filled in
    throw error;
  }
}

/** The loan's own name, where its sheet has one. */
function titleOf(made: NewSheet): string {
  const name = cellOf(made, "Loan");
  return name === undefined ? "Loan" : `=IF(${name}="","Loan",${name}&"")`;
}

/** The cell beside a label of the terms, as a formula names it. */
function cellOf({ template, terms }: NewSheet, label: string): string | undefined {
  const index = template.terms.findIndex(([first]) => first === label);
  return index < 0 ? undefined : absolute({ ...terms, row: terms.row + index, column: 1, rows: 1, columns: 1 });
}

/** Whether enough is filled in for a calculation; undefined where nothing is to be filled in. */
function readiness(made: NewSheet): string | undefined {
  const { required, oneOf } = made.template;
  if (required.length === 0) return undefined;
  const isFilled = (label: string) => `(${cellOf(made, label)}<>"")`;
  return `${required.map(isFilled).join("*")}*(${oneOf.map(isFilled).join("+")})`;
}

/** A formula that shows nothing, or a heading, until the terms are there, and its own answer, or error, from then on. */
function whenReady(made: NewSheet, formula: string, until = ""): string {
  const ready = readiness(made);
  return ready === undefined ? `=${formula}` : `=IF(${ready},${formula},"${until}")`;
}

/** What is still to be typed; or what stands beside the terms or below them, from where it is not read. */
function noticeOf(made: NewSheet): string {
  const { terms, template } = made;
  const below = { ...terms, row: terms.row + terms.rows, rows: LAST_WATCHED_ROW - terms.row - terms.rows };
  const firstBelow = a1({ ...below, rows: 1, columns: 1 });
  const beside = { ...terms, column: HINT_COLUMN, columns: 1 };
  const hasHints = template.hints.length > 0;
  const count = hasHints ? `COUNTA(${a1(below)})` : `COUNTA(${a1(below)})+COUNTA(${a1(beside)})`;
  const where = hasHints ? "" : ` or in column ${columnName(HINT_COLUMN)}`;
  const unread =
    `IF(${count}=0,"","Not read: what stands below row "&(ROW(${firstBelow})-1)&` +
    `"${where}. Insert rows above it, or move it.")`;
  const ready = readiness(made);
  return ready === undefined ? `=${unread}` : `=IF(${ready},${unread},"${template.prompt}")`;
}

/** Beside the terms, where nothing is read: what goes into each cell, in words that are gone once it is there. */
function hints(made: NewSheet): Edit[] {
  const { template, terms, sheet } = made;
  const rows = template.hints.length;
  if (rows === 0) return [];
  const contents = template.hints.map((words, index) => {
    const value = a1({ ...terms, row: terms.row + index, column: 1, rows: 1, columns: 1 });
    return [template.terms[index]?.[1] === "" ? `=IF(${value}="","${words}","")` : words];
  });
  return [
    write(made, terms.row, HINT_COLUMN, contents),
    formatAt(made, terms.row, HINT_COLUMN, { rows, columns: 1 }, { italic: true, color: NOTE_COLOR }),
    ...[2, 3, 4].map((column): Edit => ({ do: "columnWidth", sheet, column, characters: 10 })),
    { do: "columnWidth", sheet, column: HINT_COLUMN, characters: 54 },
  ];
}

function termFormats(made: NewSheet): Edit[] {
  const { terms, template } = made;
  const at = (row: number, column: number, rows: number, columns: number, format: CellFormat): Edit =>
    formatAt(made, terms.row + row, terms.column + column, { rows, columns }, format);
  const lines = template.schedule.length;
  const printed = template.schedule[0]?.length ?? 0;
  const first = template.terms.length + 1;
  return [
    formatAt(made, 0, 0, { rows: 1, columns: 1 }, TITLE),
    formatAt(made, 1, 0, { rows: 1, columns: 1 }, { bold: true, color: ALARM_COLOR }),
    at(0, 1, lines > 0 ? template.terms.length : terms.rows, 1, { align: "left" }),
    ...template.terms.flatMap(([label], row) => (formatOf(label) ? [at(row, 1, 1, 1, formatOf(label) ?? {})] : [])),
    ...template.terms.flatMap(([label], row) =>
      label === "Stated figure"
        ? [at(row, 2, 1, 1, { numberFormat: AMOUNT }), at(row, 3, 1, 1, { numberFormat: DATE_FORMAT })]
        : [],
    ),
    ...(lines > 0
      ? [
          at(first, 0, 1, printed, HEADER_FORMAT),
          at(first, 0, lines, printed, OVER_FIGURES),
          at(first + 1, 0, lines - 1, 1, { numberFormat: DATE_FORMAT }),
          at(first + 1, 1, lines - 1, printed - 1, { numberFormat: AMOUNT }),
        ]
      : template.terms.map((_term, row) => at(row, 1, 1, 1, ENTRY_FORMAT))),
  ];
}

const TITLE: CellFormat = { bold: true, size: 14 };

const FORMATS: Readonly<Record<string, CellFormat>> = {
  Principal: { numberFormat: AMOUNT },
  Payment: { numberFormat: CENTS },
  "Start date": { numberFormat: DATE_FORMAT },
  "Maturity date": { numberFormat: DATE_FORMAT },
  "First payment date": { numberFormat: DATE_FORMAT },
  "Annual rate": { numberFormat: "0.00##%" },
  "Collateral shares": { numberFormat: "#,##0" },
};

function formatOf(label: CellContent | undefined): CellFormat | undefined {
  return FORMATS[String(label)];
}

/** The date that everything at the side is as of. */
function dayOf({ sheet }: NewSheet): string {
  return absolute({ sheet, row: TOP, column: BALANCE.column + 1, rows: 1, columns: 1 });
}

function balance(made: NewSheet): Edit[] {
  const { column } = BALANCE;
  const { name, template, amount } = made;
  const day = dayOf(made);
  const start = cellOf(made, "Start date") ?? "";
  const at = (row: number, offset: number, rows: number, columns: number, format: CellFormat): Edit =>
    formatAt(made, row, column + offset, { rows, columns }, format);
  return [
    ...titled(made, column, "Balance at a date", 3),
    write(made, TOP, column, [
      ["Date", template.workedAt === "" ? whenReady(made, `EDATE(${start},12)`) : template.workedAt],
      ["Balance", whenReady(made, `LOANBALANCE(${day},${name})`)],
    ]),
    write(made, TOP + 3, column, [[whenReady(made, `LOANSTEPS(${day},${name})`, "Working")]]),
    at(TOP, 1, 1, 1, { ...ENTRY_FORMAT, numberFormat: DATE_FORMAT }),
    at(TOP + 1, 0, 1, 2, { bold: true, numberFormat: amount, bottom: "double" }),
    at(TOP + 3, 0, 1, 3, HEADER_FORMAT),
    at(TOP + 3, 1, 1, 1, OVER_FIGURES),
    at(TOP + 3, 2, 1, 1, { align: "center" }),
    at(TOP + 4, 1, 40, 1, { numberFormat: amount }),
    at(TOP + 4, 2, 40, 1, { align: "center" }),
  ];
}

/** Principal due in each of the five years after the date and thereafter, as a footnote prints it, over the runoff. */
function due(made: NewSheet): Edit[] {
  const { column, widths: columns } = DUE;
  const at = (row: number, offset: number, rows: number, width: number, format: CellFormat): Edit =>
    formatAt(made, row, column + offset, { rows, columns: width }, format);
  return [
    ...titled(made, column, "Principal due after the date", columns.length),
    write(made, TOP, column, [[whenReady(made, `LOANMATURITIES(${dayOf(made)},${made.name})`, "Year ending")]]),
    at(TOP, 0, 1, columns.length, HEADER_FORMAT),
    at(TOP, 1, 1, columns.length - 1, OVER_FIGURES),
    at(TOP + 1, 0, 10, 1, { numberFormat: DATE_FORMAT, align: "left" }),
    at(TOP + 1, 1, 10, 2, { numberFormat: made.amount }),
    chartOf(made),
  ];
}

/** What each year repays of the principal, and its interest, from the roll-forward. */
function chartOf(made: NewSheet): Edit {
  const { sheet, years } = made;
  const down = (column: number): Area => ({ sheet, row: TOP + 1, column, rows: years, columns: 1 });
  const over: Area = { sheet, row: CHART_ROW, column: DUE.column, rows: 16, columns: DUE.widths.length };
  return {
    do: "addChart",
    sheet,
    chart: {
      title: "Principal and interest by year",
      kind: "stackedColumns",
      labels: down(ROLL_FORWARD.column),
      series: [
        { name: "Principal", figures: down(ROLL_FORWARD.column + 1) },
        { name: "Interest", figures: down(ROLLED.column + ROLLED.interest) },
      ],
      over,
    },
  };
}

/** The columns of LOANFINDINGS that are figures: as stated, as computed, and their difference; and rows of them. */
const FIGURES_FOUND = { offset: 2, columns: 3 };
const FINDING_ROWS = 40;

function findings(made: NewSheet): Edit[] {
  const { column, widths: columns } = FINDINGS;
  return [
    ...titled(made, column, "Findings: where the agreement disagrees with itself", columns.length),
    write(made, TOP, column, [[whenReady(made, `LOANFINDINGS(${made.name})`, "Clause")]]),
    formatAt(made, TOP, column, { rows: 1, columns: columns.length }, HEADER_FORMAT),
    formatAt(
      made,
      TOP,
      column + FIGURES_FOUND.offset,
      { rows: FINDING_ROWS, columns: FIGURES_FOUND.columns },
      OVER_FIGURES,
    ),
  ];
}

function schedule(made: NewSheet): Edit[] {
  const { column, widths: columns } = SCHEDULE;
  const at = (row: number, offset: number, rows: number, width: number, format: CellFormat): Edit =>
    formatAt(made, row, column + offset, { rows, columns: width }, format);
  return [
    ...titled(made, column, "Schedule", columns.length),
    write(made, TOP, column, [[whenReady(made, `LOANSCHEDULE(${made.name})`, "Date")]]),
    at(TOP, 0, 1, columns.length, { ...HEADER_FORMAT, ...OVER_FIGURES }),
    at(TOP + 1, 0, SCHEDULE_ROWS, 1, { numberFormat: DATE_FORMAT }),
    at(TOP + 1, 1, SCHEDULE_ROWS, columns.length - 1, { numberFormat: made.amount }),
  ];
}

/**
 * Year ends that may be typed over, the roll-forward between them, and what principal went down by, which the chart shows.
 * Of a loan whose life is not known yet, the rows below its last year stay blank.
 */
function rollForward(made: NewSheet): Edit[] {
  const { column, widths: columns } = ROLL_FORWARD;
  const { years, amount } = made;
  const ends: Area = { sheet: made.sheet, row: TOP + 1, column, rows: years, columns: 1 };
  const at = (row: number, offset: number, rows: number, width: number, format: CellFormat): Edit =>
    formatAt(made, row, column + offset, { rows, columns: width }, format);
  const rows = Array.from({ length: years }, (_year, index) => [yearEnd(made, index), principalRepaid(index)]);
  return [
    ...titled(made, column, "Roll-forward by year: type your own year ends over these", columns.length),
    write(made, TOP, column, [["Year end", "Principal repaid"], ...rows]),
    write(made, TOP, ROLLED.column, [
      [whenReady(made, `LOANROLLFORWARD(${absolute(ends)},${made.name})`, "Period end")],
    ]),
    at(TOP, 0, 1, columns.length, { ...HEADER_FORMAT, ...OVER_FIGURES }),
    at(TOP + 1, 0, years, 1, { ...ENTRY_FORMAT, numberFormat: DATE_FORMAT }),
    at(TOP + 1, 1, years, 1, { numberFormat: amount }),
    at(TOP + 1, 2, years, 1, { numberFormat: DATE_FORMAT }),
    at(TOP + 1, 3, years, columns.length - 3, { numberFormat: amount }),
  ];
}

/** December 31 of a year of the loan; of the first, and of the others up to that of the last line of the schedule. */
function yearEnd(made: NewSheet, index: number): string {
  const start = cellOf(made, "Start date") ?? "";
  const end = `DATE(YEAR(${start})+${index},12,31)`;
  if (index === 0) return whenReady(made, end);
  const dates = absolute({ sheet: made.sheet, row: TOP + 1, column: SCHEDULE.column, rows: MOST_LINES, columns: 1 });
  return whenReady(made, `IF(YEAR(${start})+${index}>YEAR(MAX(${dates})),"",${end})`);
}

/** As many lines as a schedule has at most: the payments and the day of the loan. */
const MOST_LINES = 5001;

/** What was owed of the principal before, with what was lent, less what is owed of it now. */
function principalRepaid(index: number): string {
  const cell = (row: number, column: number) => a1({ row: TOP + 1 + row, column, rows: 1, columns: 1 });
  const rolled = (row: number, column: number) => cell(row, ROLLED.column + column);
  const before = index === 0 ? "" : `${rolled(index - 1, ROLLED.current)}+${rolled(index - 1, ROLLED.noncurrent)}+`;
  const now = `${rolled(index, ROLLED.current)}-${rolled(index, ROLLED.noncurrent)}`;
  return `=IF(${cell(index, ROLL_FORWARD.column)}="","",${before}${rolled(index, ROLLED.advances)}-${now})`;
}

/** The title of a block, with a rule under its columns. */
function titled(made: NewSheet, column: number, title: string, columns: number): Edit[] {
  return [
    write(made, 0, column, [[title]]),
    formatAt(made, 0, column, { rows: 1, columns }, { bold: true, bottom: "single" }),
  ];
}

function widthOf(sheet: string, column: number, characters: number): Edit {
  return { do: "columnWidth", sheet, column, characters };
}

function widths(sheet: string, { column, widths: characters }: { column: number; widths: readonly number[] }): Edit[] {
  const gap = column === 0 ? [] : [widthOf(sheet, column - 1, GAP)];
  return [...gap, ...characters.map((width, index) => widthOf(sheet, column + index, width))];
}

function write({ sheet }: NewSheet, row: number, column: number, contents: readonly (readonly CellContent[])[]): Edit {
  const columns = contents[0]?.length ?? 0;
  return { do: "write", area: { sheet, row, column, rows: contents.length, columns }, contents };
}

function formatAt(
  { sheet }: NewSheet,
  row: number,
  column: number,
  size: { readonly rows: number; readonly columns: number },
  format: CellFormat,
): Edit {
  return { do: "format", area: { sheet, row, column, ...size }, format };
}

function padded(row: readonly CellContent[], columns: number): CellContent[] {
  return [...row, ...Array<CellContent>(columns - row.length).fill("")];
}
