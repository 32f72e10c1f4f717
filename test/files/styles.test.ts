import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { completeStyle, type CellStyle } from "../../src/files/cellStyle";
import { emptyXlsx } from "../../src/files/emptyXlsx";
import { patchXlsx } from "../../src/files/patchXlsx";
import { readXlsx } from "../../src/files/readXlsx";
import { bookOf } from "./bookOf";
import { cellStyles } from "./cellStyle";

const NAMES = { names: [], namespace: "" };
const AREA = { sheet: "Loan", row: 1, column: 1, rows: 1, columns: 1 };
const fixture = (name: string) => new Uint8Array(readFileSync(join(__dirname, "fixtures", name)));

function formatted(bytes: Uint8Array, ...formats: readonly CellStyle[]) {
  return patchXlsx(
    bytes,
    formats.map((format) => ({ do: "format", area: AREA, format })),
    NAMES,
  );
}

function styleIn(bytes: Uint8Array) {
  const { sheets, styles } = readXlsx(bytes, NAMES);
  const cell = sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 1);
  return completeStyle(styles[cell?.style ?? 0]);
}

/** The style of B2 that refers to these fonts, fills and borders. */
function read(parts: { fonts?: string; fills?: string; borders?: string; xf?: string }) {
  const { fonts = "", fills = "", borders = "", xf = "" } = parts;
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const bytes = bookOf({
    "xl/styles.xml": `<styleSheet><fonts>${fonts}</fonts><fills>${fills}</fills><borders>${borders}</borders><cellXfs><xf>${xf}</xf></cellXfs></styleSheet>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  });
  return styleIn(bytes);
}

test("what is told of a cell is read back, over what another tells, and the rest stays", () => {
  fc.assert(
    fc.property(cellStyles, cellStyles, (first, then) => {
      const bytes = formatted(emptyXlsx("Loan"), first, then);
      expect(styleIn(bytes)).toEqual(completeStyle({ ...first, ...then }));
      const again = formatted(formatted(emptyXlsx("Loan"), first), then);
      expect(styleIn(again)).toEqual(completeStyle({ ...first, ...then }));
    }),
    { numRuns: 150 },
  );
});

test.each(["excel.xlsx", "libreoffice.xlsx", "openpyxl.xlsx", "exceljs.xlsx", "sheetjs.xlsx", "prefixed.xlsx"])(
  "%s takes any style in a cell, and every style that it had stays",
  (name) => {
    const bytes = fixture(name);
    const before = readXlsx(bytes, NAMES);
    const sheet = before.sheets[0]!.name;
    const base = before.sheets[0]!.cells.find(({ row, column }) => row === 1 && column === 1)?.style ?? 0;
    fc.assert(
      fc.property(cellStyles, (format) => {
        const patched = patchXlsx(bytes, [{ do: "format", area: { ...AREA, sheet }, format }], NAMES);
        expect(styleIn(patched)).toEqual({ ...completeStyle(before.styles[base]), ...format });
        expect(readXlsx(patched, NAMES).styles.slice(0, before.styles.length)).toEqual(before.styles);
      }),
      { numRuns: 15 },
    );
  },
);

test("another font is no longer the theme's, which would win over its name", () => {
  const xml = strFromU8(unzipSync(formatted(fixture("excel.xlsx"), { font: "Georgia" }))["xl/styles.xml"]!);
  const made = xml.match(/<font>.*?<\/font>/g)?.filter((font) => font.includes("Georgia"));
  expect(made).toEqual([expect.not.stringContaining("scheme")]);
});

// ECMA-376 part 1: 18.8.22 font, 18.8.20 fill, 18.8.4 border, 18.8.1 alignment.
test.each<[string, Parameters<typeof read>[0], CellStyle]>([
  ["an underline without a word is a single one", { fonts: "<font><u/></font>" }, { underline: "single" }],
  ["accounting", { fonts: '<font><u val="doubleAccounting"/></font>' }, { underline: "doubleAccounting" }],
  ["struck, unless it says no", { fonts: '<font><strike val="0"/><b val="false"/></font>' }, {}],
  ["raised", { fonts: '<font><vertAlign val="superscript"/></font>' }, { script: "superscript" }],
  ["a name and size", { fonts: '<font><sz val="10.5"/><name val="Arial"/></font>' }, { font: "Arial", size: 10.5 }],
  [
    "a pattern is the mixture of its colours",
    {
      fills:
        '<fill><patternFill patternType="mediumGray"><fgColor rgb="FF000000"/><bgColor rgb="FFFF0000"/></patternFill></fill>',
    },
    { fill: "#800000" },
  ],
  [
    "the pattern of Excel's second fill",
    { fills: '<fill><patternFill patternType="gray125"/></fill>' },
    { fill: "#DFDFDF" },
  ],
  [
    "what fades is its first colour",
    { fills: '<fill><gradientFill><stop position="0"><color rgb="FFAABBCC"/></stop></gradientFill></fill>' },
    { fill: "#AABBCC" },
  ],
  [
    "sides by their lines and colours; the host's own is black",
    {
      borders:
        '<border><left style="hair"><color rgb="FFD9B95B"/></left><top style="thick"><color auto="1"/></top><bottom/></border>',
    },
    { left: "hair #D9B95B", top: "thick" },
  ],
  [
    "sides by the way of the text",
    { borders: '<border><start style="thin"/><end style="double"/></border>' },
    { left: "thin", right: "double" },
  ],
  ["turned down", { xf: '<alignment textRotation="135"/>' }, { rotation: -45 }],
  [
    "letters below each other",
    { xf: '<alignment textRotation="255" vertical="center"/>' },
    { rotation: "stacked", vertical: "center" },
  ],
  [
    "spread lines stand at the left",
    { xf: '<alignment horizontal="justify" vertical="distributed"/>' },
    { align: "left", wrap: true, vertical: "center" },
  ],
  ["a word that is none", { xf: '<alignment horizontal="sideways" vertical="up" textRotation="200"/>' }, {}],
])("%s", (_what, parts, expected) => {
  expect(read(parts)).toEqual(completeStyle(expected));
});
