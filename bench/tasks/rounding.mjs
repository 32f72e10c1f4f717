import { listOf, randomFrom } from "./random.mjs";

const COUNT = 1000;
const random = randomFrom(52);
const whole = (below) => Math.floor(random() * below);

/** a × b ÷ c of one size; the tied ones are each a whole number and one half. */
const anyTriples = listOf(COUNT, () => [whole(1e9), 1 + whole(100), 2 + 2 * whole(5000)]);
const tiedTriples = listOf(COUNT, () => {
  const half = 1 + whole(5000);
  return [(2 * whole(1e9 / (2 * half)) + 1) * half, 1 + 2 * whole(50), 2 * half];
});
/** Products beyond the guard. */
const wideTriples = anyTriples.map(([a, b, c]) => [a * 1e4 + 1, b * 1e3 + 1, c * 1e5]);

const rounding =
  (triples) =>
  ({ product }) => {
    const { mulDiv } = product();
    const columns = [0, 1, 2].map((part) => Float64Array.from(triples, (triple) => triple[part]));
    const run = () => {
      let total = 0;
      for (let index = 0; index < COUNT; index++)
        total += mulDiv(columns[0][index], columns[1][index], columns[2][index]);
      return total;
    };
    return { run, answers: () => [] };
  };

export const ties = {
  title: "mulDiv, half away from zero",
  operation: "rounding",
  operations: () => COUNT,
  variants: {
    random: rounding(anyTriples),
    ties: rounding(tiedTriples),
    "beyond 2^52": rounding(wideTriples),
  },
};
