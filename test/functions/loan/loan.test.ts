import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANBALANCE, LOANSCHEDULE, LOANSTEPS } from "../../../src/functions/loan/loan";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const SEPTEMBER_12_2000 = serial(2000, 9, 12);

describe("=LOANBALANCE on Exhibit 10.10", () => {
  test("the agreement's own example is 40,483", () => {
    expect(LOANBALANCE([[SEPTEMBER_12_2000]])).toEqual([[40_483]]);
  });

  test("answers a column of dates in its shape, blanks and all", () => {
    const dates = [1997, 1998, 1999, 2000, 2001, 2002].map((year) => [serial(year, 8, 1)]);
    expect(LOANBALANCE([...dates, [""]])).toEqual([[92_909], [77_833], [61_178], [42_779], [24_226], [0], [""]]);
  });

  test("recomputed, August 2001 is 22,454", () => {
    expect(LOANBALANCE([[serial(2001, 8, 1)]], null as any, "computed")).toEqual([[22_454]]);
  });

  test.each(["Exhibit 10.10", "exhibit 10.10", " EXHIBIT  10.10 ", "Exhibit10.10"])(
    "%p names it, whatever loan the workbook has",
    (name) => {
      const own = [
        ["Principal", 1_000],
        ["Start date", serial(2020, 1, 1)],
        ["Annual rate", 0.1],
        ["Number of payments", 12],
      ];
      setOpenWorkbook({ activeLoan: own });
      try {
        expect(LOANBALANCE([[SEPTEMBER_12_2000]], [[name]])).toEqual([[40_483]]);
        expect(LOANBALANCE([[SEPTEMBER_12_2000]], name as any)).toEqual([[40_483]]);
        expect(LOANBALANCE([[serial(2020, 1, 1)]])).toEqual([[1_000]]);
        expect(() => LOANBALANCE([[SEPTEMBER_12_2000]])).toThrow("date must be on or after January 1, 2020");
      } finally {
        setOpenWorkbook({ activeLoan: null });
      }
    },
  );

  test.each(["Exhibit 10.1", "Exhibit 11", "my loan", "10.10"])("%p is no loan", (name) => {
    for (const loan of [
      [[name]],
      [
        ["", name],
        ["", ""],
      ],
    ])
      expect(() => LOANBALANCE([[SEPTEMBER_12_2000]], loan)).toThrow(
        `loan must be a range of labels and values, or "Exhibit 10.10"; received "${name}"`,
      );
  });

  test.each([
    ["text", ["soon"], "#VALUE!", 'date must be a date; received "soon"'],
    ["a blank", [""], "#VALUE!", "date must be a date; received a blank"],
    ["an omitted date", [null], "#VALUE!", "date must be a date; received a blank"],
    [
      "a date before the loan",
      [serial(1997, 7, 31)],
      "#N/A",
      "date must be on or after August 1, 1997, when the loan begins; received July 31, 1997",
    ],
  ])("%s is an error with words", (_case, row, code, message) => {
    expect(() => LOANBALANCE([row])).toThrow(expect.objectContaining({ code, message }));
  });

  test("one bad date of a column spoils its own answer only, and says which it is", () => {
    expect(LOANBALANCE([[SEPTEMBER_12_2000], ["soon"], [serial(1990, 1, 1)]])).toEqual([
      [40_483],
      [expect.objectContaining({ code: "#VALUE!", message: 'date row 2 must be a date; received "soon"' })],
      [expect.objectContaining({ code: "#N/A", message: expect.stringContaining("date row 3 must be on or after") })],
    ]);
  });

  test("another basis is refused by name", () => {
    expect(() => LOANBALANCE([[SEPTEMBER_12_2000]], null as any, "guessed")).toThrow(
      'basis must be "stated" or "computed"; received "guessed"',
    );
  });
});

test("=LOANSTEPS lays the example out as section 3.5 does", () => {
  expect(LOANSTEPS(SEPTEMBER_12_2000)).toEqual([
    ["Step", "Amount", "Clause"],
    ["Loan Balance at July 31, 2000", 42_779, "3.5"],
    ["Interest at 10% from August 1 to September 12, 2000", 494, "3.5"],
    ["Updated Loan", 43_273, "3.5"],
    ["Pro Rata Share of Annual Reduction (43/365 x $23,689)", -2_790, "3.5"],
    ["Loan Balance", 40_483, "3.5"],
  ]);
});

test("=LOANSTEPS on a table date is the table's line", () => {
  expect(LOANSTEPS(serial(2001, 8, 1))).toEqual([
    ["Step", "Amount", "Clause"],
    ["Loan Balance at August 1, 2001", 24_226, "Article 2"],
  ]);
});

test("=LOANSCHEDULE sets the stated balance beside the computed one", () => {
  expect(LOANSCHEDULE()).toEqual([
    ["Date", "Opening", "Interest", "Reduction", "Closing", "Stated", "Computed", "Difference"],
    [serial(1997, 8, 1), "", "", "", 92_909, 92_909, 92_909, 0],
    [serial(1998, 8, 1), 92_909, 8_613, 23_689, 77_833, 77_833, 77_833, 0],
    [serial(1999, 8, 1), 77_833, 7_034, 23_689, 61_178, 61_178, 61_178, 0],
    [serial(2000, 8, 1), 61_178, 5_290, 23_689, 42_779, 42_779, 42_779, 0],
    [serial(2001, 8, 1), 42_779, 5_136, 23_689, 24_226, 24_226, 22_454, -1_772],
    [serial(2002, 8, 1), 24_226, -537, 23_689, 0, 0, 0, 0],
  ]);
});
