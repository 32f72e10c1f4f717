import { type CellStyle } from "../../files/cellStyle";

/** How a cell looks, all of it told. */
export type Look = Required<CellStyle>;

/** How blank cells look that have no format of their own: by their row, else by their column, else as all of the sheet. */
export interface UnformattedLooks {
  readonly rows: ReadonlyMap<number, Look>;
  readonly columns: ReadonlyMap<number, Look>;
  readonly all: Look;
}

export function unformattedAt({ rows, columns, all }: UnformattedLooks, row: number, column: number): Look {
  return rows.get(row) ?? columns.get(column) ?? all;
}

/** Of the many cells that look alike each pair of looks is compared once. */
const known = new WeakMap<Look, WeakMap<Look, CellStyle | undefined>>();

/** What of a look is another's; undefined where nothing is. */
export function lookChange(old: Look, look: Look): CellStyle | undefined {
  if (old === look) return undefined;
  const before = known.get(old) ?? new WeakMap<Look, CellStyle | undefined>();
  known.set(old, before);
  if (!before.has(look)) before.set(look, difference(old, look));
  return before.get(look);
}

function difference(old: Look, look: Look): CellStyle | undefined {
  const changed = Object.entries(look).filter(([name, value]) => old[name as keyof Look] !== value);
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}
