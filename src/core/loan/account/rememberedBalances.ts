/** Keeps balances by day. Law: what is remembered is what would be worked out. */
import type { Day } from "../../calendar/civilDate";

/** So many days of a loan, in under a megabyte; then all are forgotten, and it begins anew. */
const MOST_DAYS = 10_000;

/** The balances of a loan that cells have asked for, by day: a recalculation asks for the same days many times. */
export class RememberedBalances {
  private readonly balances = new Map<Day, number>();

  /** The balance of a day, in currency units: remembered, or worked out now. */
  on(day: Day, workedOut: () => number): number {
    const known = this.balances.get(day);
    if (known !== undefined) return known;
    if (this.balances.size === MOST_DAYS) this.balances.clear();
    const balance = workedOut();
    this.balances.set(day, balance);
    return balance;
  }
}
