import { chartsOn, shiftCharts, shifted } from "../../src/workbench/book/univerCharts";
import { actions } from "../../src/workbook/actions";
import { openHeadlessBook } from "../support/headlessBook";

const ROWS_5_TO_8 = { sheet: "Loan", row: 4, column: 2, rows: 4, columns: 3 };

test.each([
  ["rows put in above it", 2, 3, { row: 7 }],
  ["rows put in at its top", 4, 1, { row: 5 }],
  ["rows put in within it", 6, 2, { rows: 6 }],
  ["rows put in at its end", 8, 1, {}],
  ["rows taken out above it", 0, -2, { row: 2 }],
  ["rows taken out within it", 5, -2, { rows: 2 }],
  ["rows taken out over its top", 3, -3, { row: 3, rows: 2 }],
  ["rows taken out over its end", 7, -5, { rows: 3 }],
  ["all its rows taken out", 4, -4, { rows: 0 }],
  ["rows taken out below it", 8, -2, {}],
])("with %s", (_what, at, count, changes) => {
  expect(shifted(ROWS_5_TO_8, { along: "row", at, count })).toEqual({ ...ROWS_5_TO_8, ...changes });
});

test("columns move as rows do", () => {
  expect(shifted(ROWS_5_TO_8, { along: "column", at: 0, count: 2 })).toEqual({ ...ROWS_5_TO_8, column: 4 });
});

test("the chart of an inserted sheet is kept with the workbook, follows its sheet's name and goes with the sheet", async () => {
  const { book, workbook, dispose } = openHeadlessBook();
  await actions.insertLoanSheet(book, {});
  const sheet = workbook.getSheetByName("Loan");
  const sheetId = sheet?.getSheetId() ?? "";
  const [before] = chartsOn(workbook, sheetId);
  expect(before).toMatchObject({ kind: "stackedColumns", labels: { sheet: "Loan", rows: 6 } });

  sheet?.setName("HemaCare");
  shiftCharts(workbook, { sheetId, along: "row", at: 0, count: 2 });
  const [after] = chartsOn(workbook, sheetId);
  expect(after?.labels).toEqual({ ...before?.labels, sheet: "HemaCare", row: (before?.labels.row ?? 0) + 2 });
  expect(JSON.stringify(workbook.save())).toContain("tieout.charts");

  await book.perform([{ do: "deleteSheet", sheet: "HemaCare" }]);
  expect(chartsOn(workbook, sheetId)).toEqual([]);
  dispose();
});
