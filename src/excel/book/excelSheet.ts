import { dayOf } from "../../core/calendar/civilDate";
import { serialOf } from "../../functions/cells/arguments";
import { stopIfAsked } from "../../workbook/book/apply";
import { makeEdit } from "./excelEdits";
import { askFor, sightOf } from "./excelLook";
import { isTooLarge, lookInPieces } from "./excelPieces";
import { ActionError, asSentence } from "../../workbook/book/report";
import type { Edit, Look, OpenBook, Running, Sight } from "../../workbook/book/book";
import { CELLS_AT_ONCE, sizeOf } from "../../workbook/book/slices";

/** The workbook that is open in Excel. The only place where requests are sent to it: one a look, one a list of edits. */
export const excelBook: OpenBook = { drawsCharts: true, now, look, perform };

/** While a cell is being edited Excel takes no request; it keeps one that may wait until the edit is over. */
const AFTER_EDIT = { delayForCellEdit: true } as const;

/** Whether Excel refused a request because a cell is being edited, as one does that keeps none waiting. */
export function isCellInEdit(error: unknown): boolean {
  return causesOf(error).some((cause) => (cause as { code?: string }).code === "InvalidOperationInCellEditMode");
}

function causesOf(error: unknown): object[] {
  return typeof error === "object" && error !== null ? [error, ...causesOf((error as Error).cause)] : [];
}

function now(): number {
  const time = new Date();
  const day = dayOf(time.getFullYear(), time.getMonth() + 1, time.getDate());
  const seconds = time.getHours() * 3600 + time.getMinutes() * 60 + time.getSeconds();
  return serialOf(day) + seconds / 86_400;
}

async function look(wanted: Look, running: Running = {}): Promise<Sight> {
  const sight = await Excel.run(AFTER_EDIT, (context) => seen(context, wanted, running)).catch(unreadable);
  stopIfAsked(running);
  running.onProgress?.({ done: 1, total: 1 });
  return sight;
}

async function seen(context: Excel.RequestContext, wanted: Look, running: Running): Promise<Sight> {
  const look = wanted.everySheet ? { ...wanted, sheets: await everySheet(context) } : wanted;
  try {
    const asked = askFor(context, look);
    await context.sync();
    return sightOf(asked);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return lookInPieces(context, look, running);
  }
}

function unreadable(error: Error): never {
  if (error instanceof ActionError) throw error;
  throw new ActionError(`Excel could not be read: ${asSentence(error.message)} Everything is as it was.`, {
    cause: error,
  });
}

async function everySheet(context: Excel.RequestContext): Promise<string[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  return sheets.items.map(({ name }) => name);
}

/** One step of Excel's undo, where Excel can: every request within one run is merged. */
async function perform(edits: readonly Edit[], running: Running = {}): Promise<void> {
  await Excel.run({ ...AFTER_EDIT, mergeUndoGroup: true }, async (context) => {
    let waiting = 0;
    for (const [index, edit] of edits.entries()) {
      waiting += sizeOf(edit);
      if (waiting > CELLS_AT_ONCE) {
        await context.sync();
        stopIfAsked(running);
        running.onProgress?.({ done: index, total: edits.length });
        waiting = sizeOf(edit);
      }
      makeEdit(context, edit);
    }
    await context.sync();
    running.onProgress?.({ done: edits.length, total: edits.length });
  });
}

/**
 * The year in which the workbook's date serials begin. No released interface tells it, so the workbook's own DATE is
 * asked for January 2, 1904: 1 in the 1904 system, 1463 in the other.
 */
export function dateSystem(): Promise<1900 | 1904> {
  return Excel.run(AFTER_EDIT, async (context) => {
    const secondDay = context.workbook.functions.date(1904, 1, 2).load("value");
    await context.sync();
    return secondDay.value === 1 ? 1904 : 1900;
  });
}

/** Calls back when a cell of a sheet is changed or calculated anew, by whomever; answers what ends that. */
export function watchSheet(name: string, changed: () => void): Promise<() => Promise<void>> {
  return Excel.run(AFTER_EDIT, async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const onEvent = async () => changed();
    const watching = [sheet.onChanged.add(onEvent), sheet.onCalculated.add(onEvent)];
    await context.sync();
    return () =>
      Excel.run({ ...AFTER_EDIT, previousObjects: sheet }, async (own) => {
        watching.forEach((event) => event.remove());
        await own.sync();
      });
  });
}
