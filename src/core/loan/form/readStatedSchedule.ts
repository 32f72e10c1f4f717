/**
 * Takes the lines that a form prints, makes the stated schedule. Law: dates ascend, and what is not printed is not made
 * up.
 */
import type { Given } from "../../given";
import { longDate } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import type { StatedRow, StatedSchedule } from "../terms/agreement";
import { CENT, DOLLAR, type RoundingRule } from "../../number/roundingRule";
import type { GivenLoan, ReadField } from "./givenLoan";
import { readAmount, readRounding, readWords } from "./values";

/** The schedule that the form prints; null when it prints none. Dates ascend. */
export function readStatedSchedule(given: GivenLoan, field: ReadField): StatedSchedule | null {
  if (given.schedule.length === 0) return null;
  const amount = (value: Given | null | undefined) => (value ? readAmount(value) : null);
  const rows = given.schedule.map((line): StatedRow => ({
    date: given.readDate(line.date.name, line.date.value),
    reduction: amount(line.reduction),
    balance: amount(line.balance),
    opening: amount(line.opening) ?? undefined,
    interest: amount(line.interest) ?? undefined,
    principal: amount(line.principal) ?? undefined,
  }));
  rows.forEach((row, index) => {
    const earlier = rows[index - 1];
    if (!earlier || row.date > earlier.date) return;
    const name = given.schedule[index]?.date.name ?? given.name;
    throw new CalculationError(
      "out-of-range",
      name,
      `must be after the line before it, ${longDate(earlier.date)}`,
      inWords(longDate(row.date)),
    );
  });
  return {
    rows,
    clause: field("scheduleClause", readWords) ?? "Schedule",
    rounding: field("scheduleRounding", readRounding) ?? precisionOf(rows),
  };
}

/** Figures without cents are rounded to dollars, others to cents. */
function precisionOf(rows: readonly StatedRow[]): RoundingRule {
  const figures = rows.flatMap(({ reduction, balance }) => [reduction, balance]);
  const whole = figures.every((figure) => figure === null || figure.denominator === 1);
  return whole ? DOLLAR : CENT;
}
