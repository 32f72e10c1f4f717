/** Keeps balances by day. Law: what is remembered is what would be worked out. */
import type { Day } from "../../calendar/civilDate";

/** Three centuries, in under a megabyte where every day of them is asked for. Days after them are worked out each time. */
const MOST_DAYS = 120_000;
/** Days of a page: a loan that is asked for one day takes a kilobyte. */
const PAGE_BITS = 7;
const PAGE_DAYS = 1 << PAGE_BITS;
const WITHIN_PAGE = PAGE_DAYS - 1;

/**
 * The balances of a loan that cells have asked for, by day, in currency units: a recalculation asks for the same days
 * many times. They stand in pages of columns, which are there once a day of theirs was asked for.
 */
export class RememberedBalances {
  private readonly pages: (Float64Array | undefined)[] = [];

  /** @param first the day of the loan's first balance; none before it is ever kept */
  constructor(private readonly first: Day) {}

  /** NaN for a day that was not asked for before. */
  on(day: Day): number {
    const place = day - this.first;
    return this.pages[place >> PAGE_BITS]?.[place & WITHIN_PAGE] ?? NaN;
  }

  keep(day: Day, balance: number): number {
    const place = day - this.first;
    if (place >= 0 && place < MOST_DAYS) this.pageOf(place)[place & WITHIN_PAGE] = balance;
    return balance;
  }

  private pageOf(place: number): Float64Array {
    return (this.pages[place >> PAGE_BITS] ??= new Float64Array(PAGE_DAYS).fill(NaN));
  }
}
