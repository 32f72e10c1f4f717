import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANAMORTIZEDCOST, LOANEFFECTIVERATE } from "../../../src/functions/loan/carrying";
import { LOANPORTFOLIO } from "../../../src/functions/loan/portfolio";
import { LOANINTEREST } from "../../../src/functions/loan/loanAgreement";
import { LOANENTRIES, LOANMATURITIES, LOANROLLFORWARD } from "../../../src/functions/loan/ledger";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const column = (...days: number[]) => days.map((day) => [day]);
const loan = (...rows: unknown[][]) => {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array<unknown>(width - row.length).fill("")]);
};

/** 1,200 at 12 % on January 1, 2024, twelve portions of 100 with the interest due on the 1st of each month. */
const PORTIONS = [
  ["Principal", 1200],
  ["Start date", serial(2024, 1, 1)],
  ["Annual rate", 0.12],
  ["Number of payments", 12],
  ["Method", "level principal"],
  ["Payment rounding", "cent"],
  ["Interest rounding", "cent"],
];

describe("=LOANROLLFORWARD", () => {
  test("has a line for each period end, the interest of the running month accrued", () => {
    // By hand: interest of January 12, of February 11, half of March (15 of 31 days) of 1,000 at 1 % is 4.84.
    expect(LOANROLLFORWARD(column(serial(2024, 2, 29), serial(2024, 3, 16)), loan(...PORTIONS))).toEqual([
      [
        "Period end",
        "Opening",
        "Advances",
        "Interest accrued",
        "Paid",
        "Forgiven",
        "Fees",
        "Closing",
        "Accrued interest",
        "Current portion",
        "Noncurrent",
      ],
      [serial(2024, 2, 29), 0, 1200, 22.62, 112, 0, 0, 1110.62, 10.62, 1100, 0],
      [serial(2024, 3, 16), 1110.62, 0, 5.22, 111, 0, 0, 1004.84, 4.84, 1000, 0],
    ]);
  });

  test("counts an advance, an extra payment, a fee and what is forgiven", () => {
    const [, line] = LOANROLLFORWARD(
      column(serial(2024, 1, 31)),
      loan(
        ...PORTIONS,
        ["Advance", serial(2024, 1, 10), 300],
        ["Extra payment", serial(2024, 1, 20), 50],
        ["Fee", serial(2024, 1, 25), 15],
        ["Forgiveness", serial(2024, 1, 25), 40],
      ),
    );
    // Interest for 30 of 31 days, at 1 % a month: 9 on 1,200, 10 on 1,500, 5 on 1,450 and 6 on 1,410.
    const interest = Math.round((9 * 1200 + 10 * 1500 + 5 * 1450 + 6 * 1410) / 31) / 100;
    const closing = 1410 + interest;
    expect(line).toEqual([serial(2024, 1, 31), 0, 1500, interest, 65, 40, 15, closing, interest, 1410, 0]);
  });

  test("is nil before the loan, and after it is repaid", () => {
    const [, before, , after] = LOANROLLFORWARD(
      column(serial(2023, 12, 31), serial(2024, 12, 31), serial(2025, 12, 31)),
      loan(...PORTIONS),
    );
    expect(before?.slice(1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(after?.slice(7)).toEqual([0, 0, 0, 0]);
  });

  test("goes on accruing on what printed payments leave owed, as LOANINTEREST does", () => {
    const printed = loan(
      ["Principal", 1000],
      ["Start date", serial(2024, 1, 1)],
      ["Annual rate", 0.12],
      ["Date", "Payment"],
      [serial(2024, 2, 1), 100],
      [serial(2024, 3, 1), 100],
    );
    const [, march, june] = LOANROLLFORWARD(column(serial(2024, 3, 1), serial(2024, 6, 30)), printed);
    expect(march?.slice(7, 9)).toEqual([819.1, 0]);
    const interest = LOANINTEREST(serial(2024, 3, 1), serial(2024, 6, 30), printed);
    expect(interest).toBeGreaterThan(30);
    expect([june?.[3], june?.[8]]).toEqual([interest, interest]);
  });

  test("ties to the balances that Exhibit 10.10 prints, and says what they depart by", () => {
    const lines = LOANROLLFORWARD(column(...[1998, 1999, 2000, 2001, 2002].map((year) => serial(year, 8, 1))));
    expect(lines.slice(1).map((line) => line[7])).toEqual([77_833, 61_178, 42_779, 24_226, 0]);
    expect(lines.map((line) => line.at(-1))).toEqual(["Difference", 1, 0, 0, 1773, -1957]);
    expect(lines.slice(1).map((line) => line[5])).toEqual([23_689, 23_689, 23_689, 23_689, 23_689]);
    expect(LOANROLLFORWARD([[serial(2000, 9, 12)]])[1]?.[7]).toBe(40_483);
  });
});

describe("=LOANMATURITIES", () => {
  const TEN_YEARS = loan(
    ["Principal", 1000],
    ["Start date", serial(2023, 12, 31)],
    ["Annual rate", 0.05],
    ["Number of payments", 10],
    ["Payment frequency", "annual"],
    ["Method", "level principal"],
    ["Extra payment", serial(2026, 6, 30), 500],
  );

  test("has five years and thereafter, a prepayment to come not anticipated", () => {
    const rows = LOANMATURITIES(serial(2025, 12, 31), TEN_YEARS);
    expect(rows.map(([year, due, left]) => [year, due, left])).toEqual([
      ["Year ending", "Principal due", "Left after"],
      ...[700, 600, 500, 400, 300].map((left, index) => [serial(2026 + index, 12, 31), 100, left]),
      ["Thereafter", 300, 0],
      ["Total principal", 800, ""],
    ]);
  });

  test("once it is paid, what is left falls due no later than it was to", () => {
    const rows = LOANMATURITIES(serial(2026, 12, 31), TEN_YEARS, 2);
    expect(rows.slice(1, 5).map((row) => row[1])).toEqual([100, 100, 0, 200]);
  });

  test("of a loan whose interest is added to it: what is outstanding falls due at the end", () => {
    const bullet = loan(
      ["Principal", 1000],
      ["Start date", serial(2024, 1, 1)],
      ["Annual rate", 0.1],
      ["Number of payments", 4],
      ["Payment frequency", "annual"],
      ["Method", "bullet"],
    );
    const rows = LOANMATURITIES(serial(2025, 1, 1), bullet);
    expect(rows.slice(1).map((row) => row[1])).toEqual([0, 0, 1100, 0, 0, 0, 1100]);
  });
});

describe("=LOANENTRIES", () => {
  test("of a month: the payment, and the interest accrued to its end", () => {
    expect(LOANENTRIES(serial(2024, 2, 1), serial(2024, 2, 29), loan(...PORTIONS))).toEqual([
      ["Date", "Account", "Debit", "Credit", "Memo"],
      [serial(2024, 2, 1), "Interest receivable", 0.39, "", "Interest from January 31, 2024 to February 1, 2024"],
      [serial(2024, 2, 1), "Interest income", "", 0.39, "Interest from January 31, 2024 to February 1, 2024"],
      [serial(2024, 2, 1), "Cash", 112, "", "Payment"],
      [serial(2024, 2, 1), "Interest receivable", "", 12, "Payment"],
      [serial(2024, 2, 1), "Loan receivable", "", 100, "Payment"],
      [serial(2024, 2, 29), "Interest receivable", 10.62, "", "Interest from February 1, 2024 to February 29, 2024"],
      [serial(2024, 2, 29), "Interest income", "", 10.62, "Interest from February 1, 2024 to February 29, 2024"],
    ]);
  });

  test("of the borrower, with the accounts of his chart, the fee at the start amortized", () => {
    const rows = LOANENTRIES(
      serial(2024, 1, 1),
      serial(2025, 1, 1),
      loan(
        ["Principal", 100_000],
        ["Start date", serial(2024, 1, 1)],
        ["Annual rate", 0.1],
        ["Number of payments", 10],
        ["Payment frequency", "annual"],
        ["Payment rounding", "cent"],
        ["Interest rounding", "cent"],
        ["Fee", 2000],
        ["Account: Interest expense", "7100 Interest"],
        ["Book account", "Cash", 1010],
      ),
      "borrower",
    );
    expect(rows.slice(1).map(([, account, debit, credit]) => [account, debit, credit])).toEqual([
      ["1010", 98_000, ""],
      ["Unamortized discount and issue costs", 2000, ""],
      ["Loan payable", "", 100_000],
      ["7100 Interest", 10_000, ""],
      ["Interest payable", "", 10_000],
      ["7100 Interest", 263.53, ""],
      ["Unamortized discount and issue costs", "", 263.53],
      ["Interest payable", 10_000, ""],
      ["Loan payable", 6274.54, ""],
      ["1010", "", 16_274.54],
    ]);
  });

  test("Article 3 of Exhibit 10.10: forgiven is compensation, due is due", () => {
    const ending = (event: string) =>
      LOANENTRIES(serial(2000, 9, 1), serial(2000, 9, 12), undefined, "lender", event)
        .slice(-3)
        .map(([, account, debit, credit, memo]) => [account, debit, credit, memo]);
    expect(ending("without cause")).toEqual([
      ["Compensation expense", 40_483, "", "Forgiven: without cause (3.1)"],
      ["Loan receivable", "", 39_989, "Forgiven: without cause (3.1)"],
      ["Interest receivable", "", 494, "Forgiven: without cause (3.1)"],
    ]);
    expect(ending("resignation")[0]).toEqual(["Due from the borrower", 40_483, "", "Due at once: resignation (3.3)"]);
  });

  test("an event that is no text is refused as one", () =>
    expect(() => LOANENTRIES(serial(2000, 9, 1), serial(2000, 9, 12), undefined, "lender", 3)).toThrow(
      "event must be text; received 3",
    ));

  test("interest imputed on a loan to an employee is compensation when it is made", () => {
    const rows = LOANENTRIES(
      serial(2024, 1, 1),
      serial(2026, 1, 1),
      loan(
        ["Principal", 200_000],
        ["Start date", serial(2024, 1, 1)],
        ["Annual rate", 0],
        ["Number of payments", 2],
        ["Payment frequency", "annual"],
        ["Method", "bullet"],
        ["Market rate", 0.12],
        ["Borrower is an employee", "yes"],
      ),
    );
    expect(rows.slice(1).map(([, account, debit, credit]) => [account, debit, credit])).toEqual([
      ["Loan receivable", 200_000, ""],
      ["Compensation expense", 40_561.22, ""],
      ["Cash", "", 200_000],
      ["Unamortized discount and fees", "", 40_561.22],
      ["Unamortized discount and fees", 19_132.65, ""],
      ["Interest income", "", 19_132.65],
      ["Unamortized discount and fees", 21_428.57, ""],
      ["Interest income", "", 21_428.57],
      ["Cash", 200_000, ""],
      ["Loan receivable", "", 200_000],
    ]);
  });

  test("says so where there are none", () => {
    expect(LOANENTRIES(serial(2020, 1, 1), serial(2020, 1, 31), loan(...PORTIONS))[1]).toEqual([
      "",
      "No entries",
      "",
      "",
      "",
    ]);
  });
});

describe("=LOANEFFECTIVERATE and =LOANAMORTIZEDCOST", () => {
  const rate = (...rows: unknown[][]) => LOANEFFECTIVERATE(loan(...PORTIONS, ...rows));

  test("of a loan at its principal is its rate, as nearly as its payments are rounded", () => {
    expect(rate()).toBeCloseTo(0.12, 10);
  });

  test.each([
    ["Discount", ["Discount", 20], ["Issue price", 1180]],
    ["Proceeds", ["Proceeds", 1180], ["Origination fee", 20]],
    ["an undated fee", ["Fee", 20], ["Issue costs", 20]],
    ["a fee of the first day", ["Fee", serial(2024, 1, 1), 20], ["Discount", 20]],
    ["a premium", ["Premium", 20], ["Origination costs", 20]],
  ])("%s has one meaning, whichever row says it", (_what, one, other) => {
    expect(rate(one)).toBe(rate(other));
    expect(rate(one)).not.toBeCloseTo(0.12, 4);
  });

  test("ends at what is due", () => {
    const rows = LOANAMORTIZEDCOST(loan(...PORTIONS, ["Discount", 20]));
    expect(rows.at(-1)?.slice(6)).toEqual([100, 100, 0]);
    expect(rows[1]).toEqual([serial(2024, 1, 1), "", "", "", "", "", 1180, "", 1180]);
  });
});

describe("=LOANPORTFOLIO", () => {
  const HEADERS = ["Loan", "Principal", "Start date", "Annual rate", "Number of payments", "Method"];
  const A = ["A", 1200, serial(2024, 1, 1), 0.12, 12, "level principal"];
  const B = ["B", 2400, serial(2024, 1, 1), 0.12, 24, "level principal"];
  const on = serial(2024, 3, 16);

  test("has a line for each loan, and totals", () => {
    expect(LOANPORTFOLIO(on, [HEADERS, A, B])).toEqual([
      ["Loan", "Balance", "Accrued interest", "Current portion", "Noncurrent"],
      ["A", 1000, 4.84, 1000, 0],
      ["B", 2200, 10.65, 1200, 1000],
      ["Total of 2 loans", 3200, 15.49, 2200, 1000],
    ]);
  });

  test("shows a bad row as an error of its own, and says that the totals are without it", () => {
    const bad = ["Bad", -5, serial(2024, 1, 1), 0.12, 12, ""];
    const rows = LOANPORTFOLIO(on, [HEADERS, A, bad, B, ["Later", 100, serial(2025, 1, 1), 0.1, 12, ""]]);
    expect(rows.map(([label]) => label)).toEqual([
      "Loan",
      "A",
      "Bad",
      "B",
      "Later",
      "Total of 3 of 4 loans, those without a fault",
    ]);
    expect(rows[2]?.slice(1, 5)).toEqual(Array(4).fill(expect.objectContaining({ code: "#VALUE!" })));
    expect(rows[2]?.[5]).toBe("loans row 3, column 2 (Principal) must be more than zero; received -5");
    expect(rows[4]?.slice(1)).toEqual([0, 0, 0, 0, ""]);
    expect(rows[5]?.slice(1)).toEqual([3200, 15.49, 2200, 1000, ""]);
  });
});
