import fc from "fast-check";
import { openHeadless, type HeadlessWorkbook } from "../../../src/engine/headless";

let workbook: HeadlessWorkbook;
beforeAll(async () => {
  workbook = await openHeadless();
});
afterAll(() => workbook.dispose());

const evaluated = async (formula: string) => (await workbook.evaluate([formula]))[0];

describe("EDATE gives the same day of another month, the last day where there is none", () => {
  test.each([
    // Microsoft's documentation of EDATE: January 15, 2011, one month later, earlier, two months later
    ["EDATE(DATE(2011,1,15),1)", "DATE(2011,2,15)"],
    ["EDATE(DATE(2011,1,15),-1)", "DATE(2010,12,15)"],
    ["EDATE(DATE(2011,1,15),2)", "DATE(2011,3,15)"],
    ["EDATE(DATE(2000,1,31),1)", "DATE(2000,2,29)"],
    ["EDATE(DATE(2001,1,31),1)", "DATE(2001,2,28)"],
    ["EDATE(DATE(2000,8,31),-6)", "DATE(2000,2,29)"],
    ["EDATE(DATE(2000,2,29),12)", "DATE(2001,2,28)"],
    ["EDATE(DATE(2000,1,31),1.9)", "DATE(2000,2,29)"],
    ["EDATE(DATE(2000,1,31),-0.5)", "DATE(2000,1,31)"],
  ])("%s is %s", async (formula, expected) => {
    expect(await evaluated(`${formula}=${expected}`)).toMatchObject({ value: true });
  });

  test("for each of a range of months", async () => {
    expect(await evaluated("MONTH(EDATE(DATE(2000,1,31),{1;2;13}))")).toMatchObject({ value: [[2], [3], [2]] });
  });

  test.each([
    ['EDATE("soon",1)', 'start_date must be a date; received "soon"'],
    ['EDATE(36556,"one")', 'months must be a number; received "one"'],
    ["EDATE(36556,-2000)", "months must lead to a date from 1900 to 9999; received -2000"],
    ["EDATE(36556,1E+300)", "months must lead to a date from 1900 to 9999; received 1e+300"],
  ])("%s is refused", async (formula, message) => {
    expect(await evaluated(formula)).toMatchObject({ error: { code: "#VALUE!", message } });
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
    expect(await evaluated(`ISOWEEKNUM(${date})`)).toMatchObject({ value: week });
  });

  test("goes up by one from Monday to Monday, or begins again at 1", async () => {
    const mondayAfter = (serial: number) => serial - ((((serial - 2) % 7) + 7) % 7) + 7; // serial 2 is a Monday
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 2_900_000 }), async (serial) => {
        const monday = mondayAfter(serial);
        const [before, after] = await workbook.evaluate([`ISOWEEKNUM(${monday - 1})`, `ISOWEEKNUM(${monday})`]);
        const [last, next] = [before, after].map((evaluation) => (evaluation as { value: number }).value);
        expect(next === last! + 1 || (next === 1 && last! >= 52)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
