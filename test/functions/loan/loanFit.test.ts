import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { EXHIBIT_10_10 } from "../../../src/core/loan/exhibit1010";
import { toNumber } from "../../../src/core/number/fraction";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANSCHEDULE } from "../../../src/functions/loan/loan";
import { LOANFIT } from "../../../src/functions/loan/loanFit";

const date = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

/** Value by label, of the rows that are terms. */
const termsOf = (answer: unknown[][]) => Object.fromEntries(answer.filter(([, value]) => value !== ""));
/** The rows that are sentences. */
const saidIn = (answer: unknown[][]) => answer.filter(([, value]) => value === "").map(([text]) => text);

/** 12,000 at 6 % in four payments from January 1, 2024: 12,000 x 0.005/(1 - 1.005^-4) = 3,037.59, to the cent. */
const SCHEDULE = [
  ["Pmt #", "Due date", "Beginning balance", "Interest paid", "Principal paid", "Payment", "Remaining balance"],
  [1, date(2024, 2, 1), 12_000, 60, 2_977.59, 3_037.59, 9_022.41],
  [2, date(2024, 3, 1), 9_022.41, 45.11, 2_992.48, 3_037.59, 6_029.93],
  [3, date(2024, 4, 1), 6_029.93, 30.15, 3_007.44, 3_037.59, 3_022.49],
  [4, date(2024, 5, 1), 3_022.49, 15.11, 3_022.49, 3_037.6, 0],
];

describe("=LOANFIT", () => {
  test("names rate, day count, payments and roundings, and every figure that they make", () => {
    const answer = LOANFIT(SCHEDULE);

    expect(termsOf(answer)).toEqual({
      Principal: 12_000,
      "Start date": date(2024, 1, 1),
      "Annual rate": 0.06,
      "Day count": "equal periods",
      Method: "level payment",
      "Payment frequency": "monthly",
      "Number of payments": 4,
      "Payment rounding": "cent",
      "Interest rounding": "cent",
    });
    expect(saidIn(answer)).toEqual([
      "Reproduces 20 of 20 printed figures.",
      "The payment follows from these terms: 3,037.59.",
    ]);
  });

  test("what it answers is a loan sheet: the schedule of it is the printed one", () => {
    const [, , ...lines] = LOANSCHEDULE(LOANFIT(SCHEDULE));
    expect(
      lines.map(([day, opening, interest, payment, closing]) => [day, opening, interest, payment, closing]),
    ).toEqual(
      SCHEDULE.slice(1).map(([, day, opening, interest, , payment, closing]) => [
        day,
        opening,
        interest,
        payment,
        closing,
      ]),
    );
  });

  /**
   * A question on a public forum (mrexcel.com, thread 415669): 755,812 at 6 % over five years is 14,611.96 a month by PMT,
   * and 14,644.10 by the bank, which said that it was 360 days against 365. The thread gives no dates. By ACT/360, with a
   * first payment on January 30, 2010 for the sixtieth of a loan that runs from December 29, 2009, it is that payment.
   */
  test("the bank's payment is ACT/360 and a first period of 32 days, where PMT's is equal periods", () => {
    const known = [
      ["Principal", 755_812],
      ["Annual rate", 0.06],
      ["Number of payments", 60],
      ["First payment date", date(2010, 1, 30)],
    ];
    const answer = LOANFIT([["Payment"], [14_644.1]], known);

    expect(termsOf(answer)).toMatchObject({ "Day count": "ACT/360", "Start date": date(2009, 12, 29) });
    expect(termsOf(answer)).not.toHaveProperty("Payment");
    expect(answer[1]?.[2]).toBe("32 days before the first payment");
    expect(termsOf(LOANFIT([["Payment"], [14_611.96]], known))).toMatchObject({ "Day count": "equal periods" });
  });

  test("without any date it says that the payment is stated, and what it would be", () => {
    const known = [
      ["Principal", 755_812],
      ["Annual rate", 0.06],
      ["Number of payments", 60],
    ];
    expect(saidIn(LOANFIT([["Payment"], [14_644.1]], known))).toEqual(
      expect.arrayContaining([
        "The payment is as printed; from the other terms it would be 14,611.96.",
        expect.stringContaining("No date is printed or known, so days were not counted"),
      ]),
    );
  });

  test("where several terms fit, it says which figure would tell them apart", () => {
    // April has 30 days, so 2,000 at 6 % earns 10.00 by equal periods and by ACT/360; of May's 31 days ACT/360 makes more.
    const answer = LOANFIT(
      [
        ["Date", "Payment", "Interest", "Balance"],
        [date(2024, 4, 1), "", "", 2_000],
        [date(2024, 5, 1), 100.25, 10, 1_909.75],
      ],
      [["Annual rate", 0.06]],
    );
    expect(saidIn(answer)).toContain(
      "Fits as well: Day count ACT/360; then the interest of the period to June 1, 2024 would be 9.87, and by the terms above 9.55.",
    );
  });

  test("Exhibit 10.10's table is monthly at 10 %, but for the balance of August 1, 2001", () => {
    const rows = (EXHIBIT_10_10.stated?.rows ?? []).map(({ date: day, reduction, balance }) => [
      serialOf(day),
      reduction ? toNumber(reduction) : "",
      balance ? toNumber(balance) : "",
    ]);
    const answer = LOANFIT([["Date", "Annual reduction", "Loan balance"], ...rows]);

    expect(termsOf(answer)).toMatchObject({
      "Annual rate": 0.1,
      "Payment frequency": "monthly",
      "Number of payments": 60,
    });
    expect(saidIn(answer).slice(0, 2)).toEqual([
      "Reproduces 10 of 11 printed figures.",
      "No terms that were tried make every figure. The first that differs: balance of August 1, 2001, printed 24,226.00, computed 22,454.00.",
    ]);
  });

  test("columns and rows that are not used are named", () => {
    const [header = [], ...lines] = SCHEDULE;
    const answer = LOANFIT([
      ["Your loan", "", "", "", "", "", "", ""],
      [...header, "Escrow"],
      ...lines.map((line) => [...line, 250]),
      ["Total", "", "", 150.37, 12_000, 12_150.37, "", 1_000],
    ]);
    expect(saidIn(answer)).toContain("Not used: Escrow, Total.");
    expect(saidIn(answer)).toContain("Reproduces 20 of 20 printed figures.");
  });

  test("what is known besides stands among the terms as it was given", () => {
    const answer = LOANFIT(SCHEDULE, [
      ["Principal", 12_000],
      ["Collateral shares", 500],
    ]);
    expect(answer).toContainEqual(expect.arrayContaining(["Collateral shares", 500]));
  });

  test("payments of no rule stand as a schedule below the terms", () => {
    const answer = LOANFIT([
      ["Date", "Payment", "Interest", "Balance"],
      [date(2024, 1, 1), "", "", 1_000],
      [date(2024, 2, 1), 300, 10, 710],
      [date(2024, 3, 1), 100, 7.1, 617.1],
      [date(2024, 4, 1), 623.27, 6.17, 0],
    ]);
    expect(termsOf(answer)).toMatchObject({ "Annual rate": 0.12, Method: "stated schedule", Date: "Payment" });
    expect(saidIn(answer)).toContain("Reproduces 10 of 10 printed figures.");
  });

  test.each([
    ["no header row", [[date(2024, 2, 1), 100]], undefined, "schedule must have a header row with any of Number, Date"],
    ["text for a number", [["Payment"], ["1,000", ""], [5, ""]], undefined, "schedule row 2"],
    [
      "nothing that tells the principal",
      [["Payment"], [100]],
      undefined,
      "known must say the Principal, as no balance of the schedule tells it",
    ],
    [
      "a day count without a day",
      [["Payment"], [100]],
      [
        ["Principal", 1_000],
        ["Day count", "ACT/360"],
      ],
      "known must say the Start date or the First payment date, as ACT/360 counts days",
    ],
    [
      "dates out of order",
      [
        ["Date", "Payment", "Balance"],
        [date(2024, 3, 1), 10, 90],
        [date(2024, 2, 1), 10, 80],
      ],
      undefined,
      "schedule row 3, column 1 (Date) must be after the line before it",
    ],
  ])("refuses %s", (_what, schedule, known, message) => {
    expect(() => LOANFIT(schedule, known)).toThrow(
      expect.objectContaining({ code: "#VALUE!", message: expect.stringContaining(message) as string }),
    );
  });
});
