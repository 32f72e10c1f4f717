/**
 * The same numbers in every process and every variant (Mulberry32, T. Ettinger, public domain). Numbers drawn one after
 * the other are unrelated, which those of a linear congruence are not.
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const listOf = (count, next) => Array.from({ length: count }, (_item, index) => next(index));
