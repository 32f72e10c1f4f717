import { plainWord } from "../../core/given";
import type { Cell } from "./arguments";
import { nearestWord } from "../../core/spelling";

/** A few meanings, each by every word that users give it. */
export interface Vocabulary<Meaning extends string> {
  /** The meanings by their usual words, as a message lists them. */
  readonly meanings: readonly Meaning[];
  /** Every word that is known, as it is compared. */
  readonly words: readonly string[];
  /** What a word means; undefined where it is not known. Case, spacing, hyphens and a closing colon do not count. */
  named(word: Cell): Meaning | undefined;
  /** The meaning of the known word that a misspelt one is nearest to; undefined where none is near. */
  nearest(word: Cell): Meaning | undefined;
}

/**
 * A vocabulary from each meaning's other words; its usual word, by which it is listed here, means itself.
 *
 * @throws Error when one word is given two meanings
 */
export function vocabulary<Meaning extends string>(
  otherWords: Readonly<Record<Meaning, readonly string[]>>,
): Vocabulary<Meaning> {
  const meanings = Object.keys(otherWords) as Meaning[];
  const byWord = new Map<string, Meaning>();
  for (const meaning of meanings) {
    for (const word of [meaning, ...otherWords[meaning]].map(plainWord)) {
      const other = byWord.get(word);
      if (other !== undefined && other !== meaning) throw new Error(`"${word}" means ${other}, and ${meaning}`);
      byWord.set(word, meaning);
    }
  }
  const words = [...byWord.keys()];
  return {
    meanings,
    words,
    named: (word) => byWord.get(plainWord(word)),
    nearest: (word) => byWord.get(nearestWord(plainWord(word), words) ?? ""),
  };
}
