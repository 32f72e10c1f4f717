/** What a fit is asked: types. */
import type { KnownTerms } from "./knownTerms";
import type { PaymentLine, PrintedSchedule } from "./printedSchedule";

/** What a fit is asked: what is printed, its lines with the parts that follow, and what is known besides. */
export interface Question {
  readonly printed: PrintedSchedule;
  readonly known: KnownTerms;
  readonly lines: readonly PaymentLine[];
}
