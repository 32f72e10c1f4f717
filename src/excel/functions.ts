/**
 * The first script of the page, and a small one: Excel has the functions before the rest is even asked for. The
 * workbook's settings come next, since answers wait for them, and the task pane last.
 */
import { registerFunctions, settingsAreKnown, settingsAreUnknown } from "./registration";

registerFunctions();
void Office.onReady(async ({ host }) => {
  if (host !== Office.HostType.Excel) return showWhereToOpen();
  const opening = import(/* webpackChunkName: "start" */ "./openInExcel").then(({ openInExcel }) => openInExcel());
  opening.then(settingsAreKnown, settingsAreUnknown);
  const { startPane } = await import(/* webpackChunkName: "taskpane" */ "./taskpane");
  startPane(opening);
});

function showWhereToOpen(): void {
  document.querySelector("[role=status]")?.replaceChildren("This is the task pane of the Tieout add-in. It opens from the Tieout tab of Excel's ribbon.");
}
