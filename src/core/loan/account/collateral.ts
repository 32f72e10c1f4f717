/**
 * Takes an account and prices of a share, tests the collateral. Law: what remains held is never worth less than the
 * balance.
 */
import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import {
  dividedBy,
  fraction,
  isPositive,
  isZero,
  minus,
  rounded,
  times,
  unitsOf,
  ZERO,
  type Fraction,
} from "../../number/fraction";
import type { Collateral } from "../terms/agreement";
import type { LoanAccount } from "./loanAccount";

/** What a share is worth on a day. */
export interface SharePrice {
  readonly date: Day;
  /** In currency units. */
  readonly price: Fraction;
}

/** The test of one scheduled date, after its reduction. Amounts in currency units, shares whole. */
export interface CollateralTest {
  /** The scheduled date. */
  readonly date: Day;
  /** After the reduction of the date. */
  readonly balance: Fraction;
  /** Shares held before the test. */
  readonly held: number;
  /** The last price since the scheduled date before; null when there is none, and then nothing is released. */
  readonly price: Fraction | null;
  /** Of the shares held; zero without a price. */
  readonly value: Fraction;
  /** Shares that go back to the borrower. */
  readonly returned: number;
  /** Shares held after it. */
  readonly remaining: number;
}

/**
 * The collateral of a loan, tested on each reduction date after the reduction: shares worth more than the balance go
 * back, in whole shares, so that what remains is never worth less than the balance. Once the loan is settled all go
 * back, whatever their price.
 *
 * @param prices in any order; of two on one date the later in the list counts
 * @throws CalculationError `not-available` when the agreement holds no shares
 */
export function collateralTests(account: LoanAccount, prices: readonly SharePrice[]): CollateralTest[] {
  const { lines, loan } = account;
  let { shares: held } = requireCollateral(loan.terms.collateral);
  return Array.from(lines.dates.subarray(1), (date, index): CollateralTest => {
    const price = priceBetween(prices, lines.date(index), date);
    const balance = loan.scale.currency(lines.balance(index + 1));
    const value = price ? times(fraction(held), price) : ZERO;
    const returned = sharesReleased(held, value, { balance, price });
    const test = {
      date,
      balance,
      held,
      price,
      value: rounded(value, loan.scale.decimals),
      returned,
      remaining: held - returned,
    };
    held = test.remaining;
    return test;
  });
}

interface Tested {
  readonly balance: Fraction;
  readonly price: Fraction | null;
}

/** All once the loan is settled; else the whole shares that the value above the balance pays for. */
function sharesReleased(held: number, value: Fraction, { balance, price }: Tested): number {
  if (isZero(balance)) return held;
  const excess = minus(value, balance);
  if (price === null || !isPositive(excess)) return 0;
  return Math.min(held, Number(unitsOf(dividedBy(excess, price), 0, "down")));
}

/** The last price after one day, up to and including another. */
function priceBetween(prices: readonly SharePrice[], after: Day, until: Day): Fraction | null {
  const within = prices.filter(({ date }) => date > after && date <= until);
  const last = within.reduce<SharePrice | null>((last, price) => (last && last.date > price.date ? last : price), null);
  return last?.price ?? null;
}

function requireCollateral(collateral: Collateral | null): Collateral {
  if (collateral) return collateral;
  throw new CalculationError("not-available", "loan", "must hold shares as collateral (Collateral shares)", null);
}
