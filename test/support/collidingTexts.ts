import { hashAlgorithm } from "@univerjs/core";

/**
 * Two texts of one length for which the engine's hash of 32 bits is the same. Any text before both of them, such as the
 * name of their workbook, leaves it so. By the birthday rule some 80,000 texts are enough to find two.
 *
 * @param textWith a text of the kind looked for, with these twenty digits in it
 */
export function collidingTexts(textWith: (digits: string) => string): [string, string] {
  const known = new Map<number, string>();
  for (let n = 1; n < 2_000_000; n++) {
    const text = textWith(tenDigits(n, 0x9e3779b1) + tenDigits(n, 0x85ebca6b));
    const hash = hashAlgorithm(text);
    const other = known.get(hash);
    if (other !== undefined && other !== text) return [other, text];
    known.set(hash, text);
  }
  throw new Error("no two texts have one hash");
}

/** A number that looks like chance: the product with an odd number, in 32 bits. */
function tenDigits(n: number, odd: number): string {
  return String(Math.imul(n, odd) >>> 0).padStart(10, "0");
}

/** Interest on two loans: 13,845 for 28 days and 53,039 for 77; 11,422 for 38 days and 11,402 for 75. */
export const COLLIDING_FORMULAS = [
  "=ROUND(13845*0.0625*28/360,2)+ROUND(53039*0.0475*77/365,2)-ROUND(0.005,2)",
  "=ROUND(11422*0.0625*38/360,2)+ROUND(11402*0.0475*75/365,2)-ROUND(0.005,2)",
] as const;

/** 67.30 + 531.48 - 0.01 and 75.35 + 111.29 - 0.01. */
export const COLLIDING_FIGURES = [598.77, 186.63] as const;
