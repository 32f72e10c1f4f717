import "../support/customFunctions";
import { TIEOUT } from "../../src/functions/tieOut";

describe("=TIEOUT", () => {
  test.each([
    // computed, printed, unit, answer
    [5_000 / 8_426_574, 0, undefined, "✓"],
    [-462_000 / 7_737_946, -0.06, undefined, "✓"],
    [0.144, 0.1, undefined, 0.04],
    [0.144, 0.1, 0.1, "✓"],
    [8_426_574, "8,426,574", undefined, "✓"],
    [8_426_575, "8,426,574", undefined, 1],
    [-0.055, "$ (0.06)", undefined, "✓"],
    [-0.0549, "(.06)", undefined, 0.01],
    [0.0004, "0.00", undefined, "✓"],
    [3.4, "3.00", undefined, 0.4],
    [0, "-", undefined, "✓"],
    [-0.0647, "−0.06", undefined, "✓"], // the minus sign of typeset filings
    [1.255, "€ 1.26", undefined, "✓"],
    [0.1254, "12.5 %", undefined, "✓"],
    [-0.1254, "(12.5)%", undefined, "✓"],
    [0.1256, "12.5%", undefined, 0.001],
    [35_585_499, 35_585_000, 1000, "✓"],
    [35_585_500, 35_585_000, 1000, 1000],
    [4_999_600, "5,000", 1000, "✓"],
    [-4_999_600, "(5,000)", 1000, "✓"],
    [4_999_499, "5,000", 1000, -1000],
    [5_000_500, 5_000, 1000, 1000],
    [5_249_000, "5.2", 1_000_000, "✓"],
    [5_250_000, "5.2", 1_000_000, 100_000],
    [5_240_000, 5.2, 1_000_000, 40_000],
    [300, "-", 1000, "✓"],
    [499_999, "1", 1_000_000, -1_000_000],
    [50_000, "5,000", 10, 45_000],
    [-2.875, -2.875, undefined, "✓"],
    [0, "--", undefined, "✓"],
    [-1234, "1,234-", undefined, "✓"],
    [1_234.5, "1,234.50 €", undefined, "✓"],
  ])("%p against %p by %p is %p", (computed, printed, unit, answer) => {
    expect(TIEOUT([[computed]], [[printed]], unit === undefined ? undefined : [[unit]])).toEqual([[answer]]);
  });

  test.each([
    [1, "about 1", 1, 'printed must be a number or a figure as printed; received "about 1"'],
    [-0.06, "(0.06", undefined, 'printed must be a number or a figure as printed; received "(0.06"'],
    [1234, "1 234", undefined, 'printed must be a number or a figure as printed; received "1 234"'],
    [1, "1".repeat(5000), undefined, `printed must be a number or a figure as printed; received "${"1".repeat(60)}…"`],
    [1, 1, 0, "unit must be more than zero; received 0"],
    ["1", 1, 1, 'computed must be a number; received "1"'],
  ])("%p against %p by %p is refused", (computed, printed, unit, message) => {
    expect(() => TIEOUT([[computed]], [[printed]], [[unit]])).toThrow(message);
  });
});
