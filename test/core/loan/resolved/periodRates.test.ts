import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import { resolveLoan } from "../../../../src/core/loan/resolved/resolvedLoan";
import { exactly, toNumber } from "../../../../src/core/number/fraction";
import { day, loanTerms, type Differing } from "../../../support/loanTerms";

const ratesOf = (differing: Differing) => {
  const terms = loanTerms(differing);
  return resolveLoan(terms, terms.dates.count).rates;
};
const dayCount = (name: string) => ({ dayCount: dayCountNamed("dayCount", name) });
const near = (value: number) => Number(value.toPrecision(12));

/** 12 % a year from January 15, 2025: the interest on one unit over each period. */
test.each<[string, Differing, readonly number[]]>([
  ["equal months, whatever their days", { payments: 2 }, [0.01, 0.01]],
  ["equal quarters", { payments: 2, dates: { frequency: { months: 3 } } }, [0.03, 0.03]],
  ["two weeks are 1/26", { payments: 2, dates: { frequency: { days: 14 } } }, [0.12 / 26, 0.12 / 26]],
  ["twelve days are 12/365", { payments: 1, dates: { frequency: { days: 12 } } }, [(0.12 * 12) / 365]],
  [
    "actual days over 360: 31 and 28",
    { payments: 2, interest: dayCount("ACT/360") },
    [(0.12 * 31) / 360, (0.12 * 28) / 360],
  ],
  ["30/360", { payments: 2, interest: dayCount("30/360") }, [0.01, 0.01]],
  [
    "a short first period: 17 of the 31 days to February 1",
    { payments: 2, dates: { firstDate: day("2025-02-01") } },
    [(0.01 * 17) / 31, 0.01],
  ],
  [
    "a long first period: a whole month, and the 17 days before it",
    { payments: 2, dates: { firstDate: day("2025-03-01") } },
    [0.01 + (0.01 * 17) / 31, 0.01],
  ],
  [
    "a short last one: 14 of the 31 days from February 15 on are 14/28",
    { payments: null, dates: { maturityDate: day("2025-03-01") } },
    [0.01, (0.01 * 14) / 28],
  ],
  [
    "an effective rate: 1.12^(1/12) - 1",
    { payments: 1, interest: { compounding: { months: 12 } } },
    [1.12 ** (1 / 12) - 1],
  ],
  [
    "one that compounds twice a year, paid once: 1.06^2 - 1",
    { payments: 1, dates: { frequency: { months: 12 } }, interest: { compounding: { months: 6 } } },
    [0.1236],
  ],
  [
    "another rate from its date on",
    { payments: 2, interest: { rateChanges: [{ date: day("2025-02-15"), annualRate: exactly(0.06) }] } },
    [0.01, 0.005],
  ],
])("%s", (_case, differing, rates) => {
  const found = ratesOf(differing);
  expect(rates.map((_rate, index) => near(toNumber(found.whole(index))))).toEqual(rates.map(near));
});

test("the parts of a period come to the whole", () => {
  const rates = ratesOf({ payments: 2 });
  const rate = exactly(0.12);
  const [first, second] = [
    rates.part(0, day("2025-01-15"), day("2025-01-25"), rate),
    rates.part(0, day("2025-01-25"), day("2025-02-15"), rate),
  ];
  expect(near(toNumber(first))).toBe(near((0.01 * 10) / 31));
  expect(near(toNumber(first) + toNumber(second))).toBe(0.01);
});

test.each<[string, Differing, number, number]>([
  ["equal periods up to the last, which settles", { payments: 12 }, 0, 11],
  ["the last alone", { payments: 12 }, 11, 12],
  ["by days each is like no other", { payments: 12, interest: dayCount("ACT/365") }, 0, 1],
  ["a stub is by itself", { payments: 12, dates: { firstDate: day("2025-02-01") } }, 0, 1],
  ["what grows is by itself", { payments: 12, payment: { yearlyGrowth: exactly(0.05) } }, 3, 4],
  ["what is due apart is by itself", { payments: 12, dates: { interestFrequency: { months: 3 } } }, 0, 1],
])("%s", (_case, differing, from, until) => {
  expect(ratesOf(differing).equalUntil(from)).toBe(until);
});
