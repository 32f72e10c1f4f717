import { isoDate } from "../../../../src/core/calendar/civilDate";
import { balanceSteps } from "../../../../src/core/loan/account/balanceSteps";
import { interestBetween } from "../../../../src/core/loan/account/interest";
import { payoff } from "../../../../src/core/loan/account/payoff";
import { loanFindings } from "../../../../src/core/loan/findings/findings";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { scheduleTable } from "../../../../src/core/loan/scheduleTable";
import { toNumber } from "../../../../src/core/number/fraction";
import { day, table } from "../../../support/loanTerms";

/** A note of 1,000 at 12 % from January 1, 2024 that matures a year later. */
const NOTE = { principal: 1_000, startDate: "2024-01-01", annualRate: 0.12, maturityDate: "2025-01-01" };
const rowsOf = (form: object) => table(loanFromObject({ ...NOTE, ...form }).schedule, isoDate);
const lastOf = (form: object) => rowsOf(form).at(-1);

describe("a note that gives its maturity and nothing else of repayment", () => {
  test("is one payment on that day, with simple interest", () => {
    expect(rowsOf({})).toEqual([["2025-01-01", 120, 1_120, 0]]);
    expect(rowsOf({ dayCount: "ACT/360" })).toEqual([["2025-01-01", 122, 1_122, 0]]); // 366 days
    expect(rowsOf({ maturityDate: "2024-03-16" })).toEqual([["2024-03-16", 24.84, 1_024.84, 0]]); // 2 and 15/31 months
  });

  test("compounds where it says so", () => {
    expect(rowsOf({ compounding: "monthly" })).toEqual([["2025-01-01", 126.83, 1_126.83, 0]]); // 1.01^12
    expect(rowsOf({ rateKind: "effective", maturityDate: "2026-01-01" })).toEqual([["2026-01-01", 254.4, 1_254.4, 0]]);
    expect(rowsOf({ compounding: "none" })).toEqual(rowsOf({}));
  });

  test("is the PPP loan as its note reads: 6,607 of interest to December 18, 2020", () => {
    // Form 10-K of the borrower: https://www.sec.gov/Archives/edgar/data/1075736/000165495421002518/R17.htm
    const note = { principal: 1_000_626, annualRate: 0.01, startDate: "2020-04-21", maturityDate: "2022-04-21" };
    const account = loanFromObject({ ...note, dayCount: "ACT/365" }).account("stated");
    expect(toNumber(interestBetween(account, day("2020-04-21"), day("2020-12-18")))).toBe(6_606.87);
  });

  test("says so on its working, its payoff, its schedule and its findings", () => {
    const loan = loanFromObject(NOTE);
    const words = "One payment at maturity, January 1, 2025, with simple interest, as no other repayment is stated";
    const account = loan.account("stated");
    expect(new Set(balanceSteps(account, day("2024-06-01")).map(({ clause }) => clause))).toEqual(new Set([words]));
    expect(payoff(account, day("2024-06-01"), "payoff", null).balanceClause).toBe(words);
    expect(scheduleTable(loan, "stated").columns).toContain("Payment at maturity");
    expect(loanFindings(loan).map(({ what, difference, cause }) => [what, difference, cause])).toEqual([
      [
        words,
        { days: 0 },
        "If it is repaid otherwise, say its Method, Payment frequency, Number of payments or Payment",
      ],
    ]);
  });

  test.each<[string, object, number]>([
    ["a frequency", { frequency: "quarterly" }, 4],
    ["a number of payments", { payments: 12 }, 12],
    ["a first payment", { firstPaymentDate: "2024-06-01" }, 8],
    ["interest that is due on the way", { interestFrequency: "quarterly" }, 12],
    ["a method", { method: "level payment" }, 12],
    ["a payment", { payment: 88.85 }, 12],
  ])("is none where it says more: %s", (_case, said, payments) => {
    const loan = loanFromObject({ ...NOTE, ...said });
    expect([loan.schedule.dates.length, loan.terms.isRepaymentAssumed]).toEqual([payments, false]);
    expect(loanFindings(loan)).toEqual([]);
  });

  test("is repaid as its table says where it prints one", () => {
    const schedule = [
      { date: "2024-07-01", reduction: 500 },
      { date: "2025-01-01", reduction: 593.6 },
    ];
    expect(rowsOf({ schedule })).toEqual([
      ["2024-07-01", 60, 500, 560],
      ["2025-01-01", 33.6, 593.6, 0],
    ]);
  });
});

describe("a bullet says whether it compounds", () => {
  const bullet = { method: "bullet" };
  test.each<[string, object, number, number]>([
    // what, form, periods, last payment
    ["not, where nothing is said", {}, 1, 1_120],
    ["nor by its term", { maturityDate: undefined, termYears: 1 }, 1, 1_120],
    ["nor where it says none", { compounding: "none", frequency: "monthly" }, 1, 1_120],
    ["simple is none", { compounding: "simple", maturityDate: undefined, payments: 12 }, 1, 1_120],
    ["by its compounding, in one payment", { compounding: "monthly" }, 1, 1_126.83],
    ["by its frequency", { frequency: "quarterly" }, 4, 1_125.51],
    ["by its number of payments", { maturityDate: undefined, payments: 12 }, 12, 1_126.84], // to the cent each month
    ["one payment is one", { payments: 1 }, 1, 1_120],
  ])("%s", (_case, form, periods, payment) => {
    const rows = rowsOf({ ...bullet, ...form });
    expect([rows.length, rows.at(-1)?.[2]]).toEqual([periods, payment]);
  });

  test("its payoff on the way is that of simple interest: 100,000 at 6 % over 366 days of 365", () => {
    // https://support.carta.com/article/633-interest-payment
    const note = { principal: 100_000, startDate: "2019-03-01", annualRate: 0.06, dayCount: "ACT/365" };
    const account = loanFromObject({ ...note, ...bullet, maturityDate: "2021-03-01" }).account("stated");
    expect(toNumber(payoff(account, day("2020-03-01"), "payoff", null).due)).toBe(106_016.44);
  });

  test("and any other word is refused", () => {
    expect(() => lastOf({ ...bullet, compounding: "often" })).toThrow('compounding must be "none", or a frequency');
  });
});
