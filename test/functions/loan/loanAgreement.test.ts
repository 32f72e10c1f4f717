import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANCOLLATERAL, LOANFINDINGS, LOANINTEREST, LOANPAYOFF } from "../../../src/functions/loan/loanAgreement";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const EXHIBIT_10_10 = null as any;

describe("=LOANFINDINGS of Exhibit 10.10", () => {
  const [header, ...findings] = LOANFINDINGS();

  test("has a header", () => {
    expect(header).toEqual(["Clause", "Finding", "Stated", "Computed", "Difference", "Cause"]);
  });

  test("lists each figure that does not follow from the rest, with its cause", () => {
    expect(findings.slice(0, 5)).toEqual([
      [
        "Article 2",
        "Balance on August 1, 2001",
        24_226,
        22_454,
        -1_772,
        "Equals the balance one payment earlier, after payment 47",
      ],
      [
        "Article 2",
        "Footing of the line of August 1, 2002",
        0,
        1_957,
        1_957,
        "The balance before it is overstated by 1,772",
      ],
      [
        "Preamble, 1.2",
        "Start date",
        serial(1997, 7, 31),
        serial(1997, 8, 1),
        1,
        "The same moment: the end of one day is the start of the next",
      ],
      ["Recital B", "Principal", 98_307, 92_909, -5_398, "No cause found: the terms do not give this figure"],
      ["3.5, text", "Reduction", 24_212, 23_689, -523, "No cause found: the terms do not give this figure"],
    ]);
  });

  test("says how the example's figures come out, and how they do not", () => {
    expect(findings.slice(5)).toEqual([
      [
        "3.5, example",
        "Example of September 12, 2000: interest",
        494,
        494,
        0,
        expect.stringMatching(/own accrual \(493\.70\).*42 days \(493\.60\).*43\/372 \(494\.49\).*492\.25.*503\.97/),
      ],
      [
        "3.5, example",
        "Example of September 12, 2000: share",
        2_790,
        2_790,
        0,
        "Reproduced by 43/365, cut (2,790.76); rounded half up it would be 2,791",
      ],
    ]);
  });
});

describe("=LOANINTEREST of Exhibit 10.10", () => {
  test.each([
    ["the agreement's example", [2000, 8, 1], [2000, 9, 12], 494],
    ["one whole month, 42,779 x 10 %/12", [2000, 8, 1], [2000, 8, 31], 356],
    ["no time at all", [2000, 9, 12], [2000, 9, 12], 0],
    ["after the loan", [2003, 1, 1], [2004, 1, 1], 0],
  ] as const)("%s", (_case, from, to, interest) => {
    expect(LOANINTEREST(serial(from[0], from[1], from[2]), serial(to[0], to[1], to[2]))).toBe(interest);
  });

  test("dates the wrong way round are refused", () => {
    expect(() => LOANINTEREST(serial(2000, 9, 12), serial(2000, 9, 11))).toThrow(
      "to must not be before from, September 12, 2000",
    );
  });
});

describe("=LOANPAYOFF of Exhibit 10.10 on September 12, 2000", () => {
  test.each([
    ["without cause", "3.1", 40_483, 0],
    ["for cause", "3.2", 0, 40_483],
    ["Termination With Cause", "3.2", 0, 40_483],
    ["Resignation", "3.3", 0, 40_483],
    ["death", "3.4", 40_483, 0],
    ["disability", "3.4", 40_483, 0],
    ["termination without cause", "3.1", 40_483, 0],
  ])("%s, clause %s: %d forgiven, %d due", (event, clause, forgiven, due) => {
    expect(LOANPAYOFF(serial(2000, 9, 12), event, EXHIBIT_10_10, 2.5)).toEqual([
      ["Item", "Amount", "Clause"],
      ["Loan Balance", 40_483, "3.5"],
      ["Accrued interest", 0, "3.5"],
      ["Forgiven", forgiven, clause],
      ["Due from the borrower", due, clause],
      ["Collateral shares returned", 40_000, clause],
      ["Value of the shares returned", 100_000, clause],
    ]);
  });

  test("an event that the agreement does not know is refused by name", () => {
    expect(() => LOANPAYOFF(serial(2000, 9, 12), "retirement")).toThrow(
      'event must be an event of the agreement: without cause, for cause, with cause, resignation, death, disability, payoff; received "retirement"',
    );
  });
});

test("=LOANCOLLATERAL releases what is worth more than the balance, in whole shares, and waits for a price", () => {
  const prices = [
    ["Date", "Price"],
    [serial(1998, 8, 1), 2.5],
    [serial(1999, 7, 30), 1.5],
    [serial(2001, 8, 1), 2],
  ];
  const noPrice = expect.objectContaining({ code: "#N/A" });
  expect(LOANCOLLATERAL(prices)).toEqual([
    ["Date", "Price", "Loan Balance", "Shares held", "Value", "Returned", "Remaining"],
    [serial(1998, 8, 1), 2.5, 77_833, 40_000, 100_000, 8_866, 31_134], // (100,000 - 77,833) / 2.50 = 8,866.8
    [serial(1999, 8, 1), 1.5, 61_178, 31_134, 46_701, 0, 31_134], // worth less than the balance
    [serial(2000, 8, 1), noPrice, 42_779, 31_134, noPrice, noPrice, 31_134],
    [serial(2001, 8, 1), 2, 24_226, 31_134, 62_268, 19_021, 12_113],
    [serial(2002, 8, 1), noPrice, 0, 12_113, noPrice, 12_113, 0], // settled: all go back
  ]);
});

describe("=LOANPAYOFF of a loan sheet", () => {
  const sheet = (...more: any[][]) => [
    ["Principal", 100_000, ""],
    ["Start date", serial(2024, 1, 1), ""],
    ["Annual rate", 0.06, ""],
    ["Day count", "ACT/360", ""],
    ["Method", "interest only", ""],
    ["Number of payments", 24, ""],
    ["Interest rounding", "cent", ""],
    ["Payment rounding", "cent", ""],
    ...more,
  ];
  const items = (date: number, loan: any[][]) => LOANPAYOFF(date, undefined, loan).map(([item]) => item);

  test("has the same rows on every date, and none of what the loan does not have", () => {
    const rows = ["Item", "Loan Balance", "Accrued interest", "Good through", "Due from the borrower", "Per diem"];
    const days = [serial(2024, 1, 1), serial(2024, 6, 10), serial(2024, 7, 1), serial(2026, 1, 1), serial(2030, 1, 1)];
    expect(days.map((date) => items(date, sheet()))).toEqual(days.map(() => rows));
  });

  test("has a charge, forgiveness and collateral where the agreement has them", () => {
    const full = sheet(
      ["Prepayment penalty", "5-4-3-2-1", ""],
      ["Event", "death", "forgiven"],
      ["Collateral shares", 10, ""],
    );
    expect(LOANPAYOFF(serial(2024, 6, 10), "", full)).toEqual([
      ["Item", "Amount", "Clause"],
      ["Loan Balance", 100_000, ""],
      ["Accrued interest", 150, ""],
      ["Prepayment charge", 5_000, ""],
      ["Forgiven", 0, ""],
      ["Good through", serial(2024, 7, 1), ""],
      ["Due from the borrower", 105_150, ""],
      ["Per diem", 16.67, ""],
      ["Collateral shares returned", 10, ""],
    ]);
  });
});
