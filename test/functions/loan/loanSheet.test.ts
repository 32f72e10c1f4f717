import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANBALANCE, LOANSCHEDULE, LOANSTEPS } from "../../../src/functions/loan/loan";
import { LOANCOLLATERAL, LOANFINDINGS, LOANINTEREST, LOANPAYOFF } from "../../../src/functions/loan/loanAgreement";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

const EXHIBIT = [
  ["Loan", "Levy"],
  ["Principal", 92_909],
  ["Start date", serial(1997, 8, 1)],
  ["Annual rate", 0.1],
  ["Number of payments", 60],
  ["Payment rounding", "none"],
  ["Interest rounding", "none"],
  ["Schedule rounding", "dollar"],
  ["Balance between dates", "interest less pro rata share"],
  ["Day count between dates", "30/360"],
  ["Count both days", "yes"],
  ["Rounding between dates", "dollar"],
  ["Pro rata basis", 365],
  ["Pro rata rounding", "dollar down"],
  ["Clause on balance", 3.5],
  ["Clause on schedule", "Article 2"],
  ["Collateral shares", 40_000],
  ["Event", "without cause", "forgiven", "returned", 3.1],
  ["Event", "resignation", "due", "returned", 3.3],
  ["Stated figure", "start date", "", serial(1997, 7, 31), "Preamble, 1.2"],
  ["Stated figure", "principal", 98_307, "", "Recital B"],
  ["Stated figure", "reduction", 24_212, "", "3.5, text"],
  ["Stated figure", "interest", 494, serial(2000, 9, 12), "3.5, example"],
  ["Stated figure", "share", 2_790, serial(2000, 9, 12), "3.5, example"],
  ["", ""],
  ["Date", "Reduction", "Balance"],
  [serial(1997, 8, 1), "", 92_909],
  [serial(1998, 8, 1), 23_689, 77_833],
  [serial(1999, 8, 1), 23_689, 61_178],
  [serial(2000, 8, 1), 23_689, 42_779],
  [serial(2001, 8, 1), 23_689, 24_226],
  [serial(2002, 8, 1), 23_689, 0],
];

test("Exhibit 10.10 written as a loan sheet answers as the built-in one", () => {
  const dates = [[serial(2000, 9, 12)], [serial(2001, 8, 1)], [serial(1998, 3, 31)], [serial(2000, 7, 31)]];
  expect(LOANBALANCE(dates, EXHIBIT)).toEqual(LOANBALANCE(dates));
  expect(LOANBALANCE(dates, EXHIBIT, "computed")).toEqual(LOANBALANCE(dates, null as any, "computed"));
  expect(LOANSTEPS(serial(2000, 9, 12), EXHIBIT)).toEqual(LOANSTEPS(serial(2000, 9, 12)));
  expect(LOANSCHEDULE(EXHIBIT)).toEqual(LOANSCHEDULE());
  expect(LOANFINDINGS(EXHIBIT)).toEqual(LOANFINDINGS());
  expect(LOANPAYOFF(serial(2000, 9, 12), "resignation", EXHIBIT)).toEqual(
    LOANPAYOFF(serial(2000, 9, 12), "resignation"),
  );
  const prices = [[serial(1998, 8, 1), 2.5]];
  expect(LOANCOLLATERAL(prices, EXHIBIT)).toEqual(LOANCOLLATERAL(prices));
});

test("a plain loan", () => {
  const sheet = [
    ["Principal", 1000],
    ["Start date", serial(2025, 1, 15)],
    ["Annual rate", 0.12],
    ["Day count", "30/360"],
    ["Number of payments", 4],
    ["Payment rounding", "cent"],
    ["Interest rounding", "cent"],
  ];
  expect(LOANSCHEDULE(sheet)).toEqual([
    ["Date", "Opening", "Interest", "Payment", "Closing"],
    [serial(2025, 1, 15), "", "", "", 1000],
    [serial(2025, 2, 15), 1000, 10, 256.28, 753.72],
    [serial(2025, 3, 15), 753.72, 7.54, 256.28, 504.98],
    [serial(2025, 4, 15), 504.98, 5.05, 256.28, 253.75],
    [serial(2025, 5, 15), 253.75, 2.54, 256.29, 0],
  ]);
});

describe("a plain loan between its payments", () => {
  const sheet = (...more: unknown[][]) => [
    ["Principal", 1_000],
    ["Start date", serial(2025, 1, 15)],
    ["Annual rate", 0.12],
    ["Number of payments", 4],
    ["Payment rounding", "cent"],
    ["Interest rounding", "cent"],
    ...more,
  ];
  const MARCH_1 = serial(2025, 3, 1); // 14 of the 28 days from February 15, on 753.72: 3.77

  test("the balance is the principal, and a payoff adds the interest", () => {
    expect(LOANBALANCE([[MARCH_1]], sheet())).toEqual([[753.72]]);
    expect(LOANPAYOFF(MARCH_1, "payoff", sheet())).toEqual([
      ["Item", "Amount", "Clause"],
      ["Loan Balance", 753.72, ""],
      ["Accrued interest", 3.77, ""],
      ["Good through", serial(2025, 3, 15), ""],
      ["Due from the borrower", 757.49, ""],
      ["Per diem", 0.27, ""], // 1 % of 753.72 over the 28 days from February 15
    ]);
  });

  test("or the principal with its interest, where the sheet says so", () => {
    const accruing = sheet(["Balance between dates", "principal and interest"]);
    expect(LOANBALANCE([[MARCH_1]], accruing)).toEqual([[757.49]]);
    expect(LOANSTEPS(MARCH_1, accruing)).toEqual([
      ["Step", "Amount", "Clause"],
      ["Loan Balance at February 15, 2025", 753.72, ""],
      ["Interest at 12% from February 15 to March 1, 2025", 3.77, ""],
      ["Loan Balance", 757.49, ""],
    ]);
  });

  test("by a day count of its own, ACT/365 on the opening balance: 753.72 x 12 % x 14/365", () => {
    const plain = sheet(
      ["Balance between dates", "principal and interest"],
      ["Interest between dates", "opening balance"],
      ["Day count between dates", "ACT/365"],
    );
    expect(LOANBALANCE([[MARCH_1]], plain)).toEqual([[753.72 + 3.47]]);
  });

  test("interest of two stretches that meet is that of both", () => {
    expect(LOANINTEREST(serial(2025, 1, 15), serial(2025, 2, 15), sheet())).toBe(10);
    expect(LOANINTEREST(serial(2025, 2, 15), MARCH_1, sheet())).toBe(3.77);
    expect(LOANINTEREST(serial(2025, 1, 15), MARCH_1, sheet())).toBe(13.77);
  });

  test("extra payments, advances and fees have columns of their own, where there are any", () => {
    const moved = sheet(["Extra payment", serial(2025, 2, 15), 300], ["Fee", serial(2025, 3, 1), 25]);
    expect(LOANSCHEDULE(moved).slice(0, 4)).toEqual([
      ["Date", "Opening", "Interest", "Payment", "Extra payment", "Closing", "Fee"],
      [serial(2025, 1, 15), "", "", "", "", 1_000, ""],
      [serial(2025, 2, 15), 1_000, 10, 256.28, 300, 453.72, 0],
      [serial(2025, 3, 15), 453.72, 4.54, 256.28, 0, 201.98, 25],
    ]);
  });

  test("what is lent, paid extra or forgiven between two payments counts from its day on", () => {
    const line = sheet(["Extra payment", serial(2025, 2, 20), 100], ["Advance", MARCH_1, 300]);
    const days = [serial(2025, 2, 19), serial(2025, 2, 20), serial(2025, 2, 28), MARCH_1, serial(2025, 3, 14)];
    expect(
      LOANBALANCE(
        days.map((day) => [day]),
        line,
      ),
    ).toEqual([[753.72], [653.72], [653.72], [953.72], [953.72]]);
    expect(
      LOANSTEPS(MARCH_1, line)
        .slice(1)
        .map(([step, amount]) => [step, amount]),
    ).toEqual([
      ["Loan Balance at February 15, 2025", 753.72],
      ["Extra payment on February 20, 2025", -100],
      ["Advance on March 1, 2025", 300],
      ["Loan Balance", 953.72],
    ]);
  });

  test("an advance on the day of the loan is in its balance from then on", () => {
    const staged = sheet(["Advance", serial(2025, 1, 15), 1_000]);
    expect(LOANBALANCE([[serial(2025, 1, 15)], [serial(2025, 2, 14)]], staged)).toEqual([[2_000], [2_000]]);
    expect(LOANINTEREST(serial(2025, 1, 15), serial(2025, 2, 15), staged)).toBe(20);
  });

  test("a printed line with an extra payment since the one before foots with it", () => {
    const lines = [
      ["Date", "Payment", "Balance"],
      [serial(2025, 2, 15), 256.28, 753.72],
      [serial(2025, 3, 15), 256.28, 404.47],
      [serial(2025, 4, 15), 256.28, 152.23],
      [serial(2025, 5, 15), 153.75, 0],
    ];
    const extra = [...sheet(["Extra payment", serial(2025, 3, 1), 100]), ...lines]; // 14 of 28 days on 753.72, 14 on 653.72: 7.04
    expect(LOANSCHEDULE(extra)[3]).toEqual([
      serial(2025, 3, 15),
      753.72,
      7.03,
      -100,
      256.28,
      404.47,
      404.47,
      404.48,
      0.01,
    ]);
    expect(
      LOANFINDINGS(extra)
        .slice(1)
        .map(([, what]) => what),
    ).not.toContainEqual(expect.stringContaining("Footing"));
  });

  test("a schedule of stated payments is computed from its terms, and its balances are tied out", () => {
    const irregular = [
      ["Principal", 1_000],
      ["Start date", serial(2025, 1, 15)],
      ["Annual rate", 0.12],
      ["Day count", "30/360"],
      ["Interest rounding", "cent"],
      ["Date", "Payment", "Balance"],
      [serial(2025, 3, 15), 520, 500], // two months: 20.00
      [serial(2025, 4, 15), 255, 250],
      [serial(2025, 6, 15), 255, 5], // two months on 250: 5.00, so nothing is left
    ];
    expect(
      LOANSCHEDULE(irregular, "computed")
        .slice(1)
        .map((row) => row[4]),
    ).toEqual([1_000, 500, 250, 0]);
    expect(LOANFINDINGS(irregular).slice(1)).toEqual([
      ["Schedule", "Balance on June 15, 2025", 5, 0, -5, "No cause found: the terms do not give this figure"],
    ]);
  });

  test("the active loan of the workbook is meant where none is given", () => {
    setOpenWorkbook({ activeLoan: sheet() });
    expect(LOANBALANCE([[serial(2025, 2, 15)]])).toEqual([[753.72]]);
    setOpenWorkbook({ activeLoan: null });
    expect(LOANBALANCE([[serial(2000, 9, 12)]])).toEqual([[40_483]]);
  });

  test.each([
    ["in advance", 253.74, "Comes out with payments in advance"], // 256.28 / 1.01
    ["one cent off", 256.29, "Rounding: one unit of the payment's precision"],
    [
      "at another rate",
      250,
      "No cause found: the terms do not give this figure; the last payment settles the difference",
    ],
  ])("a stated payment %s is a finding", (_case, payment, cause) => {
    expect(LOANFINDINGS(sheet(["Payment", payment])).slice(1)).toEqual([
      ["", "Payment", payment, 256.28, expect.closeTo(256.28 - payment, 8), cause],
    ]);
  });

  test("a sound loan has none", () => {
    expect(LOANFINDINGS(sheet(["Payment", 256.28])).slice(1)).toEqual([["", "No disagreement found", "", "", "", ""]]);
  });
});

test("an index of the start stands behind its label, with or without a blank for its date", () => {
  const sheet = (...index: (string | number)[]) => [
    ["Principal", 8_320_000, ""],
    ["Start date", serial(2010, 9, 30), ""],
    ["Index", ...index],
    ["Margin", 0.015, ""],
    ["Number of payments", 300, ""],
    ["Interest rounding", "cent", ""],
  ];
  const alone = LOANSCHEDULE(sheet(0.0325, ""));
  expect(alone[2]?.[2]).toBe(32_933.33);
  expect(LOANSCHEDULE(sheet("", 0.0325))).toEqual(alone);
  expect(LOANSCHEDULE(sheet(0.0325, 0))).toEqual(alone); // some Excels hand a blank over as 0
  expect(LOANSCHEDULE(sheet(serial(2010, 9, 30), 0.0325))).toEqual(alone);
});
