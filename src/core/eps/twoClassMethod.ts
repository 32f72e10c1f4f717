/**
 * The two-class method: from the income of a line and the classes that share in it to what each earns, and its earnings
 * per share. It keeps one law: what the classes earn sums to the income.
 */
import { CalculationError } from "../errors";
import {
  compare,
  dividedBy,
  isNegative,
  isZero,
  minus,
  plus,
  times,
  toNumber,
  ZERO,
  type Fraction,
} from "../number/fraction";

/** A class of common stock, or a security that participates in dividends with it. */
export interface ShareClass {
  /** No two classes share one. */
  readonly label: string;
  /** How an error names what was not said of its losses: where that stands in the user's table, or the label. */
  readonly lossesName?: string | undefined;
  /** Weighted-average shares outstanding; more than zero. */
  readonly shares: Fraction;
  /** Dividends of the period on the whole class, declared or contractual. */
  readonly distributed: Fraction;
  /** Part of one share in undistributed earnings, against one share of the others; zero when it takes none. */
  readonly participation: Fraction;
  /** Whether the class must bear its part of an undistributed loss (ASC 260-10-45-67); null when it was not said. */
  readonly sharesLosses: boolean | null;
  /** Potential shares of this class, such as those of options. */
  readonly incrementalShares: Fraction;
  /**
   * What they bring back into the income of all classes when they join, after tax: interest, or the noncontrolling
   * interest in units that are exchanged. Nothing where it is left out.
   */
  readonly earningsAddBack?: Fraction | undefined;
  /** The class that a holder can turn it into, if any (ASC 260-10-55-62). */
  readonly convertsInto?: Conversion | undefined;
}

/** The other class that a holder can turn a class into, and the shares of it for one. */
export interface Conversion {
  /** The other class, by its label. */
  readonly label: string;
  /** Shares of it for one share of this class. */
  readonly ratio: Fraction;
}

/** What a class earns, and its earnings per share; nothing is rounded. */
export interface ClassEarnings {
  /** The class as it was given. */
  readonly shareClass: ShareClass;
  /** Its part of undistributed earnings, in currency; negative for a loss that it bears. */
  readonly undistributed: Fraction;
  /** Dividends of the period over its shares. */
  readonly distributedPerShare: Fraction;
  /** Undistributed earnings over its shares. */
  readonly undistributedPerShare: Fraction;
  /** The two together. */
  readonly basic: Fraction;
  /** Its shares with the potential shares and conversions that dilute it. */
  readonly dilutedShares: Fraction;
  /** Equals basic where nothing dilutes. */
  readonly diluted: Fraction;
}

/**
 * The two-class method: every class earns the dividends of the period, and what is left is allocated by participation
 * as if all of it had been distributed. A loss is left to the classes that must bear it.
 *
 * Diluted, potential shares of any class and the classes that convert into it join one at a time, whatever lowers its
 * earnings per share most first, and undistributed earnings are allocated anew: the more dilutive of the two-class and
 * the if-converted method.
 *
 * @param income income of the line available to all classes together, after dividends on stock that does not
 *   participate, in currency units
 * @param classes each under a label of its own
 * @param line what dilutes the line; net income by itself where nothing is said
 * @returns one entry a class, in the order given; currency, and currency a share, unrounded
 * @throws CalculationError `invalid-input` when a loss is to be allocated and a class does not say whether it bears it,
 *   or no class takes undistributed earnings; `out-of-range` when a class has no shares
 * @see ASC 260-10-45-59A to 45-70, 55-62 to 55-63; IAS 33.A13-A14, IE11
 */
export function twoClassMethod(
  income: Fraction,
  classes: readonly ShareClass[],
  { controlNumber = income, bearsAddBacks = true }: TwoClassLine = {},
): readonly ClassEarnings[] {
  return allocated(income, classes).map(({ shareClass, undistributed }) => {
    const { shares, distributed, label } = shareClass;
    const included = mostDilutive(assumed({ classes, restored: ZERO }, controlNumber, label), controlNumber, label);
    const restored = bearsAddBacks ? included.restored : ZERO;
    const { dilutedShares, diluted } = assumed({ ...included, restored }, income, label);
    return {
      shareClass,
      undistributed,
      distributedPerShare: dividedBy(distributed, shares),
      undistributedPerShare: dividedBy(undistributed, shares),
      basic: dividedBy(plus(distributed, undistributed), shares),
      dilutedShares,
      diluted,
    };
  });
}

/** A line of income beside continuing operations. */
export interface TwoClassLine {
  /** The income of continuing operations: what dilutes it is in the denominator of every line. */
  readonly controlNumber?: Fraction | undefined;
  /** Whether add-backs belong to the line: not to one of discontinued operations. */
  readonly bearsAddBacks?: boolean | undefined;
}

/** A class with its part of undistributed earnings. */
interface Allocation {
  readonly shareClass: ShareClass;
  readonly undistributed: Fraction;
}

/** Undistributed earnings, or an undistributed loss, by class; the parts sum to the whole. */
function allocated(income: Fraction, classes: readonly ShareClass[]): readonly Allocation[] {
  const total = minus(income, classes.map(({ distributed }) => distributed).reduce(plus, ZERO));
  const weighted = classes.map((shareClass) => ({
    shareClass,
    weight: takesPart(shareClass, isNegative(total)) ? weightOf(shareClass) : ZERO,
  }));
  if (isZero(total)) return classes.map((shareClass) => ({ shareClass, undistributed: ZERO }));
  const whole = weighted.map(({ weight }) => weight).reduce(plus, ZERO);
  if (!isZero(whole)) {
    return weighted.map(({ shareClass, weight }) => ({
      shareClass,
      undistributed: dividedBy(times(total, weight), whole),
    }));
  }
  throw new CalculationError(
    "invalid-input",
    "classes",
    "must hold one that takes undistributed earnings",
    toNumber(total),
  );
}

function weightOf({ shares, participation }: ShareClass): Fraction {
  return times(shares, participation);
}

function takesPart({ label, lossesName, sharesLosses, participation }: ShareClass, isLoss: boolean): boolean {
  if (!isLoss || isZero(participation)) return true;
  if (sharesLosses !== null) return sharesLosses;
  const rule = "must say, yes or no, whether the class bears its part of an undistributed loss (common stock does)";
  throw new CalculationError("invalid-input", lossesName ?? `${label}, Shares losses`, rule, "");
}

/** Some potential shares and conversions assumed. */
interface Assumed {
  readonly classes: readonly ShareClass[];
  /** What they have brought back into income. */
  readonly restored: Fraction;
}

/** An assumption, and what a share of one of the classes then earns. */
interface Assumption extends Assumed {
  readonly dilutedShares: Fraction;
  readonly diluted: Fraction;
}

/** Takes the step that lowers earnings per share most, until none does: the classes that are left, with what joined. */
function mostDilutive(from: Assumption, controlNumber: Fraction, label: string): Assumed {
  const next = steps(from, label)
    .map((step) => assumed(step, controlNumber, label))
    .reduce((lowest, step) => (compare(step.diluted, lowest.diluted) < 0 ? step : lowest), from);
  return next === from ? from : mostDilutive(next, controlNumber, label);
}

function assumed({ classes, restored }: Assumed, income: Fraction, label: string): Assumption {
  const [own] = allocated(plus(income, restored), classes).filter(({ shareClass }) => shareClass.label === label);
  if (!own) throw new RangeError(`there is no class ${label}`);
  const { shares, distributed } = own.shareClass;
  return {
    classes,
    restored,
    dilutedShares: shares,
    diluted: dividedBy(plus(distributed, own.undistributed), shares),
  };
}

/** Each way to dilute a class: potential shares of it or of another join, or a class that converts into it does. */
function steps(from: Assumed, label: string): readonly Assumed[] {
  const potential = from.classes.filter(
    ({ incrementalShares, earningsAddBack = ZERO }) => !isZero(incrementalShares) || !isZero(earningsAddBack),
  );
  return [
    ...potential.map((own) => withPotentialShares(from, own)),
    ...from.classes.flatMap((joined) => {
      const { convertsInto } = joined;
      return convertsInto?.label === label ? [{ ...from, classes: converted(from.classes, joined, convertsInto) }] : [];
    }),
  ];
}

function withPotentialShares({ classes, restored }: Assumed, { label, earningsAddBack = ZERO }: ShareClass): Assumed {
  const joined = changed(classes, label, (own) => ({
    ...own,
    shares: plus(own.shares, own.incrementalShares),
    incrementalShares: ZERO,
    earningsAddBack: ZERO,
  }));
  return { classes: joined, restored: plus(restored, earningsAddBack) };
}

/**
 * The class that converts is gone; its dividends would not have been paid, and are left to be allocated. Those who could
 * still acquire it would hold the other class.
 */
function converted(
  classes: readonly ShareClass[],
  joined: ShareClass,
  { label, ratio }: Conversion,
): readonly ShareClass[] {
  const others = classes.filter((shareClass) => shareClass !== joined);
  return changed(others, label, (own) => ({
    ...own,
    shares: plus(own.shares, times(joined.shares, ratio)),
    incrementalShares: plus(own.incrementalShares, times(joined.incrementalShares, ratio)),
    earningsAddBack: plus(own.earningsAddBack ?? ZERO, joined.earningsAddBack ?? ZERO),
  }));
}

function changed(
  classes: readonly ShareClass[],
  label: string,
  change: (own: ShareClass) => ShareClass,
): readonly ShareClass[] {
  return classes.map((shareClass) => (shareClass.label === label ? change(shareClass) : shareClass));
}
