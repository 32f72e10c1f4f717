import { setOpenWorkbook } from "../functions/openWorkbook";
import { loadActiveLoan } from "../workbook/activeLoan";
import { dateSystem } from "../workbook/excelSheet";
import { keepCurrent } from "./activeLoan";
import { book } from "./book";

/** Excel refuses requests for moments, such as while a cell is being edited. */
const ATTEMPTS = 10;
const MILLISECONDS_BETWEEN = 1000;

/**
 * Tells the functions about the workbook.
 *
 * @throws Error with words for a cell and for the pane, when the workbook could not be read
 */
export async function openInExcel(): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readSettings();
    } catch (error) {
      if (attempt >= ATTEMPTS) throw unreadable(error);
      await new Promise((resume) => setTimeout(resume, MILLISECONDS_BETWEEN));
    }
  }
}

async function readSettings(): Promise<void> {
  setOpenWorkbook({
    dateSystem: await dateSystem(),
    formattedNumbers: Office.context.requirements.isSetSupported("ExcelApi", "1.16"),
  });
  await keepCurrent(await loadActiveLoan(book, {}));
}

function unreadable(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`The workbook's settings could not be read. Close the workbook and open it again. (${reason})`);
}
