/** Elements of a list by their place, for code that knows that they are there. */

/** @throws RangeError where there is none: a fault of ours, which must never read as an amount of 0 */
export function elementAt<T>(list: ArrayLike<T>, index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`there is no element ${index} of ${list.length}`);
  return element;
}

/** @throws RangeError where the list is empty */
export function lastOf<T>(list: ArrayLike<T>): T {
  return elementAt(list, list.length - 1);
}
