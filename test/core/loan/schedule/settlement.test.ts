import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { table } from "../../../support/loanTerms";

const LOAN = { principal: 1_000, startDate: "2024-01-01", annualRate: 0.12 };
const scheduleOf = (form: object) => table(loanFromObject({ ...LOAN, ...form }).schedule, isoDate);
const column = (form: object, place: 1 | 2 | 3) => scheduleOf(form).map((row) => row[place]);
const [INTEREST, PAYMENT, BALANCE] = [1, 2, 3] as const;

describe("carried interest", () => {
  test.each<[string, object, number[]]>([
    // 1,000 at 4 %/12 = 3.3333... a month: three of them are 10.00
    ["posts a whole cent as soon as it is one", { annualRate: 0.04 }, [3.33, 3.33, 3.34, 3.33, 3.33, 3.34]],
    // 1,000 at 5 %/12 = 4.16666...: two are 8.3333, three 12.50, four 16.6666
    ["gives back what was rounded up", { annualRate: 0.05 }, [4.17, 4.17, 4.16, 4.17, 4.17, 4.16]],
    // 1,000 at 2 %/12 = 1.66666..., to the dollar: 1.67, 3.33, 5, 6.67, 8.33, 10
    ["to the dollar", { annualRate: 0.02, interestRounding: "dollar" }, [2, 2, 1, 2, 2, 1]],
  ])("%s", (_case, form, interests) => {
    const terms = { method: "interest only", payments: 6, carryInterest: true };
    expect(column({ ...terms, ...form }, INTEREST)).toEqual(interests);
  });
});

describe("flat interest is settled with the payment that repays the loan", () => {
  test.each<[string, object, number[], number[]]>([
    // 100 x 10 % x 3/12 = 2.50; 102.50 / 3 = 34.17
    ["level payment", { payments: 3 }, [0.83, 0.83, 0.84], [34.17, 34.17, 34.16]],
    ["level principal", { payments: 3, method: "level principal" }, [0.83, 0.83, 0.84], [34.16, 34.16, 34.18]],
    // 100 x 10 % x 7/12 = 5.83, and seven times 0.83 is 5.81
    [
      "over seven months",
      { payments: 7 },
      [0.83, 0.83, 0.83, 0.83, 0.83, 0.83, 0.85],
      [15.12, 15.12, 15.12, 15.12, 15.12, 15.12, 15.11],
    ],
    // Two months of it: 1.67
    ["repaid early", { payments: 3, extraPayments: [{ date: "2024-02-01", amount: 40 }] }, [0.83, 0.84], [34.17, 27.5]],
    [
      "not rounded",
      { payments: 3, interestRounding: "none", paymentRounding: "none", decimals: 3 },
      [0.833, 0.833, 0.833],
      [34.167, 34.167, 34.165],
    ],
  ])("%s", (_case, form, interests, payments) => {
    const flat = { principal: 100, annualRate: 0.1, interestOn: "flat", ...form };
    expect([column(flat, INTEREST), column(flat, PAYMENT)]).toEqual([interests, payments]);
  });
});

describe("a residue is settled with a payment, never by one of its own", () => {
  test("where the balance is rounded and nothing is paid, the interest is what the balance rises by", () => {
    const terms = {
      method: "bullet",
      payments: 36,
      interestRounding: "cent",
      carryInterest: true,
      balanceRounding: "cent",
    };
    const rows = scheduleOf({ ...terms, principal: 55_000, startDate: "2018-01-01", annualRate: 0.099999996 });
    expect(rows.slice(0, -1).filter(([, , payment]) => payment !== 0)).toEqual([]);
    expect(rows.at(-1)?.[PAYMENT]).toBe(74_150); // 55,000 x (1 + 0.008333333)^36 = 74,150.0021
    expect(Math.round(rows.reduce((sum, [, interest]) => sum + interest, 0) * 100) / 100).toBe(19_150);
  });

  test.each<[string, object, number[]]>([
    // 1,000 x 0.01/(1 - 1.01^-4) = 256.2811: the cent that four payments of 256.28 leave goes with the fourth
    ["of a payment that was rounded down", { payment: 256.28 }, [256.28, 256.28, 256.28, 256.29]],
    ["of one that was rounded up: the last is smaller", { payment: 256.29 }, [256.29, 256.29, 256.29, 256.26]],
    [
      "of a portion of principal",
      { annualRate: 0, method: "level principal", payment: 333.33 },
      [333.33, 333.33, 333.34],
    ],
    [
      "of a term that an extra payment shortens",
      { annualRate: 0, payments: 3, extraPayments: [{ date: "2024-02-01", amount: 333.33 }] },
      [333.33, 333.34],
    ],
    [
      "but not where the number of payments says so",
      { payment: 256.28, payments: 5 },
      [256.28, 256.28, 256.28, 256.28, 0.01],
    ],
    ["and what is no residue is paid", { payment: 256 }, [256, 256, 256, 256, 1.16]],
  ])("%s", (_case, form, payments) => {
    expect(column(form, PAYMENT)).toEqual(payments);
  });

  test("left outstanding, it stays", () => {
    const left = { payment: 256.28, payments: 4, residue: "left outstanding" };
    expect(column(left, BALANCE).at(-1)).toBe(0.01);
  });
});

const RATE_CHANGES = [{ date: "2024-03-01", annualRate: 0.24 }];

describe("a payment and a balloon together", () => {
  // 1,000 at 1 % a month, four payments of 157.77 leave 400.01 with the last: (1,000 - 400/1.01^4) x 0.01/(1 - 1.01^-4)
  test("are both honoured, to what rounding leaves", () => {
    expect(column({ payment: 157.77, balloon: 400, payments: 4 }, PAYMENT)).toEqual([157.77, 157.77, 157.77, 557.76]);
    const portions = { method: "level principal", payment: 150, balloon: 400, payments: 4 };
    expect(column(portions, PAYMENT)).toEqual([160, 158.5, 157, 555.5]);
  });

  test.each<[string, object, string]>([
    [
      "that do not repay the loan",
      { payment: 150, balloon: 400, payments: 4 },
      "balloon must be 431.55, which 4 payments of 150 leave, or be left out: the last payment then settles the loan; received 400",
    ],
    [
      "of a loan that the payments repay",
      { payment: 300, balloon: 400, payments: 4 },
      "balloon must be left out, as 4 payments of 300 repay the loan; received 400",
    ],
    [
      "that do not, once a rate changes on the way, as if the balloon were none",
      { payment: 157.77, balloon: 400, payments: 4, rateChanges: RATE_CHANGES },
      "balloon must be 412.69, which the payments, with all that changes on the way, leave, or be left out: the last payment then settles the loan; received 400",
    ],
    [
      "that do not, once a payment changes on the way",
      { payment: 157.77, balloon: 400, payments: 4, paymentChanges: [{ date: "2024-05-01", amount: 100 }] },
      "balloon must be 457.76, which the payments, with all that changes on the way, leave, or be left out: the last payment then settles the loan; received 400",
    ],
    [
      "that do not, with or without an extra payment",
      { payment: 157.77, balloon: 300, payments: 4, extraPayments: [{ date: "2024-03-01", amount: 50 }] },
      "balloon must be 348.99, which the payments, with all that changes on the way, leave",
    ],
    [
      "without an end",
      { payment: 150, balloon: 400 },
      "balloon must stand with a number of payments, a term or a maturity date, when it falls due; received 400",
    ],
  ])("%s are refused", (_case, form, message) => {
    expect(() => scheduleOf(form)).toThrow(message);
  });

  test("where a rate changes on the way, the balloon is what is left by it", () => {
    const payments = column({ payment: 157.77, balloon: 412.69, payments: 4, rateChanges: RATE_CHANGES }, PAYMENT);
    // 702.98 on March 1 at 2 %: 14.06 and 559.27, then 11.19 and 570.46
    expect(payments).toEqual([157.77, 157.77, 157.77, 570.46]);
  });

  test("where the payment grows, the balloon is on top of the last", () => {
    // 1,000 at 1 %: twelve of 50, then 55: what 13 payments leave, in fractions, to the cent
    const form = { payment: 50, paymentGrowth: 0.1, payments: 13, balloon: 442.64 };
    expect(column(form, PAYMENT).slice(-2)).toEqual([50, 497.64]);
  });

  test("what is paid extra on the way lowers what the last payment settles, beside the balloon that was agreed", () => {
    const extraPayments = [{ date: "2024-03-01", amount: 50 }];
    const payments = column({ payment: 157.77, balloon: 400, payments: 4, extraPayments }, PAYMENT);
    // 702.98 less 50 on March 1 at 1 %: 652.98, 501.74, 506.76
    expect(payments).toEqual([157.77, 157.77, 157.77, 506.76]);
  });
});

describe("a payment that is given", () => {
  test("may be below the interest of a deferred first period", () => {
    // TValue's loan: 101,775.37 at 10 %, the first of 48 payments of 3,125 after two years and a day
    const deferred = {
      principal: 101_775.37,
      startDate: "2005-06-30",
      annualRate: 0.1,
      compounding: "monthly",
      firstPaymentDate: "2007-07-01",
      payments: 48,
      payment: 3_125,
    };
    const rows = scheduleOf(deferred);
    expect(rows[0]).toEqual(["2007-07-01", 22_464.74, 3_125, 121_115.11]);
    expect(rows.at(-1)).toEqual(["2011-06-01", 25.83, 3_125.47, 0]);
  });

  test.each<[string, object]>([
    ["of the first period", { payments: 12, payment: 9.99 }],
    ["of one after a deferred first", { payments: 12, payment: 11, firstPaymentDate: "2025-01-01" }],
  ])("is refused below the interest %s", (_case, form) => {
    expect(() => scheduleOf(form)).toThrow("or the loan is never repaid");
  });

  test("repays the loan within 5,000 payments, as the message says", () => {
    expect(scheduleOf({ annualRate: 0, payment: 0.2, principal: 900 })).toHaveLength(4_500);
    expect(() => scheduleOf({ annualRate: 0, payment: 0.19 })).toThrow(
      "payment must repay the loan within 5000 payments",
    );
  });
});

test.each([
  ["biweekly", { termYears: 30 }, 780],
  ["weekly", { termYears: 2 }, 104],
  ["weekly", { termMonths: 6 }, 26],
  ["every 4 weeks", { termYears: 3 }, 39],
  ["monthly", { termYears: 30 }, 360],
  ["daily", { termYears: 1 }, 366], // to January 1, 2025: a leap year
  ["weekly", { termMonths: 1 }, 5], // no whole number: to February 1
])("%s payments over %j are %d", (frequency, term, count) => {
  expect(scheduleOf({ principal: 300_000, frequency, ...term })).toHaveLength(count);
});

test("300,000 at 6 % over 30 years, every two weeks, is 829.75", () => {
  const loan = { principal: 300_000, annualRate: 0.06, termYears: 30, frequency: "biweekly" };
  expect(column(loan, PAYMENT)[0]).toBe(829.75); // 300,000 x r/(1 - (1 + r)^-780) at r = 6 %/26
});
