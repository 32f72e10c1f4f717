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

/** Tables as they are copied today, with figures made for the test. */
const COPIED: Readonly<Record<string, string>> = {
  "the page of a filing in the viewer: one span over all columns, words in parentheses": `Earnings Per Share (Details) - USD ($) $ / shares in Units, shares in Thousands, $ in Thousands\t12 Months Ended\t\t
\tDec. 31, 2023\tDec. 31, 2022\tDec. 31, 2021
Earnings Per Share [Abstract]\t\t\t
Net income\t$ 29,006\t$ 27,709\t$ (26,046)
Weighted average common shares outstanding - basic (in shares)\t14,029\t14,149\t14,160
Dilutive effect of stock options (in shares)\t54\t112\t0
Weighted average common shares outstanding - diluted (in shares)\t14,083\t14,261\t14,160
Basic (in dollars per share)\t$ 2.07\t$ 1.96\t$ (1.84)
Diluted (in dollars per share)\t$ 2.06\t$ 1.94\t$ (1.84)
Antidilutive securities excluded (in shares)\t1,200\t900\t450
`,
  'two spans over four columns, and no word of "per share"': `\t3 Months Ended\t\t9 Months Ended\t
\tSep. 30, 2024\tSep. 30, 2023\tSep. 30, 2024\tSep. 30, 2023
Numerator:\t\t\t\t
Net income attributable to Acme Corp.\t$ 1,200\t$ 1,100\t$ 3,300\t$ 3,000
Less: Earnings allocated to participating securities\t(12)\t(11)\t(33)\t(30)
Net income available to common stockholders - basic\t1,188\t1,089\t3,267\t2,970
Interest on convertible notes, net of tax\t25\t25\t75\t75
Net income available to common stockholders - diluted\t$ 1,213\t$ 1,114\t$ 3,342\t$ 3,045
Denominator:\t\t\t\t
Weighted-average shares - basic\t1,000\t990\t998\t985
Restricted stock units\t5\t6\t5\t7
Convertible notes\t40\t40\t40\t40
Weighted-average shares - diluted\t1,045\t1,036\t1,043\t1,032
Basic\t$ 1.19\t$ 1.10\t$ 3.27\t$ 3.02
Diluted\t$ 1.16\t$ 1.08\t$ 3.20\t$ 2.95
`,
  "a statement of income: other lines above, basic and diluted under headings": `                    ACME CORPORATION AND SUBSIDIARIES
               CONSOLIDATED STATEMENTS OF OPERATIONS
            (In thousands, except share and per share data)
                              (Unaudited)

                                      Three Months Ended        Six Months Ended
                                            June 30,                June 30,
                                     --------------------    --------------------
                                        2005       2004        2005        2004
                                     ---------  ---------    ---------  ---------
Net sales                            $ 120,400  $ 110,200    $ 230,100  $ 215,000
Cost of sales                           80,000     74,000      153,000    144,000
                                     ---------  ---------    ---------  ---------
Gross profit                            40,400     36,200       77,100     71,000
Selling, general and
  administrative expenses               20,100     19,000       39,000     37,500
Interest expense                         1,300      1,200        2,500      2,400
                                     ---------  ---------    ---------  ---------
Income before income taxes              19,000     16,000       35,600     31,100
Income taxes                             7,000      6,000       13,100     11,600
                                     ---------  ---------    ---------  ---------
Net income                           $  12,000  $  10,000    $  22,500  $  19,500
                                     =========  =========    =========  =========
Earnings per share:
  Basic                              $    0.48  $    0.41    $    0.90  $    0.80
  Diluted                            $    0.47  $    0.40    $    0.88  $    0.78
Weighted average shares outstanding:
  Basic                             25,000,000 24,500,000   25,000,000 24,400,000
  Diluted                           25,600,000 25,100,000   25,500,000 25,000,000
`,
  "net income before and after noncontrolling interests, the title beside the span": `Consolidated Statements of Income (USD $) In Millions, except Per Share data\t3 Months Ended\t
\tMar. 31, 2012\tMar. 31, 2011
Net income\t$ 500\t$ 450
Less: Net income attributable to noncontrolling interests\t20\t15
Net income attributable to Acme\t480\t435
Basic earnings per common share\t$ 0.96\t$ 0.87
Diluted earnings per common share\t$ 0.95\t$ 0.86
Average common shares outstanding\t500\t500
Average common shares outstanding assuming dilution\t505\t506
`,
  "half-years and a year of IFRS, the units under the dates": `Earnings per share
                                             Six months ended      Six months ended      Year ended
                                               30 June 2024          30 June 2023     31 December 2023
                                                    €m                    €m                 €m
Profit attributable to owners of the parent        412.5                 380.2              801.3
Number of shares (millions)
Weighted average number of ordinary shares         205.1                 206.3              206.0
Dilutive effect of share options                     1.9                   2.1                2.0
Diluted weighted average number of shares          207.0                 208.4              208.0
Basic earnings per share (€)                        2.01                  1.84               3.89
Diluted earnings per share (€)                      1.99                  1.82               3.85
`,
};

test.each<[string, readonly string[], Record<string, unknown>]>([
  [
    "the page of a filing in the viewer: one span over all columns, words in parentheses",
    ["2023-12-31 12", "2022-12-31 12", "2021-12-31 12"],
    { netIncome: 29_006_000, weightedShares: 14_029_000, securities: { "Dilutive effect of stock options": 54_000 } },
  ],
  [
    'two spans over four columns, and no word of "per share"',
    ["2024-09-30 3", "2023-09-30 3", "2024-09-30 9", "2023-09-30 9"],
    { netIncome: 1_200, participating: 12, addBacks: { "Convertible notes": 25 } },
  ],
  [
    "a statement of income: other lines above, basic and diluted under headings",
    ["2005-06-30 3", "2004-06-30 3", "2005-06-30 6", "2004-06-30 6"],
    { netIncome: 12_000_000, weightedShares: 25_000_000, securities: { "Dilutive potential common shares": 600_000 } },
  ],
  [
    "net income before and after noncontrolling interests, the title beside the span",
    ["2012-03-31 3", "2011-03-31 3"],
    { netIncome: 500_000_000, noncontrollingInterest: 20_000_000, weightedShares: 500_000_000 },
  ],
  [
    "half-years and a year of IFRS, the units under the dates",
    ["2024-06-30 6", "2023-06-30 6", "2023-12-31 12"],
    { netIncome: 412_500_000, weightedShares: 205_100_000 },
  ],
])("%s: its periods, its lines and its per-share figures", (name, periods, first) => {
  const { preview, checks } = readImport(COPIED[name] ?? "");
  const found = preview.periods.map((one) => `${isoDate(dayOfSerial(one.periodEnd))} ${one.months}`);
  expect(found).toEqual(periods);
  expect(preview.periods[0]).toMatchObject(first);
  expect(checks.length).toBeGreaterThan(3);
  expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
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
