import { calculateAlike } from "../formula/calculateAlike";
import type { CellContent, Edit, SheetSight } from "../book/book";
import type { Exhibit, ExhibitLine } from "./exhibit";
import { blockFormats, columnsWithoutFormat, figureWidths, headingFormats, lineFormats } from "./formats";
import { CAPTION_COLUMN, cellsOf, figureColumns, KEY_COLUMN, type Rows } from "./layout";

export interface Merge {
  readonly edits: readonly Edit[];
  /** The rows after the edits. */
  readonly rows: Rows;
  /** Cells of the exhibit that hold what the user typed, by row of the sheet after the edits. */
  readonly kept: readonly { readonly row: number; readonly column: number }[];
}

/**
 * Brings an exhibit on a sheet up to date. Three versions meet in each cell: what was written there last (base), what
 * is there now, and what belongs there next. A cell that still holds the base, or nothing, takes the next; whatever
 * else is the user's, and stays. So do formats and notes, which are given to new rows and columns alone.
 */
export function mergeExhibit(sheetName: string, sheet: SheetSight, base: Exhibit, next: Exhibit): Merge {
  const now = rowsOf(sheet);
  const shape = reshape(sheetName, sheet, now, base, next);
  const cells = mergeCells(sheetName, sheet, now, shape, base, next);
  return {
    edits: [...shape.edits, ...cells.edits, ...newFormats(sheetName, shape, base, next)],
    rows: shape.rows,
    kept: cells.kept,
  };
}

/** The keys in the hidden column. */
export function rowsOf(sheet: SheetSight): Rows {
  return new Map(
    sheet.contents.flatMap((cells, row) => (cells[KEY_COLUMN] ? [[String(cells[KEY_COLUMN]), row] as const] : [])),
  );
}

interface Shape {
  readonly edits: readonly Edit[];
  readonly rows: Rows;
  readonly inserted: ReadonlySet<string>;
}

/** Lines that are gone are deleted, unless the user typed in their row; new ones are inserted below their predecessor. */
function reshape(sheetName: string, sheet: SheetSight, now: Rows, base: Exhibit, next: Exhibit): Shape {
  const stays = new Set(next.lines.map(({ key }) => key));
  const baseCells = cellsOf(base, now);
  const keys = Array.from(
    { length: Math.max(sheet.contents.length, ...[...now.values()].map((row) => row + 1)) },
    (_row, row) => keyAt(now, row),
  );
  const edits: Edit[] = [];
  for (const { key } of [...base.lines].reverse()) {
    const row = keys.indexOf(key);
    if (stays.has(key) || row < 0 || !isUntouched(sheet, now.get(key) ?? 0, baseCells.get(key) ?? [])) continue;
    edits.push({ do: "deleteRows", sheet: sheetName, row, count: 1 });
    keys.splice(row, 1);
  }
  const inserted = new Set<string>();
  next.lines.forEach(({ key }, index) => {
    if (keys.includes(key)) return;
    const row = keys.indexOf(next.lines[index - 1]?.key ?? "under") + 1;
    edits.push({ do: "insertRows", sheet: sheetName, row, count: 1 });
    keys.splice(row, 0, key);
    inserted.add(key);
  });
  return { edits, rows: new Map(keys.flatMap((key, row) => (key ? [[key, row] as const] : []))), inserted };
}

function keyAt(rows: Rows, row: number): string {
  return [...rows].find(([, at]) => at === row)?.[0] ?? "";
}

function isUntouched(sheet: SheetSight, row: number, base: readonly CellContent[]): boolean {
  return (sheet.contents[row] ?? []).every(
    (cell, column) => column === KEY_COLUMN || isOurs(cell, base[column - CAPTION_COLUMN]),
  );
}

function mergeCells(sheetName: string, sheet: SheetSight, now: Rows, shape: Shape, base: Exhibit, next: Exhibit) {
  const baseCells = cellsOf(base, now);
  const nextCells = cellsOf(next, shape.rows);
  const edits: Edit[] = [];
  const kept: { row: number; column: number }[] = [];
  for (const [key, row] of shape.rows) {
    const was = baseCells.get(key);
    const wanted = nextCells.get(key);
    if (!was && !wanted) continue;
    const current = shape.inserted.has(key) ? [] : (sheet.contents[now.get(key) ?? 0] ?? []);
    const cells = Array.from({ length: 1 + figureColumns(base, next) }, (_cell, index) => {
      const is = current[CAPTION_COLUMN + index] ?? "";
      const content = wanted?.[index] ?? "";
      if (!isOurs(is, was?.[index])) kept.push({ row, column: CAPTION_COLUMN + index });
      else if (shape.edits.length > 0 ? is !== content || isFormula(content) : !isSame(is, content)) return content;
      return undefined;
    });
    edits.push(...writes(sheetName, row, cells));
    if (shape.inserted.has(key)) edits.push(...writeKey(sheetName, row, key));
    if (!wanted) edits.push(...writeKey(sheetName, row, ""));
  }
  return { edits, kept: kept.filter(({ row, column }) => isFigureOrCaption(shape.rows, row, column)) };
}

/** The period end and the standard are for the user to choose, so that choosing is not keeping. */
function isFigureOrCaption(rows: Rows, row: number, column: number): boolean {
  return column !== CAPTION_COLUMN && row !== rows.get("asOf") && row !== rows.get("standard");
}

function writeKey(sheet: string, row: number, key: string): Edit[] {
  return [{ do: "write", area: { sheet, row, column: KEY_COLUMN, rows: 1, columns: 1 }, contents: [[key]] }];
}

/** One write a run of cells that change. */
function writes(sheet: string, row: number, cells: readonly (CellContent | undefined)[]): Edit[] {
  const runs: { column: number; contents: CellContent[] }[] = [];
  cells.forEach((cell, index) => {
    const last = runs.at(-1);
    if (cell === undefined) return;
    if (last && last.column + last.contents.length === index) last.contents.push(cell);
    else runs.push({ column: index, contents: [cell] });
  });
  return runs.map(({ column, contents }) => ({
    do: "write",
    area: { sheet, row, column: CAPTION_COLUMN + column, rows: 1, columns: contents.length },
    contents: [contents],
  }));
}

function newFormats(sheet: string, { rows, inserted }: Shape, base: Exhibit, next: Exhibit): Edit[] {
  const [before, after] = [base.columns.length, next.columns.length];
  const rowAt = (key: string) => rows.get(key) ?? 0;
  const rowOf = ({ key }: ExhibitLine) => rowAt(key);
  const formatted = before === after ? next.lines.filter(({ key }) => inserted.has(key)) : next.lines;
  return [
    ...figureWidths(sheet, figureColumns(base), figureColumns(next)),
    ...formatted.flatMap((line) => lineFormats(line, sheet, rowOf(line), after)),
    ...(before !== after
      ? headingFormats(sheet, rows, next)
      : areBlocksSame(base, next)
        ? []
        : blockFormats(sheet, rowAt("over"), next)),
    ...(after < before
      ? columnsWithoutFormat(sheet, [rowAt("over"), rowAt("under"), ...next.lines.map(rowOf)], {
          from: after,
          until: figureColumns(base, next),
        })
      : []),
  ];
}

function areBlocksSame(base: Exhibit, next: Exhibit): boolean {
  return base.columns.every(({ over }, index) => (over === "") === (next.columns[index]?.over === ""));
}

/** Nothing, or what was written there. */
function isOurs(content: CellContent, base: CellContent | undefined): boolean {
  return content === "" || (base !== undefined && isSame(content, base));
}

function isSame(a: CellContent, b: CellContent): boolean {
  return a === b || (isFormula(a) && isFormula(b) && calculateAlike(a, b));
}

function isFormula(content: CellContent): content is string {
  return typeof content === "string" && content.startsWith("=");
}
