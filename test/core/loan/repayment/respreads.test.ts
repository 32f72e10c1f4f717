import { loanSchedule } from "../../../../src/core/loan/schedule/schedule";
import { rateChangePeriods, respreads } from "../../../../src/core/loan/repayment/respreads";
import { resolveLoan } from "../../../../src/core/loan/resolved/resolvedLoan";
import { exactly } from "../../../../src/core/number/fraction";
import { day, loanTerms, type Differing } from "../../../support/loanTerms";

const dated = (date: string, amount: number) => ({ date: day(date), amount: exactly(amount) });
const rate = (date: string, annualRate: number) => ({ date: day(date), annualRate: exactly(annualRate) });
/** Interest monthly, the level payment every other month: periods 1, 3, 5, 7 pay principal. */
const EVERY_OTHER_MONTH: Differing = {
  payments: 4,
  dates: { frequency: { months: 2 }, interestFrequency: { months: 1 } },
};

const resolved = (differing: Differing) => {
  const terms = loanTerms(differing);
  return resolveLoan(terms, terms.dates.count);
};

describe("the periods from which payments are worked out anew", () => {
  test.each<[string, Differing, readonly number[]]>([
    ["the first of principal", {}, [0]],
    ["after payments of interest alone", { payment: { interestOnlyPayments: 2 } }, [2]],
    ["after an advance on a payment date: the next", { events: { advances: [dated("2025-02-15", 100)] } }, [0, 1]],
    ["an advance before one: that one", { events: { advances: [dated("2025-03-01", 100)] } }, [0, 1]],
    ["an extra payment that shortens: none", { events: { extraPayments: [dated("2025-03-01", 100)] } }, [0]],
    [
      "one that lowers: the payment after it",
      { events: { extraPayments: [dated("2025-03-01", 100)] }, payment: { extraPaymentEffect: "lowers" } },
      [0, 2],
    ],
    [
      "an advance where interest alone is paid: the next payment of principal",
      { ...EVERY_OTHER_MONTH, events: { advances: [dated("2025-03-20", 100)] } },
      [1, 3],
    ],
    [
      "an advance before the first payment of principal: that one",
      { payment: { interestOnlyPayments: 3 }, events: { advances: [dated("2025-02-01", 100)] } },
      [3, 3],
    ],
    [
      "an event after the last payment of principal: no period has that index",
      { events: { advances: [dated("2025-05-15", 100)] } },
      [0, 4],
    ],
  ])("%s", (_case, differing, indexes) => {
    expect(respreads(resolved(differing))).toEqual(indexes);
  });

  test.each<[string, Differing, readonly number[]]>([
    ["a change within a period: its payment", { interest: { rateChanges: [rate("2025-03-01", 0.06)] } }, [1]],
    ["on a payment date: the next", { interest: { rateChanges: [rate("2025-02-15", 0.06)] } }, [1]],
    [
      "where interest alone is paid: the next payment of principal",
      { ...EVERY_OTHER_MONTH, interest: { rateChanges: [rate("2025-03-20", 0.06)] } },
      [3],
    ],
    [
      "within payments of interest alone: the first of principal",
      { payment: { interestOnlyPayments: 3 }, interest: { rateChanges: [rate("2025-02-20", 0.06)] } },
      [3],
    ],
  ])("%s", (_case, differing, indexes) => {
    expect(rateChangePeriods(resolved(differing))).toEqual(indexes);
  });
});

/** By hand: the interest of the other months is paid as it falls due, so the level payment sees 1 % every two months. */
test("a rate that changes where interest alone is paid lowers the level payment that follows", () => {
  const paymentsAfter = (date: string, annualRate: number) => {
    const interest = { rateChanges: [rate(date, annualRate)] };
    const schedule = loanSchedule(loanTerms({ ...EVERY_OTHER_MONTH, interest }));
    return [...schedule.payments].map((units) => units / schedule.loan.scale.one);
  };
  // 1,000 x 0.01 / (1 - 1.01^-4) = 256.28
  expect(paymentsAfter("2025-03-15", 0.12).slice(0, 4)).toEqual([10, 256.28, 7.54, 256.28]);
  // 753.72 from March 15 on at 0.5 %: 753.72 x 0.005 / (1 - 1.005^-3) = 253.76
  expect(paymentsAfter("2025-03-15", 0.06)).toEqual([10, 256.28, 3.77, 253.76, 2.52, 253.76, 1.26, 253.75]);
  // From April 1 on: 753.72 x (1 % x 17/31 + 0.5 % x 14/31) = 5.84 of interest alone, then the same 253.76
  expect(paymentsAfter("2025-04-01", 0.06)).toEqual([10, 256.28, 5.84, 253.76, 2.52, 253.76, 1.26, 253.75]);
});
