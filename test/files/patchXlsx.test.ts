import { emptyXlsx } from "../../src/files/emptyXlsx";
import { patchXlsx } from "../../src/files/patchXlsx";
import { readXlsx } from "../../src/files/readXlsx";
import type { XlsxEdit } from "../../src/files/xlsxEdit";

const NAMES = { names: ["LOANBALANCE", "LOANSTEPS", "BASICEPS"], namespace: "" };
const patched = (edits: readonly XlsxEdit[], bytes = emptyXlsx("Loan")) => patchXlsx(bytes, edits, NAMES);
const at = (row: number, column: number) => ({ do: "cell", sheet: "Loan", row, column }) as const;

test("a new workbook is a patch of the template", () => {
  const file = readXlsx(
    patched([
      { ...at(0, 0), value: "Date", format: { bold: true } },
      { ...at(0, 1), value: 36781, format: { numberFormat: "mmm d, yyyy" } },
      { ...at(1, 1), value: 40483, formula: "=LOANBALANCE(B1)", format: { numberFormat: "#,##0" } },
      {
        ...at(3, 0),
        value: "Step",
        formula: "=LOANSTEPS(B1)",
        spilled: [
          ["Step", "Amount"],
          ["Balance", 42779],
        ],
      },
      { do: "addSheet", sheet: "EPS & more" },
      { do: "cell", sheet: "EPS & more", row: 5, column: 2, value: { error: "#N/A" } },
      { do: "columnWidth", sheet: "Loan", column: 0, characters: 20 },
      { do: "merge", area: { sheet: "Loan", row: 9, column: 0, rows: 1, columns: 3 } },
      { do: "freeze", sheet: "Loan", rows: 1, columns: 0 },
      { do: "name", name: "LoanDate", formula: "=Loan!$B$1" },
      { do: "printPage", area: { sheet: "Loan", row: 0, column: 0, rows: 5, columns: 2 } },
      { ...at(20, 0), value: "Period" },
      { ...at(20, 1), value: "Income" },
      { ...at(21, 1), value: 5 },
      { do: "addTable", table: "Periods", area: { sheet: "Loan", row: 20, column: 0, rows: 2, columns: 2 } },
    ]),
    NAMES,
  );
  expect(file).toMatchObject({
    names: [{ name: "LoanDate", formula: "=Loan!$B$1" }],
    sheets: [
      {
        name: "Loan",
        frozen: { rows: 1, columns: 0 },
        columns: [{ column: 0, columns: 1, characters: 20 }],
        merged: [{ row: 9, column: 0, rows: 1, columns: 3 }],
        tables: [{ name: "Periods", headers: ["Period", "Income"] }],
      },
      { name: "EPS & more", cells: [{ row: 5, column: 2, value: { error: "#N/A" } }] },
    ],
  });
  expect(file.sheets[0]?.cells.slice(0, 7)).toMatchObject([
    { value: "Date" },
    { value: 36781 },
    { value: 40483, formula: "=LOANBALANCE(B1)" },
    {
      value: "Step",
      formula: "=LOANSTEPS(B1)",
      spill: { row: 3, column: 0, rows: 2, columns: 2 },
      isFixedArray: false,
    },
    { value: "Amount" },
    { value: "Balance" },
    { value: 42779 },
  ]);
  expect(file.sheets[0]?.cells.slice(0, 3).map(({ style }) => file.styles[style])).toEqual([
    { numberFormat: "General", bold: true },
    { numberFormat: "mmm d, yyyy" },
    { numberFormat: "#,##0" },
  ]);
});
