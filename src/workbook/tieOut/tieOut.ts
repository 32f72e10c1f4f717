import { outsideTables } from "../book/tableGrowth";
import { TICK } from "../../core/tieOut";
import type { TieOutOptions } from "../actionTypes";
import { apply } from "../book/apply";
import { openEps } from "../eps/open";
import {
  FILED_TABLE,
  HEADER_FORMAT,
  LINE_CHARACTERS,
  OVER_FIGURES,
  TIE_OUT_SHEET,
  TIED_OUT_FORMAT,
  tiedOutIn,
} from "../book/names";
import { ActionError, count, found, report, type Finding, type Report, inOneParagraph } from "../book/report";
import type { Area, CellContent, Edit, OpenBook, Running, Sight } from "../book/book";
import { formatOf, outcome, type Compared } from "./compared";
import { shownIn } from "../shown";
import { comparedFigures } from "./tieOutEps";
import { comparedRanges } from "./tieOutRanges";

const HEADERS: CellContent[] = ["Figure", "Period", "Computed", "Printed", "Unit", "Tie-out"];

/**
 * Puts every computed figure beside the printed one on the sheet "Tie out", with live formulas, and lists the
 * exceptions. Without options the EPS sheet is tied out to its table of printed figures; with two ranges, those.
 */
export async function tieOut(book: OpenBook, options: TieOutOptions, running: Running = {}): Promise<Report> {
  const { compared, sight } =
    options.computed && options.printed
      ? await comparedRanges(book, options.computed, options.printed, running)
      : await comparedFigures(await openEps(book, running), running);
  if (compared.length === 0) {
    throw new ActionError(
      `There is nothing to tie out to: type the printed figures into ${FILED_TABLE}, or import the filed exhibit.`,
    );
  }
  const seen = sight.sheetNames.includes(TIE_OUT_SHEET) ? await book.look({ sheets: [TIE_OUT_SHEET] }) : sight;
  await apply(book, sheetEdits(compared, seen), running);
  const exceptions = compared.filter((figure) => outcome(figure) !== TICK);
  return report(
    inOneParagraph(said(compared, exceptions.length), outsideTables(sight)),
    true,
    exceptions.map(exceptionFound),
  );
}

function sheetEdits(compared: readonly Compared[], sight: Sight): Edit[] {
  const old = sight.sheets[TIE_OUT_SHEET]?.contents.length ?? 0;
  const rows = compared.map((figure, index): CellContent[] => {
    const row = index + 2;
    return [
      figure.label,
      figure.period,
      figure.computed,
      figure.printed,
      figure.unit,
      `=TIEOUT(C${row},D${row},E${row})`,
    ];
  });
  const blank = Array.from({ length: Math.max(0, old - rows.length - 1) }, () => HEADERS.map((): CellContent => ""));
  const contents = [HEADERS, ...rows, ...blank];
  const area: Area = { sheet: TIE_OUT_SHEET, row: 0, column: 0, rows: contents.length, columns: HEADERS.length };
  const isNew = !sight.sheetNames.includes(TIE_OUT_SHEET);
  return [
    ...(isNew ? [{ do: "addSheet", sheet: TIE_OUT_SHEET } as const] : []),
    { do: "write", area, contents },
    ...(isNew ? newSheetFormats(area) : []),
    ...figureFormats(compared),
    { do: "recalculate" },
  ];
}

function newSheetFormats(area: Area): Edit[] {
  const figures: Area = { ...area, row: 1, rows: Math.max(1, area.rows - 1), column: 2, columns: 2 };
  return [
    { do: "format", area: { ...area, rows: 1 }, format: HEADER_FORMAT },
    { do: "format", area: { ...area, rows: 1, column: 2, columns: 4 }, format: OVER_FIGURES },
    { do: "format", area: { ...figures, column: 0, columns: 1 }, format: { wrap: true } },
    { do: "format", area: { ...figures, column: 5, columns: 1 }, format: TIED_OUT_FORMAT },
    ...[LINE_CHARACTERS, 28, 16, 16, 8, 12].map((characters, column): Edit => ({
      do: "columnWidth",
      sheet: area.sheet,
      column,
      characters,
    })),
  ];
}

/** The number formats go with the rows, which another tie-out may have others of; alike rows are formatted together. */
function figureFormats(compared: readonly Compared[]): Edit[] {
  const formats = compared.map(formatOf);
  const starts = formats.flatMap((one, index) => (one === formats[index - 1] ? [] : [index]));
  return starts.flatMap((start, index): Edit[] => {
    const rows = (starts[index + 1] ?? formats.length) - start;
    const area: Area = { sheet: TIE_OUT_SHEET, row: 1 + start, column: 2, rows, columns: 2 };
    const numberFormat = formats[start] ?? "";
    return [
      { do: "format", area, format: { numberFormat } },
      { do: "format", area: { ...area, column: 5, columns: 1 }, format: { numberFormat: tiedOutIn(numberFormat) } },
    ];
  });
}

/** A figure of ranges is named by its cell alone. */
function exceptionFound(figure: Compared): Finding {
  const words = exceptionWords(figure);
  const { label, period, at } = figure;
  return period === "" ? { area: at, words: `${label}: ${words}` } : found(at, `${label}, ${period}: ${words}`);
}

function exceptionWords(figure: Compared): string {
  const [computed, printed] = figure.values;
  const difference = outcome(figure);
  const shown = (value: CellContent) => shownIn(formatOf(figure), value);
  return typeof difference === "number"
    ? `computed ${shown(computed)}, printed ${shown(printed)}, difference ${shown(difference)}`
    : String(difference);
}

/** That all figures tie out is said of earnings per share only where per-share figures are among them. */
function said(compared: readonly Compared[], exceptions: number): string {
  const all = compared.length;
  if (exceptions > 0)
    return `${(all - exceptions).toLocaleString("en-US")} of ${count(all, "figure")} tie out; ${count(exceptions, "exception")} listed.`;
  if (compared.every(({ isPerShare }) => isPerShare === false))
    return `${count(all, "printed figure")} ${all === 1 ? "equals" : "equal"} the computed; no per-share figure is among them, so earnings per share are not tied out.`;
  return all === 1 ? "The figure ties out." : `All ${count(all, "figure")} tie out.`;
}
