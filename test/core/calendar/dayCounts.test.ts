import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { commentsIn, exampleIn } from "../../../scripts/dayCountComments";
import type { DayCount, DayCountContext } from "../../../src/core/calendar/dayCount";
import { dayCountNamed, DAY_COUNTS, yearFraction } from "../../../src/core/calendar/dayCounts";
import { compare, plus, toNumber, type Fraction } from "../../../src/core/number/fraction";
import { day } from "../../support/loanTerms";

const between = (name: string, start: string, end: string, context: DayCountContext = {}) =>
  toNumber(yearFraction(dayCountNamed("convention", name), day(start), day(end), context));

/** 30/360 of any variant, with the days of the month as it moves them. */
const days360 = (years: number, months: number, days: number) => (360 * years + 30 * months + days) / 360;

describe("a day count", () => {
  // Dates and answers as the public test suites of OpenGamma Strata (DayCountTest) and QuantLib (daycounters) state them.
  test.each([
    ["ACT/360", "2011-12-28", "2012-02-29", 63 / 360],
    ["ACT/364", "2011-12-28", "2012-03-01", 64 / 364],
    ["ACT/365F", "2011-12-28", "2016-02-28", 1523 / 365],
    ["ACT/365.25", "2012-02-28", "2012-03-28", 29 / 365.25],
    ["ACT/366", "2003-12-17", "2004-12-17", 1],
    ["NL/365", "2011-12-28", "2012-02-29", 62 / 365],
    ["NL/365", "2011-12-28", "2012-03-01", 63 / 365],
    ["NL/365", "2012-02-29", "2012-03-28", 28 / 365],
    ["ACT/365 Actual", "2011-12-28", "2012-02-28", 62 / 365],
    ["ACT/365 Actual", "2011-12-28", "2012-02-29", 63 / 366],
    ["ACT/365 Actual", "2012-02-29", "2012-03-28", 28 / 365],
    ["1/1", "2011-12-28", "2016-02-29", 1],
    ["ACT/ACT ISDA", "2011-12-28", "2012-02-28", 4 / 365 + 58 / 366],
    ["ACT/ACT ISDA", "2011-12-28", "2016-03-01", 4 / 365 + 60 / 366 + 4],
    ["ACT/ACT ISDA", "2012-02-29", "2012-03-29", 29 / 366],
    ["ACT/ACT AFB", "1994-02-10", "1997-06-30", 140 / 365 + 3],
    ["ACT/ACT AFB", "2004-02-28", "2008-02-28", 4],
    ["ACT/ACT AFB", "2004-02-29", "2008-02-28", 3 + 365 / 366],
    ["ACT/ACT AFB", "2004-02-28", "2005-03-01", 1 + 2 / 366],
    ["ACT/ACT AFB", "2003-02-28", "2008-02-29", 5],
    ["ACT/ACT Year", "2011-12-28", "2016-02-28", 62 / 366 + 4],
    ["ACT/ACT Year", "2012-02-29", "2012-03-28", 28 / 365],
    ["ACT/ACT Year", "2011-03-01", "2011-03-02", 1 / 366],
    ["30/360", "2012-05-30", "2013-08-31", days360(1, 3, 0)],
    ["30/360", "2012-05-29", "2013-08-31", days360(1, 3, 2)],
    ["30/360", "2011-02-28", "2012-02-29", days360(1, 0, 1)],
    ["30/360 PSA", "2011-02-28", "2012-02-29", days360(1, 0, -1)],
    ["30/360 PSA", "2012-02-29", "2012-03-28", days360(0, 1, -2)],
    ["30U/360", "2012-02-29", "2013-02-28", days360(1, 0, 0)],
    ["30U/360", "2012-02-29", "2012-03-31", days360(0, 1, 0)],
    ["30U/360", "2011-02-28", "2012-02-28", days360(1, 0, -2)],
    ["30E/360", "2012-05-29", "2013-08-31", days360(1, 3, 1)],
    ["30E/360", "2012-02-29", "2016-02-29", days360(4, 0, 0)],
    ["30E/360 ISDA", "2011-02-28", "2012-02-29", days360(1, 0, 0)],
    ["30E+/360", "2012-05-29", "2013-08-31", days360(1, 4, -28)],
    ["30/365", "2011-06-17", "2012-12-30", 553 / 365],
  ])("%s from %s to %s is %d", (name, start, end, years) => {
    expect(between(name, start, end)).toBeCloseTo(years, 14);
  });

  test("30E/360 ISDA leaves a maturity at the end of February as it is", () => {
    expect(between("30E/360 ISDA", "2011-08-31", "2012-02-29", { maturity: day("2012-02-29") })).toBe(179 / 360);
    expect(between("30E/360 ISDA", "2011-08-31", "2012-02-29")).toBe(180 / 360);
  });

  test.each([
    // ISDA memorandum on EMU and market conventions, 1998
    [
      "a regular half-year",
      "2003-11-01",
      "2004-05-01",
      { periodStart: day("2003-11-01"), periodEnd: day("2004-05-01") },
      0.5,
    ],
    [
      "a short first period",
      "1999-02-01",
      "1999-07-01",
      { periodStart: day("1998-07-01"), periodEnd: day("1999-07-01") },
      150 / 365,
    ],
    [
      "a long first period",
      "2002-08-15",
      "2003-07-15",
      { periodStart: day("2003-01-15"), periodEnd: day("2003-07-15") },
      0.5 + 153 / 368,
    ],
    [
      "a short last period",
      "2000-01-30",
      "2000-06-30",
      { periodStart: day("2000-01-30"), periodEnd: day("2000-07-30") },
      152 / 364,
    ],
    [
      "weeks, told by the frequency",
      "2024-01-01",
      "2024-01-08",
      { periodStart: day("2024-01-01"), periodEnd: day("2024-01-08"), frequency: 52 },
      1 / 52,
    ],
    // quasi-coupons December 31, June 30, December 31: 107 of 182 days, and a whole period
    [
      "a long first coupon at month ends",
      "2024-03-15",
      "2024-12-31",
      { periodStart: day("2024-06-30"), periodEnd: day("2024-12-31") },
      107 / 182 / 2 + 1 / 2,
    ],
  ])("ACT/ACT ICMA over %s", (_case, start, end, context, years) => {
    expect(between("ACT/ACT ICMA", start, end, context)).toBeCloseTo(years, 14);
  });

  test.each([
    [1, "2012-02-28", 62 / 365],
    [1, "2012-02-29", 62 / 366],
    [2, "2012-02-28", 62 / 366],
  ])("ACT/365L with %d periods a year, the period ending on %s", (frequency, periodEnd, years) => {
    const context = { frequency, periodStart: day("2011-12-28"), periodEnd: day(periodEnd) };
    expect(between("ACT/365L", "2011-12-28", "2012-02-28", context)).toBe(years);
  });
});

describe("ACT/ACT ICMA refuses", () => {
  test.each([
    [
      "an empty reference period",
      { periodStart: day("2024-01-01"), periodEnd: day("2024-01-01") },
      "periodEnd must be after periodStart; received 0",
    ],
    [
      "one that is turned round",
      { periodStart: day("2024-07-01"), periodEnd: day("2024-01-01") },
      "periodEnd must be after periodStart; received -182",
    ],
    ["no periods in a year", { frequency: 0 }, "frequency must be more than zero; received 0"],
  ])("%s", (_case, context, words) => {
    expect(() => between("ACT/ACT ICMA", "2024-01-01", "2024-02-01", context)).toThrow(new Error(words));
  });
});

describe("a basis of Excel's YEARFRAC", () => {
  // LibreOffice, sc/qa/unit: the values that its authors took from Excel
  test.each([
    [0, "2010-01-31", "2010-08-01", 0.502777777777778],
    [0, "2010-02-28", "2010-08-30", 0.5],
    [0, "2000-02-29", "2008-02-29", 8],
    [1, "2002-01-31", "2003-05-01", 1.24657534246575],
    [1, "2007-01-31", "2009-05-01", 2.24726277372263],
    [1, "2007-12-15", "2008-03-14", 0.245901639344262],
    [1, "1958-03-01", "1996-01-01", 37.8364338364338],
    [2, "2012-01-01", "2012-12-31", 365 / 360],
    [3, "2000-02-29", "2008-02-29", 8.0054794520548],
    [4, "2008-01-31", "2008-05-01", 0.252777777777778],
  ])("basis %d from %s to %s is %d, in either order", (basis, start, end, years) => {
    const dayCount = dayCountNamed("basis", basis);
    expect(toNumber(yearFraction(dayCount, day(start), day(end)))).toBeCloseTo(years, 12);
    expect(toNumber(yearFraction(dayCount, day(end), day(start)))).toBeCloseTo(years, 12);
  });
});

describe("a name", () => {
  test.each([
    ["Actual/365 (Fixed)", "ACT/365F"],
    ["act/365", "ACT/365F"],
    [" A365 ", "ACT/365F"],
    ["Bond Basis", "30/360 ISDA"],
    ["30/360", "30/360 ISDA"],
    ["US (NASD) 30/360", "30U/360"],
    ["Eurobond basis", "30E/360"],
    ["German", "30E/360 ISDA"],
    ["Actual/Actual", "ACT/ACT ISDA"],
    // the codes of FpML, and names of QuantLib, Strata and Bloomberg
    ["ACT/365.FIXED", "ACT/365F"],
    ["ACT/ACT.ISDA", "ACT/ACT ISDA"],
    ["ACT/ACT.ICMA", "ACT/ACT ICMA"],
    ["ACT/ACT.ISMA", "ACT/ACT ICMA"],
    ["ACT/ACT.AFB", "ACT/ACT AFB"],
    ["30E/360.ISDA", "30E/360 ISDA"],
    ["A/365 (Fixed)", "ACT/365F"],
    ["A/A ISDA", "ACT/ACT ISDA"],
    ["A/365.25", "ACT/365.25"],
    ["Act/365 No leap year", "NL/365"],
    ["Act/NL", "NL/365"],
    ["Actual/Actual (Historical)", "ACT/ACT ISDA"],
    ["30E/360 (Eurobond Basis)", "30E/360"],
    ["NASD 30/360", "30U/360"],
    ["SIA 30/360 EOM", "30U/360"],
    ["German 30/360", "30E/360 ISDA"],
    ["Actual/Actual (ISMA)", "ACT/ACT ICMA"],
    ["Actual/Actual (Euro)", "ACT/ACT AFB"],
    ["30E+/360", "30E+/360"],
    ["Actual/365 (No Leap)", "NL/365"],
    ["3", "Excel basis 3"],
  ])("%j means %s", (alias, name) => {
    expect(dayCountNamed("convention", alias).name).toBe(name);
  });

  test("no two conventions share one", () => {
    const all = DAY_COUNTS.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [alias, name] as const));
    for (const [alias, name] of all) expect([alias, dayCountNamed("convention", alias).name]).toEqual([alias, name]);
  });

  test("an unknown one is refused with the known", () => {
    expect(() => dayCountNamed("convention", "30/361")).toThrow(
      /^convention must be a day count convention \(ACT\/360, .*\); received "30\/361"$/,
    );
  });
});

describe("for any two dates", () => {
  const anyDay = fc.integer({ min: day("1950-01-01"), max: day("2099-12-31") });
  const forAny = (check: (name: string, start: number, end: number) => void) =>
    fc.assert(fc.property(fc.constantFrom(...DAY_COUNTS.map(({ name }) => name)), anyDay, anyDay, check), {
      numRuns: 500,
    });

  test("turning them round changes the sign, save of Excel's bases", () =>
    forAny((name, start, end) => {
      const dayCount = dayCountNamed("convention", name);
      const there = toNumber(yearFraction(dayCount, start, end));
      const back = toNumber(yearFraction(dayCount, end, start));
      const unsigned = name.startsWith("Excel") || start === end;
      expect(back).toBeCloseTo(unsigned ? there : -there, 12);
    }));

  test("every convention of days is near the calendar, and none is negative", () =>
    forAny((name, a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      if (name === "1/1" || name === "ACT/ACT ICMA") return; // a period, whatever its days
      const years = toNumber(yearFraction(dayCountNamed("convention", name), start, end));
      const calendar = (end - start) / 365.25;
      expect(years).toBeGreaterThanOrEqual(0 - 2 / 360);
      expect(Math.abs(years - calendar)).toBeLessThan(0.02 + calendar * 0.016);
    }));
});

describe("the comments, of which docs/day-counts.md is made", () => {
  const folder = join(__dirname, "../../../src/core/calendar");
  const files = readdirSync(folder).filter((file) => /^dayCount[A-Z]/.test(file));
  const commented = files.flatMap((file) => {
    const comments = commentsIn(readFileSync(join(folder, file), "utf8"));
    const conventions: Record<string, DayCount> = jest.requireActual(join(folder, file));
    return [...comments].map(([constant, comment]) => ({ dayCount: conventions[constant], ...comment }));
  });

  test("cover every convention, each with a rule, both days, a source and an example", () => {
    expect(new Set(commented.map(({ dayCount }) => dayCount))).toEqual(new Set(DAY_COUNTS));
    for (const comment of commented) {
      for (const part of [comment.rule, comment.firstDay, comment.lastDay, comment.source, comment.examples[0]]) {
        expect([comment.dayCount?.name, part]).toEqual([comment.dayCount?.name, expect.stringMatching(/./)]);
      }
    }
  });

  test.each(
    commented.flatMap(({ dayCount, examples }) => examples.map((example) => [dayCount?.name ?? "", example] as const)),
  )("%s: %s", (name, example) => {
    const { start, end, context, ratios } = exampleIn(example, day);
    const years = yearFraction(dayCountNamed("convention", name), start, end, context);
    expect(compare(years, ratios.reduce<Fraction>(plus, { numerator: 0, denominator: 1 }))).toBe(0);
  });
});
