import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanOfBothForms, type Agreement } from "../../../support/bothForms";
import { table } from "../../../support/loanTerms";

const CENTS = { paymentRounding: "cent", interestRounding: "cent" };
const MORTGAGE = { principal: 1_000_000, annualRate: 0.06, startDate: "2024-01-01", ...CENTS };

/** The first payment, the last, and how many there are. */
function paymentsOf(agreement: Agreement): readonly unknown[] {
  const rows = table(loanOfBothForms(agreement).schedule, isoDate);
  return [rows[0]?.[2], rows.at(-1)?.[2], rows.length];
}

describe("a loan that amortizes over more than its term", () => {
  // PMT(0.06/12, 300, -1000000) = 6443.01; after 119 of them 766,132.75 is owed, and its interest.
  test.each<[string, Agreement, readonly unknown[]]>([
    ["25 years, due in 10", { amortizationYears: 25, termYears: 10 }, [6443.01, 769_963.41, 120]],
    ["the same in months", { amortizationMonths: 300, payments: 120 }, [6443.01, 769_963.41, 120]],
    ["the same to a maturity", { amortizationYears: 25, maturityDate: "2034-01-01" }, [6443.01, 769_963.41, 120]],
    ["an amortization alone is the term", { amortizationYears: 10 }, [11_102.05, 11_102.01, 120]],
    [
      "from the first payment of principal on",
      { amortizationYears: 25, termYears: 10, interestOnlyPayments: 24 },
      [5000, 829_200.15, 120],
    ],
    [
      "portions of principal, 1/300 each",
      { amortizationYears: 25, termYears: 10, method: "level principal" },
      [8333.33, 606_350.4, 120],
    ],
    [
      "every two weeks, 26 payments a year",
      { amortizationYears: 25, payments: 260, frequency: "biweekly" },
      [2971.98, 766_681.02, 260],
    ],
    ["a payment that is given binds", { amortizationYears: 25, termYears: 10, payment: 7000 }, [7000, 679_241.34, 120]],
  ])("%s", (_case, terms, expected) => {
    expect(paymentsOf({ ...MORTGAGE, ...terms })).toEqual(expected);
  });

  test("the payment is worked out anew over what is left of the amortization when the rate changes", () => {
    const adjustable = {
      ...MORTGAGE,
      amortizationYears: 30,
      termYears: 10,
      rateChanges: [{ date: "2029-01-01", annualRate: 0.08 }],
    };
    const rows = table(loanOfBothForms(adjustable).schedule, isoDate);
    // PMT(0.06/12, 360, -1000000); PMT(0.08/12, 300, -930543.25) on what is owed after 60 of them.
    expect(rows[59]?.slice(2)).toEqual([5995.51, 930_543.25]);
    expect(rows[60]?.[2]).toBe(7182.08);
  });
});

describe("a level payment by equal periods, with interest by days", () => {
  const LOAN = {
    ...CENTS,
    principal: 755_812,
    annualRate: 0.06,
    startDate: "2024-01-01",
    payments: 60,
    dayCount: "ACT/360",
  };

  test("is PMT at rate/12, and the last payment settles the days", () => {
    const rows = table(loanOfBothForms({ ...LOAN, paymentComputedOn: "equal months" }).schedule, isoDate);
    expect(rows[0]).toEqual(["2024-02-01", 3905.03, 14_611.96, 745_105.07]); // PMT(0.06/12, 60, -755812); 31/360
    expect(rows.at(-1)?.[3]).toBe(0);
    expect(rows.at(-1)?.[2]).toBeGreaterThan(14_611.96);
  });

  test("by the days of each period it is larger", () => {
    expect(table(loanOfBothForms(LOAN).schedule, isoDate)[0]?.[2]).toBe(14_642.11);
  });

  test("takes a long first period for a regular one", () => {
    const terms = {
      ...LOAN,
      dayCount: "equal periods",
      firstPaymentDate: "2024-02-20",
      paymentComputedOn: "equal periods",
    };
    expect(table(loanOfBothForms(terms).schedule, isoDate)[0]?.[2]).toBe(14_611.96);
  });
});

describe("what contradicts an amortization period", () => {
  test.each<[string, Agreement, string]>([
    [
      "a longer term",
      { amortizationYears: 5, termYears: 10 },
      "amortizationYears must be no shorter than the term of the loan",
    ],
    [
      "no whole number of payments",
      { amortizationMonths: 7, frequency: "quarterly", payments: 2 },
      "amortizationMonths must hold a whole number of payments",
    ],
    [
      "two periods",
      { amortizationMonths: 7, amortizationYears: 1, payments: 2 },
      "amortizationYears must agree with the amortization period in months, 7",
    ],
    [
      "a balloon",
      { amortizationYears: 25, termYears: 10, balloon: 5 },
      "balloon must be left out of a loan with an amortization period",
    ],
    [
      "a residue",
      { amortizationYears: 25, termYears: 10, residue: "first payment" },
      "residue must be left out of a loan with an amortization period",
    ],
    [
      "interest alone",
      { amortizationYears: 25, termYears: 10, method: "interest only" },
      "amortizationYears must be left out of a loan whose method is interest only",
    ],
    [
      "equal periods and interest apart",
      { payments: 4, interestFrequency: "quarterly", paymentComputedOn: "equal periods" },
      "interestFrequency must be left out of a loan whose payment is computed on equal periods",
    ],
  ])("%s is refused", (_case, terms, message) => {
    expect(() => loanOfBothForms({ ...MORTGAGE, ...terms })).toThrow(message);
  });
});

test("every such loan foots and is repaid with its last payment; as long as its term, it is the loan without", () =>
  fc.assert(
    fc.property(
      fc.record({
        payments: fc.integer({ min: 1, max: 60 }),
        dayCount: fc.constantFrom("equal periods", "ACT/360", "30/360"),
        method: fc.constantFrom("level payment", "level principal"),
        frequency: fc.constantFrom("monthly", "quarterly", "semi-monthly"),
        annualRate: fc.integer({ min: 0, max: 2000 }).map((basisPoints) => basisPoints / 10_000),
      }),
      fc.integer({ min: 0, max: 20 }),
      (terms, longerYears) => {
        const perYear = { monthly: 12, quarterly: 4, "semi-monthly": 24 }[terms.frequency] ?? NaN;
        const years = Math.ceil(terms.payments / perYear);
        const longer = loanOfBothForms({ ...MORTGAGE, ...terms, amortizationYears: years + longerYears }).schedule;
        longer.openings.forEach((opening, index) =>
          expect(opening + (longer.interests[index] ?? NaN) - (longer.payments[index] ?? NaN)).toBe(
            longer.closings[index],
          ),
        );
        expect(longer.closings.at(-1)).toBe(0);
        const whole = { ...MORTGAGE, ...terms, payments: years * perYear };
        const alone = loanOfBothForms(whole).schedule;
        expect(loanOfBothForms({ ...whole, amortizationYears: years }).schedule.payments).toEqual(alone.payments);
      },
    ),
    { numRuns: 60 },
  ));
