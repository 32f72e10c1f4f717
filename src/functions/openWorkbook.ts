/**
 * What the functions take from the workbook they run in, apart from their arguments. Each host sets it when a workbook
 * opens and again when it changes, and then has every formula recalculated, since Excel itself follows arguments only.
 */
export interface OpenWorkbook {
  /** The year in which date serials begin: 1900 (with its February 29, 1900) or 1904. */
  readonly dateSystem: 1900 | 1904;
  /** The loan sheet that an omitted `loan` argument means; null for the agreement of Exhibit 10.10. */
  readonly activeLoan: readonly (readonly unknown[])[] | null;
  /** Whether answers may carry a number format (Excel with data types; ExcelApi 1.16). */
  readonly formattedNumbers: boolean;
}

let current: OpenWorkbook = { dateSystem: 1900, activeLoan: null, formattedNumbers: false };

export function openWorkbook(): OpenWorkbook {
  return current;
}

export function setOpenWorkbook(changes: Partial<OpenWorkbook>): void {
  current = { ...current, ...changes };
}
