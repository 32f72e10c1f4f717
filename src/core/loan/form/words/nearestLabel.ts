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

/** The labels by their words, and how much each of their words tells: the fewer labels have it, the more. */
interface LabelIndex {
  readonly labels: readonly { readonly words: readonly string[]; readonly field: LoanField }[];
  readonly weights: ReadonlyMap<string, number>;
}

let index: LabelIndex | undefined;

/** Made when the first unknown label is met, as most sheets have none. */
function labelIndex(): LabelIndex {
  if (index) return index;
  const labels = FIELD_WORDS.map(([known, field]) => ({ words: known.split(" "), field }));
  const counts = new Map<string, number>();
  for (const { words } of labels) for (const one of new Set(words)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const weights = new Map([...counts].map(([one, count]) => [one, Math.log(1 + labels.length / count)]));
  for (const one of FREQUENCIES) weights.set(one, LITTLE);
  return (index = { labels, weights });
}

/** The field whose label an unknown one is most like; undefined where it is like none. */
export function nearestField(label: string, value: unknown): LoanField | undefined {
  const { labels, weights } = labelIndex();
  const words = plainLabel(label)
    .words.split(" ")
    .filter((word) => word !== "")
    .slice(0, MAX_WORDS);
  const likeness = likenessTo(
    words.map((word) => ({ weight: weights.get(word) ?? LITTLE, nearness: nearWords(word, weights.keys()) })),
    weights,
  );
  let nearest: LoanField | undefined;
  let most = 0;
  for (const known of labels) {
    const alike = likeness(known.words) * (mayTake(known.field, value) ? 1 : NOT_TAKING);
    if (alike > most) [nearest, most] = [known.field, alike];
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

/** A word of the unknown label, with the known words that it may be a spelling of. */
interface Met {
  readonly weight: number;
  readonly nearness: ReadonlyMap<string, number>;
}

/** The weight of the words in common with a label as part of the weight of all, from 0 to 1. */
function likenessTo(met: readonly Met[], weights: ReadonlyMap<string, number>) {
  return (known: readonly string[]): number => {
    const weightOf = (word: string) => weights.get(word) ?? LITTLE;
    const common = sum(
      known.map((one) => weightOf(one) * Math.max(0, ...met.map((word) => word.nearness.get(one) ?? 0))),
    );
    // A misspelt word weighs what the word weighs that it is meant for.
    const others = met.filter((word) => known.every((one) => !word.nearness.has(one)));
    return common / (sum(known.map(weightOf)) + sum(others.map(({ weight }) => weight)));
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The known words that a word may be meant for, with how near it is: 1 where it is that word, more than none where at most every fourth letter differs. */
function nearWords(word: string, known: Iterable<string>): Map<string, number> {
  const near = new Map<string, number>();
  for (const meant of known) {
    if (word === meant) near.set(meant, 1);
    const length = Math.max(word.length, meant.length);
    const shorter = Math.min(word.length, meant.length);
    if (word === meant || shorter < MISSPELT_LETTERS || length - shorter > length / 4) continue;
    const distance = spellingDistance(word, meant);
    if (distance <= length / 4) near.set(meant, 1 - distance / length);
  }
  return near;
}

/** Shorter words are other words when a letter differs. */
const MISSPELT_LETTERS = 4;
