import type { KnownTerms } from "./knownTerms";
import type { PaymentLine, PrintedSchedule } from "./printedSchedule";

/** What a fit is asked. */
export interface Question {
  readonly printed: PrintedSchedule;
  readonly known: KnownTerms;
  readonly lines: readonly PaymentLine[];
}
