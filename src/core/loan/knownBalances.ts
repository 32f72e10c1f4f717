import type { Day } from "../calendar/civilDate";
import type { Units } from "./amount";

/** Days in a page: a power of two, about three years. */
const PAGE_BITS = 10;
const PAGE = 2 ** PAGE_BITS;

/**
 * The balances of a loan that have been asked for, by day: a recalculation asks for the same days many times. Kept in
 * pages, so that a loan of centuries takes no more room than the days that are looked at, and no longer to look.
 */
export class KnownBalances {
  private readonly pages: Float64Array[] = [];

  /** @param first the day of the loan's first balance; none before it is ever kept */
  constructor(private readonly first: Day) {}

  /** NaN for a day that was not asked for before. */
  on(day: Day): Units {
    const place = day - this.first;
    return place < 0 ? NaN : (this.pages[place >> PAGE_BITS]?.[place & (PAGE - 1)] ?? NaN);
  }

  keep(day: Day, balance: Units): Units {
    const place = day - this.first;
    const page = (this.pages[place >> PAGE_BITS] ??= new Float64Array(PAGE).fill(NaN));
    page[place & (PAGE - 1)] = balance;
    return balance;
  }
}
