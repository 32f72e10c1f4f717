import { longDate, periodEndAfter } from "../../core/calendar/civilDate";
import { serialOf } from "../../functions/cells/arguments";
import type { RollForward } from "../actionTypes";
import { shiftedRows } from "../formula/shiftedRows";
import { exhibitOf, readPeriodTable } from "./exhibit";
import { mergeExhibit } from "./merge";
import { openEps } from "./open";
import { cellOfRow, columnOf, latestEnd, netIncomeColumn, periodsOf, withPlaceholders, type Periods } from "./periods";
import { nextPeriod, type PastPeriod } from "./nextPeriod";
import { dayOfSerial } from "./serials";
import { PERIODS_TABLE } from "../book/names";
import { finishRefresh, standardOn } from "./refresh";
import { ActionError, type Report, inOneParagraph } from "../book/report";
import { cellAt } from "../book/address";
import type { Area, CellContent, Edit, OpenBook, Running } from "../book/book";

/**
 * Closes the latest period: adds a row for the next one to the period table, formulas of the last row carried down,
 * and builds the exhibit for it. This year's columns are then the new period's, last year's those of a year before;
 * the year to date restarts where the fiscal year does.
 *
 * @throws ActionError when a period is incomplete, or the period is in the table already
 */
export async function rollForward(book: OpenBook, options: RollForward, running: Running = {}): Promise<Report> {
  const open = await openEps(book, running);
  const periods = periodsOf(open.sight);
  refuseIncomplete(periods);
  const last = latestEnd(periods);
  const following = nextPeriod(
    periods.rows.map(({ periodEnd, months, weeks }) => ({ end: dayOfSerial(periodEnd), months, weeks })),
    options.periodEnd === undefined ? undefined : dayOfSerial(options.periodEnd),
  );
  const end = serialOf(following.end);
  if (end <= last)
    throw new ActionError(
      `The next period must end after ${longDate(dayOfSerial(last))}, the latest one in ${PERIODS_TABLE}.`,
    );
  const row = nextRow(periods, following);
  const next = exhibitOf(
    readPeriodTable([...withPlaceholders(periods), withFigures(row, periods)]),
    dayOfSerial(end),
    standardOn(open),
  );
  const merge = mergeExhibit(open.record.sheet, open.sheet, open.record.exhibit, next);
  const addRow: Edit = { do: "addTableRows", table: PERIODS_TABLE, contents: [row] };
  const done = await finishRefresh(
    book,
    open,
    { ...open.record, exhibit: next },
    { ...merge, edits: [addRow, ...merge.edits, { do: "select", area: firstToFillIn(periods, row) }] },
    running,
  );
  return {
    ...done,
    said: inWords(
      periods,
      end,
      next.columns.map(({ periodEnd }) => periodEnd),
    ),
    changed: true,
  };
}

function refuseIncomplete(periods: Periods): void {
  const open = periods.rows.find(({ blank }) => blank.length > 0);
  if (!open) return;
  const header = open.blank[0] ?? "";
  const period =
    open.periodEnd > 0
      ? `The period to ${longDate(dayOfSerial(open.periodEnd))}`
      : `Row ${open.number} of ${PERIODS_TABLE}`;
  throw new ActionError(
    `${period} is incomplete: ${header} is blank (${cellOfRow(periods, open.number, header)} on ${periods.table.area.sheet}). Fill it in, then roll forward.`,
  );
}

/** Formulas of the last row carry on; figures are the user's to fill in. */
function nextRow({ table, headers }: Periods, { end, months, weeks }: PastPeriod): CellContent[] {
  const last = table.contents.at(-1) ?? [];
  return headers.map((_header, column) => {
    if (column === columnOf(headers, "Period end")) return serialOf(end);
    if (column === columnOf(headers, "Months")) return months;
    if (column === columnOf(headers, "Weeks")) return weeks ?? "";
    const content = last[column] ?? "";
    return typeof content === "string" && content.startsWith("=") ? shiftedRows(content, 1) : "";
  });
}

/** The first cell of the new row that is the user's to fill in. */
function firstToFillIn({ table: { area } }: Periods, row: readonly CellContent[]): Area {
  return cellAt(area.sheet, area.row + area.rows, area.column + Math.max(0, row.indexOf("")));
}

/** The row as the exhibit's layout needs it: figures that are still to come stand as placeholders. */
function withFigures(row: readonly CellContent[], { headers }: Periods): CellContent[] {
  return row.map((cell, column) => {
    if (column === columnOf(headers, netIncomeColumn(headers))) return 0;
    if (column === columnOf(headers, "Weighted shares")) return 1;
    return typeof cell === "string" ? "" : cell;
  });
}

function inWords(periods: Periods, end: number, shown: readonly number[]): string {
  const day = dayOfSerial(end);
  const yearBefore = periodEndAfter(day, -12);
  const hasYearBefore = shown.some((periodEnd) => periodEnd < end);
  const where = `row ${periods.table.area.row + periods.table.area.rows + 1} of ${periods.table.area.sheet}`;
  return inOneParagraph(
    `Rolled forward to ${longDate(day)}: fill in its figures in ${where}, then refresh.`,
    hasYearBefore
      ? ""
      : `The year before (${longDate(yearBefore)}) is not in the table, so its columns are left out until you add it.`,
    periods.outside,
  );
}
