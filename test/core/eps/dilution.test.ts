import fc from "fast-check";
import { dilutedEps, dilution } from "../../../src/core/eps/dilution";
import type { PotentialShares } from "../../../src/core/eps/potentialShares";
import {
  compare,
  dividedBy,
  exactly,
  fraction,
  plus,
  times,
  toNumber,
  type Fraction,
} from "../../../src/core/number/fraction";

const issue = (label: string, addBack: number, shares: number): PotentialShares => ({
  label,
  earningsAddBack: exactly(addBack),
  incrementalShares: exactly(shares),
});
const epsOf = (control: Fraction, shares: Fraction, issues: readonly PotentialShares[]) =>
  dilutedEps(control, shares, dilution(control, shares, issues));

const options = issue("options", 0, 10_000); // 50,000 at 24 against an average price of 30
const bonds = issue("bonds", 90_000, 60_000); // 1.50 an incremental share
const preferred = issue("preferred", 140_000, 50_000); // 2.80: dilutive against basic EPS, not in the sequence
const outOfTheMoney = issue("warrants", 0, 0);

describe("the antidilution sequence", () => {
  test.each([
    // situation, control number, issues, included, diluted EPS as the division it comes from
    ["nothing potential", 1_200_000, [], [], [1_200_000, 400_000]],
    ["options add shares alone", 1_200_000, [options], ["options"], [1_200_000, 410_000]],
    ["preferred alone is dilutive", 1_200_000, [preferred], ["preferred"], [1_340_000, 450_000]],
    [
      "the sequence shuts preferred out",
      1_200_000,
      [preferred, bonds, options],
      ["options", "bonds"],
      [1_290_000, 470_000],
    ],
    ["an issue equal to EPS does not lower it", 1_200_000, [issue("even", 30_000, 10_000)], [], [1_200_000, 400_000]],
    ["a loss admits none", -1_200_000, [options, bonds], [], [-1_200_000, 400_000]],
    ["no income admits none", 0, [options, bonds], [], [0, 400_000]],
    [
      "a fair-value gain on warrants dilutes a loss",
      -100,
      [issue("warrants", -300_000, 10_000), options],
      ["warrants"],
      [-300_100, 410_000],
    ],
    [
      "a subsidiary's dilution adds no shares",
      1_200_000,
      [options, issue("subsidiary", -8_200, 0)],
      ["subsidiary", "options"],
      [1_191_800, 410_000],
    ],
    // the quotients of the two differ from 1 in the sixteenth decimal, where doubles see 1
    ["a hair above EPS", 400_000, [issue("above", 2 ** 53 - 1, 2 ** 53 - 2)], [], [400_000, 400_000]],
    [
      "a hair below EPS",
      400_000,
      [issue("below", 2 ** 53 - 2, 2 ** 53 - 1)],
      ["below"],
      [2n ** 53n + 399_998n, 2n ** 53n + 399_999n],
    ],
  ])("%s", (_situation, controlNumber, issues, included, [earnings = 0, shares = 1]) => {
    const result = dilution(exactly(controlNumber), exactly(400_000), issues);

    expect(result.sequence.filter((step) => step.dilutive).map((step) => step.issue.label)).toEqual(included);
    expect(compare(dilutedEps(exactly(controlNumber), exactly(400_000), result), fraction(earnings, shares))).toBe(0);
  });

  test("shows its working in the order considered, without issues that do nothing", () => {
    const { sequence } = dilution(exactly(1_200_000), exactly(400_000), [preferred, outOfTheMoney, bonds, options]);
    const shown = sequence.map(({ issue: { label }, epsBefore, epsIfIncluded }) =>
      [label, toNumber(epsBefore).toFixed(4), toNumber(epsIfIncluded).toFixed(4)].join(" "),
    );
    expect(shown).toEqual(["options 3.0000 2.9268", "bonds 2.9268 2.7447", "preferred 2.7447 2.7500"]);
  });

  test("add-backs belong to the lines with continuing operations", () => {
    const included = dilution(exactly(1_200_000), exactly(400_000), [bonds]);
    expect(toNumber(dilutedEps(exactly(-460_000), exactly(400_000), included, false))).toBe(-1);
    expect(toNumber(dilutedEps(exactly(370_000), exactly(400_000), included))).toBe(1);
  });

  test.each([
    ["no shares", 0, [], "shares must be more than zero; received 0"],
    [
      "negative incremental shares",
      1,
      [issue("warrants", 0, -5)],
      "warrants, incremental shares must be zero or more; received -5",
    ],
    [
      "an add-back without shares",
      1,
      [issue("bonds", 9, 0)],
      "bonds, add-back needs shares that it belongs to; received 9",
    ],
  ])("refuses %s", (_case, shares, issues, message) => {
    expect(() => dilution(exactly(1), exactly(shares), issues)).toThrow(message);
  });
});

describe("for any company", () => {
  const anyIncome = fc.integer({ min: -50_000_000, max: 50_000_000 }).map((cents) => fraction(cents, 100));
  const anyShares = fc.integer({ min: 1, max: 20_000_000 }).map((shares) => fraction(shares));
  const anyIssue = fc
    .tuple(fc.nat(10_000_000), fc.integer({ min: 1, max: 5_000_000 }), fc.nat(9))
    .map(([addBack, shares, none]) => issue("any", none === 0 ? 0 : addBack, shares));
  const gainOrCost = fc
    .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 1, max: 5_000_000 }))
    .map(([addBack, shares]) => issue("any", addBack, shares));
  const forAny = (
    issues: fc.Arbitrary<PotentialShares>,
    check: (control: Fraction, shares: Fraction, issues: PotentialShares[]) => void,
  ) => fc.assert(fc.property(anyIncome, anyShares, fc.array(issues, { maxLength: 6 }), check));

  test("dilution never raises EPS", () =>
    forAny(gainOrCost, (control, shares, issues) => {
      expect(compare(epsOf(control, shares, issues), dividedBy(control, shares))).toBeLessThanOrEqual(0);
    }));

  test("while add-backs are zero or more, nothing joins a loss", () =>
    forAny(anyIssue, (control, shares, issues) => {
      if (control.numerator <= 0) expect(compare(epsOf(control, shares, issues), dividedBy(control, shares))).toBe(0);
    }));

  test("no other choice of issues gives a lower EPS", () =>
    forAny(gainOrCost, (control, shares, issues) => {
      const chosen = epsOf(control, shares, issues);
      for (const choice of everyChoice(issues)) {
        const earnings = choice.map((one) => one.earningsAddBack).reduce(plus, control);
        const eps = dividedBy(earnings, choice.map((one) => one.incrementalShares).reduce(plus, shares));
        expect(compare(chosen, eps)).toBeLessThanOrEqual(0);
      }
    }));

  test("the order of the input is immaterial", () =>
    forAny(gainOrCost, (control, shares, issues) => {
      expect(compare(epsOf(control, shares, issues), epsOf(control, shares, [...issues].reverse()))).toBe(0);
    }));

  test("a split of all inputs scales every per-share figure", () =>
    forAny(gainOrCost, (control, shares, issues) => {
      const split = (count: Fraction) => times(count, fraction(3, 2));
      const after = issues.map((one) => ({ ...one, incrementalShares: split(one.incrementalShares) }));
      expect(compare(split(epsOf(control, split(shares), after)), epsOf(control, shares, issues))).toBe(0);
    }));
});

function everyChoice<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((choices, item) => [...choices, ...choices.map((choice) => [...choice, item])], [[]]);
}
