import { plainWord } from "../../core/given";
import type { Cell } from "./arguments";

/** A few meanings, each by every word that users give it. */
export interface Vocabulary<Meaning extends string> {
  /** The meanings by their usual words, as a message lists them. */
  readonly meanings: readonly Meaning[];
  /** Every word that is known, as it is compared. */
  readonly words: readonly string[];
  /** What a word means; undefined where it is not known. Case, spacing, hyphens and a closing colon do not count. */
  named(word: Cell): Meaning | undefined;
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
  return { meanings, words: [...byWord.keys()], named: (word) => byWord.get(plainWord(word)) };
}
