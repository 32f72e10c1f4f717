import { setOpenWorkbook } from "../functions/cells/openWorkbook";
import { loadActiveLoan } from "../workbook/loan/activeLoan";
import { dateSystem, isCellInEdit } from "./book/excelSheet";
import { asSentence } from "../workbook/book/report";
import { keepCurrent } from "./activeLoan";
import { book } from "./book/book";

/** Excel now and then refuses a request for a moment. */
const ATTEMPTS = 10;
const MILLISECONDS_BETWEEN = 1000;

/**
 * Tells the functions about the workbook. While a cell is being edited Excel reads nothing; the edit may last as long as
 * it likes.
 *
 * @param onLoanNotChosen told of every answer for a loan that nobody chose
 * @throws Error with words for a cell and for the pane, when the workbook could not be read
 */
export async function openInExcel(onLoanNotChosen: () => void): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readSettings(onLoanNotChosen);
    } catch (error) {
      if (isCellInEdit(error)) attempt = 0;
      else if (attempt >= ATTEMPTS) throw unreadable(error);
      await new Promise((resume) => setTimeout(resume, MILLISECONDS_BETWEEN));
    }
  }
}

async function readSettings(onLoanNotChosen: () => void): Promise<void> {
  setOpenWorkbook({
    dateSystem: await dateSystem(),
    // Where Excel does not know data types, a formatted number would show as #VALUE!.
    onLoanNotChosen,
    formattedNumbers: Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.4"),
  });
  await keepCurrent(await loadActiveLoan(book, {}));
}

function unreadable(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `The workbook's settings could not be read: ${asSentence(reason)} Calculate again with Ctrl+Alt+F9, or open the workbook again.`,
  );
}
