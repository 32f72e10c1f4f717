import { civilDate, dayOf, longDate, type Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import type { Loan } from "../../core/loan/loan";
import { rollForward, type RollForwardLine } from "../../core/loan/reporting/rollForward";
import { scheduleTable } from "../../core/loan/scheduleTable";
import { minus, plus, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
import type { ColumnsPicture, LinePicture, PicturePoint } from "./picture";

/** The runoff of a loan: what each calendar year repays of its principal, and the interest that accrues in it. */
export function runoffByYear(loan: Loan): ColumnsPicture {
  const [first, last] = lifeOf(loan);
  const years = Array.from(
    { length: civilDate(last).year - civilDate(first).year + 1 },
    (_year, index) => civilDate(first).year + index,
  );
  const lines = rollForward(
    loan,
    years.map((year) => dayOf(year, 12, 31)),
  );
  return {
    kind: "columns",
    title: "Principal and interest by year",
    decimals: decimalsOf(loan),
    labelsAre: "Year",
    isStacked: true,
    labels: years.map(String),
    series: [
      { name: "Principal", figures: lines.map((line, index) => toNumber(principalRepaid(lines[index - 1], line))) },
      { name: "Interest", figures: lines.map(({ interest }) => toNumber(interest)) },
    ],
  };
}

/** What principal went down by, less what was lent; below zero where unpaid interest was added to it. */
function principalRepaid(before: RollForwardLine | undefined, line: RollForwardLine): Fraction {
  const opening = before ? principalOf(before) : ZERO;
  return minus(plus(opening, line.advances), principalOf(line));
}

function principalOf({ current, noncurrent }: RollForwardLine): Fraction {
  return plus(current, noncurrent);
}

/**
 * The balance of a loan from its first day to its last, on every date of its schedule, and on a day that was chosen.
 *
 * @param chosen left out of the picture where the loan has no balance on it
 */
export function balanceThroughTime(loan: Loan, chosen: Day | undefined): LinePicture {
  const dates = [...new Set(scheduleTable(loan, "stated").rows.map(({ date }) => date))].sort((a, b) => a - b);
  const point = chosen === undefined ? undefined : pointWithin(loan, chosen);
  return {
    kind: "line",
    title: "Balance through time",
    name: "Balance",
    decimals: decimalsOf(loan),
    labelsAre: "Date",
    points: dates.map((day) => pointOn(loan, day)),
    ...(point ? { chosen: point } : {}),
  };
}

function pointOn(loan: Loan, day: Day): PicturePoint {
  return { day, label: longDate(day), figure: loan.balances("stated").balanceNumberOn(day) };
}

function pointWithin(loan: Loan, day: Day): PicturePoint | undefined {
  const [first, last] = lifeOf(loan);
  if (day < first || day > last) return undefined;
  try {
    return pointOn(loan, day);
  } catch (error) {
    if (error instanceof CalculationError) return undefined; // told where the balance itself is asked for
    throw error;
  }
}

/** The first and the last day on which something is owed by the schedule. */
function lifeOf(loan: Loan): [first: Day, last: Day] {
  const dates = scheduleTable(loan, "stated").rows.map(({ date }) => date);
  return [Math.min(loan.terms.startDate, ...dates), Math.max(...dates)];
}

/** Whole units where all figures of the loan are. */
function decimalsOf(loan: Loan): number {
  return loan.terms.stated ? 0 : 2;
}
