import type { ICellData } from "@univerjs/core";
import { showFormatColors } from "../../../src/engine/corrections/formatColors";
import { TIED_OUT_FORMAT } from "../../../src/workbook/book/names";
import { calculatedSheet } from "../../support/displayedCells";

const RED = "#C00000";
const TICKED = { cl: { rgb: RED }, n: { pattern: TIED_OUT_FORMAT.numberFormat ?? "" } };

/** The colours in which the grid shows formulas in one style. */
async function coloursOf(formulas: readonly string[], style: ICellData["s"]): Promise<unknown[]> {
  const cells = Object.fromEntries(formulas.map((f, row) => [row, { 0: { f, s: style } as ICellData }]));
  const { sheet, dispose } = await calculatedSheet({ cells, prepare: showFormatColors });
  const drawn = sheet.getSheet();
  const colours = formulas.map(
    (_formula, row) => drawn.getCell(row, 0)?.interceptorStyle?.cl?.rgb ?? drawn.getComposedCellStyle(row, 0).cl?.rgb,
  );
  dispose();
  return colours;
}

test("a tick is quiet; a difference above or below zero, and an error, are in the cell's red", async () => {
  const formulas = ["=TIEOUT(5,5)", "=TIEOUT(7,5)", "=TIEOUT(5,7)", '=TIEOUT("x",5)'];
  expect(await coloursOf(formulas, TICKED)).toEqual(["#008000", RED, RED, RED]);
});

test("each part of a number format has its own colour", async () => {
  const pattern = "[Blue]0;[Color3]-0;[Color10]0;[Color16]@";
  expect(await coloursOf(["=5", "=0", '="text"', "=1/0"], { cl: { rgb: RED }, n: { pattern } })).toEqual([
    "blue",
    "#008000",
    "#808080",
    RED,
  ]);
});
