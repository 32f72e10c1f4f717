import type { Injector } from "@univerjs/core";
import { IDescriptionService, IEditorService, IShortcutService } from "@univerjs/preset-sheets-core";
import { replaceMethod } from "../serviceMethods";

/** How the grid calls the keys of its list of functions: Enter and Tab choose from it, arrows go through it. */
const SUGGESTION_KEYS = "sheet.formula-embedding-editor.search_function.";

/**
 * Lets the list of functions take keys only while the text is still the one it was looked up for. Univer 0.25.1 renews
 * the list when the keyboard has rested for 300 ms, and until then Enter chooses from the old one: after a pause at
 * `=DIL`, `=DILUTEDSHARES(5000,100)` and Enter made `=DILUTEDEPS(5000,100)` of it, and stayed in the cell.
 */
export function dropStaleSuggestions(injector: Injector): void {
  const [editors, functions, shortcuts] = [
    injector.get(IEditorService),
    injector.get(IDescriptionService),
    injector.get(IShortcutService),
  ];
  const typed = () => editors.getFocusEditor()?.getDocumentDataModel()?.getPlainText();
  const search = functions.getSearchListByNameFirstLetter.bind(functions);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  let lookedUp: string | undefined;
  replaceMethod(functions, "getSearchListByNameFirstLetter", (name) => {
    lookedUp = typed();
    return search(name);
  });
  replaceMethod(shortcuts, "registerShortcut", (shortcut) =>
    register(
      shortcut.id.startsWith(SUGGESTION_KEYS) ? { ...shortcut, preconditions: () => typed() === lookedUp } : shortcut,
    ),
  );
}
