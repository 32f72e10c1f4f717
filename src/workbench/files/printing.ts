import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { element } from "../page";
import { printedSheet } from "./printedSheet";
import { readGrid } from "./readGrid";

/**
 * Puts the open sheet on paper, or into a PDF, whenever the browser prints: the grid is drawn as a picture of what is in
 * sight, which is no page.
 */
export function printSheets(api: FUniver, injector: Injector): void {
  const place = element("printed-sheet");
  const page = document.head.appendChild(document.createElement("style"));
  addEventListener("beforeprint", () => {
    const workbook = api.getActiveWorkbook();
    const open = workbook?.getActiveSheet();
    if (!workbook || !open) return;
    const sheet = readGrid(workbook, injector).sheets.find(({ id }) => id === open.getSheetId());
    const printed = sheet && printedSheet(sheet);
    if (!printed) return place.replaceChildren();
    page.textContent = `@page { size: letter ${printed.isSideways ? "landscape" : "portrait"}; margin: 0.5in; }`;
    printed.table.style.setProperty("zoom", String(printed.scale));
    place.replaceChildren(printed.table);
  });
  addEventListener("afterprint", () => place.replaceChildren());
}
