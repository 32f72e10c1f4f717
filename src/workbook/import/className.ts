/** What a header of a table in Excel may hold, with room for what marks it. */
const MOST_CHARACTERS = 220;

/** The words of a source for a class of potential shares, without the marks of notes; cut between words where they are too many. */
export function className(words: string): string {
  const plain = words.replace(/\s+/g, " ").replace(/(?:\s*\((?:\d{1,2}|[a-z])\)|[\s*†‡:])+$/, "");
  return plain.length <= MOST_CHARACTERS ? plain : plain.slice(0, MOST_CHARACTERS).replace(/\s+\S*$/, "");
}
