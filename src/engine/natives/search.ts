/** Looking for a value among the cells of a range, as Excel does: a number is no text, capitals count for nothing. */
import type { BaseValueObject } from "@univerjs/engine-formula";
import { cellsOf } from "./taken";

/** What a cell is known by; undefined for an error, which nothing matches. A blank cell is null and no 0. */
type Key = number | string | boolean | null | undefined;

function keyOf(cell: BaseValueObject): Key {
  if (cell.isError()) return undefined;
  if (cell.isNull()) return null;
  const value = cell.getValue();
  return typeof value === "string" ? value.toLowerCase() : value;
}

interface Places {
  first: number;
  last: number;
}

/** Where each value stands in a range, counted from 0 along its one row or column. The engine keeps a range, once read. */
const known = new WeakMap<BaseValueObject, ReadonlyMap<Key, Places>>();

function placesIn(range: BaseValueObject): ReadonlyMap<Key, Places> {
  const before = known.get(range);
  if (before) return before;
  const places = new Map<Key, Places>();
  let index = 0;
  for (const cell of cellsOf(range)) {
    const key = keyOf(cell);
    const place = places.get(key);
    if (place) place.last = index;
    else places.set(key, { first: index, last: index });
    index++;
  }
  known.set(range, places);
  return places;
}

/** Where to begin: with the first cell of a range, or with the last. */
export type Direction = "forwards" | "backwards";

/** The place of a value, counted from 0; undefined when it is nowhere. */
export function exactPlace(sought: BaseValueObject, range: BaseValueObject, from: Direction): number | undefined {
  const key = keyOf(sought);
  const places = key === undefined ? undefined : placesIn(range).get(key);
  return places && (from === "forwards" ? places.first : places.last);
}

/** The place of a text of a pattern: ? is any character, * any number of them, ~ takes the next as it is. */
export function patternPlace(sought: BaseValueObject, range: BaseValueObject, from: Direction): number | undefined {
  const text = keyOf(sought);
  if (typeof text !== "string" || !/[*?~]/.test(text)) return exactPlace(sought, range, from);
  const pattern = patternOf(text);
  const matching = [...placesIn(range)].filter(([key]) => typeof key === "string" && pattern.test(key));
  const found = matching.map(([, { first, last }]) => (from === "forwards" ? first : last));
  if (found.length === 0) return undefined;
  return found.reduce((best, place) => (from === "forwards" ? Math.min(best, place) : Math.max(best, place)));
}

function patternOf(text: string): RegExp {
  const source = text.replace(/~[*?~]|[\s\S]/g, (part) => {
    if (part === "*") return "[\\s\\S]*";
    if (part === "?") return "[\\s\\S]";
    return (part.length > 1 ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${source}$`);
}

/** The place of a value, or where it is nowhere of the nearest of its kind below it, or above. */
export function nearestPlace(
  sought: BaseValueObject,
  range: BaseValueObject,
  from: Direction,
  side: "below" | "above",
): number | undefined {
  const places = placesIn(range);
  const key = keyOf(sought);
  if (key === undefined || key === null || places.has(key)) return exactPlace(sought, range, from);
  const isNearer = (a: NonNullable<Key>, b: NonNullable<Key>) => (side === "below" ? a > b : a < b);
  const others = [...places.keys()].filter((other): other is NonNullable<Key> => typeof other === typeof key);
  const onSide = others.filter((other) => isNearer(key, other));
  if (onSide.length === 0) return undefined;
  const { first, last } = places.get(onSide.reduce((best, other) => (isNearer(other, best) ? other : best)))!;
  return from === "forwards" ? first : last;
}
