import { balanceEvents, netOf } from "../../../../src/core/loan/resolved/balanceEvents";
import { loanPeriods } from "../../../../src/core/loan/resolved/loanPeriods";
import { AmountScale } from "../../../../src/core/loan/amountScale";
import { exactly } from "../../../../src/core/number/fraction";
import { day, loanTerms } from "../../../support/loanTerms";

const dated = (date: string, amount: number) => ({ date: day(date), amount: exactly(amount) });
const CENTS = new AmountScale(2);

/** Periods to February 15, March 15, April 15 and May 15. */
const eventsOf = (events: Parameters<typeof loanTerms>[0]) => {
  const terms = loanTerms(events);
  return balanceEvents(terms, loanPeriods(terms, 4), CENTS);
};

test("each event is in the period that its day lies in, one on a payment date in that which it ends", () => {
  const events = eventsOf({
    events: {
      advances: [dated("2025-01-15", 1), dated("2025-02-15", 2), dated("2025-02-16", 4)],
      extraPayments: [dated("2025-02-10", 8)],
      forgiveness: [dated("2025-05-15", 16)],
    },
  });
  const found = [...events].map(([index, list]) => [index, list.map((event) => netOf([event]) / 100)]);
  expect(found).toEqual([
    [0, [1, -8, 2]], // by date
    [1, [4]],
    [3, [-16]],
  ]);
  expect(netOf(events.get(0) ?? [])).toBe(-500);
});

test.each([
  ["before the loan, which has no effect", "2025-01-14"],
  ["after the last payment, which the schedule refuses", "2025-05-16"],
])("not among them: one %s", (_case, date) => {
  expect(eventsOf({ events: { advances: [dated(date, 1)] } }).size).toBe(0);
});

test("one between a payment's date and the business day that it moves to counts with that payment", () => {
  // March 15, 2025 is a Saturday: paid on Monday, March 17.
  const events = eventsOf({
    dates: { businessDays: "following" },
    events: { forgiveness: [dated("2025-03-16", 1), dated("2025-03-17", 2), dated("2025-03-18", 4)] },
  });
  expect([...events].map(([index, list]) => [index, netOf(list) / 100])).toEqual([
    [1, -3],
    [2, -4],
  ]);
});
