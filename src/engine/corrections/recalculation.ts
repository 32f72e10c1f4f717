/**
 * Univer 0.25.1 records each calculated value in an index by value (for lookups), and to take the row's old value out
 * it scans every distinct value of the column: a column of n formulas costs n squared. Here each column also knows
 * the value under which a row stands, and the old one is found at once.
 */
import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

type Index = typeof CELL_INVERTED_INDEX_CACHE;
type Rows = Set<number>;
type Column = NonNullable<ReturnType<Index["getCellValuePositions"]>>;

const index = CELL_INVERTED_INDEX_CACHE;
const originalSet = index.set.bind(index);
const rowsHolding = new WeakMap<Column, Map<number, Rows>>();

index.set = (unitId, sheetId, columnNumber, value, row, forced = false) => {
  if (!forced && !index.shouldContinueBuildingCache(unitId, sheetId, columnNumber, row)) return;
  const column = index.getCellValuePositions(unitId, sheetId, columnNumber);
  if (!column) return originalSet(unitId, sheetId, columnNumber, value, row, forced);
  const places = placesIn(column);
  places.get(row)?.delete(row);
  const key = keyOf(value);
  const rows = column.get(key) ?? new Set<number>();
  column.set(key, rows.add(row));
  places.set(row, rows);
};

function placesIn(column: Column): Map<number, Rows> {
  const known = rowsHolding.get(column);
  if (known) return known;
  const places = new Map([...column.values()].flatMap((rows) => [...rows].map((row) => [row, rows] as const)));
  rowsHolding.set(column, places);
  return places;
}

const scratch = new (index.constructor as new () => Index)();

/** The key under which the index files a value. Its rule is private to the engine, so a scratch index is asked. */
function keyOf(value: Parameters<Index["set"]>[3]): Parameters<Column["get"]>[0] {
  scratch.set("", "", 0, value, 0);
  const filed = scratch.getCellValuePositions("", "", 0);
  const [key = ""] = filed?.keys() ?? [];
  filed?.clear();
  return key;
}
