import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { scheduleTable } from "../../../../src/core/loan/scheduleTable";
import { toNumber } from "../../../../src/core/number/fraction";
import { loanOfBothForms, type Agreement } from "../../../support/bothForms";
import { table } from "../../../support/loanTerms";

const CENTS = { paymentRounding: "cent", interestRounding: "cent" };
const LOAN = {
  principal: 100_000,
  annualRate: 0.05,
  startDate: "2024-01-01",
  frequency: "quarterly",
  payments: 20,
  ...CENTS,
};

/** Date, payment and extra payment of each line. */
function paidBy(terms: Agreement): [string, number, number][] {
  const { columns, rows } = scheduleTable(loanOfBothForms({ ...LOAN, ...terms }), "stated");
  return rows.slice(1).map(({ date, amounts }) => {
    const at = (heading: string) => {
      const amount = amounts[columns.indexOf(heading)];
      return amount ? toNumber(amount) : 0;
    };
    return [isoDate(date), at("Payment"), at("Extra payment")];
  });
}

describe("extra payments that come again", () => {
  test("with every payment, to a day; the last is of what is owed", () => {
    const paid = paidBy({ extraEachPeriod: [{ amount: 500, to: "2024-10-15" }] });
    expect(paid.slice(0, 4)).toEqual([
      ["2024-04-01", 5_682.04, 500],
      ["2024-07-01", 5_682.04, 500],
      ["2024-10-01", 5_682.04, 500],
      ["2025-01-01", 5_682.04, 0],
    ]);
    expect(paid.at(-1)?.[1]).toBeLessThan(5_682.04);
  });

  test.each<[string, Agreement, string[]]>([
    [
      "once a year, from the first anniversary",
      { amount: 1_000 },
      ["2025-01-01", "2026-01-01", "2027-01-01", "2028-01-01"],
    ],
    [
      "with the payment after a day",
      { amount: 1_000, from: "2024-05-20" },
      ["2024-07-01", "2025-07-01", "2026-07-01", "2027-07-01", "2028-07-01"],
    ],
    ["from a day to another", { amount: 1_000, from: "2024-05-20", to: "2026-05-19" }, ["2024-07-01", "2025-07-01"]],
  ])("%s", (_case, extra, dates) => {
    const paid = paidBy({ extraEachYear: [extra] });
    expect(paid.filter(([, , amount]) => amount > 0).map(([date]) => date)).toEqual(dates);
  });

  test("shorten the term, or lower the payments that follow", () => {
    const extraEachPeriod = [{ amount: 1_000 }];
    expect(paidBy({ extraEachPeriod })).toHaveLength(17);
    const lowered = paidBy({ extraEachPeriod, extraPaymentEffect: "lower the payment" });
    expect(lowered).toHaveLength(20);
    expect(lowered.map(([, payment]) => payment)).toEqual(
      [...lowered.map(([, payment]) => payment)].sort((a, b) => b - a),
    );
  });

  test("are the same as that payment made larger", () => {
    const larger = table(loanOfBothForms({ ...LOAN, payment: 6_182.04 }).schedule, isoDate);
    const again = table(
      loanOfBothForms({ ...LOAN, payment: 5_682.04, extraEachPeriod: [{ amount: 500 }] }).schedule,
      isoDate,
    );
    expect(again).toEqual(larger);
  });

  test.each<[string, Agreement, string]>([
    ["of nothing", { extraEachPeriod: [{ amount: 0 }] }, "extraEachPeriod[0].amount must be more than zero"],
    [
      "before the loan",
      { extraEachYear: [{ amount: 1, from: "2023-12-31" }] },
      "extraEachYear[0].from must not be before the start date",
    ],
  ])("%s are refused", (_case, terms, message) => {
    expect(() => loanOfBothForms({ ...LOAN, ...terms })).toThrow(message);
  });

  test("any loan with them foots and ends at zero, never paid more than is owed", () =>
    fc.assert(
      fc.property(
        fc.record({
          extraEachPeriod: fc.array(fc.record({ amount: fc.integer({ min: 1, max: 30_000 }) }), { maxLength: 2 }),
          extraEachYear: fc.array(fc.record({ amount: fc.integer({ min: 1, max: 90_000 }) }), { maxLength: 2 }),
          extraPaymentEffect: fc.constantFrom("shorten the term", "lower the payment"),
          method: fc.constantFrom("level payment", "level principal", "interest only"),
          frequency: fc.constantFrom("monthly", "quarterly", "semi-monthly"),
        }),
        (terms) => {
          const loan = loanOfBothForms({ ...LOAN, ...terms });
          const { openings, interests, payments, closings } = loan.schedule;
          openings.forEach((opening, index) => {
            expect(opening + (interests[index] ?? NaN) - (payments[index] ?? NaN)).toBe(closings[index]);
            expect(payments[index]).toBeGreaterThanOrEqual(0);
          });
          expect(closings.at(-1)).toBe(0);
          const { columns, rows } = scheduleTable(loan, "stated");
          for (const { amounts } of rows.slice(1)) {
            const at = (heading: string) =>
              toNumber(amounts[columns.indexOf(heading)] ?? { numerator: 0, denominator: 1 });
            expect(at("Opening") + at("Interest") - at("Payment") - at("Extra payment")).toBeCloseTo(at("Closing"), 6);
          }
        },
      ),
      { numRuns: 100 },
    ));
});
