import fc from "fast-check";
import { dayOf, isoDate } from "../../../../src/core/calendar/civilDate";
import { CalculationError } from "../../../../src/core/errors";
import { toNumber } from "../../../../src/core/number/fraction";
import { interestBetween } from "../../../../src/core/loan/account/interest";
import { loanFindings } from "../../../../src/core/loan/findings/findings";
import { CHOICES, LOAN_FIELDS, type FieldValue } from "../../../../src/core/loan/form/fields";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { readGivenLoan } from "../../../../src/core/loan/form/readGivenLoan";
import { givenBySheet } from "../../../../src/functions/loan/loanSheet";
import { sheetOf } from "../../../support/bothForms";

const anyDate = fc.integer({ min: dayOf(2019, 12, 1), max: dayOf(2032, 1, 1) }).map(isoDate);

/** Values of every kind, most of them sensible. */
function anyValue({ kind, words }: FieldValue): fc.Arbitrary<unknown> {
  const kinds: Record<FieldValue["kind"], fc.Arbitrary<unknown>> = {
    text: fc.constantFrom("3.5", "words"),
    amount: fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.constantFrom(0.01, 1234.56, 1e12)),
    rate: fc.constantFrom(0, 0.0425, 0.1, 0.36, -0.005, 1),
    date: anyDate,
    count: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(365)),
    term: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(2.5, "18 months", "2 years")),
    yesNo: fc.boolean(),
    frequency: fc.constantFrom(
      "monthly",
      "quarterly",
      "every 5 months",
      "biweekly",
      "annual",
      "every 27 days",
      "15th and last",
    ),
    dayCount: fc.constantFrom("ACT/360", "30/360", "ACT/ACT ICMA", "ACT/ACT", "equal periods", "ACT/365L", "1/1", 1),
    rounding: fc.constantFrom("cent", "dollar down", "none", 0.05),
    charge: fc.constantFrom(0.03, "5-4-3-2-1", "6 months of interest"),
    choice: fc.constantFrom(...(words ?? ["none"])),
  };
  return kinds[kind];
}

const LISTS = LOAN_FIELDS.filter(({ list }) => list);
const SINGLES = LOAN_FIELDS.filter(
  ({ list, key }) => !list && !["principal", "startDate", "annualRate", "decimals"].includes(key),
);

const anyAgreement = fc
  .record({
    principal: fc.constantFrom(1_000, 92_909, 250_000.55, 1e9),
    startDate: fc.integer({ min: dayOf(2020, 1, 1), max: dayOf(2022, 12, 31) }).map(isoDate),
    annualRate: fc.constantFrom(0, 0.05, 0.12, 0.0725),
    payments: fc.option(fc.integer({ min: 1, max: 72 }), { nil: undefined, freq: 8 }),
    singles: fc.subarray(
      SINGLES.filter(({ key }) => key !== "payments"),
      { maxLength: 5 },
    ),
    lists: fc.subarray(LISTS, { maxLength: 2 }),
  })
  .chain(({ singles, lists, ...base }) => {
    const single = singles.map(({ key, values }) => [key, anyValue(values[0] as FieldValue)] as const);
    const list = lists.map(({ key, values }) => {
      const item =
        values.length === 1
          ? anyValue(values[0] as FieldValue)
          : fc.record(Object.fromEntries(values.map((value) => [value.key, anyValue(value)])));
      return [key, fc.array(item, { minLength: 1, maxLength: 3 })] as const;
    });
    return fc.record(Object.fromEntries([...single, ...list])).map((more) => ({ ...base, ...more }));
  });

test("an agreement of any kind is a loan that foots, or is refused with words; nothing loops and nothing is NaN", () => {
  let loans = 0;
  fc.assert(
    fc.property(anyAgreement, (agreement) => {
      try {
        const loan = loanFromObject(agreement);
        expect(readGivenLoan(givenBySheet("loan", sheetOf(agreement))).terms).toEqual(loan.terms);
        const account = loan.account("stated");
        const { openings, interests, payments, closings } = loan.schedule;
        openings.forEach((opening, index) => {
          const moved = (loan.schedule.loan.events.get(index) ?? []).reduce(
            (sum, { advance, extraPayment, forgiveness }) => sum + advance - extraPayment - forgiveness,
            0,
          );
          expect(opening + (interests[index] as number) + moved - (payments[index] as number)).toBe(closings[index]);
        });
        const start = loan.terms.startDate;
        for (const day of [start, start + 17, start + 400, start + 10_000])
          expect(toNumber(account.balanceOn(day))).not.toBeNaN();
        expect(toNumber(interestBetween(account, start, start + 200))).not.toBeNaN();
        expect(loanFindings(loan)).toBeDefined();
        loans += 1;
      } catch (error) {
        if (!(error instanceof CalculationError)) throw error;
        expect(error.message).not.toMatch(/undefined|NaN|\[object/);
      }
    }),
    { numRuns: 120 },
  );
  expect(loans).toBeGreaterThan(20);
});

test("every choice of a form is a word of the catalogue", () => {
  for (const { values } of LOAN_FIELDS) {
    for (const { kind, words } of values)
      expect(kind === "choice" ? (words?.length ?? 0) > 0 : words === undefined).toBe(true);
  }
  expect(Object.keys(CHOICES.method)).toContain("level payment");
});
