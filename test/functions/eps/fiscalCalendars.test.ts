import "../../support/customFunctions";
import { serialOf } from "../../../src/functions/cells/arguments";
import { EPSTABLE, EPSYTD } from "../../../src/functions/eps/epsPeriods";
import { day } from "../../support/loanTerms";

const on = (date: string) => serialOf(day(date));
const rowsOf = (table: unknown[][], ...labels: string[]) =>
  labels.map((label) => table.find(([first]) => first === label)?.slice(1));

describe("a year of 16, 12, 12 and 12 weeks (a grocer, 2024)", () => {
  const quarters = [
    [on("2023-05-20"), 16, 962, 718],
    [on("2023-08-12"), 12, -180, 719],
    [on("2023-11-04"), 12, 646, 719],
    [on("2024-02-03"), 13, 736, 719],
    [on("2024-05-25"), 16, 947, 722],
    [on("2024-08-17"), 12, 466, 723],
    [on("2024-11-09"), 12, 618, 723],
  ];
  const table = [["Period end", "Weeks", "Net income", "Weighted shares"], ...quarters];

  test("has its own words and weights in an exhibit", () => {
    const exhibit = EPSTABLE(table);
    expect(exhibit.slice(0, 2)).toEqual([
      ["", "Twelve weeks ended", "", "Forty weeks ended", ""],
      ["", "November 9, 2024", "November 4, 2023", "November 9, 2024", "November 4, 2023"],
    ]);
    expect(rowsOf(exhibit, "Net income")).toEqual([[618, 646, 2_031, 1_428]]);
    const [shares = []] = rowsOf(exhibit, "Weighted average common shares used to compute basic earnings per share");
    expect(shares[2]).toBeCloseTo((722 * 16 + 723 * 24) / 40, 9);
  });

  test("a year of 53 weeks beside one of 52 has words of its own", () => {
    const years = [
      ["Period end", "Weeks", "Net income", "Weighted shares"],
      [on("2025-02-01"), 52, 100, 10],
      [on("2024-02-03"), 53, 90, 10],
      [on("2023-01-28"), 52, 80, 10],
    ];
    expect(EPSTABLE(years)[0]).toEqual([
      "",
      "Fifty-two weeks ended",
      "Fifty-three weeks ended",
      "Fifty-two weeks ended",
    ]);
  });

  test("may be told in months, whose rows drift", () => {
    const inMonths = [
      ["Period end", "Months", "Net income", "Weighted shares"],
      ...quarters.map(([end, weeks, ...figures]) => [end, weeks === 16 ? 4 : 3, ...figures]),
    ];
    expect(rowsOf(EPSTABLE(inMonths), "Net income")).toEqual([[618, 646, 2_031, 1_428]]);
    expect(EPSTABLE(inMonths)[0]).toEqual(["", "Three months ended", "", "Ten months ended", ""]);
  });

  test.each([
    [0.5, "must be a whole number; received 0.5"],
    [54, "must be from 1 to 53; received 54"],
  ])("%d weeks are refused", (weeks, message) => {
    expect(() => EPSTABLE([table[0]!, [on("2024-05-25"), weeks, 1, 1]])).toThrow(
      `periods row 2, column 2 (Weeks) ${message}`,
    );
  });

  test("weeks and months that are not one length are refused", () => {
    const rows = [
      ["Period end", "Months", "Weeks", "Net income", "Weighted shares"],
      [on("2024-05-25"), 6, 16, 1, 1],
    ];
    expect(() => EPSTABLE(rows)).toThrow("(Weeks) must be as long as Months says; received 16");
  });

  test("the year to date of every quarter", () => {
    expect(
      EPSYTD(table)
        .slice(1)
        .map((row) => row[2]),
    ).toEqual([962, 782, 1_428, 2_164, 947, 1_413, 2_031]);
  });
});

describe("years", () => {
  const year = (end: string, income: number) => [on(end), 12, income, 100];
  const HEADER = ["Period end", "Months", "Net income", "Weighted shares"];
  const annual = ["2000", "1999", "1998", "1997", "1996"].map((name, index) => year(`${name}-12-31`, 50 - index));

  test("alone in a table all stand side by side", () => {
    expect(EPSTABLE([HEADER, ...annual])[1]).toEqual(["", 2000, 1999, 1998, 1997, 1996]);
  });

  test("beside quarters three stand side by side, and what is left out is said (Regulation S-X, 3-02)", () => {
    const table = EPSTABLE([HEADER, ...annual, [on("2000-12-31"), 3, 9, 100], [on("1999-12-31"), 3, 8, 100]]);
    expect(table.slice(0, 2)).toEqual([
      ["", "Three months ended December 31,", "", "Twelve months ended December 31,", "", ""],
      ["", 2000, 1999, 2000, 1999, 1998],
    ]);
    expect(table.at(-1)?.[0]).toBe("Not shown (see years): the years to December 31, 1997; December 31, 1996");
  });

  test("as many as are asked for", () => {
    const ask = (years: unknown) =>
      EPSTABLE([HEADER, ...annual], undefined, undefined, undefined, undefined, undefined, undefined, undefined, years);
    expect(ask(2)[1]).toEqual(["", 2000, 1999]);
    expect(() => ask(51)).toThrow("years must be from 1 to 50; received 51");
  });
});

test("half years, as IFRS reports them", () => {
  const table = [
    ["Period end", "Months", "Profit for the period", "Weighted average number of ordinary shares"],
    [on("2023-06-30"), 6, 40, 100],
    [on("2023-12-31"), 6, 60, 100],
    [on("2024-06-30"), 6, 50, 100],
    [on("2024-12-31"), 6, 70, 100],
  ];
  expect(EPSTABLE(table, undefined, "IFRS").slice(0, 2)).toEqual([
    ["", "Six months ended December 31,", "", "Twelve months ended December 31,", ""],
    ["", 2024, 2023, 2024, 2023],
  ]);
});
