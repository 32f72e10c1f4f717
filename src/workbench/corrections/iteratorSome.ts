/** The engine asks a map's keys for `some`, which iterators have only since 2025; elsewhere they get it here. */
const prototype = Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys())) as { some?: unknown };

prototype.some ??= function some<T>(this: Iterable<T>, holds: (item: T) => boolean): boolean {
  for (const item of this) if (holds(item)) return true;
  return false;
};

export {};
