import Papa from "papaparse";
import { PLAIN_STYLE } from "../../../src/files/cellStyle";
import type { CellReading, SheetReading } from "../../../src/workbench/files/bookReading";
import { cellKey } from "../../../src/workbench/files/bookReading";
import { csvOf } from "../../../src/workbench/files/csv";

function sheet(cells: readonly (readonly [row: number, column: number, cell: Partial<CellReading>])[]): SheetReading {
  return {
    id: "s",
    name: "S",
    isHidden: false,
    cells: new Map(
      cells.map(([row, column, cell]) => [cellKey(row, column), { value: null, look: PLAIN_STYLE, ...cell }]),
    ),
    unformatted: { rows: new Map(), columns: new Map(), all: PLAIN_STYLE },
    isReshaped: false,
    showsGridlines: true,
    tabColor: "",
    usual: { width: 64, height: 20 },
    widths: new Map(),
    heights: new Map(),
    merged: [],
    tables: [],
    frozen: { rows: 0, columns: 0 },
    charts: 0,
    page: undefined,
  };
}

const inFormat = (numberFormat: string) => ({ ...PLAIN_STYLE, numberFormat });
const linesOf = (cells: Parameters<typeof sheet>[0]) =>
  csvOf(sheet(cells))
    .replace(/^\uFEFF/, "")
    .split("\r\n");

describe("a sheet as CSV", () => {
  test("has each cell as it is read, from A1 to the last that shows something, in UTF-8 with its mark", () => {
    const csv = csvOf(
      sheet([
        [0, 1, { value: "Crédit" }],
        [1, 0, { value: 36_781, look: inFormat("mmm d, yyyy") }],
        [1, 1, { value: -1234.5, look: inFormat("#,##0.00_);(#,##0.00)") }],
        [2, 0, { value: true }],
        [2, 1, { value: { error: "#N/A" } }],
        [9, 9, { look: { ...PLAIN_STYLE, bold: true } }],
      ]),
    );
    expect(csv).toBe('\uFEFF,Crédit\r\n"Sep 12, 2000","(1,234.50)"\r\nTRUE,#N/A');
  });

  test("has what a formula fills", () => {
    const spilled = [
      ["Date", "Balance"],
      ["Q1", 7],
    ];
    expect(linesOf([[0, 0, { value: "Date", formula: "=F()", spilled }]])).toEqual(["Date,Balance", "Q1,7"]);
  });

  test("quotes a comma, a quote and a line break", () => {
    expect(linesOf([[0, 0, { value: 'a,"b"\nc' }]]).join("\r\n")).toBe('"a,""b""\nc"');
  });

  test.each(["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1"])("cannot start a formula: %j", (text) => {
    const [[written = ""] = []] = Papa.parse<string[]>(csvOf(sheet([[0, 0, { value: text }]]))).data;
    expect(written).toBe(`'${text}`);
  });

  test("a figure below zero stays one", () => {
    expect(
      linesOf([
        [0, 0, { value: -5 }],
        [0, 1, { value: -0.25, look: inFormat("0%") }],
      ]),
    ).toEqual(["-5,-25%"]);
  });

  test("a number format cannot start a formula either", () => {
    expect(linesOf([[0, 0, { value: 5, look: inFormat('"=cmd"0') }]])).toEqual([`"'=cmd5"`]);
  });
});
