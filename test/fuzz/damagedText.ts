import fc from "fast-check";

const pieces = fc.oneof(
  fc.constantFrom("", "0", "-1", "1e999", "9".repeat(400), "NaN", "null", "true", "\u0000", "\uFEFF", "é💶", "\n"),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "</x>",
    "&lol;",
    '"',
    "'",
    ",",
    ";",
    "\t",
    "=1+1",
  ),
  fc.constantFrom(
    "9".repeat(40_000),
    "[".repeat(20_000),
    "<a>".repeat(20_000),
    " ".repeat(40_000),
    "1,".repeat(20_000),
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

/** Something that happens to a text on its way: a piece lost, doubled, put in the place of another, or the end cut off. */
const damages: fc.Arbitrary<(text: string) => string> = fc
  .tuple(fc.nat(), fc.nat(40), fc.constantFrom("lost", "doubled", "other", "put in", "cut"), pieces)
  .map(([place, length, how, piece]) => (text: string) => {
    const from = place % (text.length + 1);
    const [before, taken, after] = [text.slice(0, from), text.slice(from, from + length), text.slice(from + length)];
    if (how === "cut") return before;
    if (how === "doubled") return before + taken + taken + after;
    return before + (how === "lost" ? "" : how === "other" ? piece : piece + taken) + after;
  });

/** One of the texts, damaged in a place or a few. */
export function damagedText(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(damages, { minLength: 1, maxLength: 4 }))
    .map(([text, damaged]) => damaged.reduce((so, damage) => damage(so), text));
}
