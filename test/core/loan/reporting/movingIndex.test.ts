import fc from "fast-check";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import { loanOf } from "../../../../src/core/loan/loan";
import { amortizedCost, type AmortizedCostLine } from "../../../../src/core/loan/reporting/amortizedCost";
import { CarriedAmounts } from "../../../../src/core/loan/reporting/carriedAmounts";
import { effectiveRate } from "../../../../src/core/loan/reporting/interestMethod/effectiveRate";
import { journalEntries } from "../../../../src/core/loan/reporting/journalEntries";
import { maturities } from "../../../../src/core/loan/reporting/maturities";
import { ratesByIndex } from "../../../../src/core/loan/terms/adjustableRate";
import { DEFAULT_TERMS } from "../../../../src/core/loan/terms/defaultTerms";
import type { CarryingTerms } from "../../../../src/core/loan/terms/bookTerms";
import type { LoanTerms } from "../../../../src/core/loan/terms/loanTerms";
import {
  exactly,
  isZero,
  minus,
  plus,
  rounded,
  toNumber,
  ZERO,
  type Fraction,
} from "../../../../src/core/number/fraction";
import { loanTerms, type Differing } from "../../../support/loanTerms";

type Index = readonly (readonly [day: number, value: number])[];

/** A loan whose rate is an index and 2 %. */
function byIndex(index: Index, differing: Differing, carrying: Partial<CarryingTerms>): LoanTerms {
  const adjustable = {
    initialRate: null,
    index: index.map(([date, value]) => ({ date, value: exactly(value) })),
    margin: exactly(0.02),
    floor: null,
    cap: null,
    periodicCap: null,
  };
  const interest = { ...differing.interest, ...ratesByIndex(adjustable), index: adjustable };
  return {
    ...loanTerms({ start: "2024-01-01", ...differing, interest }),
    carrying: { ...DEFAULT_TERMS.carrying, ...carrying },
  };
}

const cents = (amount: Fraction) => toNumber(rounded(amount, 2));
const figures = ({ interest, statedInterest, amortization, closing }: AmortizedCostLine) =>
  [interest, statedInterest, amortization, closing].map(cents);

const yearly = { frequency: { months: 12 } };
/** 100,000 over five yearly payments; the index 5 %, then 6 % from the first payment on; fees of 2,000. */
const loan = (index: CarryingTerms["index"]) =>
  loanOf(
    byIndex(
      [
        [dayOf(2024, 1, 1), 0.05],
        [dayOf(2025, 1, 1), 0.06],
      ],
      { principal: 100_000, payments: 5, dates: yearly },
      { costsAndFees: exactly(2000), index },
    ),
  );

/* Worked out apart from the product, by bisection of the present value of the payments in decimals of 50 digits:
   7 % over five payments is 24,389.07, 8 % over four on 82,610.93 is 24,941.96.
   98,000 = five of 24,389.07 (the last of cents less) at 7.759064615 %; 81,214.81 = four of 24,941.96 at 8.769870734 %. */
describe("an effective rate while an index moves", () => {
  test("is worked out anew from what is carried, by the index in force (IFRS 9 B5.4.5; ASC 310-20-35-18(c))", () => {
    const moving = loan("moving");
    expect(toNumber(effectiveRate(moving))).toBeCloseTo(0.07759064614831225, 15);
    expect(toNumber(effectiveRate(moving, dayOf(2024, 12, 31)))).toBeCloseTo(0.07759064614831225, 15);
    expect(toNumber(effectiveRate(moving, dayOf(2025, 1, 1)))).toBeCloseTo(0.08769870734479247, 15);
    expect(amortizedCost(moving).lines.map(figures)).toEqual([
      [7_603.88, 7_000, 603.88, 81_214.81],
      [7_122.44, 6_608.87, 513.57, 63_395.29],
      [5_559.68, 5_142.23, 417.45, 44_013.01],
      [3_859.89, 3_558.25, 301.64, 22_930.94],
      [2_011.01, 1_847.55, 163.46, 0],
    ]);
  });

  test("or the index at inception settles it, and what is amortized, for good (ASC 310-20-35-18(c))", () => {
    const settled = loan("inception");
    expect(toNumber(effectiveRate(settled, dayOf(2025, 1, 1)))).toBeCloseTo(0.07759064614831225, 15);
    const { lines } = amortizedCost(settled);
    // 603.88, 518.74, 417.76, 299.06 and 160.56 before the cents of what is carried
    expect(lines.map(({ amortization }) => cents(amortization))).toEqual([603.88, 518.74, 417.77, 299.05, 160.56]);
    expect(lines.map(({ interest, statedInterest }) => [cents(interest), cents(statedInterest)])).toEqual([
      [7_603.88, 7_000],
      [7_127.61, 6_608.87],
      [5_560, 5_142.23],
      [3_857.3, 3_558.25],
      [2_008.11, 1_847.55],
    ]);
  });

  test("within a period: what was earned before the index moves bears no interest until the period ends", () => {
    /* 97,000 for 100,000, interest once a year on 30/360, 7 % and from July 1, 2025 8 %. In fractions: 8.167623114 %; on July
       1, 2025 97,922.59 and 3,998.97 earned, worth 7,500 and 108,000 at 9.182149764 %. */
    const note = loanOf(
      byIndex(
        [
          [dayOf(2024, 1, 1), 0.05],
          [dayOf(2025, 7, 1), 0.06],
        ],
        {
          principal: 100_000,
          payments: 3,
          method: "interestOnly",
          dates: yearly,
          interest: { dayCount: dayCountNamed("dayCount", "30/360") },
        },
        { discount: exactly(3000) },
      ),
    );
    expect([2024, 2026].map((year) => toNumber(effectiveRate(note, dayOf(year, 7, 1))))).toEqual([
      expect.closeTo(0.08167623113760304, 15),
      expect.closeTo(0.09182149763578952, 15),
    ]);
    expect(amortizedCost(note).lines.map(figures)).toEqual([
      [7_922.59, 7_000, 922.59, 97_922.59],
      [8_494.68, 7_500, 994.68, 98_917.27],
      [9_082.73, 8_000, 1_082.73, 0],
    ]);
  });

  test("of what falls due in the years to come no later index is anticipated", () => {
    const [first] = maturities(loan("moving"), dayOf(2024, 1, 1), 5).lines;
    const later = maturities(loan("moving"), dayOf(2024, 6, 30), 5).lines.map(({ due }) => cents(due));
    expect(cents(first?.due ?? ZERO)).toBe(17_389.07);
    expect(later.slice(0, 2)).toEqual([17_389.07, 18_606.3]); // 24,389.07 less 7 % of 82,610.93, not 18,333.09
  });
});

const START = dayOf(2024, 1, 1);
const anyIndex: fc.Arbitrary<Index> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: START + 1, max: START + 900 }), fc.integer({ min: 0, max: 1500 })), {
    minLength: 1,
    maxLength: 4,
    selector: ([date]) => date,
  })
  .map((moves): Index => [
    [START, 0.05],
    ...moves.sort(([a], [b]) => a - b).map(([date, bp]) => [date, bp / 10_000] as const),
  ]);

const anyLoan = fc.record({
  index: anyIndex,
  principal: fc.integer({ min: 50_000, max: 900_000 }),
  payments: fc.integer({ min: 6, max: 36 }),
  method: fc.constantFrom("levelPayment" as const, "levelPrincipal" as const, "interestOnly" as const),
  dayCount: fc.constantFrom(null, dayCountNamed("dayCount", "ACT/360")),
  fee: fc.integer({ min: -900, max: 900 }),
  basis: fc.constantFrom("moving" as const, "inception" as const),
});

function loanOfAny({ index, dayCount, fee, basis, ...any }: typeof anyLoan extends fc.Arbitrary<infer T> ? T : never) {
  const carried = fee < 0 ? { premium: exactly(-fee) } : { discount: exactly(fee) };
  return loanOf(byIndex(index, { ...any, interest: { dayCount } }, { ...carried, index: basis }));
}

describe("laws of a rate that follows an index", () => {
  test("what is amortized in all is the discount, each line foots, and nothing is left in the end", () => {
    fc.assert(
      fc.property(anyLoan, (any) => {
        const { lines } = amortizedCost(loanOfAny(any));
        const amortized = lines.reduce((sum, { amortization }) => plus(sum, amortization), ZERO);
        expect(cents(amortized)).toBe(any.fee);
        for (const line of lines) {
          expect(isZero(minus(plus(line.statedInterest, line.amortization), line.interest))).toBe(true);
          expect(isZero(minus(minus(line.amortizedCost, line.principalPaid), line.closing))).toBe(true);
        }
        expect(cents(lines.at(-1)?.closing ?? exactly(1))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test("a loan at its principal is carried at what is owed, whatever the index does", () => {
    fc.assert(
      fc.property(anyLoan, (any) => {
        const carried = new CarriedAmounts(loanOfAny({ ...any, fee: 0 }));
        const cent = carried.books.step.units;
        // What rounding leaves to the last payment is spread over all of them: half a cent for each.
        for (let day = START; day < START + 30 * any.payments; day += 17) {
          expect(Math.abs(carried.unamortizedOn(day))).toBeLessThanOrEqual(cent * any.payments);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("entries balance", () => {
    fc.assert(
      fc.property(anyLoan, (any) => {
        const span = { from: START, to: START + 1200, side: "lender" as const, event: null };
        const lines = journalEntries(loanOfAny(any), span);
        const sum = (side: "debit" | "credit") => lines.reduce((all, line) => plus(all, line[side] ?? ZERO), ZERO);
        expect(isZero(minus(sum("debit"), sum("credit")))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
