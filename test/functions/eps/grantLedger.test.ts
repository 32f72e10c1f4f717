import "../../support/customFunctions";
import { serialOf } from "../../../src/functions/cells/arguments";
import { DILUTEDSHARES } from "../../../src/functions/eps/dilution";
import { DILUTIONSTEPS } from "../../../src/functions/eps/dilutionSteps";
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
      "(Average price) must be a number; received a blank",
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
