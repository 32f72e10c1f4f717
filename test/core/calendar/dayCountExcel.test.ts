import { dayOf } from "../../../src/core/calendar/civilDate";
import { EXCEL_BASES } from "../../../src/core/calendar/dayCounts";
import { toNumber } from "../../../src/core/number/fraction";

const day = (iso: string) => dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)));
const fraction = (start: string, end: string, basis: number) =>
  toNumber(EXCEL_BASES[basis]!.between(day(start), day(end), {}));

/**
 * The order in which Excel moves the days of basis 0: first an end at the end of February, then an end on the 31st by the
 * start as it is written, then the start. As Microsoft told the OASIS OpenDocument committee in June 2008 ("Excel's
 * YEARFRAC algorithm"); LibreOffice 7.4 gives the same.
 */
describe("Excel basis 0 from the end of February", () => {
  test.each([
    ["2020-02-29", "2020-12-31", 301 / 360], // 30U/360 has 300
    ["2019-02-28", "2020-01-31", 331 / 360],
    ["2019-02-28", "2020-12-31", 661 / 360],
    ["2020-02-28", "2020-12-31", 303 / 360], // the 28th of a leap year is no end of February
    ["2020-02-29", "2020-12-30", 300 / 360],
    ["2019-02-28", "2020-02-29", 360 / 360],
    ["2020-02-29", "2020-03-01", 1 / 360],
    ["2020-01-31", "2020-12-31", 330 / 360],
    ["2020-01-30", "2020-12-31", 330 / 360],
    ["2020-01-29", "2020-12-31", 332 / 360],
  ])("%s to %s", (start, end, expected) => {
    expect(fraction(start, end, 0)).toBe(expected);
  });
});
