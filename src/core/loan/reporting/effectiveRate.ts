/**
 * Takes a loan, solves its effective rate. Law: at it the present value of what is paid is what the loan was carried at
 * when it began, to the last cent.
 */
import { CalculationError } from "../../errors";
import { toNumber, type Fraction } from "../../number/fraction";
import type { Loan } from "../loan";
import { agreedPrice, initialCarryingAmount } from "./carryingAmount";
import { guarded, PresentValues, unguarded, type GuardedUnits } from "./presentValue";

/** A loan at its effective rate: what it is carried at in the beginning, and the rate that this comes to. */
export interface EffectiveInterest {
  readonly values: PresentValues;
  readonly start: GuardedUnits;
  readonly annualRate: Fraction;
}

/**
 * The effective interest rate a year (ASC 835-30-35-2, 310-20-35-18; IFRS 9 5.4.1 and Appendix A), quoted as the loan
 * quotes its own: a nominal rate compounds as often as it is paid, one with a compounding of its own as that says. So it
 * stands beside the annual rate of the agreement, and a loan at its principal, without costs or fees, comes to that, as
 * nearly as its rounded payments do.
 *
 * @throws CalculationError `out-of-range` when nothing is left to carry; `not-available` when no rate from -98 % to
 * 9,800 % brings what is paid to what is carried
 */
export function effectiveInterest(loan: Loan): EffectiveInterest {
  const values = new PresentValues(loan);
  const start = guarded(loan, initialCarryingAmount(loan.terms, priceOf(loan, values)));
  const { marketRate } = loan.terms.carrying;
  const isMarket = marketRate !== null && values.atStart(marketRate) === start;
  return { values, start, annualRate: isMarket ? marketRate : solvedRate(loan, values, start) };
}

/** The rate of {@link effectiveInterest}, as a fraction of a year. */
export function effectiveRate(loan: Loan): Fraction {
  return effectiveInterest(loan).annualRate;
}

/** Where interest is imputed, the present value at the market rate (ASC 835-30-25-10); else as agreed. */
function priceOf(loan: Loan, values: PresentValues): Fraction {
  const { marketRate } = loan.terms.carrying;
  const value = marketRate && values.atStart(marketRate);
  return value === null ? agreedPrice(loan) : unguarded(loan, value);
}

/** A rate is solved to so many decimals, and is a whole number of its last place until then. */
const ONE_PLACE = 10n ** 20n;
/** Of a year. Beyond, no loan bears interest. */
const LEAST = (-98n * ONE_PLACE) / 100n;
const MOST = 98n * ONE_PLACE;
const FIRST_STEP = ONE_PLACE / 100n;

/** By how much the flows are worth more, at a rate of so many places, than the loan is carried at. */
type Excess = (place: bigint) => bigint;

/** A rate at which the flows are worth more than is carried, and one at which they are worth no more. */
interface Bracket {
  readonly low: bigint;
  readonly high: bigint;
  readonly above: bigint;
  readonly below: bigint;
}

function solvedRate(loan: Loan, values: PresentValues, start: GuardedUnits): Fraction {
  const beyondAny = start * BigInt(1e9);
  const excess: Excess = (place) => {
    const value = values.atStart({ numerator: place, denominator: ONE_PLACE });
    return value === null ? beyondAny : value - start;
  };
  const { annualRate } = loan.terms.interest;
  const agreed = (BigInt(annualRate.numerator) * ONE_PLACE) / BigInt(annualRate.denominator);
  const bracket = bracketFrom(agreed, excess);
  if (bracket !== null) return { numerator: solvedWithin(bracket, excess), denominator: ONE_PLACE };
  const rule = "must pay back, at some rate of interest, what it is carried at when it begins";
  throw new CalculationError("not-available", "loan", rule, toNumber(unguarded(loan, start)));
}

/** Away from the rate of the agreement, by steps that double. */
function bracketFrom(agreed: bigint, excess: Excess): Bracket | null {
  const first = excess(agreed);
  for (let step = FIRST_STEP; step < 2n * MOST; step *= 2n) {
    if (first > 0n) {
      const high = agreed + step > MOST ? MOST : agreed + step;
      const below = excess(high);
      if (below <= 0n) return { low: agreed, high, above: first, below };
    } else {
      const low = agreed - step < LEAST ? LEAST : agreed - step;
      const above = excess(low);
      if (above > 0n) return { low, high: agreed, above, below: first };
    }
  }
  return null;
}

/**
 * The two ends are drawn together until they are one place apart: by the secant, and where the same end moves twice, the
 * value of the other is halved (the Illinois rule; M. Dowell, P. Jarratt, A modified regula falsi method, 1971).
 */
function solvedWithin({ low, high, above, below }: Bracket, excess: Excess): bigint {
  let lastMoved: "low" | "high" | null = null;
  while (high - low > 1n) {
    const secant = low + ((high - low) * above) / (above - below);
    const middle = secant <= low ? low + 1n : secant >= high ? high - 1n : secant;
    const value = excess(middle);
    if (value > 0n) {
      [low, above] = [middle, value];
      if (lastMoved === "low") below /= 2n;
      lastMoved = "low";
    } else {
      [high, below] = [middle, value];
      if (lastMoved === "high") above = above / 2n + 1n;
      lastMoved = "high";
    }
  }
  return high;
}
