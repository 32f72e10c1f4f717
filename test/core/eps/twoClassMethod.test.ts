import fc from "fast-check";
import { twoClassMethod, type ShareClass } from "../../../src/core/eps/twoClassMethod";
import { compare, exactly, plus, rounded, toNumber, ZERO } from "../../../src/core/number/fraction";

const shareClass = (
  label: string,
  shares: number,
  distributed: number,
  more: Partial<ShareClass> = {},
): ShareClass => ({
  label,
  shares: exactly(shares),
  distributed: exactly(distributed),
  participation: exactly(1),
  sharesLosses: true,
  incrementalShares: ZERO,
  ...more,
});
const part = (participation: number) => ({ participation: exactly(participation) });
const figure = (value: ReturnType<typeof exactly>) => toNumber(rounded(value, 2));

describe("the examples of the standards", () => {
  test.each([
    [
      "ASC 260-10-55-62 (Illustration 6)",
      65_000,
      [shareClass("Preferred", 5_000, 27_000, part(40)), shareClass("Common", 10_000, 26_000, part(60))],
      [
        [5.4, 0.6, 6],
        [2.6, 0.9, 3.5],
      ],
    ],
    [
      "IAS 33 IE11",
      100_000,
      [shareClass("Preference", 6_000, 33_000), shareClass("Ordinary", 10_000, 21_000, part(4))],
      [
        [5.5, 1, 6.5],
        [2.1, 4, 6.1],
      ],
    ],
  ])("%s", (_source, income, classes, expected) => {
    const earned = twoClassMethod(exactly(income), classes);
    expect(earned.map((one) => [one.distributedPerShare, one.undistributedPerShare, one.basic].map(figure))).toEqual(
      expected,
    );
  });
});

test("a class that converts dilutes the other where that lowers its earnings (ASC 260-10-55-62)", () => {
  const convertsInto = { label: "A", ratio: exactly(1) };
  const [a] = twoClassMethod(exactly(900), [
    shareClass("A", 100, 0, part(2)),
    shareClass("B", 100, 0, { convertsInto }),
  ]);
  expect([a!.basic, a!.dilutedShares, a!.diluted].map(figure)).toEqual([6, 200, 4.5]);
});

test.each([
  [{ sharesLosses: null }, -10, "B, Shares losses must say, yes or no, whether the class bears its part"],
  [{ sharesLosses: null, lossesName: "classes row 3" }, -10, "classes row 3 must say, yes or no"],
  [{ participation: ZERO }, 10, "classes must hold one that takes undistributed earnings; received 10"],
])("%j of an income of %d is refused", (more, income, message) => {
  const classes = [shareClass("A", 5, 0, part(0)), shareClass("B", 5, 0, more)];
  expect(() => twoClassMethod(exactly(income), classes)).toThrow(message);
});

test("law: what the classes earn sums to the income", () => {
  const anyClass = fc.record({
    shares: fc.integer({ min: 1, max: 1_000 }),
    distributed: fc.integer({ min: 0, max: 1_000 }),
    participation: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: -5_000, max: 5_000 }),
      fc.array(anyClass, { minLength: 1, maxLength: 4 }),
      (income, made) => {
        const classes = made.map(({ shares, distributed, participation }, index) =>
          shareClass(`${index}`, shares, distributed, part(participation)),
        );
        const earned = twoClassMethod(exactly(income), classes);
        const total = earned.map((one) => plus(one.shareClass.distributed, one.undistributed)).reduce(plus, ZERO);
        expect(compare(total, exactly(income))).toBe(0);
      },
    ),
  );
});
