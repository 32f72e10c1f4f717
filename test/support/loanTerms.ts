import { dayOfIsoDate, type Day } from "../../src/core/calendar/civilDate";
import type { LoanSchedule } from "../../src/core/loan/schedule/loanSchedule";
import { DEFAULT_TERMS } from "../../src/core/loan/terms/defaultTerms";
import type { LoanTerms } from "../../src/core/loan/terms/loanTerms";
import { exactly } from "../../src/core/number/fraction";
import { CENT } from "../../src/core/number/roundingRule";

export function day(text: string): Day {
  const found = dayOfIsoDate(text);
  if (found === undefined) throw new Error(`${text} is no date`);
  return found;
}

/** Terms that differ from a silent agreement in a few places. */
export interface Differing {
  readonly principal?: number;
  readonly start?: string;
  readonly rate?: number;
  readonly payments?: number | null;
  readonly method?: LoanTerms["method"];
  readonly interest?: Partial<LoanTerms["interest"]>;
  readonly dates?: Partial<LoanTerms["dates"]>;
  readonly payment?: Partial<LoanTerms["payment"]>;
  readonly events?: Partial<LoanTerms["events"]>;
  readonly rounding?: Partial<LoanTerms["rounding"]>;
}

/** A loan of 1,000 on January 15, 2025 at 12 %, four monthly payments, to the cent, where nothing else is said. */
export function loanTerms(differing: Differing = {}): LoanTerms {
  const { principal = 1_000, start = "2025-01-15", rate = 0.12, payments = 4 } = differing;
  return {
    ...DEFAULT_TERMS,
    name: "loan",
    principal: exactly(principal),
    startDate: day(start),
    method: differing.method ?? "levelPayment",
    interest: { ...DEFAULT_TERMS.interest, annualRate: exactly(rate), ...differing.interest },
    dates: { ...DEFAULT_TERMS.dates, count: payments, ...differing.dates },
    payment: { ...DEFAULT_TERMS.payment, ...differing.payment },
    events: { ...DEFAULT_TERMS.events, ...differing.events },
    rounding: { ...DEFAULT_TERMS.rounding, payment: CENT, interest: CENT, ...differing.rounding },
  };
}

/** A schedule as its amortization table: date, interest, payment, closing balance, in currency units. */
export function table(schedule: LoanSchedule, isoDate: (day: Day) => string): [string, number, number, number][] {
  const units = 10 ** schedule.loan.scale.decimals;
  return Array.from(schedule.dates, (date, index) => [
    isoDate(date),
    (schedule.interests[index] ?? 0) / units,
    (schedule.payments[index] ?? 0) / units,
    (schedule.closings[index] ?? 0) / units,
  ]);
}
