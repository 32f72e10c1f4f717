import type { Day } from "../../core/calendar/civilDate";
import { readDate } from "../../functions/cells/arguments";
import { inActionWords } from "./exhibit";

/** @throws ActionError when the number is no date of the workbook's date system */
export function dayOfSerial(serial: number): Day {
  return inActionWords(() => readDate({ name: "period end", value: serial }));
}
