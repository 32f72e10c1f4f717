import { inWords } from "../../src/core/errors";
import {
  choiceOf,
  isOptional,
  isPresent,
  optional,
  plainWord,
  readNotNegative,
  readNumber,
  readPositive,
  readText,
  readWhole,
  readYesNo,
  type Reader,
} from "../../src/core/given";
import { compare, fraction, toNumber } from "../../src/core/number/fraction";

const METHODS = { "level payment": "levelPayment", bullet: "bullet" };
const method = choiceOf(METHODS);

const reading = (read: Reader<unknown>, value: unknown) => () => read({ name: "loan row 5, Value", value });

describe("a value that somebody typed", () => {
  test.each<[string, Reader<unknown>, unknown, unknown]>([
    ["text without the spaces about it", readText, "  Acme  ", "Acme"],
    ["a whole number", readWhole, -3, -3],
    ["yes as a word", readYesNo, "Y", true],
    ["yes as a truth", readYesNo, true, true],
    ["yes as 1", readYesNo, 1, true],
    ["no as a word", readYesNo, " No ", false],
    ["no as 0", readYesNo, 0, false],
    ["a choice in other case, spacing and hyphens", method, "Level-Payment:", "levelPayment"],
    ["what holds where nothing is given", optional(readWhole, 2), "", 2],
    ["what is given, where it may be left out", optional(readWhole, 2), 0, 0],
  ])("%s", (_name, read, value, expected) => expect(reading(read, value)()).toBe(expected));

  test("a number is exact: the double nearest to 0.1 is a tenth", () => {
    expect(compare(readNumber({ name: "rate", value: 0.1 }), fraction(1, 10))).toBe(0);
    expect(toNumber(readPositive({ name: "rate", value: 1e-7 }))).toBe(1e-7);
  });

  test.each<[string, Reader<unknown>, unknown, string]>([
    ["text that looks like a number", readNumber, "5", 'must be a number; received "5"'],
    ["a number that is none", readNumber, NaN, "must be a number; received NaN"],
    ["zero where something is divided by it", readPositive, 0, "must be more than zero; received 0"],
    ["less than nothing", readNotNegative, -1, "must be zero or more; received -1"],
    ["a half", readWhole, 0.5, "must be a whole number; received 0.5"],
    ["more than a double counts", readWhole, 2 ** 53, "must be a whole number; received 9007199254740992"],
    ["spaces alone", readText, "  ", 'must be text; received "  "'],
    ["a number for text", readText, 3.5, "must be text; received 3.5"],
    ["another word than yes or no", readYesNo, "maybe", 'must be yes or no (TRUE or FALSE); received "maybe"'],
    ["2 for yes", readYesNo, 2, "must be yes or no (TRUE or FALSE); received 2"],
    ["an unknown choice", method, "balloon", 'must be "level payment" or "bullet"; received "balloon"'],
    ["a word of every object for a choice", method, "constructor", 'must be "level payment" or "bullet"'],
    ["a blank", method, null, 'must be "level payment" or "bullet"; received a blank'],
    ["a list", readNumber, [1], "must be a number; received a list"],
    ["an object", readText, { toString: () => "Acme" }, "must be text; received an object"],
    ["a cell in error, told in words", readNumber, inWords("the error #REF!"), "received the error #REF!"],
  ])("%s is refused with its place and the rule", (_name, read, value, message) => {
    expect(reading(read, value)).toThrow(message);
    expect(reading(read, value)).toThrow("loan row 5, Value must");
  });

  test("only what may be left out is optional, and only what is given is present", () => {
    expect([readWhole, optional(readWhole, null)].map(isOptional)).toEqual([false, true]);
    expect([0, "", null, undefined, " "].map((value) => isPresent({ name: "a", value }))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(isPresent(undefined)).toBe(false);
  });

  test.each([
    ["Payment_frequency :", "payment frequency"],
    ["  30/360  US ", "30/360 us"],
    [5, ""],
  ])("%p is compared as %p", (value, word) => expect(plainWord(value)).toBe(word));
});
