/** The same numbers in every process and every variant. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const listOf = (count, next) => Array.from({ length: count }, (_item, index) => next(index));
