import { DATE_FORMAT, INCOME_FORMAT, PER_SHARE_FORMAT, SHARES_FORMAT } from "../book/names";
import type { Area, CellFormat, Edit } from "../book/book";
import type { Exhibit, ExhibitLine } from "./exhibit";
import { CAPTION_COLUMN, FIRST_FIGURE_COLUMN, KEY_COLUMN, type Rows } from "./layout";

const NUMBER_FORMATS = { shares: SHARES_FORMAT, income: INCOME_FORMAT, perShare: PER_SHARE_FORMAT } as const;

/** The formats of one line as filed: figures in their kind's format, ruled below; a heading centred and bold. */
export function lineFormats(line: ExhibitLine, sheet: string, row: number, columns: number): Edit[] {
  if (line.kind === "heading") return [format(caption(sheet, row), { bold: true, align: "center", bottom: "none" })];
  const bold = line.kind === "perShare";
  return [
    format(caption(sheet, row), { bold, wrap: true, align: "left" }),
    format(figures(sheet, row, columns), { bold, numberFormat: NUMBER_FORMATS[line.kind], bottom: line.rule }),
  ];
}

export function headingFormats(sheet: string, rows: Rows, exhibit: Exhibit): Edit[] {
  const row = (key: string) => rows.get(key) ?? 0;
  const value = (key: string): Area => ({ sheet, row: row(key), column: FIRST_FIGURE_COLUMN, rows: 1, columns: 1 });
  const across = (key: string) => figures(sheet, row(key), exhibit.columns.length);
  return [
    format(value("asOf"), { numberFormat: DATE_FORMAT, align: "right" }),
    format(value("standard"), { align: "right" }),
    ...blockFormats(sheet, row("over"), exhibit),
    format(across("under"), { bold: true, align: "center", numberFormat: "0", bottom: "single" }),
  ];
}

/** The words over each block of columns stand in its middle; where a block is one column, on as many lines as they need. */
export function blockFormats(sheet: string, row: number, { columns }: Exhibit): Edit[] {
  const starts = columns.flatMap(({ over }, index) => (over === "" ? [] : [index]));
  return starts.map((start, index) => {
    const width = (starts[index + 1] ?? columns.length) - start;
    const area: Area = { sheet, row, column: FIRST_FIGURE_COLUMN + start, rows: 1, columns: width };
    return format(area, { bold: true, align: width > 1 ? "centerAcross" : "center", wrap: width === 1 });
  });
}

/** What a new sheet looks like beside its lines. */
export function sheetFormats(sheet: string, titles: readonly number[], columns: number): Edit[] {
  return [
    { do: "columnWidth", sheet, column: KEY_COLUMN, characters: 0 },
    { do: "columnWidth", sheet, column: CAPTION_COLUMN, characters: 58 },
    ...figureWidths(sheet, 0, columns),
    ...titles.map((row) =>
      format({ ...caption(sheet, row), columns: 1 + columns }, { bold: true, align: "centerAcross" }),
    ),
  ];
}

/** The widths of the columns of figures from one to before another. */
export function figureWidths(sheet: string, from: number, until: number): Edit[] {
  return Array.from({ length: Math.max(0, until - from) }, (_column, index): Edit => ({
    do: "columnWidth",
    sheet,
    column: FIRST_FIGURE_COLUMN + from + index,
    characters: 17,
  }));
}

/** Columns that the exhibit no longer has look like any other cell again. */
export function columnsWithoutFormat(
  sheet: string,
  rows: Iterable<number>,
  { from, until }: { readonly from: number; readonly until: number },
): Edit[] {
  if (from >= until) return [];
  return [...rows].map((row) =>
    format(
      { sheet, row, column: FIRST_FIGURE_COLUMN + from, rows: 1, columns: until - from },
      { align: "general", bottom: "none" },
    ),
  );
}

function caption(sheet: string, row: number): Area {
  return { sheet, row, column: CAPTION_COLUMN, rows: 1, columns: 1 };
}

function figures(sheet: string, row: number, columns: number): Area {
  return { sheet, row, column: FIRST_FIGURE_COLUMN, rows: 1, columns };
}

function format(area: Area, wanted: CellFormat): Edit {
  return { do: "format", area, format: wanted };
}
