/**
 * Words as people misspell them: how far one is from another, and which known word was most likely meant. An error offers
 * it; nothing is ever read as it.
 */
import { elementAt, lastOf } from "./elements";

/** Longer words than any that we know are compared with none of them: a comparison takes time by their lengths. */
const MAX_LETTERS = 64;

/** How many letters must be inserted, dropped or replaced to make one word of the other; Infinity for very long ones. */
export function spellingDistance(a: string, b: string): number {
  if (a.length > MAX_LETTERS || b.length > MAX_LETTERS) return Infinity;
  let above = Array.from({ length: b.length + 1 }, (_distance, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = elementAt(above, column) + (letter === other ? 0 : 1);
      line.push(Math.min(replaced, elementAt(above, column + 1) + 1, elementAt(line, column) + 1));
    }
    above = line;
  }
  return lastOf(above);
}

/** The known word that a misspelt one most likely means: at most every third letter differs. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = spellingDistance(word, candidate);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}
