import type { Fraction } from "../../../src/core/number/fraction";
import type { Rounding } from "../../../src/core/number/rounding";
import type { Whole } from "../../../src/core/number/whole";

/** Arithmetic from the definitions, in bigints throughout. It shares no code with the kernel, and no way of working. */

const size = (value: bigint) => (value < 0n ? -value : value);
const LARGEST = 2n ** 53n - 1n;

/** The kernel's narrower form, by the definition: a double when both neighbours are exact too. */
export const asWhole = (value: bigint): Whole => (size(value) <= LARGEST ? Number(value) : value);

/** n ÷ d by adding what makes a cut round: half the divisor for half-up, all but one for up. */
export function roundedQuotient(n: bigint, d: bigint, rounding: Rounding): bigint {
  const [top, bottom] = [size(n), size(d)];
  const magnitudes: Record<Rounding, () => bigint> = {
    down: () => top / bottom,
    up: () => (top + bottom - 1n) / bottom,
    halfUp: () => (2n * top + bottom) / (2n * bottom),
    halfEven: () => {
      const up = (2n * top + bottom) / (2n * bottom);
      const tie = (2n * top + bottom) % (2n * bottom) === 0n;
      return tie && up % 2n === 1n ? up - 1n : up;
    },
  };
  return n * d < 0n ? -magnitudes[rounding]() : magnitudes[rounding]();
}

/** Whether two fractions are one number, and the first is well formed. */
export function isFraction(found: Fraction, n: bigint, d: bigint): boolean {
  const wellFormed = [found.numerator, found.denominator].every(
    (part) => Object.is(asWhole(BigInt(part)), part) && !Object.is(part, -0),
  );
  return wellFormed && found.denominator > 0 && BigInt(found.numerator) * d === n * BigInt(found.denominator);
}

/** A finite double as an exact ratio, from its bits. */
export function bitsOf(value: number): { readonly n: bigint; readonly d: bigint } {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0] ?? 0n;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const mantissa = (bits & 0xfffffffffffffn) | (exponent === 0 ? 0n : 1n << 52n);
  const signed = bits >> 63n ? -mantissa : mantissa;
  const power = Math.max(exponent, 1) - 1075;
  return power >= 0 ? { n: signed << BigInt(power), d: 1n } : { n: signed, d: 1n << BigInt(-power) };
}

/** The double before or after, by its bits. */
export function neighbour(value: number, step: 1n | -1n): number {
  const bits = new BigUint64Array(Float64Array.of(value).buffer);
  bits[0] = (bits[0] ?? 0n) + step;
  return new Float64Array(bits.buffer)[0] ?? NaN;
}

/** Whether no other double is nearer to n ÷ d, a tie going to the even one. For values in the normal range. */
export function isNearestDouble(found: number, n: bigint, d: bigint): boolean {
  if (n === 0n) return found === 0;
  const distance = (value: number) => {
    const exact = bitsOf(value);
    return { n: size(exact.n * d - n * exact.d), d: exact.d * d };
  };
  const own = distance(found);
  const mantissaIsEven = (new BigUint64Array(Float64Array.of(found).buffer)[0] ?? 0n) % 2n === 0n;
  return ([1n, -1n] as const).every((step) => {
    const other = distance(neighbour(found, step));
    const difference = other.n * own.d - own.n * other.d;
    return difference > 0n || (difference === 0n && mantissaIsEven);
  });
}
