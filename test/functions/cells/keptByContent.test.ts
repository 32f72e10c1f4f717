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
