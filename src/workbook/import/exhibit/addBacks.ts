/** An effect on income with the words that it is printed under. */
interface AddBack {
  readonly caption: string;
  readonly value: number;
}

/**
 * Gives every effect on income to the class that brings it: the one that shares most of its words, else the first that
 * can have one and has none yet. Options and warrants have none.
 */
export function pairedAddBacks(addBacks: readonly AddBack[], classes: readonly string[]): Record<string, number> {
  const paired: Record<string, number> = {};
  for (const { caption, value } of addBacks) {
    const label = likeliest(caption, classes, Object.keys(paired)) ?? caption;
    paired[label] = (paired[label] ?? 0) + value;
  }
  return paired;
}

function likeliest(caption: string, classes: readonly string[], taken: readonly string[]): string | undefined {
  const words = meaningful(caption);
  const common = (label: string) => meaningful(label).filter((word) => words.includes(word)).length;
  const [best] = [...classes].sort((a, b) => common(b) - common(a));
  if (best !== undefined && common(best) > 0) return best;
  return classes.find((label) => !taken.includes(label) && !/\b(options?|warrants?|rsus?|restricted)\b/i.test(label));
}

const USUAL =
  /^(add|back|plus|net|expense|related|shares?|additional|assumed|conversion|dividends?|interest|income|effect|dilutive|tax|after|from|with|that|issued|stock|common)$/;

function meaningful(words: string): string[] {
  const all = words.toLowerCase().match(/[a-z]{3,}|\d+(?:\.\d+)?/g) ?? [];
  return all.filter((word) => !USUAL.test(word)).map((word) => word.replace(/s$/, ""));
}
