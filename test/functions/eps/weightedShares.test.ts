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

  test.each([
    // as ledgers and transfer agents word it, with the shares that 100 become by 5 of them
    ["Treasury stock acquired", 95],
    ["Purchase of common stock for treasury", 95],
    ["Open market purchases", 95],
    ["Shares withheld for taxes", 95],
    ["Shares withheld on RSU vesting", 95],
    ["Cancellation of shares", 95],
    ["Shares surrendered", 95],
    ["Stock repurchased and retired", 95],
    ["RSU vest", 105],
    ["RSUs vested, net of shares withheld", 105],
    ["Vesting of restricted stock", 105],
    ["Common stock issued upon vesting of restricted stock", 105],
    ["Issuance of shares for RSUs", 105],
    ["RSU release", 105],
    ["ATM sales", 105],
    ["At-the-market offering", 105],
    ["Sale of common stock - ATM", 105],
    ["ESPP", 105],
    ["ESPP purchase", 105],
    ["Employee stock purchase plan issuance", 105],
    ["Option exercises", 105],
    ["Stock options exercised", 105],
    ["Conversion of notes", 105],
    ["Redemption of OP units", 105],
    ["Private placement", 105],
    ["Issued in acquisition", 105],
    ["Shares issued for services", 105],
    ["Treasury shares reissued", 105],
    ["Pre-funded warrants issued", 105],
    ["Dividend reinvestment", 105],
    ["401(k) contribution", 105],
  ])("%s", (kind, shares) => {
    expect(WEIGHTEDSHARES(START, END, 100, [[START, kind, 5]])).toBe(shares);
  });

  test.each([
    ["Options granted", "options, units and unvested stock are none"],
    ["RSUs forfeited", "options, units and unvested stock are none"],
    ["Restricted stock granted", "options, units and unvested stock are none"],
    // ASC 260-10-45-28A: until it vests it is no part of the basic count, so that what is forfeited leaves none.
    ["Restricted stock forfeited", "options, units and unvested stock are none"],
    ["Forfeitures of restricted stock", "options, units and unvested stock are none"],
    ["Issuance of restricted stock awards", "options, units and unvested stock are none"],
    ["Unvested restricted stock issued", "options, units and unvested stock are none"],
    ["Exercise of pre-funded warrants", "were outstanding from their issue"],
    ["Purchase of shares", 'must be "issue"'],
    ["Cash dividend", 'must be "issue"'],
    ["Transfer", 'must be "issue"'],
  ])("%s is refused", (kind, message) => {
    expect(() => WEIGHTEDSHARES(START, END, 100, [[START, kind, 5]])).toThrow(message);
  });

  test.each([
    ["split", "5-for-4", 125],
    ["split", "3:2", 150],
    ["split", "three for two", 150],
    ["Stock split", "2 to 1", 200],
    ["reverse split", "1-for-10", 10],
    ["Reverse stock split", "10-to-1", 10],
    ["stock dividend", "5%", 105],
    ["stock dividend", "5 %", 105],
    ["stock dividend", "5 per cent", 105],
    ["stock dividend", "five percent", 105],
    ["Five percent stock dividend", "", 105],
    ["stock dividend", "1-for-10", 110],
    ["stock dividend", "1-for-1", 200],
    ["stock dividend", "5-for-4", 125],
    ["bonus issue", "1-for-4", 125],
    ["3-for-2 stock split", "", 150],
    ["3-for-2 stock split", 50, 150],
    ["5% stock dividend", "", 105],
    ["5% stock dividend", 5, 105],
    ["1-for-10 reverse split", "", 10],
    ["1-for-10 reverse split", -90, 10],
    ["2-for-1 split in the form of a stock dividend", "", "as it may mean 2 new shares"],
    ["3-for-2 stock split", 51, "must be 50, as the changes make it; received 51"],
    ["stock dividend", 5, 'write "5%" (0.05) for 5 per cent, "500%" for 5 new shares on each one held; received 5'],
    ["stock dividend", "2-for-1", 'must be a percentage, as it may mean 2 new shares for each one held ("200%")'],
    ["split", "5%", 'must be a number; received "5%"'],
    ["split", "0-for-1", "must be more than zero; received 0"],
  ])("%s of %s", (kind, quantity, shares) => {
    const weighted = () => WEIGHTEDSHARES(START, END, 100, [[START, kind, quantity]]);
    if (typeof shares === "number") expect(weighted()).toBe(shares);
    else expect(weighted).toThrow(shares);
  });

  test("rights as they are announced, after a bonus issue (ACCA, 2015)", () => {
    const changes = [
      [on(8, 15, 2014), "bonus issue", "1-for-3", "", ""],
      [on(10, 1, 2014), "rights", "1-for-7", 0.36, 0.68],
    ];
    expect(WEIGHTEDSHARES(on(5, 1, 2014), on(4, 30, 2015), 252_000_000, changes, "months")).toBe(372_750_000);
  });

  describe("a ledger of signed changes", () => {
    const HEADER = ["Transaction date", "Transaction type", "Shares", "Balance outstanding", "Holder"];
    const ledger = [
      [on(1, 1), "Beginning balance", 1_000, "", ""],
      [on(3, 1), "Treasury stock acquired", -100, 900, "Broker"],
      [on(7, 1), "2-for-1 stock split", 900, 1_800, ""],
      [on(10, 1), "ESPP purchase", 200, 2_000, ""],
    ];
    const weighted = (...rows: unknown[][]) => WEIGHTEDSHARES(START, END, 1_000, [HEADER, ...rows], "months");

    test("is read with its balances, oldest or latest first", () => {
      expect(weighted(...ledger)).toBe((2_000 * 2 + 1_800 * 7 + 2_000 * 3) / 12);
      expect(weighted(...[...ledger].reverse())).toBe(weighted(...ledger));
    });

    test("a balance that is not what the changes make is refused, each of them", () => {
      const wrong = ledger.map((row, index) => (index === 3 ? [...row.slice(0, 3), 2_100, ""] : row));
      expect(() => weighted(...wrong)).toThrow(
        "changes row 5, column 4 (Balance outstanding) must be 2,000, as the changes make it; received 2,100",
      );
      expect(() => WEIGHTEDSHARES(START, END, 999, [HEADER, ...ledger])).toThrow("changes has 4 faults: (1)");
    });

    test("without kinds the sign tells, with a header or without", () => {
      const changes = [
        [on(2, 14), 90_000],
        [on(3, 1), -30_000],
      ];
      const plain = WEIGHTEDSHARES(START, on(3, 31), 1_000_000, changes);
      expect(plain).toBe(1_000_000 + (90_000 * 46 - 30_000 * 31) / 90);
      expect(WEIGHTEDSHARES(START, on(3, 31), 1_000_000, [["Date", "Change"], ...changes])).toBe(plain);
    });
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
      'changes row 1, column 2 (Kind) must be "issue", "repurchase", "split", "reverse split", "stock dividend", "rights" or "balance"',
    ],
    [
      "a reverse split that multiplies",
      [[START, "Reverse stock split", 10]],
      'changes row 1, column 3 (Quantity) must be less than one for a reverse split (0.1 or "1-for-10"); received 10',
    ],
    [
      "options cancelled, which were no shares",
      [[START, "Cancellation of options", 10]],
      "changes row 1, column 2 (Kind) must change the shares outstanding: options, units",
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
