import { longDate } from "../../core/calendar/civilDate";
import type { RefreshEps, Standard } from "../actionTypes";
import { cellAt } from "../book/address";
import { apply, lookBefore, stopIfAsked } from "../book/apply";
import { exhibitOf, readPeriodTable, type Exhibit } from "./exhibit";
import { addressOf, figuresOn, type Figure } from "./figures";
import { FIRST_FIGURE_COLUMN } from "./layout";
import { mergeExhibit, rowsOf, type Merge } from "./merge";
import { openEps, type OpenEps } from "./open";
import { latestEnd, periodsOf, withPlaceholders } from "./periods";
import { remember, type EpsRecord, type Mark } from "./record";
import { dayOfSerial } from "./serials";
import { logEdits } from "../book/log";
import { EPS_SETTING, LOG_TABLE, MOVED_FILL } from "../book/names";
import { count, found, report, type Finding, type Report, inOneParagraph } from "../book/report";
import { shownIn } from "../shown";
import { losesReferences } from "../book/restoration";
import type { CellContent, CellFormat, Edit, OpenBook, Running, SheetSight, Sight } from "../book/book";

/**
 * Recalculates everything, brings the exhibit up to date with the period table for the latest period (or the chosen
 * one), marks each figure that moved since the last refresh and logs it. What the user typed, and formats and notes,
 * stay. A refresh that finds nothing new writes nothing.
 */
export async function refreshEps(book: OpenBook, options: RefreshEps, running: Running = {}): Promise<Report> {
  const open = await openEps(book, running);
  const periods = periodsOf(open.sight);
  const asOf = options.asOf ?? latestEnd(periods);
  const next = exhibitOf(readPeriodTable(withPlaceholders(periods)), dayOfSerial(asOf), standardOn(open));
  const merge = mergeExhibit(open.record.sheet, open.sheet, open.record.exhibit, next);
  const record: EpsRecord = { ...open.record, exhibit: next };
  const done = await finishRefresh(book, open, record, merge, running);
  return { ...done, said: inOneParagraph(done.said, periods.outside) };
}

/** The standard that the sheet says, which the user may have chosen there. */
export function standardOn({ sheet, record }: OpenEps): Standard {
  const cell = sheet.contents[rowsOf(sheet).get("standard") ?? 0]?.[FIRST_FIGURE_COLUMN];
  return String(cell).trim().toUpperCase() === "IFRS" ? "IFRS" : cell === "" ? record.exhibit.standard : "US GAAP";
}

/** Writes a merged exhibit, reads what the figures came to, and keeps account of those that moved. */
export async function finishRefresh(
  book: OpenBook,
  open: OpenEps,
  record: EpsRecord,
  merge: Merge,
  running: Running,
): Promise<Report> {
  // A row that goes may be referred to from any sheet, of which this look has shown one.
  const seen = merge.edits.some(losesReferences) ? undefined : open.sight;
  const takeBack = await apply(book, [...merge.edits, { do: "recalculate" }], running, seen);
  try {
    const after = await settled(book, record.sheet, running);
    const figures = figuresOn(sheetOf(after, record.sheet), record.exhibit, merge.rows);
    const moved = figures.filter((figure) => hasMoved(figure, record.figures[figure.id]));
    const edits = accountOf(moved, figures, record, merge, after, book.now());
    await apply(book, edits, running, after);
    const sheet = sheetOf(after, record.sheet);
    const movements = moved.map((figure) => movement(figure, record, sheet));
    return said(record.exhibit, figures, movements, merge, record.sheet, edits.length + merge.edits.length > 0);
  } catch (error) {
    await takeBack();
    throw error;
  }
}

/** A figure in error has no value to compare: it is told of, and the last value that it had stays remembered. */
function hasMoved({ value }: Figure, before: CellContent | undefined): boolean {
  if (before === undefined || isError(value) || value === before) return false;
  const [was, is] = [Number(before), Number(value)];
  // A sum calculated by another program may differ in its last binary digit.
  return !(Math.abs(is - was) <= 1e-12 * Math.abs(was));
}

function isError(value: CellContent): boolean {
  return typeof value === "string" && value.startsWith("#");
}

const ATTEMPTS_TO_SETTLE = 40;
const PAUSE = 250;

/** Excel calculates custom functions beside its own work: until they have answered, their cells say so. */
async function settled(book: OpenBook, sheet: string, running: Running): Promise<Sight> {
  for (let attempt = 1; ; attempt++) {
    stopIfAsked(running);
    const sight = await lookBefore(book, {
      sheets: [sheet],
      formats: true,
      tables: [LOG_TABLE],
      settings: [EPS_SETTING],
    });
    const busy = sheetOf(sight, sheet)
      .values.flat()
      .some((value) => value === "#BUSY!" || value === "#GETTING_DATA");
    if (!busy || attempt >= ATTEMPTS_TO_SETTLE) return sight;
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}

function sheetOf({ sheets }: Sight, name: string): SheetSight {
  return sheets[name] ?? { contents: [], values: [], formats: [] };
}

/** Marks, log and memory. While nothing moves, earlier marks stay, so that they can still be read. */
function accountOf(
  moved: readonly Figure[],
  figures: readonly Figure[],
  record: EpsRecord,
  merge: Merge,
  after: Sight,
  when: number,
): Edit[] {
  const values = Object.fromEntries(figures.filter(({ value }) => !isError(value)).map(({ id, value }) => [id, value]));
  const sheet = sheetOf(after, record.sheet);
  const marks = moved.length > 0 ? moved.map((figure) => markOf(figure, record.marks, sheet)) : record.marks;
  const entries = moved.map((figure) => ({
    sheet: record.sheet,
    cell: addressOf(figure),
    label: figure.label,
    old: record.figures[figure.id] ?? "",
    new: figure.value,
  }));
  return [
    ...logEdits(entries, when, after),
    ...(moved.length > 0
      ? [...unmark(record, merge, sheet), ...moved.map((figure) => fill(record.sheet, figure, MOVED_FILL))]
      : []),
    ...remember(
      { ...record, figures: { ...record.figures, ...values }, marks },
      after.settings[EPS_SETTING] as EpsRecord | undefined,
    ),
  ];
}

/** A figure that moves twice keeps the fill that it had before the first mark. */
function markOf({ key, row, column }: Figure, marks: readonly Mark[], sheet: SheetSight): Mark {
  const earlier = marks.find((mark) => mark.key === key && mark.column === column);
  const fillNow = formatAt(sheet, row, column).fill ?? null;
  return { key, column, fill: earlier && fillNow === MOVED_FILL ? earlier.fill : fillNow };
}

/** Only where our mark still is: a fill that the user chose since is the user's. */
function unmark(record: EpsRecord, { rows }: Merge, sheet: SheetSight): Edit[] {
  return record.marks.flatMap(({ key, column, fill: before }) => {
    const row = rows.get(key);
    return row === undefined || formatAt(sheet, row, column).fill !== MOVED_FILL
      ? []
      : [fill(record.sheet, { row, column }, before)];
  });
}

function formatAt(sheet: SheetSight, row: number, column: number): CellFormat {
  return sheet.formats[row]?.[column] ?? {};
}

function fill(
  sheet: string,
  { row, column }: { readonly row: number; readonly column: number },
  colour: string | null,
): Edit {
  return { do: "format", area: cellAt(sheet, row, column), format: { fill: colour } };
}

/** What a figure was and is, as its cell shows both. */
function movement({ id, label, row, column, value }: Figure, record: EpsRecord, sheet: SheetSight): Finding {
  const { numberFormat = "General" } = formatAt(sheet, row, column);
  const [was, is] = [record.figures[id] ?? "", value].map((one) => shownIn(numberFormat, one) || "blank");
  return found(cellAt(record.sheet, row, column), `${label}: ${was} → ${is}`);
}

function said(
  exhibit: Exhibit,
  figures: readonly Figure[],
  moved: readonly Finding[],
  merge: Merge,
  sheet: string,
  changed: boolean,
): Report {
  const period = longDate(dayOfSerial(exhibit.asOf));
  const errors = figures.filter(({ value }) => isError(value));
  const sentences = [
    moved.length > 0
      ? `Refreshed the exhibit for ${period}: ${count(moved.length, "figure")} moved, marked on the sheet and logged.`
      : `Refreshed the exhibit for ${period}: none of its ${count(figures.length, "figure")} moved.`,
    ...(merge.kept.length > 0
      ? [`${count(merge.kept.length, "cell")} that you typed ${merge.kept.length === 1 ? "was" : "were"} kept.`]
      : []),
    ...(errors.length > 0
      ? [`${count(errors.length, "figure")} cannot be calculated yet: select one and choose Explain.`]
      : []),
  ];
  return report(sentences.join(" "), changed, [
    ...moved,
    ...errors.map((figure) => found(cellAt(sheet, figure.row, figure.column), `${figure.label} shows ${figure.value}`)),
    ...merge.kept.map(({ row, column }) => found(cellAt(sheet, row, column), "typed by you, kept")),
  ]);
}
