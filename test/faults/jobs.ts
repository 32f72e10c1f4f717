import type { PrintedLines } from "../../src/functions/loan/printedSchedule";
import { actions } from "../../src/workbook/actions";
import { cellAt } from "../../src/workbook/book/address";
import type { CellContent, OpenBook } from "../../src/workbook/book/book";
import { readExhibitText } from "../../src/workbook/import/exhibitText";
import { readSchedule } from "../../src/workbook/import/schedule/readSchedule";
import { EXHIBIT_11 } from "../support/exhibit11";
import { previewOf, quarters } from "../support/periods";

/** An action, in a workbook in which it has something to do. */
export interface Job {
  readonly name: string;
  readonly prepare: (book: OpenBook) => Promise<unknown>;
  readonly run: (book: OpenBook) => Promise<unknown>;
}

const write = (book: OpenBook, sheet: string, row: number, column: number, content: CellContent) =>
  book.perform([{ do: "write", area: cellAt(sheet, row, column), contents: [[content]] }]);

const nothing = () => Promise.resolve();

/** The exhibit with figures that changed, a class of securities that is new, and the user's own words among our cells. */
async function withPeriods(book: OpenBook): Promise<void> {
  await actions.importPeriods(book, { preview: readExhibitText(EXHIBIT_11) });
  await write(book, "EPS periods", 1, 2, -400_000);
  await book.perform([
    { do: "addTableColumn", table: "EPS_Periods", contents: ["Convertible notes", 0, 0, 0, 50_000] },
  ]);
  await write(book, "EPS", 22, 1, "See accompanying notes.");
  await write(book, "EPS", 23, 2, "=C12*2");
}

const { lines } = readSchedule(
  "Date,Payment,Interest,Balance\n2024-02-15,256.28,10.00,753.72\n2024-03-15,256.28,7.54,504.98\n2024-04-15,256.28,5.05,253.75\n2024-05-15,256.29,2.54,0.00\n",
);

const LOAN = { ...cellAt("Loan", 2, 0), rows: 12, columns: 3 };

export const JOBS: readonly Job[] = [
  { name: "insert loan sheet", prepare: nothing, run: (book) => actions.insertLoanSheet(book, {}) },
  {
    name: "insert fitted loan",
    prepare: nothing,
    run: (book) => actions.insertFittedLoan(book, { lines: lines as PrintedLines }),
  },
  { name: "insert EPS sheet", prepare: nothing, run: (book) => actions.insertEpsSheet(book, {}) },
  { name: "refresh EPS", prepare: withPeriods, run: (book) => actions.refreshEps(book, {}) },
  { name: "roll forward", prepare: withPeriods, run: (book) => actions.rollForward(book, {}) },
  {
    name: "import periods",
    prepare: withPeriods,
    run: (book) => actions.importPeriods(book, { preview: previewOf(quarters(6, 2003)) }),
  },
  { name: "tie out", prepare: withPeriods, run: (book) => actions.tieOut(book, {}) },
  {
    name: "repair",
    prepare: (book) => write(book, "Mine", 2, 0, "=_xldudf_LOANBALANCE(DATE(2000,9,12))"),
    run: (book) => actions.repair(book, {}),
  },
  {
    name: "choose the workbook's loan",
    prepare: (book) => actions.insertLoanSheet(book, {}),
    run: (book) => actions.chooseActiveLoan(book, { loan: LOAN }),
  },
];
