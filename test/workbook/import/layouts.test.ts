import "../../../src/engine/customFunctionsRuntime";
import { dayOf, isoDate } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { dayOfSerial } from "../../../src/workbook/eps/serials";
import { readImport } from "../../../src/workbook/import/readImport";

/** Layouts that filings use, with figures made for the test: each per-share figure is income over shares. */
const LAYOUTS: Readonly<Record<string, string>> = {
  "income, shares and per-share amounts side by side, a table a year": `
                 EARNINGS PER SHARE
                                             For the Year Ended 1997
                                   ------------------------------------------
                                      Income          Shares       Per-Share
                                    (Numerator)    (Denominator)     Amount
                                   -------------   -------------   ----------
For the year ended December 31, 1997
Net income                          $ 5,600,000
Less: Preferred stock dividends        (45,000)
                                   -------------
BASIC EPS
Income available to common
  stockholders                        5,555,000      2,000,000       $ 2.78
                                                                   ==========
EFFECT OF DILUTIVE SECURITIES
Warrants                                                30,768
Convertible preferred stock              45,000        308,333
4% convertible bonds                     60,000         50,000
                                   -------------   -------------
DILUTED EPS
Income available to common
  stockholders + assumed
  conversions                        $5,660,000      2,389,101       $ 2.37
                                   =============   =============   ==========
`,
  "income, shares and per-share amounts side by side, twice": `
(In thousands, except per share amounts)
                                  For the Three Months Ended                For the Three Months Ended
                                      March 31, 1999                            March 31, 1998
                              Income       Shares      Per-Share      Income       Shares      Per-Share
                            (Numerator) (Denominator)    Amount     (Numerator) (Denominator)    Amount
                            -----------  -----------   ---------    -----------  -----------   ---------
Basic EPS
  Net income                  $12,500       50,000       $.25         $10,000       49,000       $.20
Effect of dilutive securities
  Stock options                    --        1,200                         --        1,500
                            -----------  -----------                -----------  -----------
Diluted EPS
  Net income                  $12,500       51,200       $.24         $10,000       50,500       $.20
                            ===========  ===========   =========    ===========  ===========   =========
`,
  "12 and 40 weeks": `EXHIBIT 11
COMPUTATION OF EARNINGS PER SHARE
(In millions, except per share amounts)
                                          12 Weeks Ended            40 Weeks Ended
                                       ---------------------     ---------------------
                                        Oct. 7,     Oct. 5,       Oct. 7,     Oct. 5,
                                         2000        1999          2000        1999
                                       ---------   ---------     ---------   ---------
Net earnings                           $   150.3   $   130.1     $   500.9   $   450.2
Average common shares outstanding          820.1       830.2         822.5       831.1
Dilutive effect of stock options            20.3        24.8          21.1        25.9
Average diluted shares                     840.4       855.0         843.6       857.0
Basic earnings per share               $     .18   $     .16     $     .61   $     .54
Diluted earnings per share             $     .18   $     .15     $     .59   $     .53
`,
  "Sep. 28, and earnings per share that count equivalents without saying so": `                      COMPUTATION OF NET INCOME PER SHARE
                    (In thousands, except per share amounts)

                                   Three Months Ended        Nine Months Ended
                                  Sep. 28,    Sep. 30,     Sep. 28,    Sep. 30,
                                    1996        1995         1996        1995
                                  --------    --------     --------    --------
Net income                        $  2,002    $  1,611     $  5,914    $  4,002
                                  ========    ========     ========    ========
Weighted average shares             10,010      10,070       10,033      10,006
Common equivalent shares from
  stock options                        510         430          489         401
                                  --------    --------     --------    --------
                                    10,520      10,500       10,522      10,407
                                  ========    ========     ========    ========
Net income per share              $    .19    $    .15     $    .56    $    .38
                                  ========    ========     ========    ========
`,
  "five years, dashes for nil": `
                                         YEAR ENDED DECEMBER 31,
                           1999       1998       1997       1996       1995
                         --------   --------   --------   --------   --------
                                (IN MILLIONS, EXCEPT PER SHARE AMOUNTS)
Net income (loss)        $  120.5   $  (45.2)  $   80.0   $   77.7   $   60.1
Dividends on preferred
 stock                        2.5        2.5        2.5        2.5        2.5
                         --------   --------   --------   --------   --------
Net income (loss)
 applicable to common    $  118.0   $  (47.7)  $   77.5   $   75.2   $   57.6
                         ========   ========   ========   ========   ========
Average shares - basic       50.2       50.1       49.0       48.8       48.0
Assumed exercise of
 options                      1.1         -         1.0         .9         .5
                         --------   --------   --------   --------   --------
Average shares -
 diluted                     51.3       50.1       50.0       49.7       48.5
                         ========   ========   ========   ========   ========
Earnings (loss) per
 share:
   Basic                 $   2.35   $   (.95)  $   1.58   $   1.54   $   1.20
   Diluted               $   2.30   $   (.95)  $   1.55   $   1.51   $   1.19
`,
  "tabs, with signs and parentheses in cells of their own": `Three Months Ended\t\t\t\t\t\t\t\t
\tMarch 31, 2010\t\t\t\tMarch 31, 2009\t\t\t
Net income attributable to common shareholders (in thousands)\t$\t1,250\t\t\t$\t(980\t)\t
Weighted average shares outstanding - basic\t\t5,000,000\t\t\t\t4,900,000\t\t
Dilutive stock options\t\t100,000\t\t\t\t-\t\t
Weighted average shares outstanding - diluted\t\t5,100,000\t\t\t\t4,900,000\t\t
Basic earnings (loss) per share\t$\t0.25\t\t\t$\t(0.20\t)\t
Diluted earnings (loss) per share\t$\t0.25\t\t\t$\t(0.20\t)\t
`,
  "primary and fully diluted, with totals that say nothing": `
                                                    Year Ended
                                      ----------------------------------------
                                      June 30,       June 30,       June 30,
                                        1997           1996           1995
                                      ----------     ----------     ----------
PRIMARY EARNINGS PER SHARE:
Net income                            $3,456,789     $2,345,678     $1,234,567
                                      ==========     ==========     ==========
Weighted average number of common
  shares outstanding                   4,500,000      4,400,000      4,300,000
Assumed exercise of stock options        150,000        120,000        100,000
                                      ----------     ----------     ----------
Weighted average shares               4,650,000      4,520,000      4,400,000
                                      ==========     ==========     ==========
Primary earnings per share                  $.74           $.52           $.28
                                      ==========     ==========     ==========
FULLY DILUTED EARNINGS PER SHARE:
Net income                            $3,456,789     $2,345,678     $1,234,567
                                      ==========     ==========     ==========
Weighted average number of common
  shares outstanding                   4,500,000      4,400,000      4,300,000
Assumed exercise of stock options        170,000        130,000        100,000
                                      ----------     ----------     ----------
                                       4,670,000      4,530,000      4,400,000
                                      ==========     ==========     ==========
Fully diluted earnings per share            $.74           $.52           $.28
                                      ==========     ==========     ==========
`,
  "the span beside the years, accretion, one figure for both": `EXHIBIT 11
Years ended December 31                     2004            2003
(Dollars in thousands, except share data)
Net loss                               $  (5,120)      $   (4,010)
Accretion of redeemable preferred stock     (880)            (790)
Net loss attributable to common
 stockholders                          $  (6,000)      $   (4,800)
Shares used in computing basic and
 diluted net loss per share           12,000,000       11,500,000
Basic and diluted net loss per share   $   (0.50)      $    (0.42)
`,
};

const read = (name: string) => readImport(LAYOUTS[name] ?? "");

test.each(Object.keys(LAYOUTS))("%s: every line has its role, and every per-share figure agrees", (name) => {
  const { preview, checks } = read(name);
  expect(checks.length).toBeGreaterThan(1);
  expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(preview.remarks.filter((remark) => /left out/.test(remark))).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ["income, shares and per-share amounts side by side, a table a year", ["1997-12-31 12"]],
  ["income, shares and per-share amounts side by side, twice", ["1999-03-31 3", "1998-03-31 3"]],
  ["12 and 40 weeks", ["2000-10-07 3", "1999-10-05 3", "2000-10-07 9", "1999-10-05 9"]],
  [
    "Sep. 28, and earnings per share that count equivalents without saying so",
    ["1996-09-28 3", "1995-09-30 3", "1996-09-28 9", "1995-09-30 9"],
  ],
  ["five years, dashes for nil", ["1999-12-31 12", "1998-12-31 12", "1997-12-31 12", "1996-12-31 12", "1995-12-31 12"]],
  ["tabs, with signs and parentheses in cells of their own", ["2010-03-31 3", "2009-03-31 3"]],
  ["primary and fully diluted, with totals that say nothing", ["1997-06-30 12", "1996-06-30 12", "1995-06-30 12"]],
])("%s has its periods", (name, periods) => {
  const found = read(name).preview.periods.map((one) => `${isoDate(dayOfSerial(one.periodEnd))} ${one.months}`);
  expect(found).toEqual(periods);
});

test.each<[string, Record<string, unknown>]>([
  [
    "income, shares and per-share amounts side by side, a table a year",
    {
      netIncome: 5_600_000,
      preferredDividends: 45_000,
      weightedShares: 2_000_000,
      securities: { Warrants: 30_768, "Convertible preferred stock": 308_333, "4% convertible bonds": 50_000 },
      addBacks: { "Convertible preferred stock": 45_000, "4% convertible bonds": 60_000 },
    },
  ],
  [
    "Sep. 28, and earnings per share that count equivalents without saying so",
    { periodEnd: serialOf(dayOf(1996, 9, 28)), primaryShares: 10_520_000 },
  ],
  [
    "primary and fully diluted, with totals that say nothing",
    { primaryShares: 4_650_000, securities: { "Assumed exercise of stock options": 170_000 } },
  ],
  [
    "the span beside the years, accretion, one figure for both",
    { netIncome: -5_120_000, deductions: { "Accretion of redeemable preferred stock": 880_000 } },
  ],
])("%s is read by its parts", (name, expected) => {
  expect(read(name).preview.periods[0]).toMatchObject(expected);
});

test("an unknown line among the shares of basic earnings never becomes shares", () => {
  const text = (LAYOUTS["five years, dashes for nil"] ?? "").replace(
    "Assumed exercise of\n options  ",
    "Sundry magnitudes\n          ",
  );
  const { preview } = readImport(text);
  expect(preview.remarks).toContain('1 line left out: "Sundry magnitudes".');
});

test("a text without line ends is refused at once", () => {
  const started = Date.now();
  expect(() => readImport(`earnings per share ${"1,000  $ (5)  words ".repeat(20_000)}`)).toThrow();
  expect(Date.now() - started).toBeLessThan(5_000);
});
