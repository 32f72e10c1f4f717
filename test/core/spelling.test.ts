import fc from "fast-check";
import { nearestWord, spellingDistance } from "../../src/core/spelling";

test.each([
  ["kitten", "sitting", 3], // V. Levenshtein, 1965, as it is usually shown
  ["rate", "rate", 0],
  ["", "rate", 4],
  ["x".repeat(65), "rate", Infinity],
])("%s and %s are %d letters apart", (a, b, letters) => expect(spellingDistance(a, b)).toBe(letters));

test.each([
  ["Prinicpal", "Principal"],
  ["Matuirty date", "Maturity date"],
  ["Colour", undefined], // more than every third letter is another
])("%s was most likely meant for %s", (word, meant) => {
  expect(nearestWord(word, ["Principal", "Maturity date", "Start date", "Annual rate"])).toBe(meant);
});

test("law: the way there is as long as the way back, and no longer than either word", () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(spellingDistance(a, b)).toBe(spellingDistance(b, a));
      expect(spellingDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      expect(spellingDistance(a, b) === 0).toBe(a === b);
    }),
  );
});
