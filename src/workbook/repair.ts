import { catalogue } from "../functions/catalogue";
import type { NoOptions } from "./actionTypes";
import { cellAt } from "./book/address";
import { apply, stopIfAsked } from "./book/apply";
import { count, found, report, type Report } from "./book/report";
import type { Area, CellContent, Edit, OpenBook, Running, SheetSight } from "./book/book";

interface Repaired {
  readonly area: Area;
  readonly formula: string;
}

/**
 * Rewrites the formulas that a workbook shows as #NAME? after it was saved where the add-in was absent: Excel then
 * writes _xldudf_ before the function's name, or keeps the name without knowing it. Other formulas are left alone.
 */
export async function repair(book: OpenBook, _options: NoOptions, running: Running = {}): Promise<Report> {
  const { sheets } = await book.look({ everySheet: true }, running);
  const repaired: Repaired[] = [];
  for (const [index, [name, sheet]] of Object.entries(sheets).entries()) {
    stopIfAsked(running);
    repaired.push(...brokenOn(name, sheet));
    running.onProgress?.({ done: index + 1, total: Object.keys(sheets).length });
  }
  if (repaired.length === 0) return report("No formula of Tieout needed repair.", false);
  await apply(book, [...columnWrites(repaired), { do: "recalculate" }], running);
  const places = repaired.slice(0, MOST_PLACES).map(({ area, formula }) => found(area, formula));
  return report(`Repaired ${count(repaired.length, "formula")}.`, true, places);
}

/** A list to look through, not to scroll through. */
const MOST_PLACES = 200;

const NAMES = catalogue.map(({ id }) => id).join("|");
/** _xldudf_LOANBALANCE( and _xldudf_TIEOUT_LOANBALANCE( alike, or the name with a prefix that the workbook was saved with. */
const MANGLED = new RegExp(`_xldudf_(?:[A-Za-z0-9]+_)?(${NAMES})\\b`, "gi");
const OURS = new RegExp(`(?<![\\w.])(?:${NAMES})\\s*\\(`, "i");

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
  const formula = outsideQuotes(content, (part) => part.replace(MANGLED, (_all, name: string) => name.toUpperCase()));
  // Writing the same formula again has Excel look its names up again.
  return formula !== content || (shows === "#NAME?" && OURS.test(content)) ? formula : undefined;
}

function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");
}

/** One write for cells that stand below each other. */
function columnWrites(repaired: readonly Repaired[]): Edit[] {
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
