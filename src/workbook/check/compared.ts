import { isError, plain, type Rows, type Value } from "../formula/values";

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A cell that differs; its row and column count from the first of the cells that its formula fills. */
export interface DifferingCell {
  readonly row: number;
  readonly column: number;
  readonly stored: Value;
  readonly now: Value;
}

/** Compares two blocks of cells over the size of the larger: what one of them lacks is a blank in it. */
export function compared(
  stored: Rows,
  now: Rows,
  tolerance: number,
): { readonly cells: readonly DifferingCell[]; readonly sizes?: { readonly stored: Size; readonly now: Size } } {
  const sizes = { stored: sizeOf(stored), now: sizeOf(now) };
  const rows = Math.max(sizes.stored.rows, sizes.now.rows);
  const columns = Math.max(sizes.stored.columns, sizes.now.columns);
  const cells: DifferingCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const pair = { stored: stored[row]?.[column] ?? null, now: now[row]?.[column] ?? null };
      if (!tie(plain(pair.stored), plain(pair.now), tolerance)) cells.push({ row, column, ...pair });
    }
  }
  const isOneSize = sizes.stored.rows === sizes.now.rows && sizes.stored.columns === sizes.now.columns;
  return isOneSize ? { cells } : { cells, sizes };
}

function sizeOf(rows: Rows): Size {
  return { rows: rows.length, columns: Math.max(0, ...rows.map((row) => row.length)) };
}

/** Beyond its fourteenth digit a number of a sheet is noise of the sums that it went through. */
const NOISE = 1e-14;

/** A blank is told neither from an empty text nor, where a formula answers a blank cell, from nought. */
function tie(stored: ReturnType<typeof plain>, now: ReturnType<typeof plain>, tolerance: number): boolean {
  if (typeof stored === "number" && typeof now === "number") {
    const noise = NOISE * Math.max(Math.abs(stored), Math.abs(now));
    // A tolerance is a decimal: 0.01 lets 0.03 and 0.04 pass, which as doubles are a little further apart.
    return Math.abs(stored - now) <= tolerance * (1 + 1e-9) + noise;
  }
  if (isError(stored) && isError(now)) return stored.basicValue === now.basicValue;
  if (now === null) return stored === null || stored === "" || stored === 0;
  return stored === now || (stored === null && now === "");
}
