/**
 * Diluted EPS where all potential shares are grants: from grants and periods to rounded figures, many at a time. It
 * keeps one law: the answer is that of the antidilution sequence (dilution.ts) taken grant by grant.
 */
import { noElement } from "../elements";
import {
  compare,
  dividedBy,
  isPositive,
  isZero,
  ONE,
  plus,
  rounded,
  times,
  toNumber,
  ZERO,
  type Fraction,
} from "../number/fraction";
import { halfUp, quotient } from "../number/rounding";
import { product, tenTo } from "../number/whole";
import { dilutedEps } from "./dilution";
import { grantOf, KINDS } from "./securities/kinds";
import type { Issue } from "./securities/security";
import type { SecurityTerms } from "./securities/terms";
import { assumedProceeds, treasuryStockMethod, type Grant } from "./treasuryStockMethod";

/**
 * Grants of options, warrants or awards, read once for any number of periods.
 *
 * At a price p a grant adds n - w ÷ p shares, n its shares and w what its exercise brings in, once p is above a
 * threshold: its exercise price, or w ÷ n where unrecognized cost makes that higher. In order of thresholds the grants
 * that add shares are the first few, and together they add N - W ÷ p: one search and one division serve them all.
 */
export interface Grants {
  readonly each: readonly Grant[];
  /** Units of one unit of currency, in which prices and proceeds are whole: 100 where they are in cents. */
  readonly units: number;
  /** For the first 0, 1, 2, … grants, in order of thresholds, a row of three whole numbers; see {@link SHARES}. */
  readonly totals: Float64Array;
  /** Grants that have shares. */
  readonly count: number;
  /** The highest price, in units, at which every product is exact; zero where an amount is not whole. */
  readonly highestPrice: number;
}

/**
 * The columns of a row of totals: shares of the first so many grants together; their proceeds, in units; and the
 * threshold of the next grant, in units cut to whole ones, with nothing after the last. The rows stand in one array,
 * because three arrays take a third longer to make and to search (npm run bench dilution20 dilutionCell).
 */
const [SHARES, PROCEEDS, THRESHOLD] = [0, 1, 2];
const COLUMNS = 3;

/** Up to it sums and products of whole doubles are exact, with room to add. */
const EXACT = 2 ** 52;
const FINEST_UNITS = 1_000_000;

/** @param averagePrices the average market prices that the grants will meet */
export function compiledGrants(each: readonly Grant[], averagePrices: readonly Fraction[]): Grants {
  const units = finestUnits(each, averagePrices);
  const inOrder = each
    .filter(({ number }) => isPositive(number))
    .map((grant) => ({ number: grant.number, proceeds: assumedProceeds(grant), threshold: thresholdOf(grant) }))
    .sort((a, b) => compare(a.threshold, b.threshold));
  const count = inOrder.length;
  const totals = runningTotals(inOrder, units);
  const isExact = totals.every((total, place) => place % COLUMNS === THRESHOLD || total < EXACT);
  const highestPrice = isExact ? EXACT / Math.max(1, figure(totals, count, SHARES)) : 0;
  return { each, units, totals, count, highestPrice };
}

/** The units in which all amounts are whole, where that is possible. */
function finestUnits(each: readonly Grant[], averagePrices: readonly Fraction[]): number {
  const ofGrants = each.flatMap(({ exercisePrice, unrecognizedCost }) => [exercisePrice, unrecognizedCost]);
  return [...averagePrices, ...ofGrants].reduce(
    (finest, { denominator }) => Math.max(finest, Math.min(Number(denominator), FINEST_UNITS)),
    1,
  );
}

/** A grant that has shares, with the price above which it adds some. */
interface OrderedGrant {
  readonly number: Fraction;
  readonly proceeds: Fraction;
  readonly threshold: Fraction;
}

function runningTotals(inOrder: readonly OrderedGrant[], units: number): Float64Array {
  const inUnits = (amount: Fraction) => times(amount, { numerator: units, denominator: 1 });
  const totals = new Float64Array(COLUMNS * (inOrder.length + 1));
  let [shares, proceeds] = [ZERO, ZERO];
  inOrder.forEach((grant, index) => {
    totals[COLUMNS * index + THRESHOLD] = toNumber(rounded(inUnits(grant.threshold), 0, "down"));
    [shares, proceeds] = [plus(shares, grant.number), plus(proceeds, grant.proceeds)];
    totals[COLUMNS * (index + 1) + SHARES] = wholeOf(shares);
    totals[COLUMNS * (index + 1) + PROCEEDS] = wholeOf(inUnits(proceeds));
  });
  return totals;
}

function figure(totals: Float64Array, row: number, column: number): number {
  const place = COLUMNS * row + column;
  return totals[place] ?? noElement(totals, place);
}

/** A whole number as a double; NaN of any other, however near it is to a whole one. */
function wholeOf({ numerator, denominator }: Fraction): number {
  const whole = quotient(numerator, denominator, "down");
  return product(whole, denominator) === numerator ? Number(whole) : NaN;
}

/** The price above which a grant adds shares. */
function thresholdOf(grant: Grant): Fraction {
  const proceedsPerShare = dividedBy(assumedProceeds(grant), grant.number);
  return compare(proceedsPerShare, grant.exercisePrice) > 0 ? proceedsPerShare : grant.exercisePrice;
}

/**
 * Incremental shares of the first so many grants at one price, as a numerator over that price.
 *
 * @param price average market price in units, up to `highestPrice`
 */
function sharesTimesPrice(totals: Float64Array, count: number, price: number): number {
  let inTheMoney = 0;
  let above = count;
  while (inTheMoney < above) {
    const middle = (inTheMoney + above) >>> 1;
    if (figure(totals, middle, THRESHOLD) < price) inTheMoney = middle + 1;
    else above = middle;
  }
  return figure(totals, inTheMoney, SHARES) * price - figure(totals, inTheMoney, PROCEEDS);
}

/** Incremental shares of all grants at one average market price; more than zero. */
export function incrementalSharesOf(grants: Grants, averageMarketPrice: Fraction): Fraction {
  const price = priceInUnits(grants, averageMarketPrice);
  if (price <= grants.highestPrice)
    return { numerator: sharesTimesPrice(grants.totals, grants.count, price), denominator: price };
  return grants.each.map((grant) => treasuryStockMethod({ ...grant, averageMarketPrice })).reduce(plus, ZERO);
}

/** Infinite where the price is not a whole number of units. */
function priceInUnits({ units }: Grants, { numerator, denominator }: Fraction): number {
  if (typeof numerator !== "number" || typeof denominator !== "number" || numerator >= EXACT / units) return Infinity;
  const price = denominator === units ? numerator : (numerator * units) / denominator;
  return Number.isInteger(price) && price > 0 ? price : Infinity;
}

/** An income line of a period, and the control number that decides what dilutes it. */
export interface GrantPeriod {
  readonly availableToCommon: Fraction;
  /** More than zero. */
  readonly weightedAverageShares: Fraction;
  readonly controlNumber: Fraction;
  readonly averageMarketPrice: Fraction;
}

/** A period read once, for so many decimals: whole numbers, or an infinite price where they are none. */
export interface CompiledPeriod {
  readonly period: GrantPeriod;
  readonly grants: Grants;
  readonly decimals: number;
  /** 10 to the decimals; negative for a loss. */
  readonly scale: number;
  /** Income without its sign, times the scale, in units. */
  readonly earnings: number;
  /** Units of one unit of currency, in which income is whole. */
  readonly incomeUnits: number;
  readonly shares: number;
  /** In the units of the grants. */
  readonly price: number;
  /** Grants that may join: all of them, or none where there is no income to dilute. */
  readonly admitted: number;
  readonly totals: Float64Array;
}

/** @param decimals of the per-share figure, zero or more */
export function compiledPeriod(period: GrantPeriod, grants: Grants, decimals: number): CompiledPeriod {
  const { availableToCommon: income, weightedAverageShares: shares } = period;
  const scale = Number(tenTo(decimals));
  const earnings = Math.abs(Number(income.numerator)) * scale;
  const isWhole = earnings < EXACT && typeof shares.numerator === "number" && shares.denominator === 1;
  const price = isWhole ? priceInUnits(grants, period.averageMarketPrice) : Infinity;
  return {
    period,
    grants,
    decimals,
    scale: income.numerator < 0 ? -scale : scale,
    earnings,
    incomeUnits: Number(income.denominator),
    shares: Number(shares.numerator),
    price: price <= grants.highestPrice ? price : Infinity,
    admitted: isPositive(period.controlNumber) ? grants.count : 0,
    totals: grants.totals,
  };
}

/**
 * Diluted earnings per share of a company whose potential shares are grants alone, rounded half away from zero. Grants
 * add nothing to earnings: income admits all of them and a loss none, and E ÷ (S + A ÷ p) is E × p ÷ (S × p + A).
 *
 * @see dilution for the sequence that this follows from
 */
export function dilutedEpsOfGrants(compiled: CompiledPeriod): number {
  const { price } = compiled;
  const diluted = compiled.shares * price + sharesTimesPrice(compiled.totals, compiled.admitted, price);
  const divisor = diluted * compiled.incomeUnits;
  const dividend = compiled.earnings * price;
  if (!(divisor < EXACT && dividend < EXACT)) return exactlyDiluted(compiled);
  return halfUp(dividend, divisor) / compiled.scale + 0; // + 0: never -0
}

function exactlyDiluted({ period, grants, decimals }: CompiledPeriod): number {
  const { availableToCommon, weightedAverageShares, controlNumber, averageMarketPrice } = period;
  const incrementalShares = isPositive(controlNumber) ? incrementalSharesOf(grants, averageMarketPrice) : ZERO;
  const included = { earningsAddBack: ZERO, incrementalShares };
  return toNumber(rounded(dilutedEps(availableToCommon, weightedAverageShares, included), decimals));
}

/** Grants with the one average market price that they all met. */
export interface PricedGrants {
  readonly grants: Grants;
  readonly averageMarketPrice: Fraction;
}

/** The issues compiled, where they are all grants that were outstanding throughout and met one price. */
export function grantsAlone(issues: readonly Issue[]): PricedGrants | undefined {
  const averageMarketPrice = issues.find(({ terms }) => terms.averagePrice)?.terms.averagePrice;
  if (!averageMarketPrice || !issues.every(({ terms }) => isPlainGrant(terms, averageMarketPrice))) return undefined;
  const each = issues.map(({ terms }) => grantOf(terms));
  return { grants: compiledGrants(each, [averageMarketPrice]), averageMarketPrice };
}

function isPlainGrant(terms: SecurityTerms, price: Fraction): boolean {
  const { kind, earningsAddBack, timeOutstanding, averagePrice } = terms;
  const samePrice = !averagePrice || compare(averagePrice, price) === 0;
  return KINDS[kind].isGrant === true && samePrice && isZero(earningsAddBack) && compare(timeOutstanding, ONE) === 0;
}
