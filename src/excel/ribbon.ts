import type { Actions } from "../workbook/actions";
import type { Report } from "../workbook/book/report";
import type { OpenBook, Running } from "../workbook/book/book";

/** The task pane, as far as the ribbon needs it. */
export interface RibbonPane {
  show(page: "functions" | "loan" | "eps" | "tieOut" | "explain" | "help"): void;
  act(title: string, action: (running: Running) => Promise<Report>): Promise<void>;
}

/** The buttons of the Tieout tab, by the FunctionName that manifest.xml gives each. */
export const COMMANDS = [
  "showFunctions",
  "showLoan",
  "showEps",
  "refresh",
  "rollForward",
  "showTieOut",
  "showExplain",
  "showHelp",
] as const;

export type RibbonCommands = Readonly<Record<(typeof COMMANDS)[number], () => Promise<void> | void>>;

/** What each button does. */
export function ribbonCommands(pane: RibbonPane, book: OpenBook, actions: Actions): RibbonCommands {
  const onEpsPage = (title: string, action: (running: Running) => Promise<Report>) => {
    pane.show("eps");
    return pane.act(title, action);
  };
  return {
    showFunctions: () => pane.show("functions"),
    showLoan: () => pane.show("loan"),
    showEps: () => pane.show("eps"),
    refresh: () => onEpsPage("Refreshing EPS", (running) => actions.refreshEps(book, {}, running)),
    rollForward: () => onEpsPage("Rolling forward", (running) => actions.rollForward(book, {}, running)),
    showTieOut: () => pane.show("tieOut"),
    showExplain: () => pane.show("explain"),
    showHelp: () => pane.show("help"),
  };
}
