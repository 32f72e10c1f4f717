import type { CellContent, CellsSight, Chart } from "../../../src/workbook/book/book";
import { chartPicture } from "../../../src/workbook/pictures/chartPicture";

const column = (cells: readonly CellContent[], numberFormat = "General"): CellsSight => {
  const rows = cells.map((cell) => [cell]);
  return { contents: rows, values: rows, numberFormat };
};
const row = (...rows: CellContent[][]): CellsSight => ({ contents: rows, values: rows });
const area = (rows: number, columns: number) => ({ sheet: "Loan", row: 0, column: 0, rows, columns });

function chart(kind: Chart["kind"], rows: number, columns: number, names: readonly string[]): Chart {
  const series = names.map((name) => ({ name, figures: area(rows, columns) }));
  return { title: "Runoff", kind, labels: area(rows, columns), over: area(16, 4), series };
}

/** December 31 of 1997 and 1998, and July 31, 1998. */
const [YEAR_END, NEXT_YEAR_END, JULY] = [35_795, 36_160, 36_007];

test("columns are labelled by the years of their year ends, and blank rows at the end are none", () => {
  const picture = chartPicture(chart("stackedColumns", 3, 1, ["Principal", "Interest"]), {
    labels: column([YEAR_END, NEXT_YEAR_END, ""], "mmm d, yyyy"),
    series: [column([100.5, 200, ""]), column([10, 5, ""])],
  });
  expect(picture).toMatchObject({
    kind: "columns",
    isStacked: true,
    decimals: 2,
    labels: ["1997", "1998"],
    series: [
      { name: "Principal", figures: [100.5, 200] },
      { name: "Interest", figures: [10, 5] },
    ],
  });
});

test("other dates are shown as their cells show them, and an error is no figure", () => {
  const picture = chartPicture(chart("columns", 2, 1, ["Balance"]), {
    labels: column([YEAR_END, JULY], "mmm d, yyyy"),
    series: [column(["#VALUE!", 7])],
  });
  expect(picture).toMatchObject({ labels: ["Dec 31, 1997", "Jul 31, 1998"], series: [{ figures: [null, 7] }] });
});

test("headings over several labels head groups of them", () => {
  const picture = chartPicture(chart("columns", 2, 4, ["Basic"]), {
    labels: row(["Three months", "", "Nine months", ""], [2002, 2001, 2002, 2001]),
    series: [row([-0.06, 0, -0.08, 0.05])],
  });
  expect(picture).toMatchObject({
    labels: ["2002", "2001", "2002", "2001"],
    groups: [
      { label: "Three months", labels: 2 },
      { label: "Nine months", labels: 2 },
    ],
    decimals: 2,
  });
});

test("a line has its days at their distances", () => {
  const picture = chartPicture(chart("line", 3, 1, ["Balance"]), {
    labels: column([YEAR_END, JULY, ""], "mmm d, yyyy"),
    series: [column([100, 80, ""])],
  });
  expect(picture).toMatchObject({
    points: [
      { day: YEAR_END, label: "Dec 31, 1997", figure: 100 },
      { day: JULY, label: "Jul 31, 1998", figure: 80 },
    ],
  });
});

test("a chart of cells that are all blank has no columns", () => {
  const picture = chartPicture(chart("columns", 2, 1, ["Balance"]), {
    labels: column(["", ""]),
    series: [column(["", ""])],
  });
  expect(picture).toMatchObject({ labels: [], series: [{ figures: [] }] });
});
