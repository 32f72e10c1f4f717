import { printedColumns } from "../../../src/functions/loan/printedColumns";

test.each([
  [
    "the first of two alike",
    ["Date", "Interest", "Interest due", "Balance"],
    ["Date", "Interest", undefined, "Balance"],
  ],
  [
    "the total, wherever it stands",
    ["Date", "P&I payment", "Total payment", "Balance"],
    ["Date", undefined, "Payment", "Balance"],
  ],
  [
    "none of another kind",
    ["Due date", "Escrow", "Cumulative interest", ""],
    ["Date", undefined, undefined, undefined],
  ],
])("each kind of column is used once: %s", (_case, headers, columns) => {
  expect(printedColumns(headers)).toEqual(columns);
});
