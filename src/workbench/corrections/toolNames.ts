/** What the tools of the grid do, by their commands: it draws them as icons without words. */
const TOOLS: Readonly<Record<string, string>> = {
  "univer.command.undo": "Undo",
  "univer.command.redo": "Redo",
  "sheet.command.set-once-format-painter": "Copy format",
  "sheet.command.clear-selection-all": "Clear contents and format",
  "sheet.command.set-range-font-family": "Font",
  "sheet.command.set-range-fontsize": "Font size",
  "sheet.command.set-range-font-increase": "Larger font",
  "sheet.command.set-range-font-decrease": "Smaller font",
  "sheet.command.set-range-bold": "Bold",
  "sheet.command.set-range-italic": "Italic",
  "sheet.command.set-range-underline": "Underline",
  "sheet.command.set-range-stroke": "Strikethrough",
  "sheet.command.set-range-text-color": "Text color",
  "sheet.command.set-background-color": "Fill color",
  "sheet.command.set-border-basic": "Borders",
  "sheet.command.set-horizontal-text-align": "Horizontal alignment",
  "sheet.command.set-vertical-text-align": "Vertical alignment",
  "sheet.command.set-text-wrap": "Text wrapping",
  "sheet.command.set-text-rotation": "Text rotation",
  "sheet.command.add-worksheet-merge": "Merge cells",
  "sheet.operation.open.numfmt.panel": "Number format",
  "sheet.command.numfmt.set.percent": "Percent",
  "sheet.command.numfmt.set.currency": "Currency",
  "sheet.command.numfmt.add.decimal.command": "More decimals",
  "sheet.command.numfmt.subtract.decimal.command": "Fewer decimals",
  "sheet.command.toggle-gridlines": "Gridlines",
};

/** Parts of the grid that are no commands. */
const PARTS: readonly (readonly [selector: string, name: string])[] = [
  ["[role=toolbar]", "Tools"],
  ["[data-u-comp=defined-name] input", "Name box"],
  ["[data-u-comp=defined-name] [aria-haspopup]", "Defined names"],
  ["[data-u-comp=formula-bar] > div > button", "Formula bar"],
  ["button[data-u-comp=sheet-bar-append-button]", "New sheet"],
  ["[aria-haspopup] > button[data-u-comp=sheet-bar-append-button]", "List of sheets"],
  ["footer button[data-u-comp=button]:has(+ div)", "Zoom out"],
  ["footer div + button[data-u-comp=button]", "Zoom in"],
  ["[role=track] > a", "Zoom to 100%"],
  ["[role=track] > button", "Zoom"],
];

/**
 * Gives the tools of the grid the names and roles that a screen reader needs, and a place in the order of Tab; Univer 0.25.1
 * draws some of them as bare boxes. It draws them anew when the window or the selection is another, so they are watched.
 */
export function nameTools(container: HTMLElement): void {
  const name = () => {
    for (const tool of container.querySelectorAll<HTMLElement>("[data-u-command]")) nameTool(tool);
    for (const [selector, words] of PARTS)
      for (const part of container.querySelectorAll(selector)) set(part, "aria-label", words);
    for (const box of container.querySelectorAll<HTMLElement>("div[aria-haspopup], a[aria-haspopup]")) makeButton(box);
    for (const odd of container.querySelectorAll("[role=track], [role=handle]")) odd.removeAttribute("role");
    for (const canvas of container.querySelectorAll("canvas[tabindex='1']")) set(canvas, "tabindex", "0");
    container.querySelector("[data-u-comp=sidebar]")?.removeAttribute("aria-expanded");
    const messages = container.querySelectorAll("section[aria-label^=Notifications], section[aria-label^=Messages]");
    messages.forEach((list, index) => set(list, "aria-label", index === 0 ? "Messages" : `Messages ${index + 1}`));
  };
  let isWaiting = false;
  new MutationObserver(() => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      name();
    });
  }).observe(container, { childList: true, subtree: true, attributeFilter: ["aria-expanded", "role"] });
  container.addEventListener("keydown", pressByKey);
  name();
}

function nameTool(tool: HTMLElement): void {
  const name = TOOLS[tool.dataset["uCommand"] ?? ""];
  if (name === undefined) return;
  // Of a tool in two parts, one does and the other chooses; of a list that one may type into, the field bears the name too.
  const parts = tool.querySelectorAll("[aria-haspopup], input");
  if (tool.matches("button, [aria-haspopup], [role]")) set(tool, "aria-label", name);
  for (const part of parts) set(part, "aria-label", part.matches("input") ? name : `${name}, choices`);
  const { parentElement: opener } = tool;
  // The format is shown by its name, which a screen reader says as well.
  if (opener?.matches("[aria-haspopup]")) set(opener, "aria-label", `${name}: ${tool.textContent.trim()}`);
}

/** A box that opens a list is a button, or where one may type into it a list with a field. */
function makeButton(box: HTMLElement): void {
  const holdsButton = box.querySelector(":scope > button") !== null;
  const holdsField = box.querySelector("input") !== null;
  if (holdsButton || holdsField) {
    // The state is that of what it holds.
    box.removeAttribute("aria-haspopup");
    box.removeAttribute("aria-expanded");
  }
  if (holdsButton) return;
  set(box, "role", holdsField ? "group" : "button");
  if (!holdsField) set(box, "tabindex", "0");
}

/** Of the boxes that are buttons, those that open a list know the keys; the others are pressed. */
function pressByKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || target.matches("button") || !["Enter", " "].includes(key)) return;
  if (!target.matches("[role=button][aria-haspopup=dialog]")) return;
  event.preventDefault();
  target.click();
}

function set(element: Element, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}
