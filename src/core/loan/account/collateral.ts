import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { dividedBy, fraction, isPositive, minus, times, unitsOf, ZERO, type Fraction } from "../../number/fraction";
import type { Collateral } from "../terms/agreement";
import { unitsPerCurrency, type Units } from "../amountScale";
import type { BalanceLookup } from "./accrualSegments";

export interface SharePrice {
  readonly date: Day;
  readonly price: Fraction;
}

/** The test of one scheduled date, after its reduction. */
export interface CollateralTest {
  readonly date: Day;
  readonly balance: Units;
  readonly held: number;
  /** The last price since the scheduled date before; null when there is none, and then nothing is released. */
  readonly price: Fraction | null;
  readonly value: Units;
  readonly returned: number;
  readonly remaining: number;
}

/**
 * The collateral of a loan, tested on each reduction date after the reduction: shares worth more than the balance go
 * back, in whole shares, so that what remains is never worth less than the balance. Once the loan is settled all go back, whatever their price.
 *
 * @throws CalculationError `not-available` when the agreement holds no shares
 */
export function collateralTests(lookup: BalanceLookup, prices: readonly SharePrice[]): CollateralTest[] {
  const { dates, balances, decimals } = lookup.statement;
  let held = requireCollateral(lookup.terms.collateral).shares;
  return Array.from(dates.subarray(1), (date, index): CollateralTest => {
    const price = priceBetween(prices, dates[index] as number, date);
    const balance = balances[index + 1] as number;
    const value = price ? times(fraction(held), price) : ZERO;
    const excess = price ? sharesBeyond(value, fraction(balance, unitsPerCurrency(decimals)), price) : 0;
    const returned = balance === 0 ? held : Math.min(held, excess);
    const test = {
      date,
      balance,
      held,
      price,
      value: Number(unitsOf(value, decimals)),
      returned,
      remaining: held - returned,
    };
    held -= returned;
    return test;
  });
}

/** Whole shares that the value above the balance pays for. */
function sharesBeyond(value: Fraction, balance: Fraction, price: Fraction): number {
  const excess = minus(value, balance);
  return isPositive(excess) ? Number(unitsOf(dividedBy(excess, price), 0, "down")) : 0;
}

function priceBetween(prices: readonly SharePrice[], after: Day, until: Day): Fraction | null {
  const within = prices.filter(({ date }) => date > after && date <= until);
  return (
    within.reduce<SharePrice | null>((last, price) => (last && last.date > price.date ? last : price), null)?.price ??
    null
  );
}

function requireCollateral(collateral: Collateral | null): Collateral {
  if (collateral) return collateral;
  throw new CalculationError("not-available", "loan", "must hold shares as collateral (Collateral shares)", null);
}
