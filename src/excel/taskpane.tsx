import packageJson from "../../package.json";
import { ribbonCommands } from "../commands/ribbon";
import { mountTaskPane, type PaneServices } from "../taskpane/mount";
import { actions } from "../workbook/actions";
import { chooseAndKeep } from "./activeLoan";
import { book } from "./book";
import { storedPreferences } from "./preferences";

/** Shows the pane and gives the ribbon its commands. What fails while the workbook opens is shown too. */
export function startPane(opening: Promise<void>): void {
  const element = document.getElementById("pane");
  if (!element) throw new Error('taskpane.html has no element "pane"');
  const paneServices = services();
  const pane = mountTaskPane(element, paneServices);
  for (const [name, command] of Object.entries(ribbonCommands(pane, book, paneServices.actions))) {
    Office.actions.associate(name, whileShown(command));
  }
  opening.catch(pane.fail);
}

/** Every button shows the pane, where its page or its report is read. */
function whileShown(command: () => Promise<void> | void) {
  return async (event: Office.AddinCommands.Event) => {
    try {
      await Office.addin.showAsTaskpane();
      await command();
    } finally {
      event.completed();
    }
  };
}

function services(): PaneServices {
  return {
    book,
    actions: { ...actions, chooseActiveLoan: chooseAndKeep },
    preferences: storedPreferences(),
    about: { version: packageJson.version, program: "Excel", shortcuts: [["F6", "from the sheet to the pane and back"]] },
    theme: officeTheme(),
    watchSelection,
  };
}

/** Excel's own theme where it tells; Excel on the web does not, and follows the system. */
function officeTheme(): "light" | "dark" | undefined {
  const { officeTheme: theme } = Office.context;
  if (!theme) return undefined;
  return theme.isDarkTheme ? "dark" : "light";
}

function watchSelection(selected: () => void): () => void {
  const { document: workbook } = Office.context;
  workbook.addHandlerAsync(Office.EventType.DocumentSelectionChanged, selected);
  return () => workbook.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler: selected });
}
