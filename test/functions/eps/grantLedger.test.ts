import "../../support/customFunctions";
import { serialOf } from "../../../src/functions/cells/arguments";
import { DILUTEDSHARES } from "../../../src/functions/eps/dilution";
import { DILUTIONSTEPS } from "../../../src/functions/eps/dilutionSteps";
import { EPSTABLE } from "../../../src/functions/eps/epsPeriods";
import { day } from "../../support/loanTerms";

const on = (date: string) => serialOf(day(date));
const one = (value: unknown) => [[value]];
const HEADER = ["Grant", "Date", "Event", "Number", "Exercise price", "Average price"];
const YEAR = [undefined, undefined, on("2025-01-01"), on("2025-12-31")] as const;
const added = (...rows: unknown[][]) =>
  DILUTEDSHARES(one(1_000_000), one(100_000), [HEADER, ...rows], ...YEAR, "months")[0]![0] - 100_000;

describe("options by grant, weighted for the time outstanding at each price", () => {
  test.each([
    // 1,000 at 10 against an average price of 20 add 500 in a year
    ["outstanding throughout", [["A", on("2024-06-01"), "granted", 1_000, 10, 20]], 500],
    ["granted on July 1", [["A", on("2025-07-01"), "Options granted", 1_000, 10, 20]], 250],
    [
      "exercised on October 1",
      [
        ["A", on("2025-01-01"), "Beginning balance", 1_000, 10, 20],
        ["A", on("2025-10-01"), "exercised", 1_000, "", ""],
      ],
      375,
    ],
    [
      "forfeited in part on April 1",
      [
        ["A", on("2025-01-01"), "outstanding", 1_000, 10, 20],
        ["A", on("2025-04-01"), "Forfeitures", 400, "", ""],
      ],
      500 * (3 / 12) + 300 * (9 / 12),
    ],
    [
      "repriced on July 1, which brings them into the money",
      [
        ["A", on("2025-01-01"), "outstanding", 1_000, 30, 20],
        ["A", on("2025-07-01"), "repriced", "", 15, ""],
      ],
      250 * (6 / 12),
    ],
    [
      "two grants, of which one states the average price; after the period nothing counts",
      [
        ["B", on("2026-02-01"), "exercised", 500, "", ""],
        ["A", on("2025-01-01"), "outstanding", 1_000, 10, 20],
        ["B", on("2025-01-01"), "outstanding", 500, 16, ""],
      ],
      600,
    ],
  ])("%s", (_what, rows, shares) => {
    expect(added(...rows)).toBeCloseTo(shares, 9);
  });

  test("the steps say how long each stood", () => {
    const rows = [
      ["A", on("2025-01-01"), "outstanding", 1_000, 10, 20],
      ["A", on("2025-07-01"), "exercised", 1_000, "", ""],
    ];
    const steps = DILUTIONSTEPS(one(1_000_000), one(100_000), [HEADER, ...rows], ...YEAR, "months");
    expect(steps[2]?.at(-1)).toMatch(/outstanding for 50 % of the period$/);
  });

  test.each([
    [
      "more exercised than outstanding",
      [
        ["A", on("2025-01-01"), "outstanding", 100, 10, 20],
        ["A", on("2025-03-01"), "exercised", 101, "", ""],
      ],
      "dilutive row 3, column 4 (Number) must be no more than the 100 outstanding on 2025-03-01; received 101",
    ],
    [
      "an unknown event",
      [["A", on("2025-01-01"), "gift", 100, 10, 20]],
      'dilutive row 2, column 3 (Event) must be "outstanding"',
    ],
    [
      "another price in one grant",
      [
        ["A", on("2025-01-01"), "granted", 100, 10, 20],
        ["A", on("2025-03-01"), "granted", 100, 11, 20],
      ],
      "options at another price are a grant of their own",
    ],
    [
      "a part repriced",
      [
        ["A", on("2025-01-01"), "granted", 100, 10, 20],
        ["A", on("2025-03-01"), "repriced", 50, 5, 20],
      ],
      "must be blank, or all 100 outstanding",
    ],
    [
      "no average price",
      [["A", on("2025-01-01"), "granted", 100, 10, ""]],
      "dilutive, Average price must be given, for the options of A: in the ledger, or beside the period",
    ],
  ])("%s is refused", (_what, rows, message) => {
    expect(() => added(...rows)).toThrow(message);
  });

  test("needs its period", () => {
    expect(() => DILUTEDSHARES(one(5), one(5), [HEADER, ["A", on("2025-01-01"), "granted", 1, 1, 2]])).toThrow(
      "dilutive is a ledger of grants: give the start and end of the period asked for",
    );
  });
});

describe("a ledger of grants behind a period table", () => {
  const LEDGER = [
    HEADER.slice(0, 5),
    ["A", on("2024-01-01"), "outstanding", 9_000, 10],
    ["A", on("2025-04-16"), "exercised", 3_000, ""],
    ["B", on("2025-05-01"), "granted", 6_000, 15],
  ];
  const PERIODS = [
    ["Period end", "Months", "Net income", "Weighted shares", "Average price"],
    [on("2025-03-31"), 3, 100_000, 50_000, 20],
    [on("2025-06-30"), 3, 100_000, 50_000, 25],
  ];
  const row = (table: unknown[][], words: string) => table.find(([label]) => label === words)?.slice(1);
  const table = (periods: unknown[][], standard = "US GAAP", ledger: unknown[][] = LEDGER) =>
    EPSTABLE(periods, null, standard, ledger);

  // A: 6,000 throughout and 3,000 in April, at 25: 6,000 × 0.6 + 3,000 × 0.6 × 1/3; in the first quarter 9,000 × 0.5.
  test("a quarter has its own price; the half year is the average of its quarters", () => {
    expect(row(table(PERIODS), "A")).toEqual([4_200, 4_350]);
    expect(row(table(PERIODS), "B")).toEqual([1_600, 800]);
  });

  test("a half year that the table gives takes its options from its quarters", () => {
    const withHalf = [...PERIODS, [on("2025-06-30"), 6, 200_000, 50_000, ""]];
    expect(row(table(withHalf), "A")).toEqual([4_200, 4_350]);
  });

  // IAS 33.37, 38: each tranche at the average price while it stood, 22.50 and, to April, 21.25.
  test("under IFRS each tranche meets the average price of the time that it stood", () => {
    const shares = 6_000 * (1 - 10 / 22.5) + 3_000 * (1 - 10 / 21.25) * (4 / 6);
    expect(row(table(PERIODS, "IFRS"), "A")).toEqual([4_200, expect.closeTo(shares, 8)]);
  });

  test("options that are repriced stand at each price for its time", () => {
    const ledger = [
      HEADER.slice(0, 5),
      ["A", on("2025-01-01"), "outstanding", 1_000, 30],
      ["A", on("2025-06-01"), "repriced", "", 10],
    ];
    expect(row(table(PERIODS, "US GAAP", ledger), "A")).toEqual([200, 100]);
  });

  test("a period without a price, a split beside a ledger and faults of the ledger are told", () => {
    const noPrice = PERIODS.map((cells) => cells.slice(0, 4));
    expect(() => table(noPrice)).toThrow("periods row 2, Average price must be given, for the options of A");
    const split = PERIODS.map((cells, index) => [...cells, index === 0 ? "Split factor" : index === 2 ? 2 : ""]);
    expect(() => table(split)).toThrow("securities is a ledger of grants, which knows no split");
    const faults = [...LEDGER, ["A", on("2025-06-01"), "exercised", 7_000, ""], ["C", on("2025-06-01"), "given", 1, 1]];
    expect(() => table(PERIODS, "US GAAP", faults)).toThrow(
      /securities has 2 faults: .*6000 outstanding.*received "given"/,
    );
  });

  test("a securities table takes the price of its period where it says none", () => {
    const terms = [
      ["Security", "Type", "Number", "Exercise price", "Period end"],
      ["A", "option", 9_000, 10, on("2025-03-31")],
    ];
    expect(row(EPSTABLE(PERIODS.slice(0, 2), null, null, terms), "A")).toEqual([4_500]);
  });
});
