const MOST_CHARACTERS = 120;

/** The words of a source for a class of potential shares, without the marks of notes. */
export function className(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/[\s*†‡:]+$/, "")
    .slice(0, MOST_CHARACTERS);
}
