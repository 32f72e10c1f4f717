import { read } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { readXlsx } from "../../src/files/readXlsx";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const NAMES = { names: ["LOANBALANCE", "LOANSTEPS", "BASICEPS"], namespace: "" };

function bookOf(sheetData: string): Uint8Array {
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Loan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const SIMPLE = bookOf(
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
