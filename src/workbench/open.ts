import { FUniver } from "@univerjs/core/facade";
import { MessageType } from "@univerjs/preset-sheets-core";
import { onCircularReference } from "../engine/circularReferences";
import { showFormatColors } from "../engine/formatColors";
import { showSpilledFormats } from "../engine/spilledFormats";
import { keepLoanCurrent } from "./activeLoan";
import { copySpilledCells } from "./copiedSpills";
import { showErrorNotes } from "./errorNotes";
import { pressFillHandleAfresh } from "./fillHandle";
import { beginFormulas } from "./formulaButton";
import { createGrid } from "./grid";
import { growTables } from "./growingTables";
import { forgetWorkbook, keepWorkbook, keptWorkbook, type Keeping } from "./keptWorkbook";
import { fillByMonths } from "./monthlyFill";
import { answerTo, element } from "./page";
import { widenPaddedEditor } from "./paddedEditor";
import { offerPane } from "./pane";
import { exhibitsWorkbook } from "./sheets/exhibits";
import { dropStaleSuggestions } from "./suggestions";
import { readTextsAsTyped } from "./textToNumber";
import { univerBook } from "./univerSheet";

/**
 * Opens the workbook that this browser kept, or the exhibits, and answers when every formula has its first value.
 *
 * @param report takes what becomes of the user's changes, each time it changes
 */
export async function openWorkbench(container: HTMLElement, report: (keeping: Keeping) => void): Promise<FUniver> {
  pressFillHandleAfresh();
  fillByMonths();
  readTextsAsTyped();
  widenPaddedEditor();
  const univer = createGrid(container);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  const kept = await keptWorkbook();
  const calculated = new Promise<void>((resolve) => api.getFormula().calculationEnd(() => resolve()));
  api.createWorkbook(kept?.snapshot ?? exhibitsWorkbook());
  showSpilledFormats(injector);
  showFormatColors(injector);
  copySpilledCells(injector);
  dropStaleSuggestions(injector);
  beginFormulas(api, injector);
  growTables(api, injector);
  onCircularReference(injector, () => warnOfCircle(api));
  await calculated;
  const book = univerBook(api, injector);
  await keepLoanCurrent(api, book);
  showErrorNotes(api, injector);
  offerPane(api, book);
  // Until something is selected, the grid leaves its name box and its formula bar blank.
  api.getActiveWorkbook()?.getActiveRange()?.activate();
  keepWorkbook(api, kept?.revision, {
    report,
    keepMine: async () => (await answerTo("two-versions", ["mine", "other"])) === "mine",
  });
  return api;
}

const CIRCLE =
  "A formula refers to its own cell, directly or through other cells. The figures in that circle are not answers.";
const TO_READ_MILLISECONDS = 12_000;

function warnOfCircle(api: FUniver): void {
  api.showMessage({ content: CIRCLE, type: MessageType.Warning, duration: TO_READ_MILLISECONDS });
  element("cell-message").textContent = CIRCLE;
}

/** Forgets the user's workbook and opens the exhibits in its place. */
export async function startOver(): Promise<void> {
  await forgetWorkbook();
  location.reload();
}
