/**
 * Takes lines that print no dates, gives them those of the known terms. Law: where no date is known, days are not
 * counted: only equal periods can be told from such lines.
 */
import { dayOf, type Day } from "../../calendar/civilDate";
import { periodsAfter } from "../../calendar/frequency";
import { CalculationError } from "../../errors";
import type { StatedRow } from "../terms/agreement";
import type { KnownTerms } from "./knownTerms";

/** Lines with dates, and what is known with them. */
export interface DatedLines {
  readonly rows: readonly StatedRow[];
  readonly known: KnownTerms;
  /** The day from which interest runs is not known: any other would make the same figures. */
  readonly isStartAssumed: boolean;
}

/** @param places which payment each line is, 0 of the opening one */
export function datedLines(
  lines: readonly Omit<StatedRow, "date">[],
  places: readonly number[],
  known: KnownTerms,
): DatedLines {
  const { dates, startDate } = known.terms;
  const { frequency, endOfMonth, firstDate } = dates;
  const start = known.has("startDate") ? startDate : null;
  const isStartAssumed = firstDate === null && start === null;
  const dayOfPayment = (place: number): Day => {
    if (firstDate !== null)
      return place === 0 && start !== null ? start : periodsAfter(firstDate, frequency, place - 1, endOfMonth);
    return periodsAfter(start ?? ASSUMED_START, frequency, place, endOfMonth);
  };
  const rows = lines.map((line, index) => ({ ...line, date: dayOfPayment(places[index] ?? index + 1) }));
  const regular = { ...known, has: (key: string) => key === "frequency" || known.has(key) };
  return { rows, known: isStartAssumed ? onEqualPeriods(regular) : regular, isStartAssumed };
}

const ASSUMED_START = dayOf(2000, 1, 1);

function onEqualPeriods(known: KnownTerms): KnownTerms {
  const { terms } = known;
  if (known.has("dayCount") && terms.interest.dayCount !== null) {
    const rule = `must say the Start date or the First payment date, as ${terms.interest.dayCount.name} counts days`;
    throw new CalculationError("invalid-input", "known", rule, null);
  }
  return {
    terms: { ...terms, startDate: ASSUMED_START, interest: { ...terms.interest, dayCount: null } },
    has: (key) => key === "startDate" || key === "dayCount" || known.has(key),
  };
}
