/**
 * The figures of many periods stand in columns, a typed array a figure. A schedule of 360 payments is then one block of
 * memory, not 360 objects, which takes a fraction of the time to make; and a column is searched and cut without a copy.
 *
 * An index that cannot be is a fault of ours. It throws, and never reads as a day or an amount of 0.
 */
import { noElement } from "../elements";
import type { Units } from "./amountScale";

/** The bits at a place. @throws RangeError where the column has no such place */
export function byteAt(column: Uint8Array, index: number): number {
  return column[index] ?? noElement(column, index);
}

/** The amount at a place, in units. @throws RangeError where the column has no such place */
export function amountAt(column: Float64Array, index: number): Units {
  return column[index] ?? noElement(column, index);
}

/** A part of a column, or what stands behind it in its block of memory. Faster than `subarray`, and the same. */
export function partOf(
  { buffer, byteOffset, BYTES_PER_ELEMENT }: Float64Array,
  place: number,
  length: number,
): Float64Array {
  return new Float64Array(buffer, byteOffset + place * BYTES_PER_ELEMENT, length);
}

/** A column with one figure more, before the others. Ten times as fast as spreading it into `of`. */
export function behind<Column extends Int32Array | Float64Array>(first: number, column: Column): Column {
  const longer = new (column.constructor as new (length: number) => Column)(column.length + 1);
  longer[0] = first;
  longer.set(column, 1);
  return longer;
}
