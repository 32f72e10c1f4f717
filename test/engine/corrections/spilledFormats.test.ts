import type { ICellData } from "@univerjs/core";
import { showSpilledFormats } from "../../../src/engine/corrections/spilledFormats";
import type { CustomFunction } from "../../../src/functions/catalogue";
import { displayedCells } from "../../support/displayedCells";

const formatted = (basicValue: number, numberFormat: string) => ({ type: "Double", basicValue, numberFormat });

const functions: readonly CustomFunction[] = [
  {
    id: "STATEMENT",
    description: "",
    parameters: [],
    call: () => [
      ["Date", "Amount", "Rate"],
      [formatted(36781, "mmm d, yyyy"), formatted(-2790, "#,##0;(#,##0)"), 0.1],
    ],
  },
];

const shown = (cells: Record<number, Record<number, ICellData>>) =>
  displayedCells({ cells, range: "A1:C2", prepare: showSpilledFormats, functions });

test("spilled dates and amounts are shown in the formats that they bring", async () => {
  expect(await shown({ 0: { 0: { f: "=STATEMENT()" } } })).toEqual([
    ["Date", "Amount", "Rate"],
    ["Sep 12, 2000", "(2,790)", "0.1"],
  ]);
});

test("a number format of the cell's own wins, and its other style stays", async () => {
  const cellData = {
    0: { 0: { f: "=STATEMENT()" } },
    1: { 0: { s: { n: { pattern: "yyyy-mm-dd" } } }, 1: { s: { bl: 1 } }, 2: { s: { n: { pattern: "0.00%" } } } },
  };
  expect((await shown(cellData))[1]).toEqual(["2000-09-12", "(2,790)", "10.00%"]);
});
