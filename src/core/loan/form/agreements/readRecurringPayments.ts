/** Takes what a form says of extra payments that come again, makes the terms of them. Law: none is before the loan. */
import type { Day } from "../../../calendar/civilDate";
import { isPresent, type Given } from "../../../given";
import type { RecurringPayment } from "../../terms/loanTerms";
import type { GivenLoan } from "../givenLoan";
import { requireFrom } from "../readDates";
import { readPositiveAmount } from "../values";

/** Extra payments of each period, and of each year, with the days from and to which they are made. */
export function readRecurringPayments(given: GivenLoan, startDate: Day): readonly RecurringPayment[] {
  const rows = (key: string, every: RecurringPayment["every"]) =>
    (given.fields.get(key) ?? []).map(([amount, from, to]): RecurringPayment => {
      const day = (place: Given | undefined) =>
        isPresent(place) ? requireFrom(startDate, place, given.readDate(place.name, place.value)) : null;
      return { amount: readPositiveAmount(amount ?? { name: key, value: null }), every, from: day(from), to: day(to) };
    });
  return [...rows("extraEachPeriod", "period"), ...rows("extraEachYear", "year")];
}
