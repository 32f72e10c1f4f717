import { loanOf } from "../../../../src/core/loan/loan";
import { amortizedCost } from "../../../../src/core/loan/reporting/amortizedCost";
import { effectiveInterest, effectiveRate } from "../../../../src/core/loan/reporting/interestMethod/effectiveRate";
import { guarded, unitsOfGuarded } from "../../../../src/core/loan/reporting/interestMethod/presentValue";
import { DEFAULT_TERMS } from "../../../../src/core/loan/terms/defaultTerms";
import type { CarryingTerms } from "../../../../src/core/loan/terms/bookTerms";
import { exactly, rounded, toNumber, type Fraction } from "../../../../src/core/number/fraction";
import { loanTerms, type Differing } from "../../../support/loanTerms";

const yearly = { frequency: { months: 12 } };

/** A loan with what it is carried at. */
function carriedLoan(differing: Differing, carrying: Partial<CarryingTerms>) {
  return loanOf({ ...loanTerms(differing), carrying: { ...DEFAULT_TERMS.carrying, ...carrying } });
}

const percent = (rate: Fraction, decimals: number) => toNumber(rounded(rate, decimals + 2)) * 100;
const whole = (amount: Fraction) => toNumber(rounded(amount, 0));
const cents = (amount: Fraction) => toNumber(rounded(amount, 2));

describe("the effective rate and what is carried at it, as published", () => {
  // IAS 39 IG B.26: 1,250 with 59 a year, bought for 1,000.
  const bond = carriedLoan(
    { principal: 1250, rate: 0.0472, payments: 5, method: "interestOnly", dates: yearly },
    { discount: exactly(250) },
  );

  test("a discount: IAS 39 IG B.26", () => {
    expect(percent(effectiveRate(bond), 5)).toBeCloseTo(9.99532, 10);
    const { start, lines } = amortizedCost(bond);
    expect([whole(start.carried), ...lines.map(({ amortizedCost: amount }) => whole(amount))]).toEqual([
      1000, 1041, 1086, 1136, 1190, 1250,
    ]);
    expect(lines.map(({ closing }) => whole(closing))).toEqual([1041, 1086, 1136, 1190, 0]);
  });

  // ASC 310-20-55: 100,000 at 10 % over ten years, net fees of 2,000.
  test("net fees: ASC 310-20-55", () => {
    const loan = carriedLoan(
      { principal: 100_000, rate: 0.1, payments: 10, dates: yearly, rounding: { payment: null, interest: null } },
      { costsAndFees: exactly(2000) },
    );
    expect(percent(effectiveRate(loan), 5)).toBeCloseTo(10.47298, 10);
    const { lines } = amortizedCost(loan);
    expect(whole(lines[0]?.amortization as Fraction)).toBe(264);
    expect(lines.reduce((sum, { amortization }) => sum + toNumber(amortization), 0)).toBeCloseTo(2000, 8);
  });

  // ASC 835-30-25: 200,000 free of interest for two years, where the market asks 12 %.
  test("interest imputed", () => {
    const loan = carriedLoan(
      { principal: 200_000, rate: 0, payments: 2, method: "bullet", dates: yearly },
      { marketRate: exactly(0.12) },
    );
    expect(toNumber(effectiveRate(loan))).toBe(0.12);
    const { start, lines } = amortizedCost(loan);
    expect(cents(start.carried)).toBe(159_438.78);
    expect(lines.map(({ interest }) => cents(interest))).toEqual([19_132.65, 21_428.57]);
    expect(lines.map(({ amortizedCost: amount }) => cents(amount))).toEqual([178_571.43, 200_000]);
  });

  test("the present value at the rate is what is carried at the start, to the smallest unit", () => {
    const { values, start, annualRate } = effectiveInterest(bond);
    expect(unitsOfGuarded(values.atStart(annualRate) ?? 0n)).toBe(unitsOfGuarded(start.balance));
    expect(start.balance).toBe(guarded(bond, exactly(1000)));
  });
});
