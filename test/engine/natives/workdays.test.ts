import fc from "fast-check";
import { evaluatedOver } from "./evaluated";

/** Holidays in A1:A4, one of them a blank cell; B1 is text that is a date. */
const evaluated = evaluatedOver([
  ["=DATE(2012,11,22)", "2012-11-22"],
  ["=DATE(2012,12,4)"],
  [""],
  ["=DATE(2013,1,21)"],
]);

describe("figures of Microsoft's own pages on these functions", () => {
  test.each([
    ["NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1))", 110],
    ["NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),DATE(2012,11,22))", 109],
    ["NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),A1:A4)", 107],
    ["NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,1,31))", 22],
    ["NETWORKDAYS.INTL(DATE(2006,2,28),DATE(2006,1,31))", -21],
    ['NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),7,{"2006/1/2","2006/1/16"})', 22],
    ['NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),"0010001",{"2006/1/2","2006/1/16"})', 20],
    ['TEXT(WORKDAY(DATE(2008,10,1),151),"m/d/yyyy")', "4/30/2009"],
    ['TEXT(WORKDAY(DATE(2008,10,1),151,{39778,39786,39834}),"m/d/yyyy")', "5/5/2009"],
    ["WORKDAY.INTL(DATE(2012,1,1),90,11)", 41013],
    ['TEXT(WORKDAY.INTL(DATE(2012,1,1),30,17),"m/dd/yyyy")', "2/05/2012"],
  ])("%s is %s", async (formula, expected) => {
    expect(await evaluated(formula)).toBe(expected);
  });
});

describe("takes what Excel takes", () => {
  test.each([
    ["days are cut to whole ones", "WORKDAY(DATE(2020,1,31),1.9)=DATE(2020,2,3)", true],
    ["and so are days back", "WORKDAY(DATE(2020,1,31),-1.9)=DATE(2020,1,30)", true],
    ["no days from a Saturday is the Saturday", "WORKDAY(DATE(2020,2,1),0)=DATE(2020,2,1)", true],
    ["a holiday in text", "NETWORKDAYS(DATE(2012,11,22),DATE(2012,11,22),B1)", 0],
    ["a holiday twice is one", "NETWORKDAYS(DATE(2012,11,19),DATE(2012,11,23),{41235,41235})", 4],
    ["a holiday at the weekend is none", "NETWORKDAYS(DATE(2012,11,19),DATE(2012,11,25),DATE(2012,11,24))", 5],
    ["a week of weekends has no day to work", 'NETWORKDAYS.INTL(1,100,"1111111")', 0],
    ["each of a range", "WORKDAY(A1:A2,1)", [[41236], [41248]]],
  ])("%s", async (_case, formula, expected) => {
    expect(await evaluated(formula)).toEqual(expected);
  });
});

describe("refuses", () => {
  test.each([
    ['WORKDAY(44000,"")', "#VALUE! days must be a number; received a blank"],
    ["WORKDAY(,5)", "#N/A start_date must be given; received a blank"],
    ["WORKDAY(TRUE,5)", "#VALUE! start_date must be a number; received true"],
    ["WORKDAY(DATE(9999,12,31),1)", "#NUM! days must lead to a date from 1900 to 9999; received 1"],
    ["WORKDAY(44000,1E300)", "#NUM! days must lead to a date from 1900 to 9999; received 1e+300"],
    ["NETWORKDAYS(44000,-1)", "#NUM! end_date must be a date from 1900 to 9999; received -1"],
    ['NETWORKDAYS(43900,44000,"Christmas")', '#VALUE! holidays must be a number; received "Christmas"'],
    ['WORKDAY.INTL(44000,1,"1111111")', '#VALUE! weekend must leave a day to work; received "1111111"'],
    [
      'WORKDAY.INTL(44000,1,"11")',
      '#VALUE! weekend must be a number, or seven digits 0 or 1 from Monday on; received "11"',
    ],
    ["WORKDAY.INTL(44000,1,8)", "#NUM! weekend must be a number from 1 to 7 or from 11 to 17; received 8"],
  ])("%s", async (formula, words) => {
    expect(await evaluated(formula)).toBe(words);
  });
});

test("working days counted one by one are as many, and WORKDAY steps over as many", () => {
  const weekend = fc
    .tuple(...Array.from({ length: 7 }, () => fc.constantFrom(0, 1)))
    .filter((days) => days.includes(0));
  const start = fc.integer({ min: 1, max: 60_000 });
  const holidays = fc.array(fc.integer({ min: -30, max: 200 }), { minLength: 1, maxLength: 5 });
  return fc.assert(
    fc.asyncProperty(weekend, start, fc.integer({ min: 0, max: 120 }), holidays, async (off, from, days, near) => {
      const free = near.map((distance) => Math.max(0, from + distance));
      // Serial 2 is a Monday.
      const isWorked = (serial: number) => off[(serial - 2 + 7) % 7] === 0 && !free.includes(serial);
      const worked = Array.from({ length: days + 1 }, (_none, index) => from + index).filter(isWorked);
      const calendar = `"${off.join("")}",{${free.join(",")}}`;

      expect(await evaluated(`NETWORKDAYS.INTL(${from},${from + days},${calendar})`)).toBe(worked.length);
      const later = worked.filter((serial) => serial > from);
      if (later.length === 0) return;
      expect(await evaluated(`WORKDAY.INTL(${from},${later.length},${calendar})`)).toBe(later.at(-1));
    }),
    { numRuns: 200 },
  );
});
