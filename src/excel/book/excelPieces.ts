import { stopIfAsked } from "../../workbook/book/apply";
import { askFor, sightOf } from "./excelLook";
import type { CellContent, Look, Running, Sight } from "../../workbook/book/book";
import { CELLS_AT_ONCE } from "../../workbook/book/slices";

/** A range to be read, and where its rows go. */
interface Whole {
  readonly range: Excel.Range;
  readonly contents: CellContent[][];
  readonly values: CellContent[][];
}

/** What Excel answers when a reply would be larger than it sends (five megabytes on the web). */
export function isTooLarge(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === "ResponsePayloadSizeLimitExceeded";
}

/**
 * Reads what a look wants a piece of rows at a time, reporting progress and stopping when asked: for sheets and tables
 * too large for one reply. Formats are left out, as no action wants them of so large a sheet.
 */
export async function lookInPieces(context: Excel.RequestContext, look: Look, running: Running): Promise<Sight> {
  const asked = askFor(context, { ...look, sheets: [], tables: [] });
  const sheets = (look.sheets ?? []).map((name) => ({
    name,
    range: sized(context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject()),
  }));
  const tables = (look.tables ?? []).map((name) => {
    const table = context.workbook.tables.getItemOrNullObject(name);
    return {
      name,
      table: table.load("showTotals"),
      range: sized(table.getRange()),
      sheet: table.worksheet.load("name"),
    };
  });
  await context.sync();
  const wholes = [...sheets, ...tables].map(({ range }): Whole => ({ range, contents: [], values: [] }));
  await readRows(context, wholes, running);
  const found = <T extends { range: Excel.Range }>(items: readonly T[]) =>
    items
      .filter(({ range }) => !range.isNullObject)
      .map((item) => ({ ...item, whole: wholes.find(({ range }) => range === item.range) as Whole }));
  return {
    ...sightOf(asked),
    sheets: Object.fromEntries(found(sheets).map(({ name, whole }) => [name, { ...fromA1(whole), formats: [] }])),
    tables: Object.fromEntries(
      found(tables).map(({ name, table, sheet, whole }) => [
        name,
        {
          name,
          area: areaOf(whole.range, sheet.name),
          hasTotals: table.showTotals,
          contents: whole.contents,
          values: whole.values,
        },
      ]),
    ),
  };
}

function sized(range: Excel.Range): Excel.Range {
  return range.load("rowIndex,columnIndex,rowCount,columnCount");
}

async function readRows(context: Excel.RequestContext, wholes: readonly Whole[], running: Running): Promise<void> {
  const present = wholes.filter(({ range }) => !range.isNullObject);
  const total = present.reduce((rows, { range }) => rows + range.rowCount, 0);
  let done = 0;
  for (const { range, contents, values } of present) {
    const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / range.columnCount));
    for (let row = 0; row < range.rowCount; row += rows) {
      const piece = range
        .getOffsetRange(row, 0)
        .getAbsoluteResizedRange(Math.min(rows, range.rowCount - row), range.columnCount);
      piece.load("formulas,values").untrack();
      await context.sync();
      stopIfAsked(running);
      contents.push(...(piece.formulas as CellContent[][]));
      values.push(...(piece.values as CellContent[][]));
      done += piece.formulas.length;
      running.onProgress?.({ done, total });
    }
  }
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range, sheet: string) {
  return { sheet, row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}

/** The used range may begin below or right of A1; a sight begins at A1. */
function fromA1({ range, contents, values }: Whole) {
  const blank = (columns: number) => Array<CellContent>(columns).fill("");
  const above = Array.from({ length: range.rowIndex }, () => blank(range.columnIndex + range.columnCount));
  const moved = (rows: readonly CellContent[][]) => [
    ...above,
    ...rows.map((row) => [...blank(range.columnIndex), ...row]),
  ];
  return { contents: moved(contents), values: moved(values) };
}
