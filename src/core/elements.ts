/** Elements of a list by their place, for code that knows that they are there. */

/** @throws RangeError where there is none: a fault of ours, which must never read as an amount of 0 */
export function elementAt<T>(list: ArrayLike<T>, index: number): T {
  return list[index] ?? noElement(list, index);
}

/** For a list of one kind that is read often, where a reader of its own is faster: `list[index] ?? noElement(list, index)`. */
export function noElement(list: ArrayLike<unknown>, index: number): never {
  throw new RangeError(`there is no element ${index} of ${list.length}`);
}

/** @throws RangeError where the list is empty */
export function lastOf<T>(list: ArrayLike<T>): T {
  return elementAt(list, list.length - 1);
}
