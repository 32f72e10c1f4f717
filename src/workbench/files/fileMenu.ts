import { element } from "../page";
import { csvOf } from "./csv";
import { chooseFile, download, droppedFile, reopened } from "./fileAccess";
import { Menu } from "./menu";
import { recentFiles } from "./recentFiles";
import type { WorkbookFiles } from "./workbookFiles";

/** Offers the file of the workbook: by the menu, by keyboard, and by a file that is dropped on the page. */
export function offerFiles(files: WorkbookFiles): void {
  const menu = new Menu(element("file-menu-button"), element("file-menu"));
  const open = () => files.open(chooseFile);
  const save = () => files.save();
  menu.item(element("file-open"), open);
  menu.item(element("file-save"), save);
  menu.item(element("file-save-as"), () => files.saveAs());
  menu.item(element("file-csv"), () => exportCsv(files));
  menu.item(element("file-print"), () => print());
  menu.onOpening(() => void listRecent(menu, files));
  byKeyboard({ o: open, s: save });
  byDrop((dropped) => files.open(() => droppedFile(dropped)));
}

async function exportCsv(files: WorkbookFiles): Promise<void> {
  const { name, sheet } = await files.openSheet();
  if (sheet) download(`${name} - ${sheet.name}.csv`, csvOf(sheet), "text/csv");
}

async function listRecent(menu: Menu, files: WorkbookFiles): Promise<void> {
  const recent = await recentFiles();
  const items = recent.map(({ name, handle }) => {
    const item = document.createElement("button");
    [item.type, item.role, item.textContent] = ["button", "menuitem", name];
    menu.item(item, () => files.open(() => reopened(handle)));
    return item;
  });
  element("recent-files").hidden = items.length === 0;
  element("recent-files").replaceChildren(element("recent-files-title"), ...items);
}

/** Before the grid and the browser have the keys, but not while the page waits for an answer. */
function byKeyboard(keys: Readonly<Record<string, () => unknown>>): void {
  const press = (event: KeyboardEvent) => {
    const act =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? keys[event.key.toLowerCase()] : undefined;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat && !document.querySelector("dialog[open]")) act();
  };
  addEventListener("keydown", press, { capture: true });
}

function byDrop(drop: (dropped: DataTransfer) => unknown): void {
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = "copy";
    element("drop-place").hidden = false;
  };
  const leave = () => (element("drop-place").hidden = true);
  addEventListener("dragover", over, { capture: true });
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && leave(), { capture: true });
  addEventListener(
    "drop",
    (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      leave();
      drop(event.dataTransfer);
    },
    { capture: true },
  );
}
