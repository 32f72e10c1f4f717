/**
 * What the functions take from the workbook they run in, apart from their arguments. Each host sets it when a workbook
 * opens and again when it changes, and then has every formula recalculated, since Excel itself follows arguments only.
 */
export interface OpenWorkbook {
  /** The year in which date serials begin: 1900 (with its February 29, 1900) or 1904. */
  readonly dateSystem: 1900 | 1904;
  /**
   * What an omitted `loan` argument means: the loan sheet that was chosen for the workbook, or Exhibit 10.10 where that
   * was. null where nothing was chosen, which is answered for Exhibit 10.10 too, and told.
   */
  readonly activeLoan: readonly (readonly unknown[])[] | typeof BUILT_IN_LOAN | null;
  /** Told of every answer for Exhibit 10.10 that nobody chose: it is the loan of one company, and perhaps not the user's. */
  readonly onLoanNotChosen: () => void;
  /** Whether answers may carry a number format (Excel with data types; CustomFunctionsRuntime 1.4). */
  readonly formattedNumbers: boolean;
}

/** The loan that is built in, by the name that formulas and settings give it. */
export const BUILT_IN_LOAN = "Exhibit 10.10";

let current: OpenWorkbook = {
  dateSystem: 1900,
  activeLoan: null,
  onLoanNotChosen: () => {},
  formattedNumbers: false,
};

export function openWorkbook(): OpenWorkbook {
  return current;
}

export function setOpenWorkbook(changes: Partial<OpenWorkbook>): void {
  current = { ...current, ...changes };
}
