import fc from "fast-check";
import { EXCEL_BASES } from "../../../src/core/calendar/dayCounts";
import { evaluatedOver } from "./evaluated";

/** B1 is blank, B2 text that is a date, B3 text. */
const evaluated = evaluatedOver([
  [43861, ""],
  [43890, "2020-01-31"],
  [43891, "soon"],
]);

describe("EDATE gives the same day of another month, the last day where there is none", () => {
  test.each([
    // Microsoft's page on EDATE: January 15, 2011, one month later, earlier, two months later
    ["EDATE(DATE(2011,1,15),1)", "DATE(2011,2,15)"],
    ["EDATE(DATE(2011,1,15),-1)", "DATE(2010,12,15)"],
    ["EDATE(DATE(2011,1,15),2)", "DATE(2011,3,15)"],
    ["EDATE(DATE(2000,1,31),1)", "DATE(2000,2,29)"],
    ["EDATE(DATE(2001,1,31),1)", "DATE(2001,2,28)"],
    ["EDATE(DATE(2000,8,31),-6)", "DATE(2000,2,29)"],
    ["EDATE(DATE(2000,2,29),12)", "DATE(2001,2,28)"],
    ["EDATE(DATE(2000,1,31),1.9)", "DATE(2000,2,29)"],
    ["EDATE(DATE(2000,1,31),-0.5)", "DATE(2000,1,31)"],
    ["EDATE(DATE(2000,1,31)+0.9,0)", "DATE(2000,1,31)"],
    ["EDATE(DATE(2000,1,31),B1)", "DATE(2000,1,31)"],
    ["EDATE(B2,1)", "DATE(2020,2,29)"],
    ['EDATE("1/31/2020","1")', "DATE(2020,2,29)"],
    // Excel's 1900 has a February 29, serial 60, and a blank is its January 0
    ["EDATE(DATE(1900,1,31),1)", "60"],
    ["EDATE(B1,1)", "31"],
    ["EDATE(60,12)", "DATE(1901,2,28)"],
  ])("%s is %s", async (formula, expected) => {
    expect(await evaluated(`${formula}=${expected}`)).toBe(true);
  });

  test("for each of a range of dates or months", async () => {
    expect(await evaluated("MONTH(EDATE(DATE(2000,1,31),{1;2;13}))")).toEqual([[2], [3], [2]]);
    expect(await evaluated("EDATE(A1:A2,1)")).toEqual([[43890], [43919]]);
  });
});

describe("EOMONTH gives the last day of another month", () => {
  test.each([
    // Microsoft's page on EOMONTH: one month after January 1, 2011, and three before
    ["EOMONTH(DATE(2011,1,1),1)", "DATE(2011,2,28)"],
    ["EOMONTH(DATE(2011,1,1),-3)", "DATE(2010,10,31)"],
    ["EOMONTH(DATE(2020,2,29),-12)", "DATE(2019,2,28)"],
    // "If months is not an integer, it is truncated."
    ["EOMONTH(DATE(2020,1,31),-1.9)", "DATE(2019,12,31)"],
    ["EOMONTH(DATE(2020,1,31),1.9)", "DATE(2020,2,29)"],
    ["EOMONTH(DATE(9999,12,1),0)", "DATE(9999,12,31)"],
    ["EOMONTH(1,1)", "60"],
    ["EOMONTH(B1,0)", "31"],
  ])("%s is %s", async (formula, expected) => {
    expect(await evaluated(`${formula}=${expected}`)).toBe(true);
  });
});

describe("YEARFRAC", () => {
  test.each([
    // Microsoft's page on YEARFRAC: January 1 to July 30, 2012
    ["YEARFRAC(DATE(2012,1,1),DATE(2012,7,30))", 209 / 360],
    ["YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),1)", 211 / 366],
    ["YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),3)", 211 / 365],
    ["YEARFRAC(DATE(2020,3,28),DATE(2021,1,1),1)", 279 / 365],
    ["YEARFRAC(DATE(2023,4,28),DATE(2024,3,1),1)", 308 / 366],
    ["YEARFRAC(DATE(2020,2,29),DATE(2020,12,31))", 301 / 360],
    ["YEARFRAC(DATE(2010,2,28),DATE(2011,2,28),0)", 1],
    ["YEARFRAC(DATE(2011,2,28),DATE(2010,2,28),0)", 1],
    ["YEARFRAC(DATE(2020,1,31)+0.75,DATE(2020,6,18)+0.1,3)", 139 / 365],
    ['YEARFRAC("1/1/1900","1/2/1900",1)', 1 / 365],
    ["YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),1.9)", 211 / 366],
    ["YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),B1)", 209 / 360],
  ])("%s is %d", async (formula, expected) => {
    expect(await evaluated(formula)).toBe(expected);
  });

  test("is DAYCOUNT by the basis of that name, in either order of the dates", () => {
    const date = fc.integer({ min: 61, max: 80_000 });
    const basis = fc.integer({ min: 0, max: EXCEL_BASES.length - 1 });
    return fc.assert(
      fc.asyncProperty(date, date, basis, async (from, to, number) => {
        const fraction = await evaluated(`YEARFRAC(${from},${to},${number})`);
        expect(await evaluated(`DAYCOUNT(${from},${to},"Excel basis ${number}")`)).toBe(fraction);
        expect(await evaluated(`YEARFRAC(${to},${from},${number})`)).toBe(fraction);
      }),
      { numRuns: 200 },
    );
  });
});

describe("DAYS360", () => {
  test.each([
    // Microsoft's page on DAYS360
    ["DAYS360(DATE(2011,1,30),DATE(2011,2,1))", 1],
    ["DAYS360(DATE(2011,1,1),DATE(2011,12,31))", 360],
    ["DAYS360(DATE(2011,1,1),DATE(2011,2,1))", 30],
    // Excel 2007, told to the OASIS committee: lists.oasis-open.org/archives/office-formula/201011/msg00015.html
    ["DAYS360(DATE(2000,2,28),DATE(2000,3,31),0)", 33],
    ["DAYS360(DATE(2000,2,29),DATE(2000,3,31),0)", 30],
    ["DAYS360(DATE(1999,2,28),DATE(1999,3,31),0)", 30],
    // OpenFormula 1.2, DAYS360: the dates are never swapped, so that these are not the figures the other way round
    ["DAYS360(DATE(2020,2,29),DATE(2020,2,29))", -1],
    ["DAYS360(DATE(2019,2,28),DATE(2019,2,28))", -2],
    ["DAYS360(DATE(2011,12,31),DATE(2011,1,1))", -359],
    ["DAYS360(DATE(2011,1,1),DATE(2011,12,31),TRUE)", 359],
    ["DAYS360(DATE(2011,12,31),DATE(2011,1,1),TRUE)", -359],
    ["DAYS360(DATE(2020,2,29),DATE(2020,2,29),TRUE)", 0],
    ["DAYS360(59,61)", 3],
  ])("%s is %d", async (formula, expected) => {
    expect(await evaluated(formula)).toBe(expected);
  });
});

describe("refuses", () => {
  test.each([
    ['EDATE("soon",1)', '#VALUE! start_date must be a number; received "soon"'],
    ["EDATE(B3,1)", '#VALUE! start_date must be a number; received "soon"'],
    ['EDATE(36556,"one")', '#VALUE! months must be a number; received "one"'],
    ['EOMONTH(36556,"")', "#VALUE! months must be a number; received a blank"],
    ["EDATE(36556,-2000)", "#NUM! months must lead to a date from 1900 to 9999; received -2000"],
    ["EDATE(36556,1E+300)", "#NUM! months must lead to a date from 1900 to 9999; received 1e+300"],
    ["EDATE(DATE(9999,12,31),1)", "#NUM! months must lead to a date from 1900 to 9999; received 1"],
    ["EDATE(-1,1)", "#NUM! start_date must be a date from 1900 to 9999; received -1"],
    ["EOMONTH(2958466,0)", "#NUM! start_date must be a date from 1900 to 9999; received 2958466"],
    ["EDATE(TRUE,1)", "#VALUE! start_date must be a number; received true"],
    ["EDATE(,1)", "#N/A start_date must be given; received a blank"],
    ["EDATE(36556,)", "#N/A months must be given; received a blank"],
    ["YEARFRAC(1,2,5)", "#NUM! basis must be 0, 1, 2, 3 or 4; received 5"],
    ["YEARFRAC(1,2,-1)", "#NUM! basis must be 0, 1, 2, 3 or 4; received -1"],
    ["YEARFRAC(,2)", "#N/A start_date must be given; received a blank"],
  ])("%s", async (formula, words) => {
    expect(await evaluated(formula)).toBe(words);
  });
});

describe("ISOWEEKNUM", () => {
  test.each([
    // Microsoft's documentation of ISOWEEKNUM
    ["DATE(2012,3,9)", 10],
    // the turn of the year, ISO 8601
    ["DATE(2005,1,1)", 53],
    ["DATE(2006,1,1)", 52],
    ["DATE(2007,12,31)", 1],
    ["DATE(2008,12,28)", 52],
    ["DATE(2008,12,29)", 1],
    ["DATE(2010,1,3)", 53],
    ["DATE(2010,1,4)", 1],
  ])("of %s is %d", async (date, week) => {
    expect(await evaluated(`ISOWEEKNUM(${date})`)).toBe(week);
  });

  test("goes up by one from Monday to Monday, or begins again at 1", async () => {
    const mondayAfter = (serial: number) => serial - ((((serial - 2) % 7) + 7) % 7) + 7; // serial 2 is a Monday
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 2_900_000 }), async (serial) => {
        const monday = mondayAfter(serial);
        const last = Number(await evaluated(`ISOWEEKNUM(${monday - 1})`));
        const next = Number(await evaluated(`ISOWEEKNUM(${monday})`));
        expect(next === last + 1 || (next === 1 && last >= 52)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
