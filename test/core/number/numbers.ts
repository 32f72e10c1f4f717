import fc from "fast-check";
import type { Kinds } from "../../support/manyCases";

/** Whole numbers, products and doubles where arithmetic goes wrong when it goes wrong. */

export const GUARD = 2 ** 52;
const SAFE = Number.MAX_SAFE_INTEGER;
const within = (value: number) => Math.max(-SAFE, Math.min(SAFE, value));

const sized = (bits: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: bits }), fc.maxSafeNat())
    .map(([kept, value]) => Math.floor(value / 2 ** (53 - kept)));

/** Up to so many bits, every number of bits as likely. */
export const upTo = (bits: number) =>
  fc.tuple(sized(bits), fc.boolean()).map(([value, minus]) => (minus ? 0 - value : value));
const positive = (bits: number) => sized(bits).map((value) => value + 1);
const near = (centre: number) => fc.integer({ min: -9, max: 9 }).map((step) => within(centre + step));

export const whole = fc.oneof(upTo(53), near(0), near(GUARD), near(-GUARD), near(SAFE), near(-SAFE));

/** Beyond doubles too. */
export const wide = fc.oneof(whole.map(BigInt), fc.bigInt({ min: -(2n ** 120n), max: 2n ** 120n }));

export type Triple = readonly [a: number, b: number, c: number];

/** (odd × x) × y ÷ (2 × x × y), a tie; `off` moves the first factor away from it. */
const tie = (off: fc.Arbitrary<number>): fc.Arbitrary<Triple> =>
  fc
    .tuple(upTo(30), positive(12), positive(20), off, fc.boolean())
    .map(([k, x, y, step, minus]) => [(2 * k + 1) * x + step, y, (minus ? -2 : 2) * x * y]);

export const triples: Kinds<Triple> = {
  ordinary: fc.tuple(upTo(40), upTo(12), positive(30)),
  "any size": fc.tuple(whole, whole, fc.oneof(whole, positive(53))),
  ties: tie(fc.constant(0)),
  "near-ties": tie(fc.constantFrom(-1, 1)),
  "about 2^52": fc
    .tuple(positive(26), fc.integer({ min: -3, max: 3 }), positive(40))
    .map(([factor, step, c]) => [Math.round(GUARD / factor) + step, factor, c]),
  "ties beyond 2^52": fc
    .tuple(
      fc.integer({ min: 2 ** 26, max: 2 ** 36 }),
      positive(14),
      fc.integer({ min: 2 ** 27, max: 2 ** 38 }),
      fc.constantFrom(-1, 0, 0, 1),
    )
    .map(([k, x, y, step]) => [(2 * k + 1) * x + step, y, 2 * x * y].map(within) as unknown as Triple),
};

/** Doubles that a cell may hold. */
export const doubles: Kinds<number> = {
  cents: fc.tuple(upTo(53)).map(([cents]) => cents / 100),
  decimals: fc.tuple(upTo(53), fc.integer({ min: 0, max: 22 })).map(([value, places]) => value / 10 ** places),
  "drifted sums": fc
    .array(upTo(40), { minLength: 2, maxLength: 5 })
    .map((all) => all.reduce((total, cents) => total + cents / 100, 0)),
  "beside a decimal": fc
    .tuple(upTo(53), fc.constantFrom(100, 1e6), fc.constantFrom(1n, -1n))
    .map(([value, scale, step]) => {
      const bits = new BigInt64Array(Float64Array.of(value / scale).buffer);
      bits[0] = (bits[0] ?? 0n) + (value === 0 ? 0n : step);
      return new Float64Array(bits.buffer)[0] ?? 0;
    }),
  "about 2^46": fc.integer({ min: -(2 ** 24), max: 2 ** 24 }).map((step) => 2 ** 46 + step / 64),
  any: fc.double({ noNaN: true, noDefaultInfinity: true }),
};
