import type { Edit, Sight } from "./sheet";

/**
 * How far a list of edits came. A host that fails says no more than that it failed, so a note in the settings follows
 * each edit that must not be taken back unless it was made.
 */
export interface Journal {
  /** Counts the lists of edits in this workbook. */
  readonly plan: number;
  /** So many edits of the list were made for certain. */
  readonly made: number;
}

export const JOURNAL = "tieout.journal";

export function journalOf({ settings }: Sight): Journal {
  return (settings[JOURNAL] as Journal | undefined) ?? { plan: 0, made: 0 };
}

/** Edits that change the shape. The others are put back by writing what was there, made or not. */
export function isShaping(edit: Edit): boolean {
  return !["write", "format", "setting", "select", "columnWidth", "name", "recalculate"].includes(edit.do);
}
