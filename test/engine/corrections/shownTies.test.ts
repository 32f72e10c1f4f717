import { CellValueType, type ICellData } from "@univerjs/core";
import { showSpilledFormats } from "../../../src/engine/corrections/spilledFormats";
import { showTiesAsExcel } from "../../../src/engine/corrections/shownTies";
import type { CustomFunction } from "../../../src/functions/catalogue";
import { displayedCells } from "../../support/displayedCells";

const cases: readonly (readonly [value: number, pattern: string, shown: string])[] = [
  [39.995, "$#,##0.00", "$40.00"],
  [1.005, "0.00", "1.01"],
  [-1.005, "0.00;(0.00)", "(1.01)"],
  [8.325, "0.00", "8.33"],
  [0.00285, "0.0%", "0.3%"],
  [2550, "0.0,", "2.6"],
  // no ties
  [1.0049, "0.00", "1.00"],
  [2.675, "0.00", "2.68"],
  [0.004, "0.00;-0.00;zero", "0.00"],
  [1.005, "General", "1.005"],
  [1.005, "0.000", "1.005"],
  [36781, "mmm d, yyyy", "Sep 12, 2000"],
  [1.5, "# ?/?", "1 1/2"],
];

const statement: CustomFunction = {
  id: "STATEMENT",
  description: "",
  parameters: [],
  call: () => [["Price"], [{ type: "Double", basicValue: 39.995, numberFormat: "0.00" }]],
};

const displayed = (cells: Record<number, Record<number, ICellData>>, range: string) =>
  displayedCells({
    cells,
    range,
    functions: [statement],
    prepare: (injector) => {
      showSpilledFormats(injector);
      showTiesAsExcel(injector);
    },
  });

test("a tie that no double holds is shown as Excel shows it, in every format", async () => {
  const cells = Object.fromEntries(
    cases.map(([v, pattern], row) => [row, { 0: { v, t: CellValueType.NUMBER, s: { n: { pattern } } } }]),
  );
  expect(await displayed(cells, `A1:A${cases.length}`)).toEqual(cases.map(([, , shown]) => [shown]));
});

test("one that a formula gives, and one that it spills, too", async () => {
  const format = { n: { pattern: "0.00" } };
  const cells = { 0: { 0: { f: "=STATEMENT()" }, 1: { f: "=1+0.005", s: format }, 2: { v: 39.995, t: 2 } } };
  expect(await displayed(cells, "A1:C2")).toEqual([
    ["Price", "1.01", expect.anything()],
    ["40.00", expect.anything(), expect.anything()],
  ]);
});
