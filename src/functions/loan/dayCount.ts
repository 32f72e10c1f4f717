import { isBlank, optional, readText, readWhole } from "../../core/given";
import { dayCountNamed, yearFraction } from "../../core/calendar/dayCounts";
import { CalculationError } from "../../core/errors";
import { toNumber } from "../../core/number/fraction";
import { answerFrom } from "../cells/answer";
import { givenCell, isEmpty, readDate, type Cell } from "../cells/arguments";
import { elementwise } from "../cells/elementwise";

/**
 * Part of a year between two dates by a day count convention, such as ACT/360, ACT/365F, ACT/ACT ISDA, 30/360, 30E/360 or NL/365. The start counts, the end does not; dates the wrong way round give a negative answer, save for Excel's bases.
 * @customfunction DAYCOUNT
 * @param {any[][]} start First day, which counts. One cell or a range.
 * @param {any[][]} end Last day, which does not count. One cell or a range.
 * @param {any} convention Name of the convention, or 0 to 4 for the bases of Excel's YEARFRAC.
 * @param {any[][]} [periodStart] Start of the regular payment period that the dates lie in. ACT/ACT ICMA and ACT/365L ask for it.
 * @param {any[][]} [periodEnd] End of that period.
 * @param {any} [frequency] Regular periods in a year: 1, 2, 4 or 12. Told by the period when omitted.
 * @param {any} [maturity] Last day of the loan, which 30E/360 ISDA treats apart at the end of February.
 * @returns {any[][]} Years, in the shape of the dates given.
 * @example =DAYCOUNT(DATE(2000,8,1),DATE(2000,9,12),"ACT/360")
 * @throws =DAYCOUNT(DATE(2000,8,1),DATE(2000,9,12),"ACT/361") #VALUE! convention must be a day count convention (ACT/360, ACT/364, ACT/365F, ACT/365.25, ACT/366, ACT/365 Actual, ACT/365L, NL/365, 1/1, ACT/ACT ISDA, ACT/ACT ICMA, ACT/ACT AFB, ACT/ACT Year, 30/360 ISDA, 30U/360, 30/360 PSA, 30E/360, 30E/360 ISDA, 30E+/360, 30/360 Italian, 30/365, Excel basis 0, Excel basis 1, Excel basis 2, Excel basis 3, Excel basis 4); received "ACT/361"
 */
export function DAYCOUNT(
  start: any[][],
  end: any[][],
  convention: any,
  periodStart?: any[][],
  periodEnd?: any[][],
  frequency?: any,
  maturity?: any,
): any[][] {
  return answerFrom("start", () => {
    const dayCount = dayCountNamed(
      "convention",
      typeof convention === "number" ? convention : readText(givenCell("convention", convention)),
    );
    const common = {
      frequency: isBlank(frequency) ? undefined : readFrequency(frequency),
      maturity: isBlank(maturity) ? undefined : readDate(givenCell("maturity", maturity)),
    };
    const columns = {
      start: [start, readDate],
      end: [end, readDate],
      periodStart: [periodStart, OPTIONAL_DATE],
      periodEnd: [periodEnd, OPTIONAL_DATE],
    } as const;
    return elementwise(columns, ({ start: from, end: to, ...regularPeriod }) =>
      toNumber(yearFraction(dayCount, from, to, { ...common, ...regularPeriod })),
    );
  });
}

/** A day that may be left out; some Excels hand a blank over as 0. */
const OPTIONAL_DATE = optional((day) => (isEmpty(day.value) ? undefined : readDate(day)), undefined);

function readFrequency(cell: Cell): number {
  const frequency = readWhole(givenCell("frequency", cell));
  if (frequency > 0 && 12 % frequency === 0) return frequency;
  throw new CalculationError("out-of-range", "frequency", "must be 1, 2, 3, 4, 6 or 12 a year", frequency);
}
