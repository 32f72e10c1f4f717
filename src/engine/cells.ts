import { CellValueType, type ICellData } from "@univerjs/core";

/** A place in an open workbook; rows and columns count from 0. */
export interface CellAddress {
  readonly unitId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** What a cell shows. */
export type CellValue = number | string | boolean;

/** A value as a cell of a sheet that is opened holds it; text is text, whatever it looks like. */
export function cellOfValue(value: CellValue): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}
