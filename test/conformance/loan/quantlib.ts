import { call, constantText, dateText } from "../formula";
import { isError, numberOf, outcome, refused, type Evaluate, type Outcome } from "../suite";

/** A span of days under a convention: so many days, such a part of a year. */
export interface DayCountCase {
  readonly id: string;
  readonly convention: string;
  readonly start: string;
  readonly end: string;
  readonly periodStart?: string;
  readonly periodEnd?: string;
  readonly maturity?: string;
  /** Of conventions with months of 30 days alone. */
  readonly days?: number;
  readonly years: number;
  readonly tolerance: number;
}

export const runDayCount =
  (evaluate: Evaluate) =>
  async (one: DayCountCase): Promise<Outcome> => {
    const optional = (date: string | undefined) => date && dateText(date);
    const context = [optional(one.periodStart), optional(one.periodEnd), undefined, optional(one.maturity)];
    const formula = call("DAYCOUNT", dateText(one.start), dateText(one.end), constantText(one.convention), ...context);
    const answer = await evaluate(formula);
    if (isError(answer)) return refused(formula, answer);
    const years = numberOf(answer);
    const daysInYear = one.convention === "30/365" ? 365 : 360;
    return outcome(formula, [
      { what: "years", found: years, expected: one.years, tolerance: one.tolerance },
      ...(one.days === undefined
        ? []
        : [{ what: "days", found: years * daysInYear, expected: one.days, tolerance: 1e-9 }]),
    ]);
  };
