import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANBALANCE, LOANSCHEDULE, LOANSTEPS } from "../../../src/functions/loan/loan";
import { LOANFINDINGS, LOANINTEREST, LOANPAYOFF } from "../../../src/functions/loan/loanAgreement";

const on = (month: number, day: number, year = 2024) => serialOf(dayOf(year, month, day));
/** Rows of a label and what stands behind it, as wide as the widest. */
const sheet = (...rows: unknown[][]) => rows.map((row) => [...row, "", "", ""].slice(0, 4));
const plain = (cells: any[][]): unknown[][] =>
  cells.map((row) => row.map((cell) => (typeof cell === "object" && cell !== null ? cell.basicValue : cell)));

/** 12,000 at 6 % over a year: 1,032.80 a month. */
const LOAN = [
  ["Principal", 12_000],
  ["Start date", on(1, 1)],
  ["Annual rate", 0.06],
  ["Number of payments", 12],
  ["Payment rounding", "cent"],
  ["Interest rounding", "cent"],
];
const NOTE = [
  ["Principal", 100_000],
  ["Start date", on(1, 1)],
  ["Annual rate", 0.12],
  ["Day count", "ACT/365"],
  ["Interest rounding", "cent"],
];
const US_RULE = sheet(...NOTE, ["Payment received", on(2, 1), 500], ["Payment received", on(3, 1), 2_000]);

describe("a loan with payments received", () => {
  test("is owed by what was paid: the United States Rule", () => {
    expect(
      [on(1, 15), on(2, 1), on(2, 29), on(3, 1), on(12, 31)].map((day) => LOANBALANCE([[day]], US_RULE)[0]),
    ).toEqual([100_000, 100_000, 100_000, 99_472.6, 99_472.6].map((balance) => [balance]));
  });

  test("has every line in its working", () => {
    expect(plain(LOANSTEPS(on(3, 15), US_RULE))).toEqual([
      ["Step", "Amount", "Clause"],
      ["Principal at January 1, 2024", 100_000, ""],
      ["Interest at 12% from January 1 to February 1, 2024 (31 days)", 1_019.18, ""],
      ["Payment received on February 1, 2024: 500 to interest", -500, ""],
      ["Interest at 12% from February 1 to March 1, 2024 (29 days)", 953.42, ""],
      ["Payment received on March 1, 2024: 1,472.60 to interest, 527.40 to principal", -2_000, ""],
      ["Interest at 12% from March 1 to March 15, 2024 (14 days)", 457.85, ""],
      ["Owed at March 15, 2024", 99_930.45, ""],
      ["Less interest owed", -457.85, ""],
      ["Loan Balance", 99_472.6, ""],
    ]);
  });

  test("accrues interest on what was left, also after the last payment", () => {
    expect(LOANINTEREST(on(1, 1), on(3, 1), US_RULE)).toBe(1_972.6);
    // 99,472.60 x 0.12 x 14/365
    expect(LOANINTEREST(on(3, 1), on(3, 15), US_RULE)).toBe(457.85);
  });

  test("is paid off with interest and fees", () => {
    const fees = [...US_RULE, ["Fee charged", on(3, 2), 25, ""], ["Late fee", on(3, 3), 50, ""]];
    expect(plain(LOANPAYOFF(on(3, 15), "payoff", fees)).filter(([, amount]) => amount !== 0)).toEqual([
      ["Item", "Amount", "Clause"],
      ["Loan Balance", 99_472.6, ""],
      ["Accrued interest", 457.85, ""],
      ["Fees owed", 75, ""],
      ["Good through", "", ""],
      ["Due from the borrower", 100_005.45, ""],
      // 99,472.60 x 0.12/365
      ["Per diem", 32.7, ""],
    ]);
  });

  test("prints the schedule that was agreed, and so is its computed balance", () => {
    const received = sheet(...LOAN, ["Payment received", on(2, 1), 500]);
    expect(plain(LOANSCHEDULE(received))).toEqual(plain(LOANSCHEDULE(sheet(...LOAN))));
    expect(LOANBALANCE([[on(3, 1)]], received, "computed")).toEqual(LOANBALANCE([[on(3, 1)]], sheet(...LOAN)));
    expect(LOANBALANCE([[on(3, 1)]], received)).toEqual([[11_560]]);
  });
});

describe("lines of the ledger", () => {
  const balance = (day: number, ...lines: unknown[][]) => LOANBALANCE([[day]], sheet(...NOTE, ...lines))[0]?.[0];

  test.each<[string, number, unknown[][], number]>([
    // Interest to February 1 is 1,019.18.
    [
      "fees before interest and principal",
      on(2, 1),
      [
        ["Fee", on(1, 15), 100],
        ["Receipt", on(2, 1), 2_000],
      ],
      99_119.18,
    ],
    [
      "interest, principal, fees: as the sheet says",
      on(2, 1),
      [
        ["Applied to", "interest, principal, fees"],
        ["Fee", on(1, 15), 100],
        ["Amount paid", on(2, 1), 2_000],
      ],
      99_019.18,
    ],
    [
      "an order with a cell for each",
      on(2, 1),
      [
        ["Application of payments", "Principal", "Interest", "Fees"],
        ["Paid", on(2, 1), 2_000],
      ],
      98_000,
    ],
    ["principal alone", on(2, 1), [["Principal-only payment", on(2, 1), 2_000]], 98_000],
    [
      "a payment that came back",
      on(2, 8),
      [
        ["Payment received", on(2, 1), 2_000],
        ["Returned payment", on(2, 8), 2_000],
      ],
      100_000,
    ],
    [
      "an advance between",
      on(3, 1),
      [
        ["Advance", on(2, 1), 10_000],
        ["Payment received", on(3, 1), 3_000],
      ],
      // 1,019.18 + 110,000 x 0.12 x 29/365 = 1,048.77 is 2,067.95 together
      109_067.95,
    ],
    [
      "another rate from a day on",
      on(3, 1),
      [
        ["Rate change", on(2, 1), 0.06],
        ["Payment received", on(3, 1), 3_000],
      ],
      // 1,019.18 + 100,000 x 0.06 x 29/365 = 1,495.89
      98_495.89,
    ],
    [
      "escrow",
      on(2, 1),
      [
        ["Escrow", on(2, 1), 300],
        ["Payment received", on(2, 1), 1_019.18],
      ],
      100_000,
    ],
    [
      "a fee that was waived",
      on(2, 1),
      [
        ["Late charge", on(1, 20), 50],
        ["Late fee waived", on(1, 25), 50],
        ["Payment received", on(2, 1), 2_000],
      ],
      99_019.18,
    ],
  ])("%s", (_case, day, lines, expected) => {
    expect(balance(day, ...lines)).toBe(expected);
  });

  test("unpaid interest becomes principal when it falls due, where the sheet capitalizes it", () => {
    const lines = [
      ["Number of payments", 12],
      ["Payment", 2_000],
      ["Unpaid interest", "capitalized"],
      ["Payment received", on(2, 1), 500],
    ];
    expect(balance(on(1, 31), ...lines)).toBe(100_000);
    expect(balance(on(2, 1), ...lines)).toBe(100_519.18);
    // March 1: 100,519.18 x 0.12 x 29/365 = 958.37
    expect(balance(on(3, 1), ...lines)).toBe(101_477.55);
  });
});

describe("what was paid beside what was due", () => {
  const findings = (...lines: unknown[][]) => plain(LOANFINDINGS(sheet(...LOAN, ...lines))).slice(1);

  test("payments on time are not found", () => {
    expect(findings(["Payment received", on(2, 1), 1_032.8], ["Payment received", on(3, 1), 1_032.8])).toEqual([
      ["", "No disagreement found", "", "", "", ""],
    ]);
  });

  test("late and short payments, arrears, late charges, each with its clause", () => {
    expect(
      findings(
        ["Clause on payments", "2"],
        ["Clause on late charge", "4(b)"],
        ["Late charge rate", 0.05],
        ["Grace period", 10],
        ["Payment received", on(2, 12), 1_032.8],
        ["Late charge", on(2, 12), 51.64],
        ["Payment received", on(3, 16), 1_051.64],
        ["Late charge", on(3, 17), 50],
        ["Payment received", on(4, 8), 1_000],
      ),
    ).toEqual([
      ["2", "Payment due on February 1, 2024", on(2, 1), on(2, 12), 11, "11 days late"],
      ["2", "Payment due on March 1, 2024", on(3, 1), on(3, 16), 15, "15 days late"],
      ["2", "Arrears on April 8, 2024", 3_098.4, 3_065.6, -32.8, "Since April 1, 2024: 7 days late"],
      ["4(b)", "Late charge on March 17, 2024", 50, 51.64, 1.64, "Of the payment due on March 1, 2024"],
    ]);
  });

  test("a payment that never came, and its late charge", () => {
    expect(
      findings(
        ["Late fee amount", 25],
        ["Payment received", on(2, 1), 1_032.8],
        ["Late fee", on(2, 5), 25],
        ["Escrow", on(3, 20), 1],
      ),
    ).toEqual([
      ["", "Payment due on March 1, 2024", 1_032.8, 0, -1_032.8, "Not paid: 19 days late on March 20, 2024"],
      ["", "Arrears on March 20, 2024", 2_065.6, 1_032.8, -1_032.8, "Since March 1, 2024: 19 days late"],
      ["", "Late charge on February 5, 2024", 25, 0, -25, "No payment was late by then"],
      ["", "Late charge on March 2, 2024", 0, 25, 25, "Not charged, of the payment due on March 1, 2024"],
    ]);
  });

  test("a payment that came back counts for none", () => {
    expect(
      findings(
        ["Payment received", on(2, 1), 1_032.8],
        ["NSF", on(2, 6), 1_032.8],
        ["Payment received", on(2, 9), 1_032.8],
      ),
    ).toEqual([["", "Payment due on February 1, 2024", on(2, 1), on(2, 9), 8, "8 days late"]]);
  });
});

describe("a loan in the middle of its life", () => {
  const REST = [
    ["Annual rate", 0.06],
    ["Payment rounding", "cent"],
    ["Interest rounding", "cent"],
    ["Remaining payments", 3],
  ];

  test("goes on from a balance at a date", () => {
    // As the last three payments of the loan of 12,000: 1,032.80 each, the last 1,032.78.
    expect(plain(LOANSCHEDULE(sheet(["Balance at", on(10, 1), 3_067.65], ...REST, ["Payment", 1_032.8])))).toEqual([
      ["Date", "Opening", "Interest", "Payment", "Closing"],
      [on(10, 1), "", "", "", 3_067.65],
      ...plain(LOANSCHEDULE(sheet(...LOAN))).slice(-3),
    ]);
  });

  test("whose interest runs since the payment date before it", () => {
    const rows = plain(LOANSCHEDULE(sheet(["Balance at", on(10, 20), 3_000], ["Next payment", on(11, 1)], ...REST)));
    expect(rows.slice(1, 3).map(([date, , interest]) => [date, interest])).toEqual([
      [on(10, 1), ""],
      [on(11, 1), 15],
    ]);
  });

  test("whose accrued interest is owed with the next payment", () => {
    const continued = sheet(
      ["Balance at", on(10, 20), 3_000],
      ["Accrued interest", 9.5],
      ["Next payment", on(11, 1)],
      ["Day count", "ACT/360"],
      ...REST,
    );
    // 9.50 and 3,000 x 0.06 x 12/360 = 6.00
    expect(plain(LOANSCHEDULE(continued))[2]?.slice(0, 3)).toEqual([on(11, 1), 3_000, 15.5]);
    expect(plain(LOANPAYOFF(on(10, 30), "payoff", continued))).toContainEqual(["Accrued interest", 14.5, ""]);
    const paid = [...continued, ["Payment received", on(11, 1), 15.5, ""]];
    expect(LOANBALANCE([[on(11, 1)]], paid)).toEqual([[3_000]]);
  });
});

describe("what makes no sense is refused by cell, rule and value", () => {
  test.each<[string, unknown[][], string]>([
    [
      "a receipt before the start",
      [["Payment received", on(12, 1, 2023), 500]],
      "loan row 6, column 2 (Payment received) must not be before the start date, January 1, 2024; received December 1, 2023",
    ],
    [
      "a negative receipt",
      [["Payment received", on(2, 1), -500]],
      "loan row 6, column 3 (Payment received) must be zero or more; a payment that came back is a Returned payment; received -500",
    ],
    [
      "more than is owed, in the second row by date",
      [
        ["Payment received", on(3, 1), 200_000],
        ["Payment received", on(2, 1), 1_019.18],
      ],
      "loan row 6, column 3 (Payment received) must be no more than is owed on March 1, 2024, 100,953.42; received 200,000",
    ],
    [
      "a receipt after the loan is repaid",
      [
        ["Payment received", on(2, 1), 101_019.18],
        ["Payment received", on(3, 1), 5],
      ],
      "loan row 7, column 3 (Payment received) must not be after the loan is repaid: on March 1, 2024 nothing is owed; received 5",
    ],
    [
      "the return of what never came",
      [
        ["Payment received", on(2, 1), 500],
        ["Returned payment", on(2, 5), 505],
      ],
      "loan row 7, column 3 (Returned payment) must be the amount of an earlier payment that has not been returned yet; received 505",
    ],
    [
      "an order of what there is not",
      [
        ["Applied to", "interest, taxes, principal"],
        ["Payment received", on(2, 1), 500],
      ],
      'loan row 6, column 2 (Applied to) must name late charges, fees, interest and principal in an order, such as "fees, interest, principal"; received "interest, taxes, principal"',
    ],
    [
      "a rounded balance",
      [
        ["Balance rounding", "dollar"],
        ["Payment received", on(2, 1), 500],
      ],
      'loan row 6, column 2 (Balance rounding) must be left out of a loan with payments received: its balance is what they leave; received "dollar"',
    ],
    [
      "a receipt without its amount",
      [["Payment received", on(2, 1)]],
      "loan row 6, column 2 (Payment received), second value must be an amount; received a blank",
    ],
  ])("%s", (_case, lines, message) => {
    expect(() => LOANBALANCE([[on(6, 1)]], sheet(...NOTE, ...lines))).toThrow(expect.objectContaining({ message }));
  });

  test("a balance at a date beside a principal", () => {
    expect(() => LOANSCHEDULE(sheet(...LOAN, ["Balance at", on(3, 1), 10_000]))).toThrow(
      expect.objectContaining({
        message:
          "loan row 1, column 2 (Principal) must be left out where Balance at says what is owed (Remaining payments, Next payment date); received 12000",
      }),
    );
  });
});
