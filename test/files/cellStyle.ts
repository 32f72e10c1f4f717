import fc from "fast-check";
import { EDGE_LINES, edgeOf, type CellStyle } from "../../src/files/cellStyle";

const color = fc.stringMatching(/^#[0-9A-F]{6}$/);
const edge = fc
  .tuple(fc.constantFrom(...EDGE_LINES), fc.option(color, { nil: undefined }))
  .map(([line, own]) => edgeOf(line, own));

/** Styles that tell some things of a cell and leave others open. */
export const cellStyles: fc.Arbitrary<CellStyle> = fc.record(
  {
    numberFormat: fc.constantFrom("General", "#,##0_);(#,##0)", "mmm d, yyyy", '"€" 0.00'),
    font: fc.constantFrom("Calibri", "Times New Roman", 'A "B" & <C>'),
    size: fc.constantFrom(8, 10.5, 11, 20),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.constantFrom("none", "single", "double"),
    strike: fc.boolean(),
    script: fc.constantFrom("normal", "superscript", "subscript"),
    color,
    fill: fc.option(color),
    align: fc.constantFrom("general", "left", "center", "right"),
    vertical: fc.constantFrom("top", "center", "bottom"),
    indent: fc.nat(5),
    wrap: fc.boolean(),
    rotation: fc.oneof(fc.integer({ min: -90, max: 90 }), fc.constant("stacked" as const)),
    left: edge,
    top: edge,
    right: edge,
    bottom: edge,
  },
  { requiredKeys: [] },
);
