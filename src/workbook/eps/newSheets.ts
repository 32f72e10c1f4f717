import type { ImportedPeriod, Standard } from "../actionTypes";
import { freeName } from "../book/log";
import {
  DATE_FORMAT,
  EPS_SHEET,
  EXHIBIT_NAME,
  FILED_SHEET,
  FILED_TABLE,
  HEADER_FORMAT,
  LINE_CHARACTERS,
  MIXED_FORMAT,
  PERIODS_SHEET,
  PERIODS_TABLE,
} from "../book/names";
import type { Area, CellContent, CellFormat, Chart, Edit } from "../book/book";
import { figureId } from "./figures";
import { exhibitOf, readPeriodTable, type Exhibit } from "./exhibit";
import { FILED_HEADERS, filedRows, type Units } from "./filed";
import { headingFormats, lineFormats, sheetFormats } from "./formats";
import {
  ABOVE,
  CAPTION_COLUMN,
  cellsOf,
  companyLine,
  figureColumns,
  FIRST_FIGURE_COLUMN,
  FIRST_LINE_ROW,
  KEY_COLUMN,
  type Rows,
} from "./layout";
import { periodRows, tableHeaders } from "./periodRows";
import { remember } from "./record";
import { dayOfSerial } from "./serials";

interface TableColumn extends CellFormat {
  readonly characters: number;
}

const PERIOD_COLUMNS: readonly TableColumn[] = [
  { numberFormat: DATE_FORMAT, characters: 16 },
  { numberFormat: "0", align: "center", characters: 12 },
];
const FIGURE_COLUMN: TableColumn = { numberFormat: "#,##0;(#,##0);-", characters: 24 };
const FILED_COLUMNS: readonly TableColumn[] = [
  ...PERIOD_COLUMNS,
  { numberFormat: "@", characters: LINE_CHARACTERS, wrap: true },
  { numberFormat: MIXED_FORMAT, characters: 16 },
  { numberFormat: "General", characters: 10 },
];

/** What the sheets are made of. */
interface EpsSource {
  readonly periods: readonly ImportedPeriod[];
  readonly standard: Standard;
  readonly units: Units;
  /** Its name, where it is known. */
  readonly company: string | undefined;
}

/** The sheets of the EPS work: the period table, the exhibit built on it, the printed figures to tie out against. */
export function epsSheets({ periods, standard, units, company }: EpsSource, taken: readonly string[]): Edit[] {
  const headers = tableHeaders(periods);
  const table = [headers, ...orBlank(periodRows(periods, headers), headers.length)];
  const sheets = {
    periods: freeName(PERIODS_SHEET, taken),
    exhibit: freeName(EPS_SHEET, taken),
    filed: freeName(FILED_SHEET, taken),
  };
  return [
    ...newTable(sheets.periods, PERIODS_TABLE, table, [
      ...PERIOD_COLUMNS,
      ...headers.slice(2).map(() => FIGURE_COLUMN),
    ]),
    ...newTable(
      sheets.filed,
      FILED_TABLE,
      [FILED_HEADERS, ...orBlank(filedRows(periods, units), FILED_HEADERS.length)],
      FILED_COLUMNS,
    ),
    ...(periods.length > 0
      ? newExhibit(sheets.exhibit, exhibitFor(table, periods, standard), company)
      : emptyExhibit(sheets.exhibit, standard, company)),
  ];
}

/** A table has a row to type in from the start. */
function orBlank(rows: CellContent[][], columns: number): CellContent[][] {
  return rows.length > 0 ? rows : [Array<CellContent>(columns).fill("")];
}

/** The exhibit of the latest of some periods. */
export function exhibitOfLatest(periods: readonly ImportedPeriod[], standard: Standard): Exhibit {
  const headers = tableHeaders(periods);
  return exhibitFor([headers, ...periodRows(periods, headers)], periods, standard);
}

function exhibitFor(table: CellContent[][], periods: readonly ImportedPeriod[], standard: Standard): Exhibit {
  const latest = Math.max(...periods.map(({ periodEnd }) => periodEnd));
  return exhibitOf(readPeriodTable(table), dayOfSerial(latest), standard);
}

/** Before the first period there is nothing to lay out; the first refresh builds the exhibit. */
function emptyExhibit(sheet: string, standard: Standard, company: string | undefined): Edit[] {
  return newExhibit(sheet, { asOf: 0, standard, columns: [], lines: [] }, company);
}

function newTable(sheet: string, table: string, contents: CellContent[][], columns: readonly TableColumn[]): Edit[] {
  const area: Area = { sheet, row: 0, column: 0, rows: contents.length, columns: contents[0]?.length ?? 0 };
  return [
    { do: "addSheet", sheet },
    { do: "write", area, contents },
    ...columns.map(({ characters: _characters, ...format }, column): Edit => ({
      do: "format",
      area: { ...area, row: 1, rows: Math.max(1, area.rows - 1), column, columns: 1 },
      format,
    })),
    { do: "format", area: { ...area, rows: 1 }, format: { ...HEADER_FORMAT, wrap: true } },
    ...columns.map(({ characters }, column): Edit => ({ do: "columnWidth", sheet, column, characters })),
    { do: "addTable", table, area },
  ];
}

function newExhibit(sheet: string, exhibit: Exhibit, company?: string): Edit[] {
  const rows = newRows(exhibit);
  const height = FIRST_LINE_ROW + exhibit.lines.length;
  const area: Area = { sheet, row: 0, column: KEY_COLUMN, rows: height, columns: 2 + figureColumns(exhibit) };
  return [
    { do: "addSheet", sheet },
    { do: "write", area, contents: contentsOf(exhibit, companyLine(company), rows, height) },
    ...sheetFormats(sheet, [ABOVE.title, ABOVE.company, ABOVE.subtitle], figureColumns(exhibit)),
    ...(exhibit.columns.length > 0 ? headingFormats(sheet, rows, exhibit) : []),
    ...exhibit.lines.flatMap((line) => lineFormats(line, sheet, rows.get(line.key) ?? 0, exhibit.columns.length)),
    { do: "name", name: EXHIBIT_NAME, area },
    ...chartOf(sheet, exhibit, rows, height),
    ...remember({ sheet, exhibit, figures: calculated(exhibit), marks: [] }, undefined),
    { do: "select", area: { sheet, row: ABOVE.asOf, column: FIRST_FIGURE_COLUMN, rows: 1, columns: 1 } },
    { do: "recalculate" },
  ];
}

/** The figures that the new sheet shows, so that the first refresh knows which of them have moved. */
function calculated({ lines, columns }: Exhibit): Record<string, number> {
  const figures = lines
    .filter(({ kind }) => kind !== "heading")
    .flatMap(({ key, figures: values }) =>
      columns.map((column, index) => [figureId(key, column), values[index] ?? 0] as const),
    );
  return Object.fromEntries(figures);
}

function newRows(exhibit: Exhibit): Rows {
  const { title: _title, subtitle: _subtitle, ...above } = ABOVE;
  return new Map([
    ...Object.entries(above),
    ...exhibit.lines.map(({ key }, index) => [key, FIRST_LINE_ROW + index] as const),
  ]);
}

function contentsOf(exhibit: Exhibit, company: string, rows: Rows, height: number): CellContent[][] {
  const contents = Array.from({ length: height }, () => Array<CellContent>(2 + figureColumns(exhibit)).fill(""));
  const put = (row: number, key: string, cells: readonly CellContent[]) => {
    contents[row] = [key, ...cells, ...Array<CellContent>(1 + figureColumns(exhibit) - cells.length).fill("")];
  };
  put(ABOVE.title, "", ["EXHIBIT 11"]);
  put(ABOVE.company, "company", [company]);
  put(ABOVE.subtitle, "", ["Basic and Diluted Net Income (Loss) per Share"]);
  for (const [key, cells] of cellsOf(exhibit, rows)) put(rows.get(key) ?? 0, key, cells);
  return contents;
}

/** Basic and diluted earnings per share by column, under the exhibit. */
function chartOf(sheet: string, exhibit: Exhibit, rows: Rows, height: number): Edit[] {
  const across = (row: number): Area => ({
    sheet,
    row,
    column: CAPTION_COLUMN + 1,
    rows: 1,
    columns: exhibit.columns.length,
  });
  const series = [
    { name: "Basic", row: rows.get("basic.eps") },
    { name: "Diluted", row: rows.get("diluted.eps") },
  ].flatMap(({ name, row }) => (row === undefined ? [] : [{ name, figures: across(row) }]));
  if (series.length === 0) return [];
  const chart: Chart = {
    title: "Earnings per share",
    kind: "columns",
    labels: { ...across(ABOVE.over), rows: ABOVE.under - ABOVE.over + 1 },
    series,
    over: { sheet, row: height + 2, column: CAPTION_COLUMN, rows: 14, columns: 1 + figureColumns(exhibit) },
  };
  return [{ do: "addChart", sheet, chart }];
}
