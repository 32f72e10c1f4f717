import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { WEIGHTEDSHARES } from "../../../src/functions/eps/weightedShares";

const on = (month: number, day: number, year = 2001) => serialOf(dayOf(year, month, day));
const [START, END] = [on(1, 1), on(12, 31)];

describe("=WEIGHTEDSHARES", () => {
  test.each([
    // source, opening, changes by month, shares
    [
      "IAS 33 IE2",
      1_700,
      [
        [on(5, 31), "issue", 800],
        [on(12, 1), "repurchase", 250],
      ],
      2_145.833333,
    ],
    [
      "CFA, issue and buyback",
      1_000_000,
      [
        [on(4, 1), "issue", 200_000],
        [on(10, 1), "repurchase", 100_000],
      ],
      1_125_000,
    ],
    [
      "CFA, two-for-one in December",
      1_000_000,
      [
        [on(4, 1), "issue", 200_000],
        [on(10, 1), "repurchase", 100_000],
        [on(12, 1), "split", 2],
      ],
      2_250_000,
    ],
    [
      "Kaplan, stock dividend, then a buyback",
      10_000,
      [
        [on(4, 1), "issue", 4_000],
        [on(7, 1), "stock dividend", 0.1],
        [on(9, 1), "repurchase", 3_000],
      ],
      13_300,
    ],
    [
      "100 % stock dividend",
      1_250_000,
      [
        [on(4, 1), "issue", 200_000],
        [on(7, 1), "repurchase", 75_000],
        [on(10, 1), "stock dividend", 1],
      ],
      2_725_000,
    ],
    [
      "dividend, split and buyback",
      70_000,
      [
        [on(3, 1), "stock dividend", 0.1],
        [on(7, 1), "split", "2-for-1"],
        [on(10, 1), "repurchase", 30_000],
      ],
      146_500,
    ],
    [
      "Stice and Skousen",
      10_000,
      [
        [on(5, 1), "issue", 5_000],
        [on(11, 1), "repurchase", 2_000],
      ],
      13_000,
    ],
    ["IAS 33 IE4, rights", 500, [[on(3, 1), "rights", 100, 5, 11]], 500 * 1.1 * (2 / 12) + 600 * (10 / 12)],
    [
      "rights above the market price hold no bonus (ASC 260-10-55-13)",
      500,
      [[on(3, 1), "rights", 100, 15, 11]],
      500 * (2 / 12) + 600 * (10 / 12),
    ],
    ["a split after the period", 1_000, [[on(2, 1, 2002), "split", 3]], 3_000],
    ["an issue after the period", 1_000, [[on(1, 1, 2002), "issue", 500]], 1_000],
  ])("%s, in months", (_source, opening, changes, shares) => {
    expect(WEIGHTEDSHARES(START, END, opening, changes as any[][], "months")).toBeCloseTo(shares, 5);
  });

  test("by days, the day of issue included (10-KSB 2003, CIK 925043)", () => {
    const issues = [
      [11, 14, 235_849],
      [12, 5, 21_735],
      [12, 9, 45_455],
      [12, 19, 45_455],
      [12, 23, 28_302],
      [12, 23, 22_727],
      [12, 23, 45_455],
      [12, 23, 45_455],
      [12, 23, 22_727],
      [12, 29, 70_755],
    ].map(([month = 0, day = 0, shares]) => [on(month, day, 2003), "issue", shares]);
    expect(Math.round(WEIGHTEDSHARES(on(1, 1, 2003), on(12, 31, 2003), 5_661_002, issues))).toBe(5_702_751);
    expect(WEIGHTEDSHARES(on(1, 1, 2003), on(12, 31, 2003), 0, [issues[0] as any[]])).toBeCloseTo(
      (235_849 * 48) / 365,
      9,
    );
  });

  test("one roll-forward from an opening date serves every quarter, header or not", () => {
    const changes = [
      ["Date", "Kind", "Quantity"],
      [on(3, 1), "issue", 100_000],
      ["", "", ""],
      [on(4, 1), "conversion", 200_000],
    ];
    expect(WEIGHTEDSHARES(on(4, 1), on(6, 30), 3_300_000, changes, "months", START)).toBe(3_600_000);
    expect(WEIGHTEDSHARES(START, on(3, 31), 3_300_000, changes.slice(1), "months")).toBeCloseTo(10_000_000 / 3, 6);
  });

  test.each([
    ["Common shares issued", 5, 105],
    ["Exercise of stock options", 5, 105],
    ["RSU vesting", 5, 105],
    ["Conversion of preferred stock", 5, 105],
    ["Share repurchase", 5, 95],
    ["Purchase of treasury stock", 5, 95],
    ["buy-back", 5, 95],
    ["Shares retired", 5, 95],
    ["Stock split", 3, 300],
    ["Reverse split", 0.1, 10],
    ["Reverse stock split", "1-for-10", 10],
    ["Share dividend", 0.1, 110],
  ])("%s, as a ledger calls it", (kind, quantity, shares) => {
    expect(
      WEIGHTEDSHARES(START, END, 100, [
        ["Effective date", "Transaction", "Number of shares"],
        [START, kind, quantity],
      ]),
    ).toBe(shares);
  });

  test("a split of everything scales the answer", () => {
    const changes = [
      [on(4, 3), "issue", 1_234],
      [on(8, 9), "repurchase", 432],
    ];
    const split = changes.map(([date, kind, quantity]) => [date, kind, Number(quantity) * 3]);
    expect(WEIGHTEDSHARES(START, END, 30_000, split)).toBe(
      WEIGHTEDSHARES(START, END, 10_000, [...changes, [END, "split", 3]]),
    );
  });

  test.each([
    ["a text date", [["soon", "issue", 1]], 'changes row 1, column 1 (Date) must be a date; received "soon"'],
    [
      "an unknown kind",
      [[START, "gift", 1]],
      'changes row 1, column 2 (Kind) must be "issue", "repurchase", "split", "reverse split", "stock dividend" or "rights"',
    ],
    [
      "a reverse split that multiplies",
      [[START, "Reverse stock split", 10]],
      'changes row 1, column 3 (Quantity) must be less than one for a reverse split (0.1 or "1-for-10"); received 10',
    ],
    [
      "options cancelled, which were no shares",
      [[START, "Cancellation of options", 10]],
      "changes row 1, column 2 (Kind) must be",
    ],
    [
      "no quantity",
      [
        ["Date", "Kind"],
        [START, "issue"],
      ],
      'changes row 1 must have a column headed Quantity; received "Date", "Kind"',
    ],
    [
      "a negative quantity",
      [[START, "issue", -1]],
      "changes row 1, column 3 (Quantity) must be zero or more; received -1",
    ],
    [
      "a text quantity",
      [
        ["Date", "Kind", "Shares"],
        [START, "issue", "5"],
      ],
      'changes row 2, column 3 (Shares) must be a number; received "5"',
    ],
    [
      "rights without prices",
      [[START, "rights", 5]],
      "changes row 1, column 4 (Exercise price) must be a number; received a blank",
    ],
    [
      "too many bought back",
      [
        [START, "issue", 5],
        [END, "repurchase", 106],
      ],
      "changes row 2, column 3 (Quantity) must leave zero shares or more outstanding; received -1",
    ],
    [
      "a change that opening already holds",
      [[START - 1, "issue", 5]],
      /^changes row 1, column 1 \(Date\) must not be before the opening count.*; received 2000-12-31$/,
    ],
    [
      "a header that is not known",
      [
        ["Date", "Kind", "Amount"],
        [START, "issue", 5],
      ],
      /^changes row 1, column 3 must be a known header \(.*\); received "Amount"$/,
    ],
    [
      "more splits than a company makes",
      Array.from({ length: 501 }, () => [START, "split", 2]),
      "changes must hold at most 500 splits, stock dividends and rights issues; received 501",
    ],
    [
      "a split of nothing",
      [[START, "split", 0]],
      "changes row 1, column 3 (Quantity) must be more than zero; received 0",
    ],
  ])("%s is refused", (_case, changes, message) => {
    expect(() => WEIGHTEDSHARES(START, END, 100, changes)).toThrow(message);
  });

  test("the period itself", () => {
    expect(() => WEIGHTEDSHARES(END, START, 100)).toThrow(
      "end must not be before start, 2001-12-31; received 2001-01-01",
    );
    expect(() => WEIGHTEDSHARES("soon", START, 100)).toThrow('start must be a date; received "soon"');
    expect(() => WEIGHTEDSHARES(START, END, "many")).toThrow('opening must be a number; received "many"');
    expect(() => WEIGHTEDSHARES(START, END, 100, undefined, "weeks")).toThrow(
      'weighting must be "days" or "months"; received "weeks"',
    );
  });
});
