import fc from "fast-check";
import { timeOutstanding, type WeightedPeriod, type Weighting } from "../../../src/core/eps/timeOutstanding";
import {
  rightsIssue,
  rightsIssueInRatio,
  sharesIssued,
  sharesSplit,
  theoreticalExRightsPrice,
  weightedAverageShares,
  type Effect,
} from "../../../src/core/eps/weightedAverageShares";
import { compare, exactly, fraction, rounded, toNumber } from "../../../src/core/number/fraction";
import { day } from "../../support/loanTerms";

const year = (number: number, weighting: Weighting = "months"): WeightedPeriod => ({
  start: day(`${number}-01-01`),
  end: day(`${number}-12-31`),
  weighting,
});
const on = (date: string, effect: Effect) => ({ name: date, date: day(date), ...effect });
const whole = (shares: ReturnType<typeof exactly>) => toNumber(rounded(shares, 0));

describe("the examples of the standard", () => {
  test("IAS 33 IE2: an issue and a purchase in the year", () => {
    const changes = [on("2001-06-01", sharesIssued(exactly(800))), on("2001-12-01", sharesIssued(exactly(-250)))];
    // 1,700 × 5/12 + 2,500 × 6/12 + 2,250 × 1/12
    expect(whole(weightedAverageShares(year(2001), exactly(1_700), changes))).toBe(2_146);
  });

  test("IAS 33 IE3: a bonus issue counts as if it had been there from the beginning", () => {
    const bonus = [on("2001-10-01", sharesSplit(exactly(3)))];
    expect(whole(weightedAverageShares(year(2001), exactly(200), bonus))).toBe(600);
    expect(whole(weightedAverageShares(year(2000), exactly(200), bonus))).toBe(600);
  });

  test.each([
    ["by their number", rightsIssue(exactly(100), exactly(5), exactly(11))],
    ["in their ratio", rightsIssueInRatio(fraction(1, 5), exactly(5), exactly(11))],
  ])("IAS 33 IE4: rights below the market, %s", (_given, rights) => {
    const changes = [on("2001-03-01", rights)];
    expect(whole(weightedAverageShares(year(2000), exactly(500), changes))).toBe(550);
    // 500 × 1.1 × 2/12 + 600 × 10/12
    expect(toNumber(rounded(weightedAverageShares(year(2001), exactly(500), changes), 2))).toBe(591.67);
  });
});

test("the price of a share after rights is what all are worth over all shares", () => {
  expect(toNumber(theoreticalExRightsPrice(exactly(500), exactly(11), exactly(100), exactly(5)))).toBe(10);
});

test("rights at the market price or above it have no bonus element", () => {
  expect(rightsIssue(exactly(100), exactly(11), exactly(11)).restates(exactly(500))).toEqual(exactly(1));
});

test("no more shares are bought back than are outstanding", () => {
  const changes = [on("2001-06-01", sharesIssued(exactly(-6)))];
  expect(() => weightedAverageShares(year(2001), exactly(5), changes)).toThrow(
    "2001-06-01 must leave zero shares or more outstanding; received -1",
  );
});

describe("time outstanding", () => {
  test.each([
    ["throughout", "2000-12-31", "2002-01-01", "days", [1, 1]],
    ["never", "2002-01-01", "2002-12-31", "days", [0, 1]],
    ["a day, the day of issue", "2001-12-31", "2001-12-31", "days", [1, 365]],
    ["from the 15th the month counts", "2001-04-15", "2001-12-31", "months", [9, 12]],
    ["from the 16th the next one", "2001-04-16", "2001-12-31", "months", [8, 12]],
  ] as const)("%s", (_case, from, to, weighting, [n, d]) => {
    expect(compare(timeOutstanding(day(from), day(to), year(2001, weighting)), fraction(n, d))).toBe(0);
  });

  test("a period that ends before it starts is refused", () => {
    const period = { start: day("2001-02-01"), end: day("2001-01-01"), weighting: "days" as const };
    expect(() => timeOutstanding(period.start, period.end, period)).toThrow(
      "end must not be before start, 2001-02-01; received 2001-01-01",
    );
  });
});

test("law: an average lies between the least and the most that were outstanding", () => {
  const issue = fc.record({ month: fc.integer({ min: 1, max: 12 }), quantity: fc.integer({ min: 0, max: 1_000 }) });
  fc.assert(
    fc.property(fc.array(issue, { maxLength: 6 }), fc.integer({ min: 1, max: 1_000 }), (issues, opening) => {
      const changes = issues.map(({ month, quantity }) =>
        on(`2001-${String(month).padStart(2, "0")}-01`, sharesIssued(exactly(quantity))),
      );
      const average = toNumber(weightedAverageShares(year(2001), exactly(opening), changes));
      const most = issues.reduce((sum, { quantity }) => sum + quantity, opening);
      expect(average).toBeGreaterThanOrEqual(opening);
      expect(average).toBeLessThanOrEqual(most);
    }),
  );
});
