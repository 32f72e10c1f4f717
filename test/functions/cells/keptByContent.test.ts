import { KeptByContent } from "../../../src/functions/cells/keptByContent";

function counted(room: number, size = 0) {
  const read: unknown[] = [];
  const kept = new KeptByContent<{ readonly of: unknown }>(room, () => size);
  const ask = (content: unknown) =>
    kept.of(content, () => {
      read.push(content);
      return { of: content };
    });
  return { read, ask };
}

test("the same content is read once, another for itself", () => {
  const { read, ask } = counted(1000);
  expect(ask([["a", 1]])).toBe(ask([["a", 1]]));
  expect(ask([["a", 2]])).toEqual({ of: [["a", 2]] });
  expect(read).toEqual([[["a", 1]], [["a", 2]]]);
});

test.each([
  ["a number of another size", [[1e-7]], [[2e-7]]],
  ["another text of the same length", [["Loan 12"]], [["Loan 21"]]],
  ["cells that stand elsewhere", [["a", null]], [[null, "a"]]],
  ["rows that are cut elsewhere", [["a"], ["b", "c"]], [["a", "b"], ["c"]]],
  ["a number and its text", [[1]], [["1"]]],
  ["yes and no", [[true]], [[false]]],
  ["another error", [[{ type: "Error", basicValue: "#N/A" }]], [[{ type: "Error", basicValue: "#REF!" }]]],
])("%s is another content", (_what, one, other) => {
  const { read, ask } = counted(1000);
  for (const content of [one, other, one, other]) expect(ask(content)).toEqual({ of: content });
  expect(read).toEqual([one, other]);
});

test("blanks are the same, however they are handed over", () => {
  const { ask } = counted(1000);
  expect(ask([["a", undefined]])).toBe(ask([["a", null]]));
});

test("what is changed after it was read is another content", () => {
  const { read, ask } = counted(1000);
  const content = [["Principal", 1000]];
  ask(content);
  content[0]?.splice(1, 1, 2000);
  ask(content);
  expect(read).toHaveLength(2);
});

test("what was asked for longest ago goes first", () => {
  const { read, ask } = counted(9); // a content of three characters each
  for (const content of ["a", "b", "c", "a", "d", "a", "b"]) ask(content);
  expect(read).toEqual(["a", "b", "c", "d", "b"]);
});

test("what is larger than the room is not kept, and takes none from the next", () => {
  const { read, ask } = counted(9, 7);
  for (const content of ["a", "a", "b"]) ask(content);
  expect(read).toEqual(["a", "a", "b"]);
});

test("what cannot be read is not kept", () => {
  const kept = new KeptByContent(100, () => 0);
  const fail = () => kept.of("a", () => Number.parseInt("x").toFixed(200));
  expect(fail).toThrow(RangeError);
  expect(fail).toThrow(RangeError);
  expect(kept.of("a", () => 1)).toBe(1);
});
