/**
 * Takes a label that is not known, finds the field that it most likely means. Law: by meaning, that is by the words that
 * both have and few others share, before by letters.
 */
import { nearestWord, spellingDistance } from "../../../spelling";
import type { LoanField } from "../fields";
import { plainLabel } from "./plainLabel";
import { FIELD_WORDS, FREQUENCIES } from "./readLabel";
import { isWords, mayTake } from "./valueLook";

/** Less of the words in common is no likeness; beside words, which no rule needs, only what is misspelt is like a label. */
const LIKE = 0.35;
const MISSPELT = 0.7;
/** A field that takes the value is more likely than one that does not. */
const NOT_TAKING = 0.7;
const MAX_WORDS = 12;

/** What a word tells that no label has, or that says how often. */
const LITTLE = 1;

/** How much a word tells: the fewer labels have it, the more. */
const weights = new Map<string, number>();

function weightOf(word: string): number {
  if (weights.size === 0) {
    const counts = new Map<string, number>();
    for (const [words] of FIELD_WORDS)
      for (const one of new Set(words.split(" "))) counts.set(one, (counts.get(one) ?? 0) + 1);
    for (const [one, count] of counts) weights.set(one, Math.log(1 + FIELD_WORDS.length / count));
    for (const one of FREQUENCIES) weights.set(one, LITTLE);
  }
  return weights.get(word) ?? LITTLE;
}

/** The field whose label an unknown one is most like; undefined where it is like none. */
export function nearestField(label: string, value: unknown): LoanField | undefined {
  const words = plainLabel(label)
    .words.split(" ")
    .filter((word) => word !== "")
    .slice(0, MAX_WORDS);
  let nearest: LoanField | undefined;
  let most = 0;
  for (const [known, field] of FIELD_WORDS) {
    const likeness = likenessOf(words, known.split(" ")) * (mayTake(field, value) ? 1 : NOT_TAKING);
    if (likeness > most) [nearest, most] = [field, likeness];
  }
  if (isWords(value) && !(nearest && mayTake(nearest, value)))
    return most >= MISSPELT * NOT_TAKING ? nearest : undefined;
  if (most >= LIKE) return nearest;
  const spelt = nearestWord(
    words.join(" "),
    FIELD_WORDS.map(([known]) => known),
  );
  return FIELD_WORDS.find(([known]) => known === spelt)?.[1];
}

/** The weight of the words in common as part of the weight of all, from 0 to 1. */
function likenessOf(words: readonly string[], known: readonly string[]): number {
  const total = (list: readonly string[]) => list.reduce((sum, word) => sum + weightOf(word), 0);
  const common = known.reduce((sum, word) => sum + weightOf(word) * spelling(words, word), 0);
  // A misspelt word weighs what the word weighs that it is meant for.
  const others = words.filter((word) => known.every((one) => spelling([word], one) === 0));
  return common / (total(known) + total(others));
}

/** How nearly one of the words is spelt like another: 1 where it is that word, 0 where more than every fourth letter differs. */
function spelling(words: readonly string[], meant: string): number {
  if (words.includes(meant)) return 1;
  const nearness = words.map((word) => {
    const length = Math.max(word.length, meant.length);
    const distance = Math.min(word.length, meant.length) < 4 ? Infinity : spellingDistance(word, meant);
    return distance <= length / 4 ? 1 - distance / length : 0;
  });
  return Math.max(0, ...nearness);
}
