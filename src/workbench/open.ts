import { FUniver } from "@univerjs/core/facade";
import { MessageType } from "@univerjs/preset-sheets-core";
import { onCircularReference } from "../engine/corrections/circularReferences";
import { showFormatColors } from "../engine/corrections/formatColors";
import { showTiesAsExcel } from "../engine/corrections/shownTies";
import { showSpilledFormats } from "../engine/corrections/spilledFormats";
import { openWorkbook, setOpenWorkbook } from "../functions/cells/openWorkbook";
import { keepLoanCurrent } from "./activeLoan";
import { growTables } from "./book/growingTables";
import { matchNewSheets } from "./book/newSheets";
import { univerBook } from "./book/univerSheet";
import { onChange } from "./changes";
import { showCharts } from "./charts/chartLayer";
import { copySpilledCells } from "./corrections/copiedSpills";
import { pressFillHandleAfresh } from "./corrections/fillHandle";
import { keepFormulaBarFocused } from "./corrections/formulaBarFocus";
import { beginFormulas } from "./corrections/formulaButton";
import { fillByMonths } from "./corrections/monthlyFill";
import { widenPaddedEditor } from "./corrections/paddedEditor";
import { dropStaleSuggestions } from "./corrections/suggestions";
import { readTextsAsTyped } from "./corrections/textToNumber";
import { nameTools } from "./corrections/toolNames";
import { readPercentsAsTyped } from "./corrections/typedPercents";
import { hashWideFigures } from "./corrections/wideFigures";
import { showErrorNotes } from "./errorNotes";
import type { BookFile } from "./files/bookFile";
import { printSheets } from "./files/printing";
import type { OpenGrid, WorkbookFiles } from "./files/workbookFiles";
import { createGrid } from "./grid";
import { forgetWorkbook, keepWorkbook, keptWorkbook, type Keeping, type KeptWorkbook } from "./keptWorkbook";
import { offerKeys } from "./keys";
import { answerTo, element } from "./page";
import { offerPane } from "./pane";
import { forgetSample, showSample, wantedSample } from "./sampleWorkbook";
import { exhibitsWorkbook } from "./sheets/exhibits";
import { followSystemTheme, loadFonts } from "./theme";

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
  hashWideFigures();
  const univer = createGrid(container);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  followSystemTheme(injector);
  await loadFonts();
  const kept = await keptWorkbook();
  // The first formulas are calculated before it is known which loan the workbook has chosen.
  let isLoanMissed = false;
  setOpenWorkbook({ onLoanNotChosen: () => (isLoanMissed = true) });
  const calculated = new Promise<void>((resolve) => api.getFormula().calculationEnd(() => resolve()));
  api.createWorkbook(kept?.snapshot ?? exhibitsWorkbook());
  showSpilledFormats(injector);
  showTiesAsExcel(injector);
  showFormatColors(injector);
  copySpilledCells(injector);
  dropStaleSuggestions(injector);
  beginFormulas(api, injector);
  keepFormulaBarFocused(injector, container);
  readPercentsAsTyped(injector);
  growTables(api, injector);
  matchNewSheets(api, injector);
  onCircularReference(injector, () => warnOfCircle(api));
  await calculated;
  const book = univerBook(api, injector);
  await keepLoanCurrent(api, book);
  showErrorNotes(api, injector);
  showCharts(api, injector, container, book);
  nameTools(container);
  offerKeys(injector);
  const sample = kept ? null : wantedSample();
  if (sample !== null) await showSample(book, sample);
  const { tellLoanNotChosen } = offerPane(api, book, async () => (await files).check());
  if (isLoanMissed && openWorkbook().activeLoan === null) tellLoanNotChosen();
  setOpenWorkbook({ onLoanNotChosen: tellLoanNotChosen });
  // Until something is selected, the grid leaves its name box and its formula bar blank.
  api.getActiveWorkbook()?.getActiveRange()?.activate();
  const keep = keepWorkbook(api, kept?.revision, {
    report,
    keepMine: async () => (await answerTo("two-versions", ["mine", "other"])) === "mine",
  });
  printSheets(api, injector);
  const files = offerTheFile({ api, injector, book }, kept, keep);
  return api;
}

/** What reads and writes files follows the grid. */
async function offerTheFile(
  grid: OpenGrid,
  kept: KeptWorkbook | undefined,
  keep: (file: BookFile) => void,
): Promise<WorkbookFiles> {
  const [{ WorkbookFiles }, { offerFiles }, { filesView }] = await Promise.all([
    import(/* webpackChunkName: "files" */ "./files/workbookFiles"),
    import(/* webpackChunkName: "files" */ "./files/fileMenu"),
    import(/* webpackChunkName: "files" */ "./files/filesView"),
  ]);
  const files = new WorkbookFiles(grid, filesView(), kept?.file, keep);
  onChange(grid.api, () => files.changed());
  offerFiles(files);
  if (kept) await files.takeUp();
  return files;
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
  forgetSample();
  await forgetWorkbook();
  location.reload();
}
