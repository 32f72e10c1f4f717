import type { FUniver } from "@univerjs/core/facade";
import packageJson from "../../package.json";
import type { MountedPane } from "../taskpane/mount";
import type { Preferences } from "../taskpane/services";
import type { OpenBook } from "../workbook/book/book";
import type { Report } from "../workbook/book/report";
import { onCalculated, onSelection } from "./changes";
import { KEYS } from "./keys";
import { element } from "./page";
import { openSample } from "./sampleWorkbook";

const IS_OPEN = "pane is open";
const PREFERENCES = "tieout";

/** The pane as the page holds it. */
export interface OfferedPane {
  /** Opens the pane and tells whose loan the formulas answer for. */
  tellLoanNotChosen(): void;
}

/**
 * Offers the task pane beside the workbook, as the user left it: the same pane as in Excel.
 *
 * @param checkFile checks the workbook against its file; undefined where it has none with formulas of ours
 */
export function offerPane(api: FUniver, book: OpenBook, checkFile: () => Promise<Report | undefined>): OfferedPane {
  const toggle = element("pane-toggle");
  const pane = element("pane");
  const preferences = storedPreferences();
  let mounted: Promise<MountedPane> | undefined;

  const load = () => {
    mounted = mount(pane, api, { book, preferences, checkFile });
    mounted.catch((error: unknown) => {
      console.error(error);
      mounted = undefined;
      sayNotLoaded(pane, load);
    });
  };
  const show = (open: boolean) => {
    if (open && !mounted) load();
    pane.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    preferences.set(IS_OPEN, open);
  };
  toggle.hidden = false;
  toggle.addEventListener("click", () => show(pane.hidden !== false));
  show(preferences.get(IS_OPEN) === true);
  return {
    tellLoanNotChosen: () => {
      show(true);
      void mounted?.then(
        (pane) => pane.tellLoanNotChosen(),
        () => undefined, // said in its place
      );
    },
  };
}

/** The pane follows the page by its own script: where that does not come, the pane says so, and may be asked again. */
function sayNotLoaded(pane: Element, load: () => void): void {
  const said = (element("pane-not-loaded") as HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
  said.querySelector("button")?.addEventListener("click", load);
  pane.replaceChildren(said);
}

interface PaneParts {
  readonly book: OpenBook;
  readonly preferences: Preferences;
  readonly checkFile: () => Promise<Report | undefined>;
}

async function mount(pane: Element, api: FUniver, { book, preferences, checkFile }: PaneParts): Promise<MountedPane> {
  const [{ mountTaskPane }, { actions }] = await Promise.all([
    import(/* webpackChunkName: "taskpane" */ "../taskpane/mount"),
    import(/* webpackChunkName: "taskpane" */ "../workbook/actions"),
  ]);
  return mountTaskPane(pane, {
    book,
    // The grid calculates a file anew as it opens: what it shows ties always, what the file held may not.
    actions: {
      ...actions,
      checkOpenBook: async (...given) => (await checkFile()) ?? actions.checkOpenBook(...given),
    },
    preferences,
    about: { version: packageJson.version, program: "the workbench", prefix: "", shortcuts: KEYS },
    openSample,
    watchSelection: (selected) => {
      const watch = onSelection(api, selected);
      return () => watch.dispose();
    },
    watchChanges: (changed) => {
      const watch = onCalculated(api, changed);
      return () => watch.dispose();
    },
  });
}

/** What the pane remembers, in this browser; for as long as the page is open where the browser keeps nothing. */
function storedPreferences(): Preferences {
  const stored = readStored();
  return {
    get: (key) => stored[key],
    set: (key, value) => {
      stored[key] = value;
      try {
        localStorage.setItem(PREFERENCES, JSON.stringify(stored));
      } catch {
        // Forbidden or full: remembered until the page closes.
      }
    },
  };
}

function readStored(): Record<string, unknown> {
  try {
    return JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}") as Record<string, unknown>;
  } catch {
    return {};
  }
}
