import type { Area } from "./book";

/** 0 is A, 25 is Z, 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

export function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** C12, or C12:D14 for more than one cell; without the sheet. */
export function a1({ row, column, rows, columns }: Omit<Area, "sheet">): string {
  const first = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}

/** 'Loan sheet'!$B$4:$C$9, as a formula or a name refers to it. */
export function absolute(area: Area): string {
  const first = `$${columnName(area.column)}$${area.row + 1}`;
  const last = `$${columnName(area.column + area.columns - 1)}$${area.row + area.rows}`;
  return `${quoted(area.sheet)}!${area.rows === 1 && area.columns === 1 ? first : `${first}:${last}`}`;
}

export function quoted(sheet: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheet) && !/^[A-Z]{1,3}\d+$/i.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;
}

/** Reads A1 or A1:B2, with or without dollar signs and a sheet; undefined when it is none. */
export function readAddress(address: string, sheet = ""): Area | undefined {
  const match =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(address);
  if (!match) return undefined;
  const [, inQuotes, plain, column = "", row = "", lastColumn = column, lastRow = row] = match;
  const [left, top] = [columnNumber(column), Number(row) - 1];
  return {
    sheet: inQuotes?.replaceAll("''", "'") ?? plain ?? sheet,
    row: top,
    column: left,
    rows: Number(lastRow) - top,
    columns: columnNumber(lastColumn) - left + 1,
  };
}

export function cellAt(sheet: string, row: number, column: number): Area {
  return { sheet, row, column, rows: 1, columns: 1 };
}

/** Whether every cell of an area belongs to another. */
export function encloses(outer: Area, inner: Area): boolean {
  return (
    outer.sheet === inner.sheet &&
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}

/** Whether a cell of the same sheet is one of these. */
export function holds(area: Omit<Area, "sheet">, { row, column }: Pick<Area, "row" | "column">): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}
