import type { Injector } from "@univerjs/core";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import { element } from "./page";

/** Keys of the page and of the grid, for the help of the pane and for the list that opens by Ctrl+/. */
export const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ["F6, Shift+F6", "to the next part of the page and back: the bar, the sheet, the task pane"],
  ["Esc", "from the task pane back to the sheet"],
  ["Ctrl+/", "this list"],
  ["F2", "edit the cell"],
  ["Alt+Enter", "a new line in the cell"],
  ["F4", "between A1, $A$1, A$1 and $A1 while a formula is typed"],
  ["Ctrl+Z, Ctrl+Y", "undo, redo"],
  ["Ctrl+C, Ctrl+X, Ctrl+V", "copy, cut, paste"],
  ["Ctrl+arrow", "to the edge of the figures; with Shift, select up to there"],
  ["Ctrl+D, Ctrl+R", "fill down, fill to the right"],
  ["Ctrl+B, Ctrl+I, Ctrl+U", "bold, italic, underlined"],
];

/** A part of the page among which F6 goes, as a browser goes among its own. */
interface Region {
  readonly root: HTMLElement;
  readonly enter: () => void;
}

/**
 * Lets the keyboard leave the grid, which takes every key while it has the focus: F6 goes from part to part of the page, Esc
 * from the pane back to the grid. Ctrl+/ and the button "?" list the keys.
 */
export function offerKeys(injector: Injector): void {
  const dialog = element("keys") as HTMLDialogElement;
  const open = () => dialog.showModal();
  element("keys-list").replaceChildren(...KEYS.flatMap(([keys, does]) => [termOf("dt", keys), termOf("dd", does)]));
  element("keys-button").hidden = false;
  element("keys-button").addEventListener("click", open);
  const regions: readonly Region[] = [
    {
      root: document.querySelector<HTMLElement>(".bar") ?? document.body,
      enter: () => firstOf(document.querySelector(".bar"))?.focus(),
    },
    { root: element("workbook"), enter: () => injector.get(ILayoutService).focus() },
    { root: element("pane"), enter: () => firstOf(element("pane"))?.focus() },
  ];
  window.addEventListener(
    "keydown",
    (event) => {
      if (document.querySelector("dialog[open]")) return;
      if (event.key === "F6") goOn(regions, event.shiftKey ? -1 : 1);
      else if (event.key === "/" && (event.ctrlKey || event.metaKey)) open();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  // What stands open in the pane, such as a list, closes by Esc itself, and stops the key.
  element("pane").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) regions[1]?.enter();
  });
}

function goOn(regions: readonly Region[], by: 1 | -1): void {
  const shown = regions.filter(({ root }) => !root.hidden);
  const here = shown.findIndex(({ root }) => root.contains(document.activeElement));
  // The grid's own editor lies outside its box: a focus that is in no part is the grid's.
  const from = here >= 0 ? here : shown.findIndex(({ root }) => root.id === "workbook");
  shown[(from + by + shown.length) % shown.length]?.enter();
}

/** The control that Tab would reach first; of tabs, of which one is in the order of Tab, that one. */
function firstOf(root: Element | null): HTMLElement | undefined {
  const controls = root?.querySelectorAll<HTMLElement>("button, a[href], input, select, [tabindex='0']") ?? [];
  return [...controls].find(
    (control) =>
      control.tabIndex >= 0 && !control.hasAttribute("data-tabster-dummy") && control.getClientRects().length > 0,
  );
}

function termOf(name: "dt" | "dd", words: string): HTMLElement {
  const term = document.createElement(name);
  term.textContent = words;
  return term;
}
