import type { Edit } from "./book";

/** Cells that go in one piece: well below Excel's limit of five megabytes a request, and a pause to report and stop. */
export const CELLS_AT_ONCE = 20_000;

/** Cells that an edit writes. */
export function sizeOf(edit: Edit): number {
  if (edit.do !== "write" && edit.do !== "addTableRows") return 1;
  return edit.contents.length * (edit.contents[0]?.length ?? 0);
}

/** A long block of cells as several that follow one another, each of which can be taken back on its own. */
export function slicesOf(edit: Edit): Edit[] {
  if ((edit.do !== "write" && edit.do !== "addTableRows") || sizeOf(edit) <= CELLS_AT_ONCE) return [edit];
  const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / (edit.contents[0]?.length ?? 1)));
  return Array.from({ length: Math.ceil(edit.contents.length / rows) }, (_slice, index): Edit => {
    const contents = edit.contents.slice(index * rows, (index + 1) * rows);
    if (edit.do === "addTableRows") return { ...edit, contents };
    return { ...edit, contents, area: { ...edit.area, row: edit.area.row + index * rows, rows: contents.length } };
  });
}
