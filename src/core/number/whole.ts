/**
 * A whole number, exact at any size: a double below 2^53, a bigint from there on, always the narrower of the two.
 * Sums and products of ordinary amounts never leave the doubles, so exactness costs one comparison; those that do leave
 * them stay exact. `<` and `>` compare the two kinds correctly, so an order needs no function here.
 */
export type Whole = number | bigint;

export function sum(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const total = a + b;
    if (Number.isSafeInteger(total)) return total;
  }
  return narrow(BigInt(a) + BigInt(b));
}

export function product(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const result = a * b;
    if (Number.isSafeInteger(result)) return result + 0; // + 0 turns -0 into 0
  }
  return narrow(BigInt(a) * BigInt(b));
}

export function negative(a: Whole): Whole {
  return typeof a === "number" ? 0 - a : -a;
}

export function power(base: Whole, exponent: number): Whole {
  return narrow(BigInt(base) ** BigInt(exponent));
}

/** The narrower form of a whole number. */
export function narrow(a: bigint): Whole {
  const double = Number(a);
  return Number.isSafeInteger(double) ? double : a;
}
