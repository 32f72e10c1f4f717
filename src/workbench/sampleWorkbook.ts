import type { Edit, OpenBook } from "../workbook/book/book";
import { ACTIVE_LOAN_SETTING } from "../workbook/book/names";
import { forgetWorkbook, keptWorkbook } from "./keptWorkbook";
import { answerTo } from "./page";

/** Which sample the page shows, for as long as its tab is open. */
const SAMPLE = "tieout sample";

/**
 * Opens a sample as a workbook of its own, in the place of the one that is open. Where that holds changes, the user is
 * asked first, and may have the sample's sheets added to it instead.
 *
 * @returns false where the sheets are to be added to the open workbook
 */
export async function openSample(id: string): Promise<boolean> {
  const isChanged = (await keptWorkbook()) !== undefined;
  const answer = isChanged ? await answerTo("sample-question", ["", "cancel", "add", "open"]) : "open";
  if (answer === "add") return false;
  if (answer !== "open") return true;
  sessionStorage.setItem(SAMPLE, id);
  await forgetWorkbook();
  location.reload();
  return true;
}

/** The sample that the page was asked to show instead of the exhibits. */
export function wantedSample(): string | null {
  return sessionStorage.getItem(SAMPLE);
}

export function forgetSample(): void {
  sessionStorage.removeItem(SAMPLE);
}

/** Puts the sheets of a sample in the place of every other sheet. None of its formulas uses a loan that it does not name. */
export async function showSample(book: OpenBook, id: string): Promise<void> {
  const { insertSample } = await import(/* webpackChunkName: "taskpane" */ "../workbook/samples/sampleSheets");
  const { sheetNames } = await book.look({});
  await insertSample(book, { id });
  await book.perform([
    { do: "setting", key: ACTIVE_LOAN_SETTING, value: "" },
    ...sheetNames.map((sheet): Edit => ({ do: "deleteSheet", sheet })),
  ]);
}
