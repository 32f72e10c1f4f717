import type { Actions } from "../workbook/actions";
import type { OpenBook } from "../workbook/book/book";

/** What the pane needs of the program that shows it; it is the same pane in Excel and in the workbench. */
export interface PaneServices {
  readonly book: OpenBook;
  readonly actions: Actions;
  readonly preferences: Preferences;
  readonly about: About;
  /** The program's own light or dark theme; where it has none, the pane follows the system. */
  readonly theme?: "light" | "dark";
  /** Whether the program starts the pane's functions with this workbook, where that is a choice. */
  readonly startup?: Startup;
  /**
   * Opens a sample of the gallery as a workbook of its own, where the program can; answers false where its sheets are to
   * be inserted into the open workbook instead.
   */
  readonly openSample?: (id: string) => Promise<boolean>;
  /** Calls back whenever other cells are selected; answers what ends that. */
  readonly watchSelection: (selected: () => void) => () => void;
  /** Calls back when the workbook was changed, where the program tells; answers what ends that. */
  readonly watchChanges?: (changed: () => void) => () => void;
}

export interface Startup {
  isWithWorkbook(): Promise<boolean>;
  set(withWorkbook: boolean): Promise<void>;
}

interface About {
  readonly version: string;
  /** "Excel", "the workbench" */
  readonly program: string;
  /** What stands before the names of the functions when they are typed: "" or "ACME.". */
  readonly prefix: string;
  /** Keys and what they do, beside those of the pane itself. */
  readonly shortcuts: readonly (readonly [keys: string, does: string])[];
}

/** What the pane remembers from one day to the next, on this machine. */
export interface Preferences {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}
