import type { Edit, Sight } from "./book";

/**
 * How far a list of edits came. A host that fails says no more than that it failed, so a note in the settings follows
 * each edit that must not be taken back unless it was made.
 */
export interface Journal {
  /** Counts the lists of edits in this workbook. */
  readonly plan: number;
  /** So many edits of the list were made for certain. */
  readonly made: number;
  /** The list is being taken back. */
  readonly back?: boolean;
}

export const JOURNAL = "tieout.journal";

export function journalOf({ settings }: Sight): Journal {
  return (settings[JOURNAL] as Journal | undefined) ?? { plan: 0, made: 0 };
}

/** Edits that change the shape. The others are put back by writing what was there, made or not. */
export function isShaping(edit: Edit): boolean {
  return !["write", "format", "setting", "select", "columnWidth", "name", "recalculate"].includes(edit.do);
}

/**
 * How many edits of a list were made: as the journal notes, and one more or less when the host failed between an edit
 * and its note, which the size of what it changes tells.
 *
 * @param now a look at all that the edits touch
 */
export function editsMade(edits: readonly Edit[], before: Sight, now: Sight): number {
  const journal = journalOf(now);
  const noted = journal.plan === journalOf(before).plan ? 0 : journal.made;
  const counts = edits.flatMap((edit, index) => (isShaping(edit) ? [index + 1] : []));
  const at = counts.indexOf(noted);
  if (journal.back && noted > 0) return isMade(edits, noted, before, now) ? noted : (counts[at - 1] ?? 0);
  const next = counts[at + 1];
  return next !== undefined && isMade(edits, next, before, now) ? next : noted;
}

/** Whether the last of so many edits was made, when those before it were. */
function isMade(edits: readonly Edit[], count: number, before: Sight, now: Sight): boolean {
  const edit = edits[count - 1];
  const sum = (size: (other: Edit) => number) => edits.slice(0, count).reduce((total, other) => total + size(other), 0);
  switch (edit?.do) {
    case "addSheet":
      return now.sheetNames.includes(edit.sheet);
    case "insertRows":
    case "deleteRows": {
      const rows = (sight: Sight) => sight.sheets[edit.sheet]?.contents.length ?? 0;
      return rows(now) === rows(before) + sum((other) => rowsAdded(other, edit.sheet));
    }
    case "addTableRows":
      return (
        now.tables[edit.table]?.area.rows ===
        (before.tables[edit.table]?.area.rows ?? 0) + sum((other) => tableRowsAdded(other, edit.table))
      );
    case "addTableColumn":
      return now.tables[edit.table]?.contents[0]?.includes(edit.contents[0] ?? "") ?? false;
    default:
      return false;
  }
}

function rowsAdded(edit: Edit, sheet: string): number {
  if (edit.do === "insertRows" && edit.sheet === sheet) return edit.count;
  return edit.do === "deleteRows" && edit.sheet === sheet ? -edit.count : 0;
}

function tableRowsAdded(edit: Edit, table: string): number {
  return edit.do === "addTableRows" && edit.table === table ? edit.contents.length : 0;
}
