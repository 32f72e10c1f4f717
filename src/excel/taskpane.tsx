import packageJson from "../../package.json";
import { ribbonCommands, type RibbonCommands } from "./ribbon";
import { mountTaskPane } from "../taskpane/mount";
import type { PaneServices } from "../taskpane/services";
import { actions } from "../workbook/actions";
import { chooseAndKeep } from "./activeLoan";
import { book, NAMESPACE } from "./book/book";
import { storedPreferences } from "./preferences";
import { startup } from "./startup";

/** The pane as the page's first script holds it: what the ribbon's buttons do, and one thing to be told of. */
export interface ExcelPane {
  readonly commands: RibbonCommands;
  tellLoanNotChosen(): void;
}

/** Shows the pane. What fails while the workbook opens is shown too. */
export function startPane(opened: () => Promise<void>): ExcelPane {
  const element = document.getElementById("pane");
  if (!element) throw new Error('taskpane.html has no element "pane"');
  const paneServices = services();
  const pane = mountTaskPane(element, paneServices);
  opened().catch(pane.fail);
  return {
    commands: ribbonCommands(pane, book, paneServices.actions),
    tellLoanNotChosen: pane.tellLoanNotChosen,
  };
}

function services(): PaneServices {
  return {
    book,
    actions: { ...actions, chooseActiveLoan: chooseAndKeep },
    preferences: storedPreferences(),
    about: {
      version: packageJson.version,
      program: "Excel",
      prefix: NAMESPACE === "" ? "" : `${NAMESPACE}.`,
      shortcuts: [["F6", "from the sheet to the pane and back"]],
    },
    theme: officeTheme(),
    startup,
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
