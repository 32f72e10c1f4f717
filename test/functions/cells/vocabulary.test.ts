import { nearestWord, spellingDistance } from "../../../src/core/spelling";
import { plainWord } from "../../../src/core/given";
import { vocabulary } from "../../../src/functions/cells/vocabulary";

const COLUMNS = vocabulary({
  Date: ["effective date", "transaction date"],
  "Exercise price": ["strike", "subscription price"],
});

describe("a vocabulary", () => {
  test.each([
    ["Date", "Date"],
    ["EFFECTIVE   date", "Date"],
    ["Transaction-Date:", "Date"],
    [" exercise_price ", "Exercise price"],
    ["Strike", "Exercise price"],
    ["Strikes", undefined],
    ["", undefined],
    [36_008, undefined],
    [null, undefined],
  ])("%p means %p", (word, meaning) => {
    expect(COLUMNS.named(word)).toBe(meaning);
  });

  test("lists what it knows by the usual words", () => {
    expect(COLUMNS.meanings).toEqual(["Date", "Exercise price"]);
    expect(COLUMNS.words).toEqual([
      "date",
      "effective date",
      "transaction date",
      "exercise price",
      "strike",
      "subscription price",
    ]);
  });

  test("gives no word two meanings", () => {
    expect(() => vocabulary({ Number: ["shares"], Quantity: ["Shares"] })).toThrow(
      '"shares" means Number, and Quantity',
    );
  });
});

test("names of an object's own properties are words like others", () => {
  expect(COLUMNS.named("constructor")).toBeUndefined();
  expect(COLUMNS.named("__proto__")).toBeUndefined();
});

test("a colon within a word stays", () => {
  expect(plainWord("Ratio 3:2:")).toBe("ratio 3:2");
});

describe("the nearest word", () => {
  const known = ["annual rate", "start date", "principal", "term"];
  test.each([
    ["anual rate", "annual rate"],
    ["princpal", "principal"],
    ["terms", "term"],
    ["borrower", undefined],
    ["x", undefined],
    ["", undefined],
  ])("to %p is %p", (word, nearest) => {
    expect(nearestWord(word, known)).toBe(nearest);
  });

  test("distances are counted in letters", () => {
    expect(spellingDistance("kitten", "sitting")).toBe(3);
    expect(spellingDistance("", "abc")).toBe(3);
    expect(spellingDistance("same", "same")).toBe(0);
  });

  test("a text of forty thousand letters is compared with nothing", () => {
    expect(nearestWord("a".repeat(40_000), known)).toBeUndefined();
  });
});
