/**
 * Takes the lines that a form prints, makes the stated schedule. Law: dates ascend, what is not printed is not made up,
 * and no line is thrown away: one that says what is paid, or that stands after the day of the loan, is a payment.
 */
import type { Given } from "../../given";
import { longDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import { compare, isZero, plus, ZERO, type Fraction } from "../../number/fraction";
import type { RoundingRule } from "../../number/roundingRule";
import type { StatedRow, StatedSchedule } from "../terms/agreement";
import { saidOr, type GivenLoan, type ReadField } from "./givenLoan";
import { readAmount, readRoundingRule, readWords } from "./values";

/**
 * The schedule that the form prints; null when it prints none. Any of payment, principal, interest and balance may
 * stand beside the dates, which ascend. A payment that is not printed is the printed principal and interest together;
 * of interest alone, with no balance to say what it leaves, the interest.
 *
 * @param silentRounding the precision of its figures where the form says none: nothing is told from how they look
 */
export function readStatedSchedule(
  given: GivenLoan,
  field: ReadField,
  silentRounding: RoundingRule | null,
): StatedSchedule | null {
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
  requireAscending(given, rows);
  const hasPrincipal = rows.some(({ principal }) => principal !== undefined);
  return {
    rows: rows.map((row) => ({ ...row, reduction: row.reduction ?? sumOfParts(row, hasPrincipal) })),
    clause: field("scheduleClause", readWords) ?? "Schedule",
    rounding: saidOr(field, "scheduleRounding", readRoundingRule, silentRounding),
  };
}

/** What a line without a payment pays by its printed parts; null where they do not tell. */
function sumOfParts({ principal, interest, balance }: StatedRow, hasPrincipal: boolean): Fraction | null {
  if (interest === undefined || (balance !== null && !hasPrincipal)) return null;
  return plus(principal ?? ZERO, interest);
}

function requireAscending(given: GivenLoan, rows: readonly StatedRow[]): void {
  rows.forEach(({ date }, index) => {
    const earlier = rows[index - 1];
    if (earlier && date <= earlier.date)
      throw tooEarly(given, index, date, `after the line before it, ${longDate(earlier.date)}`);
  });
}

function tooEarly({ schedule, name }: GivenLoan, index: number, date: Day, bound: string): CalculationError {
  const place = schedule[index]?.date.name ?? name;
  return new CalculationError("out-of-range", place, `must be ${bound}`, inWords(longDate(date)));
}

/** What a form says of the beginning of the loan outside its schedule. */
export interface SaidOfStart {
  readonly startDate: Day | null;
  readonly principal: Fraction | null;
}

/**
 * The first line of a printed schedule where the loan begins with it: it pays nothing, and
 * - no start date is typed, and its balance is no other than the principal; or
 * - it stands on the start date; or
 * - it stands after the start date and prints a balance and no payment, while the lines after it print payments.
 *
 * A first balance after the start date in a table of dates and balances is what the first payment leaves.
 */
export function openingLine(printed: StatedSchedule | null, said: SaidOfStart): StatedRow | undefined {
  const [first, ...rest] = printed?.rows ?? [];
  if (!first || paid(first).some((amount) => !isZero(amount))) return undefined;
  if (said.startDate === null) {
    const isPrincipal =
      said.principal === null || first.balance === null || compare(first.balance, said.principal) === 0;
    return isPrincipal ? first : undefined;
  }
  if (first.date <= said.startDate) return first;
  return first.balance && paid(first).length === 0 && rest.some((row) => paid(row).length > 0) ? first : undefined;
}

/** What a line prints of a payment. */
function paid({ reduction, principal, interest }: StatedRow): readonly Fraction[] {
  return [reduction, principal, interest].flatMap((amount) => amount ?? []);
}

/**
 * The schedule with the line on which the loan begins, whether or not the agreement prints it.
 *
 * @param start the day and the principal of the loan
 * @throws CalculationError `out-of-range` for a line before the start date
 */
export function fromStart(
  given: GivenLoan,
  printed: StatedSchedule,
  start: { readonly date: Day; readonly balance: Fraction; readonly isPrinted: boolean },
): StatedSchedule {
  const early = printed.rows.findIndex(({ date }) => date < start.date);
  const [first] = printed.rows;
  if (early >= 0 && first)
    throw tooEarly(given, early, first.date, `on or after the start date, ${longDate(start.date)}`);
  if (start.isPrinted)
    return { ...printed, rows: printed.rows.map((row, line) => (line === 0 ? { ...row, reduction: null } : row)) };
  return { ...printed, rows: [{ date: start.date, reduction: null, balance: start.balance }, ...printed.rows] };
}
