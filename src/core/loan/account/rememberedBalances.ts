/** Keeps balances by day. Law: what is remembered is what would be worked out. */
import type { Day } from "../../calendar/civilDate";

/** Three centuries, in under a megabyte. The balance of a day after them is worked out each time. */
const MAX_DAYS = 120_000;

/**
 * The balances of a loan that cells have asked for, by day, in currency units: a recalculation asks for the same days
 * many times. The column grows to the latest day of them.
 */
export class RememberedBalances {
  private balances = new Float64Array(0);

  /** @param first the day of the loan's first balance; none before it is ever kept */
  constructor(private readonly first: Day) {}

  /** NaN for a day that was not asked for before. */
  on(day: Day): number {
    return this.balances[day - this.first] ?? NaN;
  }

  keep(day: Day, balance: number): number {
    const place = day - this.first;
    if (place >= this.balances.length && place < MAX_DAYS) this.makeRoomFor(place);
    this.balances[place] = balance; // a typed array drops what it has no room for
    return balance;
  }

  private makeRoomFor(place: number): void {
    const larger = new Float64Array(Math.min(2 * place + 1000, MAX_DAYS)).fill(NaN);
    larger.set(this.balances);
    this.balances = larger;
  }
}
