/** A place in an open workbook; rows and columns count from 0. */
export interface CellAddress {
  readonly unitId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** What a cell shows. */
export type CellValue = number | string | boolean;
