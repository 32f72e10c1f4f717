/**
 * The first script of the page, and a small one: Excel has the functions and the ribbon's commands before the rest is
 * even asked for. The workbook's settings come next, since answers wait for them, and the task pane last.
 */
import { COMMANDS, type RibbonCommands } from "../commands/ribbon";
import { registerFunctions, settingsAreKnown, settingsAreUnknown } from "./registration";

registerFunctions();
const commands = Office.onReady().then(({ host }) => (host === Office.HostType.Excel ? start() : showWhereToOpen()));
for (const name of COMMANDS) Office.actions.associate(name, (event: Office.AddinCommands.Event) => press(name, event));

async function start(): Promise<RibbonCommands> {
  const opening = import(/* webpackChunkName: "start" */ "./openInExcel").then(({ openInExcel }) => openInExcel());
  opening.then(settingsAreKnown, settingsAreUnknown);
  const { startPane } = await import(/* webpackChunkName: "taskpane" */ "./taskpane");
  return startPane(opening);
}

/** Every button shows the pane, where its page or its report is read. */
async function press(name: keyof RibbonCommands, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
    await (await commands)?.[name]();
  } finally {
    event.completed();
  }
}

function showWhereToOpen(): undefined {
  document
    .querySelector("[role=status]")
    ?.replaceChildren("This is the task pane of the Tieout add-in. It opens from the Tieout tab of Excel's ribbon.");
}
