import { isShaping, JOURNAL, journalOf } from "./journal";
import type { Area, CellContent, CellFormat, Edit, SheetSight, Sight } from "./book";

/**
 * The edits that put a workbook back: first its shape, last edit first, then the contents and formats that were there.
 * Widths, names, charts and tables are made on sheets that the same list adds, and go with them.
 *
 * @param made how many edits of the list were made
 */
export function restoration(edits: readonly Edit[], before: Sight, made: number): Edit[] {
  const shape = edits
    .slice(0, made)
    .flatMap((edit, index) => withNote(inverse(edit), before, index))
    .reverse();
  const contents = edits.flatMap((edit, index) => contentBefore(edit, edits.slice(0, index), before));
  return [...shape, ...contents, ...(edits.some(losesReferences) ? formulasOf(before) : []), finalNote(before)];
}

/** A formula that referred to a deleted cell does not refer to it again when the cell is back. */
export function losesReferences(edit: Edit): boolean {
  return edit.do === "deleteRows";
}

function formulasOf({ sheets, protectedSheets }: Sight): Edit[] {
  return Object.entries(sheets)
    .filter(([sheet]) => !protectedSheets.includes(sheet))
    .flatMap(([sheet, { contents }]) =>
      contents.flatMap((cells, row) =>
        cells.flatMap((content, column): Edit[] =>
          typeof content === "string" && content.startsWith("=")
            ? [{ do: "write", area: { sheet, row, column, rows: 1, columns: 1 }, contents: [[content]] }]
            : [],
        ),
      ),
    );
}

/** The note follows its edit; the list is turned round afterwards. */
function withNote(edits: readonly Edit[], before: Sight, index: number): Edit[] {
  const note: Edit = {
    do: "setting",
    key: JOURNAL,
    value: { plan: journalOf(before).plan + 1, made: index, back: true },
  };
  return edits.length === 0 ? [] : [note, ...edits];
}

function finalNote({ settings }: Sight): Edit {
  return { do: "setting", key: JOURNAL, value: settings[JOURNAL] ?? null };
}

function inverse(edit: Edit): Edit[] {
  switch (edit.do) {
    case "addSheet":
      return [{ do: "deleteSheet", sheet: edit.sheet }];
    case "insertRows":
      return [{ ...edit, do: "deleteRows" }];
    case "deleteRows":
      return [{ ...edit, do: "insertRows" }];
    case "addTableRows":
      return [{ do: "deleteTableRows", table: edit.table, count: edit.contents.length }];
    case "addTableColumn":
      return [{ do: "deleteTableColumn", table: edit.table, header: String(edit.contents[0]) }];
    default:
      return [];
  }
}

function contentBefore(edit: Edit, earlier: readonly Edit[], before: Sight): Edit[] {
  switch (edit.do) {
    case "setting":
      return [{ ...edit, value: before.settings[edit.key] ?? null }];
    case "name":
      return nameBefore(edit.name, earlier, before);
    case "write":
    case "format": {
      const sheet = before.sheets[edit.area.sheet];
      return sheet
        ? originalRuns(edit.area, earlier).flatMap((area) => contentsOf(area, sheet, edit.do === "format"))
        : [];
    }
    case "deleteRows": {
      const sheet = before.sheets[edit.sheet];
      const columns = sheet?.contents[0]?.length ?? 0;
      const rows = { sheet: edit.sheet, row: edit.row, column: 0, rows: edit.count, columns };
      return sheet && columns > 0 ? originalRuns(rows, earlier).flatMap((area) => contentsOf(area, sheet, true)) : [];
    }
    default:
      return [];
  }
}

/** A name of cells on a new sheet goes with the sheet. */
function nameBefore(name: string, earlier: readonly Edit[], { names }: Sight): Edit[] {
  const area = names[name];
  if (area) return [{ do: "name", name, area }];
  return earlier.some(({ do: verb }) => verb === "addSheet") ? [] : [{ do: "deleteName", name }];
}

function contentsOf(area: Area, sheet: SheetSight, withFormats: boolean): Edit[] {
  const cells = cellsOf(area);
  const contents = cells.map((row) => row.map(([y, x]): CellContent => sheet.contents[y]?.[x] ?? ""));
  const write: Edit = { do: "write", area, contents };
  return withFormats
    ? [write, ...cells.flatMap((row) => row.map((cell) => formatOf(cell, area.sheet, sheet)))]
    : [write];
}

function cellsOf({ row, column, rows, columns }: Area): (readonly [number, number])[][] {
  return Array.from({ length: rows }, (_r, y) =>
    Array.from({ length: columns }, (_c, x) => [row + y, column + x] as const),
  );
}

/** What a cell looks like that nobody has formatted. */
const PLAIN: CellFormat = {
  numberFormat: "General",
  bold: false,
  italic: false,
  fill: null,
  align: "general",
  wrap: false,
  bottom: "none",
};

function formatOf([row, column]: readonly [number, number], sheet: string, { formats }: SheetSight): Edit {
  return {
    do: "format",
    area: { sheet, row, column, rows: 1, columns: 1 },
    format: { ...PLAIN, ...formats[row]?.[column] },
  };
}

/** The rows of an area as they were counted before the edits, those that did not exist left out. */
function originalRuns(area: Area, earlier: readonly Edit[]): Area[] {
  const rows = Array.from({ length: area.rows }, (_row, index) => originalRow(area.sheet, area.row + index, earlier));
  return rows.flatMap((row) => (row === undefined ? [] : [{ ...area, row, rows: 1 }]));
}

function originalRow(sheet: string, row: number, earlier: readonly Edit[]): number | undefined {
  return earlier.reduceRight<number | undefined>((at, edit) => {
    if (at === undefined || !isShaping(edit) || !("row" in edit) || edit.sheet !== sheet || at < edit.row) return at;
    if (edit.do === "deleteRows") return at + edit.count;
    return at < edit.row + edit.count ? undefined : at - edit.count;
  }, row);
}
