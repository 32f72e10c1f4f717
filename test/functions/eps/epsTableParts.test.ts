import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { EPSTABLE, EPSYTD } from "../../../src/functions/eps/epsPeriods";

const end = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

test("a year is made of its nine months and its last quarter, where not all quarters are given", () => {
  const table = EPSTABLE([
    ["Period end", "Months", "Net income", "Weighted shares"],
    [end(2002, 9, 30), 3, 5_000, 1_000],
    [end(2002, 9, 30), 9, 30_000, 900],
    [end(2002, 12, 31), 3, 10_000, 1_300],
  ]);
  // 30,000 + 10,000 over (9 × 900 + 3 × 1,300) ÷ 12
  expect(table.slice(0, 6).map(([, quarter, year]) => [quarter, year])).toEqual([
    ["Three months ended December 31,", "Twelve months ended December 31,"],
    [2002, 2002],
    ["", ""],
    [1_300, 1_000],
    [10_000, 40_000],
    [7.69, 40],
  ]);
});

describe("a period that is not filled in yet", () => {
  const HEADER = ["Period end", "Months", "Net income", "Weighted shares", "Options"];
  const filled = [
    [end(2001, 3, 31), 3, -100, 1_000, "-"],
    [end(2001, 6, 30), 3, 200, 1_000, 50],
    [end(2002, 3, 31), 3, 300, 1_000, 50],
  ];
  const toCome = [end(2002, 6, 30), 3, "", "", ""];
  const columns = (table: any[][], label: string) => table.find(([first]) => first === label)?.slice(1);

  test.each([
    ["blank", toCome],
    ["blank, as Excels that hand blanks over as 0 say it", [end(2002, 6, 30), 3, 0, 0, 0]],
    ["blank, as null", [end(2002, 6, 30), 3, null, null, null]],
  ])("%s: its column and its year to date have headers and no figures", (_what, row) => {
    const table = EPSTABLE([HEADER, ...filled, row]);
    expect(table.slice(0, 2)).toEqual([
      ["", "Three months ended June 30,", "", "Six months ended June 30,", ""],
      ["", 2002, 2001, 2002, 2001],
    ]);
    expect(columns(table, "Net income")).toEqual(["", 200, "", 100]);
    expect(columns(table, "Options")).toEqual(["", 50, "", 25]);
    expect(columns(table, "Diluted net income per share")).toEqual(["", 0.19, "", 0.1]);
    expect(table.slice(2).every((line) => line[1] === "" && line[3] === "")).toBe(true);
  });

  test("alone in the table, it shows the layout", () => {
    const table = EPSTABLE([HEADER, toCome]);
    expect(table[0]).toEqual(["", "Three months ended June 30,"]);
    expect(table.slice(2).map(([label]) => label)).toContain("Basic net income per share");
    expect(table.slice(2).every(([, figure]) => figure === "")).toBe(true);
  });

  test("lines stand and words are chosen by the columns that have figures", () => {
    const losses = [HEADER, [end(2001, 6, 30), 3, -5, 10, ""], toCome];
    expect(EPSTABLE(losses).map(([label]) => label)).toContain("Net loss");
  });

  test("a year to date that was given stands, whichever quarter is still to come", () => {
    const table = EPSTABLE([HEADER, ...filled, toCome, [end(2002, 6, 30), 6, 650, 1_000, 40]]);
    expect(columns(table, "Net income")).toEqual(["", 200, 650, 100]);
    expect(table.map(([label]) => label)).not.toContain("QUARTERS LESS YEAR TO DATE GIVEN");
  });

  test("a year to date whose own row is still to come is made of quarters that are there", () => {
    const table = EPSTABLE([
      HEADER,
      ...filled,
      [end(2002, 6, 30), 3, 100, 1_000, 50],
      [end(2002, 6, 30), 6, "", "", ""],
    ]);
    expect(columns(table, "Net income")).toEqual([100, 200, 400, 100]);
  });

  test("a longer period with figures serves in place of a quarter without", () => {
    const nine = [end(2002, 9, 30), 9, 900, 1_000, 50];
    const rows = [...filled, toCome, [end(2002, 9, 30), 3, "", "", ""], nine, [end(2002, 12, 31), 3, 100, 1_000, 50]];
    expect(columns(EPSTABLE([HEADER, ...rows]), "Net income")).toEqual([100, 1_000]);
  });

  test("years to date: blank in the quarter that is to come and in those after it in its year", () => {
    const rows = [...filled, toCome, [end(2002, 9, 30), 3, 100, 1_000, ""], [end(2003, 3, 31), 3, 70, 1_000, ""]];
    const table = EPSYTD([HEADER, ...rows]);
    expect(
      table.slice(3).map(([periodEnd, months, income, , , , , , eps]) => [periodEnd, months, income, eps]),
    ).toEqual([
      [end(2002, 3, 31), 3, 300, 0.3],
      [end(2002, 6, 30), 6, "", ""],
      [end(2002, 9, 30), 9, "", ""],
      [end(2003, 3, 31), 3, 70, 0.07],
    ]);
  });

  test("a split that is known already restates the periods before", () => {
    const table = EPSTABLE([[...HEADER, "Split factor"], ...filled, [...toCome, 2]]);
    expect(columns(table, "Basic net income per share")).toEqual(["", 0.1, "", 0.05]);
  });

  test.each([
    [
      "income without shares",
      [100, "", ""],
      "periods row 5, column 4 (Weighted shares) must be a number; received a blank",
    ],
    [
      "shares without income",
      ["", 1_000, ""],
      "periods row 5, column 3 (Net income) must be a number; received a blank",
    ],
    ["a count alone", ["", "", 50], "periods row 5, column 3 (Net income) must be a number; received a blank"],
    ["a dash alone", ["", "", "-"], "periods row 5, column 3 (Net income) must be a number; received a blank"],
  ])("%s is filled in partly, and refused", (_what, figures, message) => {
    expect(() => EPSTABLE([HEADER, ...filled, [end(2002, 6, 30), 3, ...figures]])).toThrow(message);
  });

  test("securities of its own make it filled in partly", () => {
    const securities = [
      ["Security", "Type", "Number", "Period end"],
      ["Units", "RSU", 100, end(2002, 6, 30)],
    ];
    expect(() => EPSTABLE([HEADER, ...filled, toCome], undefined, undefined, securities)).toThrow(
      "periods row 5, column 3 (Net income) must be a number; received a blank",
    );
  });
});
