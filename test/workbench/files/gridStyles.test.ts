import fc from "fast-check";
import { completeStyle } from "../../../src/files/cellStyle";
import { gridStyle, lookOf } from "../../../src/workbench/files/gridStyles";
import { cellStyles } from "../../files/cellStyle";

test("whatever a file says of a cell, the grid gives back", () => {
  fc.assert(
    fc.property(cellStyles, (style) => {
      expect(lookOf(gridStyle(style))).toEqual(completeStyle(style));
    }),
  );
});

test("an underline of accounting is shown as the plain one", () => {
  expect(lookOf(gridStyle({ underline: "doubleAccounting" })).underline).toBe("double");
});

// The grid counts its angles downwards, and writes its own colours in several ways.
test("what the grid's own tools set is read in the terms of a file", () => {
  expect(
    lookOf({ ff: "Georgia", cl: { rgb: "rgb(11, 63, 196)" }, bg: { rgb: "#abc" }, tr: { a: -45 }, ul: { s: 1 } }),
  ).toEqual(completeStyle({ font: "Georgia", color: "#0B3FC4", fill: "#AABBCC", rotation: 45, underline: "single" }));
});
