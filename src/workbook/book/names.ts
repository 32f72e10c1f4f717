import type { CellFormat } from "./book";
/** What the actions call things in a workbook. People's formulas refer to them, so they do not change. */
export const EPS_SHEET = "EPS";
export const PERIODS_SHEET = "EPS periods";
export const FILED_SHEET = "EPS as filed";
export const FOOTNOTE_SHEET = "EPS footnote";
export const TIE_OUT_SHEET = "Tie out";
export const LOG_SHEET = "Tieout log";

export const PERIODS_TABLE = "EPS_Periods";
/** Figures as printed: period end, months, line, printed figure, unit. */
export const FILED_TABLE = "EPS_Filed";
export const LOG_TABLE = "Tieout_log";

/** The cells of the exhibit, wherever its sheet has been moved or renamed to. */
export const EXHIBIT_NAME = "EPS_Exhibit";
/** The cells that the loan of an inserted loan sheet is read from, by the name that the sheet had then. */
export function loanTermsName(sheet: string): string {
  return `${sheet.replace(/\W+/g, "_")}_terms`;
}
/** The cells of the workbook's loan. */
export const ACTIVE_LOAN_NAME = "Tieout_active_loan";

export const EPS_SETTING = "tieout.eps";
export const ACTIVE_LOAN_SETTING = "tieout.activeLoan";

export const DATE_FORMAT = "mmm d, yyyy";
export const TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
export const SHARES_FORMAT = '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)';
export const INCOME_FORMAT = '_("$"* #,##0_);_("$"* (#,##0);_("$"* 0_);_(@_)';
export const PER_SHARE_FORMAT = '_("$"* 0.00_);_("$"* (0.00);_("$"* 0.00_);_(@_)';

/** Behind a figure that moved in the last refresh that found any. */
export const MOVED_FILL = "#FFF2CC";
/** Text that must not be overlooked: a difference, what is not read. */
export const ALARM_COLOR = "#C00000";
/** A header row of ours. */
export const HEADER_FORMAT = { bold: true, fill: "#0A5E46", color: "#FFFFFF" } as const satisfies CellFormat;
/** A heading stands over what it heads: at the right over figures and dates, as here, and at the left over words. */
export const OVER_FIGURES: CellFormat = { align: "right" };
/** A cell in which a user types. */
export const ENTRY_FORMAT: CellFormat = { fill: "#FFFBE6" };
/** A word beside a figure that is no figure itself. */
export const NOTE_COLOR = "#5C6670";
/** For a column of shares, amounts and per-share figures: each at the precision that exhibits print it to. */
export const MIXED_FORMAT = "[>=1000]#,##0_);[<=-1000](#,##0);0.00_)";
/** For figures printed to one step: cents for 0.01, whole ones for 1 or 1000; a loss in parentheses. */
export function formatToUnit(unit: number): string {
  const decimals = unit >= 1 ? "" : `.${"0".repeat(Math.ceil(-Math.log10(unit)))}`;
  return `#,##0${decimals}_);(#,##0${decimals});0${decimals}_)`;
}
/** For an answer of TIEOUT beside figures of a format: its tick, which is text, in a colour that every program shows. */
export function tiedOutIn(numberFormat: string): string {
  return `${numberFormat};[Color10]@`;
}
/** For the answers of TIEOUT: a difference or an error stands out, the tick is quiet. */
export const TIED_OUT_FORMAT: CellFormat = {
  numberFormat: tiedOutIn(MIXED_FORMAT),
  color: ALARM_COLOR,
  bold: true,
  align: "right",
};
/** Characters of a column for the words of a line, which wrap: beside it the figures stay in view. */
export const LINE_CHARACTERS = 46;
