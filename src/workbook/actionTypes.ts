import type { PrintedLines } from "../functions/loan/printedSchedule";
import type { Finding, Report } from "./book/report";
import type { Area, CellContent, OpenBook, Running } from "./book/book";
import type { Picture } from "./pictures/picture";

/**
 * Every action on the open workbook, as the ribbon, the task pane and the workbench call it: the workbook, the
 * action's own options (all may be left out with {}), and how to watch and stop it. Each answers what it did in words,
 * or throws an ActionError whose message is for the user, with the workbook as it was before.
 */
export interface Actions {
  insertLoanSheet(book: OpenBook, options: InsertLoanSheet, running?: Running): Promise<Report>;
  /** Inserts a loan sheet with the terms that reproduce a printed schedule, after the user has seen what was read of it. */
  insertFittedLoan(book: OpenBook, options: InsertFittedLoan, running?: Running): Promise<Report>;
  insertEpsSheet(book: OpenBook, options: InsertEpsSheet, running?: Running): Promise<Report>;
  /** Inserts the tables of the footnote on earnings per share, beside an EPS sheet. */
  insertEpsFootnote(book: OpenBook, options: InsertEpsFootnote, running?: Running): Promise<Report>;
  refreshEps(book: OpenBook, options: RefreshEps, running?: Running): Promise<Report>;
  rollForward(book: OpenBook, options: RollForward, running?: Running): Promise<Report>;
  /** Writes what readImport read, after the user has seen its preview. */
  importPeriods(book: OpenBook, options: ImportPeriods, running?: Running): Promise<Report>;
  tieOut(book: OpenBook, options: TieOutOptions, running?: Running): Promise<Report>;
  /** Calculates every formula of ours again and tells which shows another value; reads, and changes nothing. */
  checkOpenBook(book: OpenBook, options: NoOptions, running?: Running): Promise<Report>;
  /** Reads the selected cell and changes nothing. */
  explain(book: OpenBook, options: ExplainOptions, running?: Running): Promise<Explanation>;
  /** The figures of the workbook's loan to be drawn; reads, and changes nothing. */
  pictureLoan(book: OpenBook, options: PictureLoan, running?: Running): Promise<LoanPictures>;
  /** Those of the period table, null where there is none with figures. */
  pictureEps(book: OpenBook, options: NoOptions, running?: Running): Promise<EpsPictures | null>;
  repair(book: OpenBook, options: NoOptions, running?: Running): Promise<Report>;
  recalculateAll(book: OpenBook, options: NoOptions, running?: Running): Promise<Report>;
  /** Makes a range the workbook's loan, or with null the built-in agreement of Exhibit 10.10, and recalculates. */
  chooseActiveLoan(book: OpenBook, options: ChooseActiveLoan, running?: Running): Promise<Report>;
  /** Hands the workbook's loan to the functions; a host calls it on opening and when a cell of the loan changes. */
  loadActiveLoan(book: OpenBook, options: NoOptions, running?: Running): Promise<ActiveLoan>;
}

export type NoOptions = Readonly<Record<string, never>>;

export interface InsertLoanSheet {
  /** With the figures of Exhibit 10.10 (the default), or with labels and blanks to fill in. */
  readonly example?: boolean;
  /** Rows of a loan sheet, a label and its values each: the terms of a loan of one's own, instead of either. */
  readonly terms?: readonly (readonly CellContent[])[];
}

export interface InsertFittedLoan {
  /** The lines of the schedule, as readSchedule or readPrintedLines gives them. */
  readonly lines: PrintedLines;
  /** Rows of a loan sheet: what is known of the terms. */
  readonly known?: readonly (readonly CellContent[])[];
}

export interface InsertEpsSheet {
  /** With the figures of Exhibit 11 (the default), or empty. */
  readonly example?: boolean;
  /** Periods of one's own, instead of either. */
  readonly periods?: readonly ImportedPeriod[];
  readonly standard?: Standard;
}

export interface InsertEpsFootnote {
  /** With US GAAP and IFRS side by side; without when left out. */
  readonly bothStandards?: boolean;
}

export type Standard = "US GAAP" | "IFRS";

export interface RefreshEps {
  /** Period end, a serial, to build the exhibit for; the latest one of the table when left out. */
  readonly asOf?: number;
}

export interface RollForward {
  /** Period end, a serial, of the period to add; three months after the latest one when left out. */
  readonly periodEnd?: number;
}

export interface TieOutOptions {
  /** Two ranges of one shape to compare; without them, the EPS sheet against its printed figures. */
  readonly computed?: Area;
  readonly printed?: Area;
}

export interface ExplainOptions {
  /** The cell; the selected one when left out. */
  readonly cell?: Area;
}

export interface Explanation {
  readonly cell: Area;
  /** The formula that gives the cell its value; "" for what was typed. */
  readonly formula: string;
  /** As the cell shows it: a date as a date. */
  readonly shows: string;
  /** What the cell is, or why it shows an error. */
  readonly said: string;
  /** Whose loan a function of the formula is about that names none. */
  readonly loan?: string;
  /** The conventions by which the figures were worked out, in words; with a header row. */
  readonly conventions?: readonly (readonly CellContent[])[];
  /** The working of each of our functions in the formula, inner ones first. */
  readonly workings: readonly Working[];
  /** What the operators and the spreadsheet's own functions of the formula came to, inner ones first; with a header row. */
  readonly steps?: readonly (readonly CellContent[])[];
  /** The cells that the formula takes its values from, each with what it holds. */
  readonly cells?: readonly Finding[];
  /** Words for the error that the cell shows. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** How one call of our functions came to its answer. */
export interface Working {
  /** As the formula has it: LOANBALANCE(B5). */
  readonly call: string;
  /** What the function answers, or why it has no answer. */
  readonly said: string;
  /** With a header row; empty where there is none. */
  readonly rows: readonly (readonly CellContent[])[];
  /** Which of the rows the cell shows, of an answer that fills several. */
  readonly shown?: number;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface PictureLoan {
  /** A serial: the day whose balance is marked; today when left out. */
  readonly asOf?: number;
}

export interface LoanPictures {
  /** Principal and interest by year. */
  readonly runoff: Picture;
  readonly balance: Picture;
}

export interface EpsPictures {
  /** Basic and diluted, and what was filed. */
  readonly byPeriod: Picture;
  /** From basic to diluted, of every period, the latest first. */
  readonly dilutions: readonly { readonly period: string; readonly picture: Picture }[];
}

export interface ChooseActiveLoan {
  /** The loan's cells; the selected ones when left out; null for the built-in agreement. */
  readonly loan?: Area | null;
}

export interface ActiveLoan {
  /** Where the loan is; null for the built-in agreement. */
  readonly area: Area | null;
  /** "Loan!B3:C20", or "Exhibit 10.10 (built in)". */
  readonly label: string;
  /** Whether the user chose it; a workbook for which nobody has chosen gets the built-in agreement. */
  readonly isChosen: boolean;
  /** How its sheet is read, in sentences: what is passed over, what was read in one of several ways. */
  readonly reading?: readonly string[];
}

/** One period, as read from a file or a paste; what is absent was not there. */
export interface ImportedPeriod {
  /** Serial of the period's last day. */
  readonly periodEnd: number;
  readonly months: number;
  /** Where the fiscal calendar is one of weeks. */
  readonly weeks?: number;
  /** Before the deductions below. */
  readonly netIncome?: number;
  /** After noncontrolling interest, as filings of most companies tag net income. */
  readonly attributableIncome?: number;
  /** After all that is deducted before the common stock. */
  readonly availableIncome?: number;
  readonly continuingIncome?: number;
  readonly discontinuedIncome?: number;
  readonly incomeBeforeExtraordinary?: number;
  readonly extraordinaryItem?: number;
  readonly incomeBeforeCumulativeEffect?: number;
  readonly cumulativeEffect?: number;
  /** This and the other deductions are positive where they are deducted, whatever sign the source prints. */
  readonly noncontrollingInterest?: number;
  readonly preferredDividends?: number;
  /** Other deductions by their words: "Deemed dividends", "Series B preferred dividends". */
  readonly deductions?: Readonly<Record<string, number>>;
  /** Earnings allocated to participating securities, in basic earnings per share. */
  readonly participating?: number;
  /** The same in diluted earnings per share, where it is another. */
  readonly participatingDiluted?: number;
  readonly weightedShares?: number;
  readonly splitFactor?: number;
  /** Incremental shares by the words of their class. */
  readonly securities: Readonly<Record<string, number>>;
  /** After-tax effects on income by the words of their class. */
  readonly addBacks?: Readonly<Record<string, number>>;
  /**
   * Shares and common stock equivalents of primary earnings per share, as exhibits before 1998 print them; the printed
   * basic figure is then the primary one.
   */
  readonly primaryShares?: number;
  /** Figures as printed, to tie out against, by the line of the exhibit (see filed.ts); deductions without their sign. */
  readonly printed: Readonly<Record<string, number>>;
}

/** What readImport found, to be shown before anything is written. */
export interface ImportPreview {
  readonly source: "CSV" | "XBRL company facts" | "Inline XBRL" | "Exhibit 11";
  /** The entity's name, where the source gives it. */
  readonly entity?: string;
  /** What the source reports under; US GAAP when left out. */
  readonly standard?: Standard;
  /** To what amounts are printed: 1000 in an exhibit "in thousands"; 1 when left out. */
  readonly unit?: number;
  /** To what shares are printed, where that is another unit. */
  readonly shareUnit?: number;
  readonly periods: readonly ImportedPeriod[];
  /** What was left out or decided, one sentence each. */
  readonly remarks: readonly string[];
}

export interface ImportPeriods {
  readonly preview: ImportPreview;
}
