import type { NoOptions } from "./actionTypes";
import { cellAt } from "./book/address";
import { apply, stopIfAsked } from "./book/apply";
import { own } from "./formula/own";
import { count, found, report, type Report } from "./book/report";
import type { Area, CellContent, Edit, OpenBook, Running, SheetSight, Sight } from "./book/book";

interface Repaired {
  readonly area: Area;
  readonly formula: string;
}

/**
 * Mends the formulas that were saved, or opened, where the add-in was absent: Excel then marks the function's name with
 * _xldudf_, takes it for one of another add-in, or keeps it without knowing it. Other formulas are left alone.
 */
export async function repair(book: OpenBook, _options: NoOptions, running: Running = {}): Promise<Report> {
  const { sheets } = await book.look({ everySheet: true }, running);
  const repaired: Repaired[] = [];
  for (const [index, [name, sheet]] of Object.entries(sheets).entries()) {
    stopIfAsked(running);
    repaired.push(...brokenOn(name, sheet));
    running.onProgress?.({ done: index + 1, total: Object.keys(sheets).length });
  }
  if (repaired.length === 0) return nothingToRepair(sheets);
  const writes = columnWrites(repaired);
  await apply(book, [...writes, { do: "recalculate" }], running);
  const places = repaired.slice(0, MOST_PLACES).map(({ area, formula }) => found(area, formula));
  const unknown = await unknownIn(
    book,
    writes.map(({ area }) => area),
  );
  return report(`Repaired ${count(repaired.length, "formula")}.${stillUnknown(unknown)}`, true, places);
}

/** A list to look through, not to scroll through. */
const MOST_PLACES = 200;

const UNKNOWN_NAME = "#NAME?";
/** What a cell shows when Excel does not know a name in it, or the book that the name is said to be in. */
const BROKEN: readonly CellContent[] = [UNKNOWN_NAME, "#REF!"];

/** Microsoft's own advice where Excel has not taken up the functions of an add-in that is installed. */
const START_THE_ADD_IN =
  "If Excel shows #NAME? for a function of Tieout, click Tieout under Home, Add-ins, so that Excel takes up its functions; then choose Repair again.";

function nothingToRepair(sheets: Sight["sheets"]): Report {
  const unknown = Object.entries(sheets).flatMap(([name, { contents, values }]) =>
    values.flatMap((cells, row) =>
      cells.flatMap((value, column) =>
        value === UNKNOWN_NAME ? [found(cellAt(name, row, column), String(contents[row]?.[column] ?? ""))] : [],
      ),
    ),
  );
  const others =
    unknown.length === 0
      ? ""
      : ` ${count(unknown.length, "cell")} with names that are not Tieout's ${unknown.length === 1 ? "shows" : "show"} #NAME?.`;
  return report(
    `No formula of Tieout needed repair.${others} ${START_THE_ADD_IN}`,
    false,
    unknown.slice(0, MOST_PLACES),
  );
}

/** How many cells show that Excel does not know their names all the same. A look that fails does not undo the repair. */
async function unknownIn(book: OpenBook, areas: readonly Area[]): Promise<number> {
  const sight = await book.look({ areas }).catch(() => undefined);
  return sight?.areas.flatMap(({ values }) => values.flat()).filter((value) => value === UNKNOWN_NAME).length ?? 0;
}

function stillUnknown(cells: number): string {
  if (cells === 0) return "";
  return ` ${count(cells, "cell")} still ${cells === 1 ? "shows" : "show"} #NAME?. ${START_THE_ADD_IN}`;
}

function brokenOn(sheet: string, { contents, values }: SheetSight): Repaired[] {
  return contents.flatMap((cells, row) =>
    cells.flatMap((content, column): Repaired[] => {
      const formula = repairedFormula(content, values[row]?.[column] ?? "");
      return formula === undefined ? [] : [{ area: cellAt(sheet, row, column), formula }];
    }),
  );
}

/** The formula as it should be; undefined for a cell that is not ours to repair. */
export function repairedFormula(content: CellContent, shows: CellContent): string | undefined {
  if (typeof content !== "string" || !content.startsWith("=")) return undefined;
  const formula = own.mended(content, BROKEN.includes(shows));
  // Writing the same formula again has Excel look its names up again.
  return formula !== content || (shows === UNKNOWN_NAME && own.areIn(content)) ? formula : undefined;
}

/** One write for cells that stand below each other. */
function columnWrites(repaired: readonly Repaired[]): Extract<Edit, { do: "write" }>[] {
  const byColumn = [...repaired].sort(
    (a, b) => a.area.sheet.localeCompare(b.area.sheet) || a.area.column - b.area.column || a.area.row - b.area.row,
  );
  const runs: { area: Area; contents: CellContent[][] }[] = [];
  for (const { area, formula } of byColumn) {
    const last = runs.at(-1);
    const follows =
      last &&
      last.area.sheet === area.sheet &&
      last.area.column === area.column &&
      last.area.row + last.contents.length === area.row;
    if (follows) last.contents.push([formula]);
    else runs.push({ area, contents: [[formula]] });
  }
  return runs.map(({ area, contents }) => ({ do: "write", area: { ...area, rows: contents.length }, contents }));
}
