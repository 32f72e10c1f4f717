import fc from "fast-check";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { interestBetween } from "../../../../src/core/loan/account/interest";
import { loanOf } from "../../../../src/core/loan/loan";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/terms/exhibit1010";
import { exactly, plus, toNumber } from "../../../../src/core/number/fraction";
import { day, loanTerms } from "../../../support/loanTerms";

const exhibit = loanOf(EXHIBIT_10_10).account("stated");
const interestOf = (account: typeof exhibit, from: string, to: string) =>
  toNumber(interestBetween(account, day(from), day(to)));

describe("interest of Exhibit 10.10, 30/360 along its schedule, both days counted, to the dollar", () => {
  test.each([
    ["the agreement's example, section 3.5: 493.70", "2000-08-01", "2000-09-12", 494],
    ["one whole month, 42,779 x 10 %/12 = 356.49", "2000-08-01", "2000-08-31", 356],
    ["one day of it, which counts: 42,779 x 10 %/360 x 2 - the first = 11.88", "2000-08-02", "2000-08-03", 12],
    ["no time at all", "2000-09-12", "2000-09-12", 0],
    ["after the loan", "2003-01-01", "2004-01-01", 0],
    ["the last year, from the 24,226 that is printed on, month by month: 1,420.32", "2001-08-01", "2002-08-01", 1_420],
  ])("%s", (_case, from, to, interest) => {
    expect(interestOf(exhibit, from, to)).toBe(interest);
  });
});

test("where the agreement is silent, it runs along the schedule up to the day, rounded as interest is", () => {
  const account = loanOf(loanTerms()).account("computed");
  expect(interestOf(account, "2025-01-15", "2025-02-15")).toBe(10);
  expect(interestOf(account, "2025-01-15", "2025-01-25")).toBe(3.23); // 1,000 x 1 % x 10/31
  expect(interestOf(account, "2025-01-25", "2025-03-01")).toBe(10.54); // 6.774 + 753.72 x 1 % x 14/28 = 3.769
});

test("the interest of two spans that meet is that of both together", () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 3 }), (offsets) => {
      const account = loanOf(loanTerms({ rounding: { interest: null } })).account("computed");
      const [a, b, c] = offsets.sort((x, y) => x - y).map((offset) => account.lines.date(0) + offset);
      if (a === undefined || b === undefined || c === undefined) throw new Error("three days");
      const both = plus(interestBetween(account, a, b), interestBetween(account, b, c));
      expect(toNumber(both)).toBe(toNumber(interestBetween(account, a, c)));
    }),
  ));

test.each([
  [
    "the wrong way round",
    () => interestOf(exhibit, "2000-09-12", "2000-09-11"),
    "to must not be before from, September 12, 2000; received September 11, 2000",
  ],
  [
    "from before the loan",
    () => interestOf(exhibit, "1997-07-31", "1997-09-01"),
    "from must be on or after August 1, 1997, when the loan begins; received July 31, 1997",
  ],
])("dates %s are refused", (_case, asked, words) => {
  expect(asked).toThrow(words);
});

test("a rate that changes within a period accrues from its day on", () => {
  const rateChanges = [{ date: dayOf(2025, 1, 25), annualRate: exactly(0.24) }];
  const account = loanOf(loanTerms({ interest: { rateChanges } })).account("computed");
  expect(interestOf(account, "2025-01-15", "2025-02-04")).toBe(9.68); // 10/31 of 10 and 10/31 of 20
});
