import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanPeriods } from "../../../../src/core/loan/resolved/loanPeriods";
import { regularFrequency, regularPeriod } from "../../../../src/core/loan/resolved/regularPeriods";
import { day, loanTerms, type Differing } from "../../../support/loanTerms";

const MONTH = { months: 1 };

/** ICMA Rule 251.1: a stub is measured against the regular period that it touches. */
test.each<[string, Differing, number, [string, string], object | null]>([
  ["a regular period is its own", {}, 1, ["2025-02-15", "2025-03-15"], MONTH],
  [
    "a short first one ends with the month before its end",
    { dates: { firstDate: day("2025-02-01") } },
    0,
    ["2025-01-01", "2025-02-01"],
    null,
  ],
  [
    "a long first one too: what lies before is measured by the months before that",
    { dates: { firstDate: day("2025-04-01") } },
    0,
    ["2025-03-01", "2025-04-01"],
    null,
  ],
  [
    "a short last one begins with the month after its start",
    { payments: null, dates: { maturityDate: day("2025-03-01") } },
    1,
    ["2025-02-15", "2025-03-15"],
    null,
  ],
  [
    "months that end on the last day",
    { start: "2025-02-28", dates: { endOfMonth: true } },
    1,
    ["2025-03-31", "2025-04-30"],
    MONTH,
  ],
  [
    "a month of interest within a quarter of principal",
    { payments: 2, dates: { frequency: { months: 3 }, interestFrequency: MONTH } },
    1,
    ["2025-02-15", "2025-03-15"],
    MONTH,
  ],
])("%s", (_case, differing, index, [start, end], frequency) => {
  const { dates, ...terms } = loanTerms(differing);
  const periods = loanPeriods({ ...terms, dates }, dates.count);
  const found = regularPeriod(dates, periods, index);
  expect([isoDate(found.start), isoDate(found.end)]).toEqual([start, end]);
  expect(regularFrequency(dates, periods, index)).toEqual(frequency);
});
