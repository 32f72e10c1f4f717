import { remembering } from "../../src/core/remembering";

function counted(most: number) {
  const asked: string[] = [];
  const lengthOf = remembering(most, (text: string) => {
    asked.push(text);
    return text === "" ? undefined : text.length;
  });
  return { asked, lengthOf };
}

test("an answer is worked out once, also where it is undefined", () => {
  const { asked, lengthOf } = counted(10);
  expect(["ab", "", "ab", "", "ab"].map(lengthOf)).toEqual([2, undefined, 2, undefined, 2]);
  expect(asked).toEqual(["ab", ""]);
});

test("no more answers are held than there is room for", () => {
  const { asked, lengthOf } = counted(2);
  expect(["a", "b", "cc", "a", "cc"].map(lengthOf)).toEqual([1, 1, 2, 1, 2]);
  expect(asked).toEqual(["a", "b", "cc", "a"]);
});

test("what cannot be worked out is not kept", () => {
  const fails = remembering(2, (text: string) => {
    throw new RangeError(text);
  });
  expect(() => fails("a")).toThrow("a");
  expect(() => fails("a")).toThrow("a");
});
