import type { Day } from "../../calendar/civilDate";
import type { Units } from "../amountScale";

/** Three centuries, in under a megabyte. Days after them are worked out each time. */
const MOST_DAYS = 120_000;

/**
 * The balances of a loan that have been asked for, by day: a recalculation asks for the same days many times. It takes
 * the room that the latest of them needs.
 */
export class KnownBalances {
  private balances = new Float64Array(0);

  /** @param first the day of the loan's first balance; none before it is ever kept */
  constructor(private readonly first: Day) {}

  /** NaN for a day that was not asked for before. */
  on(day: Day): Units {
    return this.balances[day - this.first] ?? NaN;
  }

  keep(day: Day, balance: Units): Units {
    const place = day - this.first;
    if (place >= this.balances.length && place < MOST_DAYS) this.makeRoomFor(place);
    this.balances[place] = balance; // without room for it, nothing is kept
    return balance;
  }

  private makeRoomFor(place: number): void {
    const larger = new Float64Array(Math.min(2 * place + 1000, MOST_DAYS)).fill(NaN);
    larger.set(this.balances);
    this.balances = larger;
  }
}
