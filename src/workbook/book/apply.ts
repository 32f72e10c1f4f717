import { editsMade, isShaping, JOURNAL, journalOf, type Journal } from "./journal";
import { ActionError, asSentence, Cancelled } from "./report";
import { losesReferences, restoration } from "./restoration";
import type { Edit, Look, OpenBook, Running, Sight } from "./book";
import { slicesOf } from "./slices";

/** Takes back everything that an applied list of edits did. */
export type TakeBack = () => Promise<void>;

const ATTEMPTS_TO_RESTORE = 3;

/**
 * Makes a complete list of edits, or none of them: what they touch is read first, and put back when one fails.
 * An empty list asks nothing of the host.
 *
 * @param seen what {@link lookBefore} has just shown; it saves a round trip when it shows all that the edits touch
 * @returns what takes the edits back again
 * @throws ActionError with words for the user; the workbook is as it was
 */
export async function apply(
  book: OpenBook,
  planned: readonly Edit[],
  running: Running = {},
  seen?: Sight,
): Promise<TakeBack> {
  if (planned.length === 0) return async () => {};
  const edits = planned.flatMap(slicesOf);
  const before = seen ?? (await book.look(whatTheyTouch(edits), { signal: running.signal }));
  refuseProtected(edits, before);
  refuseMissingTables(edits, before);
  stopIfAsked(running);
  const journal = journalOf(before);
  try {
    await book.perform(withJournal(edits, journal.plan + 1), running);
  } catch (error) {
    await restore(book, edits, before, error);
    throw inWords(error);
  }
  return () => restore(book, edits, before, undefined);
}

/** A look at what edits are about to touch. */
export function lookBefore(book: OpenBook, look: Look, running: Running = {}): Promise<Sight> {
  return book.look({ ...look, settings: [JOURNAL, ...(look.settings ?? [])] }, running);
}

export function stopIfAsked({ signal }: Running): void {
  if (signal?.aborted) throw new Cancelled();
}

/** After each edit that changes the shape of the workbook, a note that it was made. */
function withJournal(edits: readonly Edit[], plan: number): Edit[] {
  return edits.flatMap((edit, index): Edit[] =>
    isShaping(edit)
      ? [edit, { do: "setting", key: JOURNAL, value: { plan, made: index + 1 } satisfies Journal }]
      : [edit],
  );
}

async function restore(book: OpenBook, edits: readonly Edit[], before: Sight, cause: unknown): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const now = await book.look(whatTheyTouch(edits));
      return await book.perform(restoration(edits, before, editsMade(edits, before, now)));
    } catch (error) {
      if (attempt >= ATTEMPTS_TO_RESTORE) throw couldNotRestore(cause ?? error);
    }
  }
}

/** The look that shows whatever the edits may change, as it is before them. */
function whatTheyTouch(edits: readonly Edit[]): Look {
  const added = new Set(edits.flatMap((edit) => (edit.do === "addSheet" ? [edit.sheet] : [])));
  const made = new Set(edits.flatMap((edit) => (edit.do === "addTable" ? [edit.table] : [])));
  const unique = (names: readonly string[]) => [...new Set(names)];
  return {
    everySheet: edits.some(losesReferences),
    sheets: unique(edits.flatMap(sheetOf)).filter((sheet) => !added.has(sheet)),
    formats: edits.some((edit) => edit.do === "format" || edit.do === "deleteRows"),
    tables: unique(edits.flatMap(tableOf)).filter((table) => !made.has(table)),
    names: edits.flatMap((edit) => (edit.do === "name" ? [edit.name] : [])),
    settings: unique([JOURNAL, ...edits.flatMap((edit) => (edit.do === "setting" ? [edit.key] : []))]),
  };
}

function sheetOf(edit: Edit): string[] {
  switch (edit.do) {
    case "write":
    case "format":
      return [edit.area.sheet];
    case "insertRows":
    case "deleteRows":
      return [edit.sheet];
    default:
      return [];
  }
}

function tableOf(edit: Edit): string[] {
  return edit.do === "addTableRows" || edit.do === "addTableColumn" ? [edit.table] : [];
}

function refuseProtected(edits: readonly Edit[], { protectedSheets, tables }: Sight): void {
  const touched = edits.flatMap((edit) => [
    ...sheetOf(edit),
    ...tableOf(edit).map((name) => tables[name]?.area.sheet ?? ""),
  ]);
  const locked = touched.find((sheet) => protectedSheets.includes(sheet));
  if (locked === undefined) return;
  throw new ActionError(
    `The sheet ${locked} is protected, so nothing was changed. Unprotect it (Review, Unprotect Sheet) and try again.`,
  );
}

function refuseMissingTables(edits: readonly Edit[], { tables }: Sight): void {
  const made = edits.flatMap((edit) => (edit.do === "addTable" ? [edit.table] : []));
  const missing = edits.flatMap(tableOf).find((name) => !tables[name] && !made.includes(name));
  if (missing !== undefined) throw new ActionError(missingTable(missing));
}

export function missingTable(name: string): string {
  return `There is no table named ${name}. If it was renamed, name it ${name} again (Table Design, Table Name); nothing was changed.`;
}

function inWords(error: unknown): ActionError {
  if (error instanceof ActionError) return error;
  return new ActionError(`The workbook could not be changed: ${messageOf(error)} Everything is as it was.`);
}

function couldNotRestore(cause: unknown): ActionError {
  return new ActionError(
    `The connection to the workbook was lost in the middle, and again while putting things back: ${messageOf(cause)} ` +
      "Use the program's own Undo, or close the workbook without saving.",
  );
}

function messageOf(error: unknown): string {
  return asSentence(error instanceof Error ? error.message : String(error));
}
