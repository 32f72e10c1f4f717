/**
 * What is known of one issue of potential common shares: types alone. kinds.ts says what each kind does with it,
 * security.ts what follows for earnings and shares.
 */
import type { Fraction } from "../../number/fraction";

/**
 * The kinds of potential common shares.
 * - `option`, `warrant`: the holder buys shares; treasury stock method.
 * - `award`: restricted stock, stock units, performance shares; treasury stock method.
 * - `writtenPut`: puts written and forward purchases; reverse treasury stock method.
 * - `purchasedOption`: puts and calls that the company holds on its own stock; never included.
 * - `convertible`: debt or preferred stock; if-converted method.
 * - `contingent`: shares to be issued when a condition is met.
 * - `incremental`: a count that is already incremental, as filed exhibits print it.
 * - `subsidiary`: a subsidiary's own dilution, which lowers the parent's earnings.
 */
export type SecurityKind =
  | "option"
  | "warrant"
  | "award"
  | "writtenPut"
  | "purchasedOption"
  | "convertible"
  | "contingent"
  | "incremental"
  | "subsidiary";

/** The prices of one share that some kinds need. */
export type Price = "exercisePrice" | "averagePrice";

/** The terms of one issue of potential common shares, in one period. A price that was not given is undefined. */
export interface SecurityTerms {
  /** How the working, an exhibit and an error name the issue; the same in every period. */
  readonly label: string;
  /** The line of an exhibit that it shares with other issues; its own, under its label, where undefined. */
  readonly group?: string | undefined;
  /** Which method its shares follow. */
  readonly kind: SecurityKind;
  /** Shares that the issue would become: under option, on conversion, on meeting the condition; zero or more. */
  readonly number: Fraction;
  /** Currency a share, zero or more. */
  readonly exercisePrice?: Fraction | undefined;
  /** Average market price of one share while the issue was outstanding in the period, in currency; more than zero. */
  readonly averagePrice?: Fraction | undefined;
  /** Average cost of awards not yet recognized, for the whole issue, in currency. */
  readonly unrecognizedCost: Fraction;
  /** Effect on earnings for the time outstanding, after tax, in currency; negative where earnings fall. */
  readonly earningsAddBack: Fraction;
  /** Part of the period outstanding, 0 to 1. */
  readonly timeOutstanding: Fraction;
}
