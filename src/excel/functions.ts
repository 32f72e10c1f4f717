/**
 * The first script of the page, and a small one: Excel has the functions and the ribbon's commands before the rest is
 * even asked for. The workbook's settings come next, since answers wait for them; the families that no cell has called
 * yet when the page is idle; and the task pane, the largest part, when somebody looks at it.
 */
import { COMMANDS, type RibbonCommands } from "./ribbon";
import type { ExcelPane } from "./taskpane";
import { loadFamilies, registerFunctions } from "./registration";
import { untilDone } from "./untilDone";
import { whenIdle, whenShown } from "./visibility";

const isExcel = Office.onReady().then(({ host }) => host === Office.HostType.Excel);

const opened = untilDone(async () => {
  await isExcel;
  const { openInExcel } = await import(/* webpackChunkName: "start" */ "./openInExcel");
  await openInExcel(() => void tellLoanNotChosen());
});

const pane = untilDone(async () => {
  const { startPane } = await import(/* webpackChunkName: "taskpane" */ "./taskpane");
  return startPane(opened);
});

registerFunctions(opened);
for (const name of COMMANDS) Office.actions.associate(name, (event: Office.AddinCommands.Event) => press(name, event));
void isExcel.then((inExcel) => (inExcel ? start() : say(WHERE_TO_OPEN)));

function start(): void {
  // Whoever waits for the settings hears of a failure: a cell, or the pane. Without either nobody has to.
  opened().catch(() => {});
  whenShown(() => void loadedPane());
  whenIdle(() => void loadFamilies().catch(() => {}));
}

/** Every button shows the pane, where its page or its report is read. */
async function press(name: keyof RibbonCommands, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
    await (await loadedPane())?.commands[name]();
  } finally {
    event.completed();
  }
}

/** The pane; nothing, and words in its place, where it could not be loaded. The next button loads it again. */
function loadedPane(): Promise<ExcelPane | undefined> {
  return pane().catch(() => say(NOT_LOADED));
}

/** A figure of somebody else's loan is worth showing the pane for, once. */
const tellLoanNotChosen = untilDone(async () => {
  await Office.addin.showAsTaskpane();
  (await loadedPane())?.tellLoanNotChosen();
});

const WHERE_TO_OPEN = "This is the task pane of the Tieout add-in. It opens from the Tieout tab of Excel's ribbon.";
const NOT_LOADED =
  "The task pane could not be loaded. Check the connection, then press a button of the Tieout tab again.";

/** Words in the place of the pane, as long as it is not there. */
function say(words: string): undefined {
  document.querySelector("[role=status]")?.replaceChildren(words);
}
