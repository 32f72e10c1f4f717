import fc from "fast-check";
import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { balanceSteps } from "../../../../src/core/loan/account/balanceSteps";
import { interestBetween } from "../../../../src/core/loan/account/interest";
import { payoff } from "../../../../src/core/loan/account/payoff";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { loanOf } from "../../../../src/core/loan/loan";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/exhibit1010";
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

describe("over whole periods it is what the schedule posts", () => {
  test.each<[string, object, string, string, number]>([
    ["4.17 three times", { annualRate: 0.05, method: "interest only", payments: 3 }, "2024-01-01", "2024-04-01", 12.51],
    [
      // GnuCash's sample: 345,725 at 8.25 % over 30 years
      "360 payments",
      { principal: 345_725, annualRate: 0.0825, payments: 360, startDate: "2000-01-01" },
      "2000-01-01",
      "2030-01-01",
      589_305.17,
    ],
    // 1,000 x 1 % x 3/12 = 2.50: 0.83, 0.83 and 0.84
    [
      "flat, with the cent of the last",
      { annualRate: 0.01, interestOn: "flat", payments: 3 },
      "2024-01-01",
      "2024-04-01",
      2.5,
    ],
    ["from within one period into another", { payments: 3 }, "2024-01-16", "2024-02-16", 8.63], // 10 - 4.84, then 6.70 x 15/29
    [
      // Interest is due every other month: 10 of the first are posted with the second
      "where it falls due later",
      { payments: 4, method: "level principal", interestFrequency: "every 2 months" },
      "2024-01-01",
      "2024-02-01",
      10,
    ],
    [
      // Printed once a quarter, paid every month: 10 and 6.70 and 3.37 all the same
      "along the payments, where lines are fewer",
      { payments: 3, schedule: [{ date: "2024-04-01", balance: 0 }] },
      "2024-01-01",
      "2024-04-01",
      20.07,
    ],
  ])("%s", (_case, form, from, to, interest) => {
    const loan = { principal: 1_000, startDate: "2024-01-01", annualRate: 0.12, ...form };
    expect(interestOf(loanFromObject(loan).account("stated"), from, to)).toBe(interest);
  });
});

describe("on what printed payments leave owed it runs on after the last of them", () => {
  // 1,000 at 12 %, two payments of 100 leave 819.10 on March 1, 2024
  const ledger = {
    principal: 1_000,
    startDate: "2024-01-01",
    annualRate: 0.12,
    schedule: [
      { date: "2024-02-01", reduction: 100 },
      { date: "2024-03-01", reduction: 100 },
    ],
  };
  const accountOf = (form: object) => loanFromObject({ ...ledger, ...form }).account("stated");

  test.each<[string, object, string, number]>([
    ["a month", {}, "2024-04-01", 8.19],
    ["two and a part: 16.38 and 819.10 x 1 % x 10/31", {}, "2024-05-11", 19.02],
    ["by days: 31 of 365 on 818.87", { dayCount: "ACT/365" }, "2024-04-01", 8.35],
    [
      "at another rate from April 1 on",
      { rateChanges: [{ date: "2024-04-01", annualRate: 0.24 }] },
      "2024-05-01",
      24.57,
    ],
  ])("%s", (_case, form, to, interest) => {
    expect(interestOf(accountOf(form), "2024-03-01", to)).toBe(interest);
  });

  test("which a payoff and a balance with interest hold too", () => {
    const due = payoff(accountOf({}), day("2024-04-01"), "payoff", null);
    expect([toNumber(due.balance), toNumber(due.interest), toNumber(due.due)]).toEqual([819.1, 8.19, 827.29]);
    const accrues = accountOf({ balanceBetweenDates: "principal and interest" });
    expect(toNumber(accrues.balanceOn(day("2024-04-01")))).toBe(827.29);
    expect(balanceSteps(accrues, day("2024-04-01")).map(({ amount }) => toNumber(amount))).toEqual([
      819.1, 8.19, 827.29,
    ]);
    const shared = accountOf({ balanceBetweenDates: "interest less pro rata share" });
    expect(toNumber(shared.balanceOn(day("2024-04-01")))).toBe(827.29); // no reduction is to come
    expect(balanceSteps(shared, day("2024-04-01"))).toHaveLength(3);
  });

  test("but not where they repay it, nor after the last payment of terms", () => {
    const repaid = { schedule: [{ date: "2024-02-01", reduction: 1_010 }] };
    expect(interestOf(accountOf(repaid), "2024-02-01", "2025-02-01")).toBe(0);
    const left = { schedule: undefined, payments: 3, method: "level principal", residue: "left outstanding" };
    expect(interestOf(accountOf(left), "2024-04-01", "2025-04-01")).toBe(0);
  });
});

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

test.each([
  ["a flat loan", { interest: { on: "original" as const } }],
  ["precomputed interest", { method: "ruleOf78" as const }],
])("%s earns nothing once it is repaid", (_case, differing) => {
  const account = loanOf(loanTerms(differing)).account("computed");
  const last = account.lines.dates.at(-1) as number;
  expect(toNumber(interestBetween(account, last, last + 90))).toBe(0);
  expect(toNumber(interestBetween(account, last - 10, last))).toBeGreaterThan(0);
  expect(account.segments.on(last + 10).balance).toBe(0);
});

test("a loan that runs over January 1, 1970, from which days are counted, earns as one ten years later", () => {
  const earned = (year: number) => {
    const terms = loanTerms({ start: `${year}-11-15`, interest: { dayCount: dayCountNamed("dayCount", "30/360") } });
    return interestOf(loanOf(terms).account("computed"), `${year}-12-20`, `${year + 1}-01-10`);
  };
  expect(earned(1969)).toBe(earned(1979));
});
