import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { patchXlsx } from "../../src/files/patchXlsx";
import { readXlsx } from "../../src/files/readXlsx";
import type { XlsxValue } from "../../src/files/xlsxFile";
import { bookOf, bookOfRows } from "./bookOf";

const NAMES = { names: ["LOANBALANCE", "LOANSTEPS", "BASICEPS"], namespace: "" };

const SIMPLE = bookOfRows(
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Day</t></is></c><c r="B1"><v>36781</v></c></row>' +
    '<row r="4"><c r="A4" t="str" cm="1"><f t="array" ref="A4:C9">_xldudf_LOANSTEPS(B1)</f><v>Step</v></c></row>' +
    '<row r="5"><c r="B5" t="e"><f>_xldudf_ACME_LOANBALANCE(A1)</f><v>#N/A</v></c></row>',
);

test("a simple book: its sheet, values, formulas and what they fill", () => {
  const { sheets } = readXlsx(SIMPLE, NAMES);
  expect(sheets[0]?.name).toBe("Loan");
  expect(sheets[0]?.cells).toMatchObject([
    { row: 0, column: 0, value: "Day" },
    { row: 0, column: 1, value: 36781 },
    { row: 3, column: 0, value: "Step", formula: "=LOANSTEPS(B1)", spill: { row: 3, column: 0, rows: 6, columns: 3 } },
    { row: 4, column: 1, value: { error: "#N/A" }, formula: "=LOANBALANCE(A1)" },
  ]);
});

test("a second reader finds the same values", () => {
  const cells = read(SIMPLE).Sheets.Loan ?? {};
  expect([cells.A1?.v, cells.B1?.v, cells.A4?.v, cells.B5?.w]).toEqual(["Day", 36781, "Step", "#N/A"]);
});

test.each<[string, 1900 | 1904, XlsxValue]>([
  ["2000-09-12", 1900, 36781],
  ["2000-09-12T12:00:00Z", 1900, 36781.5],
  ["2000-09-12", 1904, 35319],
  // Excel has a February 29, 1900, as serial 60.
  ["1900-03-01", 1900, 61],
  ["1900-02-28", 1900, 59],
  ["September 12", 1900, "September 12"],
])("%s, a date stored as text, is serial %s", (text, dateSystem, serial) => {
  const bytes = bookOf({
    "xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr date1904="${dateSystem === 1904}"/><sheets><sheet name="Loan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c r="A1" t="d"><v>${text}</v></c></row></sheetData></worksheet>`,
  });
  expect(readXlsx(bytes, NAMES)).toMatchObject({ dateSystem, sheets: [{ cells: [{ value: serial }] }] });
});

test("what Excel's own workbook holds: formats, widths, names, what is kept", () => {
  const file = readXlsx(new Uint8Array(readFileSync(join(__dirname, "fixtures", "excel.xlsx"))), NAMES);
  const font = "Aptos Narrow";
  expect(file.styles).toEqual([
    { numberFormat: "General", font },
    { numberFormat: "mmm d, yyyy", font },
    { numberFormat: "#,##0;\\(#,##0\\);0", font },
    { numberFormat: "#,##0.00_);(#,##0.00)", font, bottom: "double", align: "right", wrap: true },
    // A theme's first accent a quarter darker, its light ground 15 % darker.
    { numberFormat: "General", font, bold: true, size: 12, color: "#104862", fill: "#D9D9D9", align: "centerAcross" },
  ]);
  expect(file.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["Loan", "visible"],
    ["EPS", "visible"],
    ["Notes", "very hidden"],
  ]);
  expect(file.sheets[0]).toMatchObject({
    columns: [
      { column: 0, columns: 1, characters: 52 },
      { column: 3, columns: 3, style: 3 },
    ],
    merged: [{ row: 17, column: 0, rows: 1, columns: 3 }],
    frozen: { rows: 1, columns: 0 },
  });
  expect(file.sheets[1]?.tables[0]?.headers).toEqual(["Period end", "Months", "Net income", "Weighted shares", "EPS"]);
  expect(file.names).toEqual([
    { name: "Hidden1", formula: "=EPS!$A$1", hidden: true },
    { name: "Local", formula: "=EPS!$A$1:$E$3", hidden: false, sheet: "EPS" },
    { name: "LoanDate", formula: "=Loan!$B$1", hidden: false },
    { name: "RATE10", formula: "=0.1", hidden: false },
    { name: "SPILLCHECK", formula: "=LAMBDA(x,ROWS(x))(Loan!$A$4#)", hidden: false },
  ]);
  expect(file.kept).toEqual([
    { kind: "format of single letters", count: 1 },
    { kind: "link to another workbook", count: 1 },
    { kind: "chart", count: 1, sheet: "Loan" },
    { kind: "comment", count: 1, sheet: "Loan" },
    { kind: "conditional format", count: 2, sheet: "Loan" },
    { kind: "data validation", count: 1, sheet: "Loan" },
    { kind: "hyperlink", count: 1, sheet: "Loan" },
    { kind: "sparkline", count: 1, sheet: "Loan" },
  ]);
});

test("what is not drawn of rows, columns and borders is told", () => {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const bytes = bookOf({
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml":
      '<styleSheet><borders count="2"><border><left/><diagonal/></border><border diagonalUp="1"><left/><diagonal style="thin"/></border></borders><cellXfs count="1"><xf borderId="1"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml":
      '<worksheet><cols><col min="2" max="4" width="9" outlineLevel="1"/></cols><sheetData><row r="1" outlineLevel="1"/><row r="2" outlineLevel="1" hidden="1"/></sheetData></worksheet>',
  });
  expect(readXlsx(bytes, NAMES).kept).toEqual([
    { kind: "diagonal border", count: 1 },
    { kind: "outline of columns", count: 1, sheet: "Loan" },
    { kind: "outline of rows", count: 1, sheet: "Loan" },
  ]);
});

test("a part in letters of two bytes is read, and patched in UTF-8", () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Zürich</v></c></row></sheetData></worksheet>';
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from([...xml], (letter) => letter.charCodeAt(0)).buffer),
  ]);
  const bytes = bookOf({ "xl/worksheets/sheet1.xml": wide });
  const patched = patchXlsx(bytes, [{ do: "cell", sheet: "Loan", row: 1, column: 0, value: "Genève" }], NAMES);
  expect(readXlsx(patched, NAMES).sheets[0]?.cells.map(({ value }) => value)).toEqual(["Zürich", "Genève"]);
});
