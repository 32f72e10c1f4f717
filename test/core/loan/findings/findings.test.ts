import { loanFindings } from "../../../../src/core/loan/findings/findings";
import type { FindingValue } from "../../../../src/core/loan/findings/finding";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { loanOf, type Loan } from "../../../../src/core/loan/loan";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/exhibit1010";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { toNumber } from "../../../../src/core/number/fraction";

const valueOf = (value: FindingValue) => {
  if ("amount" in value) return toNumber(value.amount);
  return "date" in value ? isoDate(value.date) : value.days;
};
/** What, stated, computed, difference, cause. */
const findingsOf = (loan: Loan) =>
  loanFindings(loan).map(({ what, stated, computed, difference, cause }) => [
    what,
    ...[stated, computed, difference].map(valueOf),
    cause,
  ]);

describe("Exhibit 10.10", () => {
  const found = findingsOf(loanOf(EXHIBIT_10_10));

  test("states figures that do not follow from the rest, each with its cause", () => {
    expect(found.slice(0, 5)).toEqual([
      ["Balance on August 1, 2001", 24_226, 22_454, -1_772, "Equals the balance one payment earlier, after payment 47"],
      ["Footing of the line of August 1, 2002", 0, 1_957, 1_957, "The balance before it is overstated by 1,772"],
      ["Start date", "1997-07-31", "1997-08-01", 1, "The same moment: the end of one day is the start of the next"],
      ["Principal", 98_307, 92_909, -5_398, "No cause found: the terms do not give this figure"],
      ["Reduction", 24_212, 23_689, -523, "No cause found: the terms do not give this figure"],
    ]);
  });

  test("prints an example of which interest and share can be reached, in ways that are listed", () => {
    expect(found.slice(5)).toEqual([
      [
        ...["Example of September 12, 2000: interest", 494, 494, 0],
        expect.stringMatching(
          /^Reproduced by the schedule's own accrual \(493\.70\); .*plain ACT\/365 gives 492\.25 \(42 days\) or 503\.97 \(43 days\)$/,
        ),
      ],
      [
        ...["Example of September 12, 2000: share", 2_790, 2_790, 0],
        "Reproduced by 43/365, cut (2,790.76); rounded half up it would be 2,791",
      ],
    ]);
  });
});

/** 1,000 at 12 % in four payments of 256.28 from January 15, 2025, to the cent, as the schedule prints it. */
const TERMS = {
  principal: 1_000,
  startDate: "2025-01-15",
  annualRate: 0.12,
  payments: 4,
  paymentRounding: "cent",
  interestRounding: "cent",
};
interface Line {
  readonly date: string;
  readonly reduction: number;
  readonly balance: number;
  readonly opening?: number;
  readonly interest?: number;
  readonly principal?: number;
}
const LINES: readonly Line[] = [
  { date: "2025-02-15", reduction: 256.28, balance: 753.72, opening: 1_000, interest: 10, principal: 246.28 },
  { date: "2025-03-15", reduction: 256.28, balance: 504.98, opening: 753.72, interest: 7.54, principal: 248.74 },
  { date: "2025-04-15", reduction: 256.28, balance: 253.75, opening: 504.98, interest: 5.05, principal: 251.23 },
  { date: "2025-05-15", reduction: 256.29, balance: 0, opening: 253.75, interest: 2.54, principal: 253.75 },
];
/** The findings of the schedule with some figures of one line printed otherwise, of terms that may differ too. */
const printed = (line: number, otherwise: Partial<Line>, terms: object = {}) =>
  findingsOf(
    loanFromObject({
      ...TERMS,
      ...terms,
      schedule: LINES.map((one, index) => (index === line ? { ...one, ...otherwise } : one)),
    }),
  );

describe("a printed schedule", () => {
  test("that follows has no findings", () => {
    expect(printed(0, {})).toEqual([]);
  });

  test("is right to a unit of print in the parts of a line", () => {
    expect(printed(1, { interest: 7.55, principal: 248.73 })).toEqual([]);
  });

  test.each<[string, number, Partial<Line>, unknown[][]]>([
    [
      "two digits of a balance changed places; the line after it no longer foots",
      1,
      { balance: 540.98 },
      [
        ["Balance on March 15, 2025", 540.98, 504.98, -36, "Two digits changed places"],
        ["Footing of the line of April 15, 2025", 253.75, 290.11, 36.36, "The balance before it is overstated by 36"],
      ],
    ],
    [
      "a balance of another payment",
      1,
      { balance: 253.75 },
      [
        ["Balance on March 15, 2025", 253.75, 504.98, 251.23, "Equals the balance one payment later, after payment 3"],
        [
          "Footing of the line of April 15, 2025",
          253.75,
          0.01,
          -253.74,
          "The balance before it is understated by 251.23",
        ],
      ],
    ],
    [
      "a reduction that was not taken off",
      2,
      { balance: 510.03 },
      [
        ["Balance on April 15, 2025", 510.03, 253.75, -256.28, "The reduction was not taken off"],
        ["Footing of the line of May 15, 2025", 0, 258.84, 258.84, "The balance before it is overstated by 256.28"],
      ],
    ],
    [
      "a digit of the interest",
      0,
      { interest: 16 },
      [["Interest of the line of February 15, 2025", 16, 10, -6, "One digit is another"]],
    ],
    [
      "a digit of the principal",
      1,
      { principal: 248.94 },
      [["Principal of the line of March 15, 2025", 248.94, 248.74, -0.2, "One digit is another"]],
    ],
    [
      "the opening balance",
      2,
      { opening: 594.98 },
      [["Opening balance of the line of April 15, 2025", 594.98, 504.98, -90, "One digit is another"]],
    ],
    [
      "a date on which no payment falls",
      2,
      { date: "2025-04-16" },
      [["Date of the line of April 16, 2025", "2025-04-16", "2025-04-15", -1, "No payment falls due on it"]],
    ],
  ])("%s", (_case, line, otherwise, findings) => {
    expect(printed(line, otherwise)).toEqual(findings);
  });
});

test("a payment that is not the one that repays the loan: 1,000 at 12 % in advance, 253.74", () => {
  expect(findingsOf(loanFromObject({ ...TERMS, payment: 253.74 }))).toEqual([
    ["Payment", 253.74, 256.28, 2.54, "Comes out with payments in advance"],
  ]);
});

test("other terms are a cause where more of the printed figures come out by them", () => {
  // The schedule of the lines above is that of equal periods; by ACT/360 it is 1,000 + 31/360 x 120 - 256.28.
  const found = printed(-1, {}, { dayCount: "ACT/360" });
  expect(found[0]).toEqual(["Balance on February 15, 2025", 753.72, 754.05, 0.33, "Comes out by equal periods"]);
});

test("a total is compared with the sum of the printed reductions", () => {
  const total = (amount: number) =>
    findingsOf(loanFromObject({ ...TERMS, schedule: LINES, figures: [{ figure: "total", amount }] }));
  expect(total(1_025.13)).toEqual([]);
  expect(total(1_025.31)).toEqual([
    ["Total of the reductions", 1_025.31, 1_025.13, -0.18, "Two digits changed places"],
  ]);
});

test("a figure of a worked example has a day", () => {
  const figures = [{ equals: "balance" as const, amount: EXHIBIT_10_10.principal, date: null, clause: "" }];
  expect(() => loanFindings(loanOf({ ...EXHIBIT_10_10, figures }))).toThrow(
    "figures must have a date in a worked example",
  );
});
