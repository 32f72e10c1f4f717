import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import type { ImportedPeriod } from "../../../src/workbook/actionTypes";
import { readImport } from "../../../src/workbook/import/readImport";

/** Computations of earnings per share as they were filed, each with its source in the first line. */
const FOLDER = join(__dirname, "filings");
const textOf = (name: string) =>
  readFileSync(join(FOLDER, `${name}.txt`), "utf8")
    .split("\n")
    .slice(1)
    .join("\n");

const end = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const dilutive = ({ securities }: ImportedPeriod) => Object.values(securities).reduce((sum, shares) => sum + shares, 0);
const periodOf = (name: string, periodEnd: number, months: number) => {
  const { periods } = readImport(textOf(name)).preview;
  const found = periods.find((period) => period.periodEnd === periodEnd && period.months === months);
  if (!found)
    throw new Error(`${name} has no such period: ${periods.map((one) => `${one.months} to ${one.periodEnd}`)}`);
  return { ...found, dilutive: dilutive(found) };
};

test.each<[string, number, number, Record<string, unknown>]>([
  [
    "1996-convertible-preferred",
    end(1996, 9, 30),
    3,
    {
      netIncome: 4_477_000,
      continuingIncome: 4_477_000,
      preferredDividends: 490_000,
      weightedShares: 15_807_205,
      dilutive: 127_484,
      primaryShares: 15_934_689,
    },
  ],
  [
    "1996-convertible-preferred",
    end(1995, 9, 30),
    9,
    { netIncome: 21_135_000, continuingIncome: -1_721_000, preferredDividends: 1_672_000, weightedShares: 15_558_096 },
  ],
  [
    "1996-fully-diluted",
    end(1996, 3, 31),
    3,
    {
      netIncome: 204_507,
      preferredDividends: 31_830,
      weightedShares: 3_233_078,
      dilutive: 604_087 + 600_000 + 294_723,
      addBacks: {
        "Additional shares, conversion of debentures": 39_600,
        "Additional shares, conversion of preferred stock": 31_830,
      },
      printed: expect.objectContaining({ basicEps: 0.05, dilutedEps: 0.05, dilutedShares: 4_731_888 }),
    },
  ],
  ["1996-fully-diluted", end(1995, 3, 31), 3, { netIncome: 799_035, weightedShares: 3_111_067 }],
  ["1997-words-above", end(1996, 9, 30), 9, { netIncome: 11_860_000, weightedShares: 19_083_000, dilutive: 879_000 }],
  [
    "1995-earnings-per-share-twice",
    end(1995, 6, 30),
    3,
    {
      netIncome: 133_151_000,
      weightedShares: 70_074_370,
      dilutive: 605_707,
      printed: expect.objectContaining({ basicEps: 1.9, dilutedEps: 1.88 }),
    },
  ],
  [
    "2003-thousands-of-dollars",
    end(2002, 6, 30),
    3,
    { netIncome: 3_960_000, weightedShares: 60_239_065, dilutive: 798_964 },
  ],
  ["2001-numerator-denominator", end(2000, 9, 30), 9, { netIncome: 102_287, weightedShares: 320_267, dilutive: 1_342 }],
  [
    "2000-dollar-within-brackets",
    end(2000, 12, 31),
    12,
    {
      netIncome: -14_419_000,
      weightedShares: 12_288_000,
      printed: expect.objectContaining({ dilutedEps: -1.17 }),
    },
  ],
  [
    "2000-two-tables",
    end(2000, 6, 30),
    9,
    { netIncome: -2_522_780, preferredDividends: 25_485, weightedShares: 7_799_027 },
  ],
  ["1997-one-year", end(1997, 9, 30), 9, { netIncome: 62_745, continuingIncome: 230_074, weightedShares: 298_356 }],
  [
    "2014-millions-in-captions",
    end(2014, 9, 30),
    3,
    {
      netIncome: 18_000_000,
      continuingIncome: 3_455_000_000,
      weightedShares: 991_835_307,
      dilutive: 5_822_570,
      printed: expect.objectContaining({ basicEps: 0.02, dilutedEps: 0.02, basicContinuingEps: 3.48 }),
    },
  ],
  [
    "2000-anti-dilutive-items",
    end(1999, 6, 30),
    6,
    {
      netIncome: 93_764_000,
      weightedShares: 287_012_000,
      addBacks: {
        "Put/call option agreement": -2_334_000,
        "Convertible debt - 2.625% issued in 1998": 5_687_000,
      },
      printed: expect.objectContaining({ basicEps: 0.33, dilutedEps: 0.32 }),
    },
  ],
  [
    "1994-cumulative-effect",
    end(1993, 6, 30),
    6,
    { netIncome: -1_495_000, continuingIncome: -531_000, cumulativeEffect: -964_000, weightedShares: 7_418_889 },
  ],
  [
    "1994-five-years-accounting-changes",
    end(1990, 12, 31),
    12,
    { netIncome: 7_475_000, continuingIncome: -20_274_000, extraordinaryItem: 27_749_000, weightedShares: 16_800_000 },
  ],
  [
    "1994-five-years-accounting-changes",
    end(1993, 12, 31),
    12,
    { netIncome: -43_262_000, continuingIncome: 3_364_000, cumulativeEffect: -46_626_000 },
  ],
  [
    "1994-primary-beside-fully-diluted",
    end(1994, 12, 31),
    12,
    {
      netIncome: 59_800_000,
      weightedShares: 42_602_167,
      primaryShares: 47_438_477,
      securities: { "Exercise of stock options": 3_443_913, "Exercise of warrants": 1_514_356 },
      printed: expect.objectContaining({ basicEps: 1.26, dilutedEps: 1.26, dilutedShares: 47_560_436 }),
    },
  ],
  [
    "1995-fully-diluted-alone",
    end(1994, 9, 30),
    9,
    {
      netIncome: 1_277_000_000,
      weightedShares: 274_292_000,
      dilutive: 3_992_000,
      addBacks: { "Dilutive effect of Convertible preferred stock": 7_000_000 },
    },
  ],
  ["1995-preferred-dividends", end(1995, 6, 30), 6, { netIncome: 42_890, preferredDividends: 60_075, dilutive: 0 }],
  [
    "1996-assuming-full-dilution-columns",
    end(1996, 12, 31),
    12,
    {
      netIncome: 9_941_755,
      extraordinaryItem: 1_980_000,
      primaryShares: 29_137_361,
      addBacks: { "CONVERTIBLE DEBENTURES": 1_412_118 },
    },
  ],
  [
    "1996-debentures-three-years",
    end(1996, 12, 31),
    12,
    {
      netIncome: 189_864,
      weightedShares: 321_367,
      dilutive: 15_440 + 12_226,
      addBacks: { "Assumed conversion of 5% Convertible Subordinated Debentures due 2001": 3_839 },
    },
  ],
  // Shares that the employees' plan has not yet allocated are not outstanding: 5,447,899 - 311,410.
  ["1996-esop-shares", end(1996, 6, 30), 3, { weightedShares: 5_136_489, primaryShares: 5_280_409, dilutive: 141_804 }],
  ["1996-months-over-numeric-dates", end(1995, 9, 30), 9, { netIncome: 1_140_614, preferredDividends: 95_490 }],
  [
    "1996-s-corporation",
    end(1995, 12, 31),
    12,
    { netIncome: 5_883, weightedShares: 3_986, primaryShares: 5_202, dilutive: 213 + 1_052 + 1 },
  ],
  [
    "1996-treasury-shares",
    end(1995, 12, 31),
    12,
    { netIncome: -7_071_731, cumulativeEffect: -7_290_621, weightedShares: 6_212_517 - 1_128_265 },
  ],
  ["1997-12-weeks-and-years", end(1997, 6, 21), 3, { weeks: 12, netIncome: 2_899_379, primaryShares: 8_445_320 }],
  [
    "1997-extraordinary-assumed-conversion",
    end(1997, 6, 30),
    6,
    {
      netIncome: 21_690_000,
      continuingIncome: 21_615_000,
      extraordinaryItem: 75_000,
      dilutive: 7_188_000 + 41_943_000 - 41_756_000,
    },
  ],
  [
    "1997-forty-weeks",
    end(1996, 8, 4),
    9,
    { weeks: 40, netIncome: 37_153_659, continuingIncome: 14_675_468, discontinuedIncome: 397_816 + 22_080_375 },
  ],
  // 10,715 at the beginning, 7 bought back.
  ["1997-shares-at-beginning", end(1997, 9, 28), 3, { weeks: 13, netIncome: 71_312_000, weightedShares: 10_708_000 }],
  ["1999-bank-quarter", end(1998, 9, 30), 3, { netIncome: 5_784_000, preferredDividends: 44_000 }],
  ["1999-basic-diluted-available", end(1998, 6, 30), 6, { netIncome: 2_454_000, preferredDividends: 149_000 }],
  // 201,648 less what their proceeds buy back.
  ["2000-assumed-proceeds", end(2000, 9, 30), 3, { netIncome: 1_343_638, weightedShares: 8_465_309, dilutive: 59_960 }],
  ["2000-bank-columns-of-measures", end(1999, 9, 30), 9, { netIncome: 4_932_000, weightedShares: 7_396_062 }],
  ["2000-rules-below-figures", end(1998, 12, 31), 12, { netIncome: 4_230_644, dilutive: 944 }],
  ["2000-three-years", end(1999, 12, 31), 12, { netIncome: 27_709_000, weightedShares: 14_149_000, dilutive: 112_000 }],
  ["2001-shares-of-classes", end(2000, 7, 2), 6, { weeks: 26, weightedShares: 9_441_000, dilutive: 17_000 }],
  [
    "2001-stars-on-figures",
    end(2000, 9, 30),
    9,
    {
      dilutive: 405_854_000 - 370_099_000,
      addBacks: {
        "Convertible debt - 2.625% issued in 1998": 7_358_000,
        "Convertible debt - 1.5% issued in 1999": 7_313_000,
        "LYONS - 1996 issue": -364_000,
        "LYONS - 1998 issue": 3_427_000,
      },
    },
  ],
  ["2002-esop-less-shares", end(2002, 9, 30), 3, { netIncome: 270_000, weightedShares: 491_965 }],
  [
    "2003-cumulative-two-numerators",
    end(2002, 3, 31),
    3,
    { netIncome: -16_688_197_000, continuingIncome: 90_329_000, cumulativeEffect: -16_778_526_000 },
  ],
  [
    "2003-each-line-its-own-shares",
    end(2003, 9, 30),
    3,
    { netIncome: 18_508_000, discontinuedIncome: 306_000, weightedShares: 58_646_254, dilutive: 2_697_692 },
  ],
  [
    "2004-measures-four-times",
    end(2004, 6, 30),
    3,
    { netIncome: 1_314_000, weightedShares: 24_381_000, dilutive: 900_000 },
  ],
  ["2004-measures-four-times", end(2004, 6, 30), 6, { netIncome: -240_000, weightedShares: 24_325_000, dilutive: 0 }],
  ["2004-two-pages-restated", end(2003, 9, 30), 3, { netIncome: 14_025_000, weightedShares: 46_565_000 }],
  [
    "2004-two-pages-restated",
    end(2003, 9, 30),
    9,
    { netIncome: 58_687_000, continuingIncome: 34_604_000, discontinuedIncome: 24_083_000, weightedShares: 46_205_000 },
  ],
  [
    "2005-reit-continuing",
    end(2005, 3, 31),
    3,
    {
      netIncome: 33_306_000,
      continuingIncome: 10_363_000,
      discontinuedIncome: 22_943_000,
      preferredDividends: 4_468_000,
    },
  ],
  ["2008-merger-period-from", end(2008, 12, 31), 5, { netIncome: -3_018_637_000, weightedShares: 355_308_000 }],
  ["2008-merger-period-from", end(2008, 7, 30), 7, { netIncome: 167_554_000, dilutive: 563_000 }],
  [
    "2008-pre-merger-discontinued",
    end(2007, 12, 31),
    12,
    { netIncome: 938_507_000, continuingIncome: 792_674_000, participating: 4_786_000 },
  ],
  ["2009-merger-marks", end(2008, 6, 30), 6, { netIncome: 169_253_000, participating: 221_000, dilutive: 611_000 }],
  [
    "2013-allocable-to-common",
    end(2013, 9, 30),
    9,
    { netIncome: -156_814_000, preferredDividends: 16_831_000, noncontrollingInterest: -130_000 },
  ],
  [
    "2013-controlling-interests",
    end(2012, 9, 30),
    3,
    { netIncome: 33_211_000, continuingIncome: -8_105_000, discontinuedIncome: 41_316_000, dilutive: 20_000 },
  ],
  ["2013-loss-discontinued", end(2012, 9, 30), 9, { netIncome: -76_100_000, continuingIncome: -52_300_000 }],
  [
    "2014-letters",
    end(2013, 6, 30),
    12,
    { netIncome: 21_863_000_000, weightedShares: 8_375_000_000, dilutive: 95_000_000 },
  ],
  ["2014-loss-discontinued-shares", end(2013, 9, 30), 9, { netIncome: -26.7, weightedShares: 84.9 }],
  // Distributed 42 and undistributed 50; diluted earnings per share take the 50 back and allocate them anew.
  ["2014-participating", end(2014, 9, 30), 3, { netIncome: 11_451_000, participating: 92_000, dilutive: 26_115 }],
  ["2019-half-years-pence", end(2018, 12, 31), 6, { netIncome: 1_900_000_000, weightedShares: 71_257_000_000 }],
  [
    "2022-less-participating-shares",
    end(2020, 12, 31),
    12,
    { netIncome: -11_873_000_000, weightedShares: 568_600_000 },
  ],
  // 1,485 of continuing operations, less 87 of discontinued ones, which made a loss.
  ["2023-noncontrolling-mobility", end(2021, 12, 31), 12, { noncontrollingInterest: 1_398, preferredDividends: 207 }],
  // 663 are added to what the common stock earns.
  ["2023-noncontrolling-mobility", end(2022, 12, 31), 12, { noncontrollingInterest: 1_469 - 663, netIncome: -7_055 }],
  ["2024-upright-strokes", end(2023, 4, 1), 6, { netIncome: 54_158_000_000, weightedShares: 15_839_939_000 }],
  // 21, and a loss of 13 that the holders of redeemable interests bear.
  ["2025-noncontrolling-of-lines", end(2024, 12, 31), 12, { netIncome: -57, noncontrollingInterest: 21 - 13 }],
])("%s, the period to %d of %d months", (name, periodEnd, months, expected) => {
  expect(periodOf(name, periodEnd, months)).toMatchObject(expected);
});

test("years without a word of when a period ended are refused, in words about periods", () => {
  expect(() => readImport(textOf("1997-years-alone"))).toThrow(
    'The columns are headed 1997, 1996, 1995, but nothing says which period ended when. Add a line such as "Year ended',
  );
});

/** What does not agree is the filer's: each is wrong by the exhibit's own figures. */
const FILERS_ERRORS: Readonly<Record<string, readonly string[]>> = {
  // 0.445 is -1.21 and 1.66 printed as 0.45, though 7,475 over 16,800 is 0.4449.
  "1994-five-years-accounting-changes": ["Basic earnings per share 0.45"],
  // Options and warrants were included in a loss, where they are antidilutive.
  "1994-primary-beside-fully-diluted": [
    "Diluted earnings per share -0.33",
    "Diluted earnings per share, continuing operations -0.05",
  ],
  // Debentures at 0.59 a share were included against 0.27.
  "1996-assuming-full-dilution-columns": ["Diluted earnings per share, continuing operations 0.296"],
  // 817,512 over 3,991,290 is 0.205 and 1,045,124 over 3,565,954 is 0.293; both were rounded up.
  "1996-months-over-numeric-dates": ["Basic earnings per share 0.21", "Basic earnings per share 0.3"],
  // Debentures at 0.68 a share were included against 0.35.
  "1997-forty-weeks": ["Diluted earnings per share 0.87", "Diluted earnings per share, continuing operations 0.39"],
  // 18,025 over 919,810 is 19.596, 17,639 over 928,216 is 19.003.
  "1999-bank-quarter": [
    "Basic earnings per share 19.59",
    "Diluted earnings per share 19.59",
    "Basic earnings per share 19.01",
    "Diluted earnings per share 19.01",
  ],
  // -16,688,197 over 604,158 is -27.623; 0.15 and -27.76 were added up.
  "2003-cumulative-two-numerators": ["Diluted earnings per share -27.61"],
  // 58,687 over 46,555 is 1.261 and 34,604 over 46,555 is 0.743.
  "2004-two-pages-restated": [
    "Diluted earnings per share 1.27",
    "Diluted earnings per share, continuing operations 0.75",
  ],
  // 1,900 over 71,257 is 2.67 pence.
  "2019-half-years-pence": ["Basic earnings per share 0.026"],
  // -1,721 - 1,672 over 15,752,034 shares is -0.215; continuing and discontinued were made to add up to 1.24.
  "1996-convertible-preferred": ["Basic earnings per share, continuing operations -0.21"],
  // 62,745 over 305,191 is 0.206; 0.75 less 0.55 was printed.
  "1997-one-year": ["Basic earnings per share 0.2"],
  // Convertible debt at 0.61 a share was included against 0.33: it is antidilutive.
  "2000-anti-dilutive-items": ["Diluted earnings per share 0.32"],
  // 3,960 over 61,038,029 is 0.065, to whole thousands at most 0.0649.
  "2003-thousands-of-dollars": ["Diluted earnings per share 0.07"],
};

/** Notes of annual reports that leave the per-share figures to the statement of income. */
const WITHOUT_PER_SHARE = ["2023-noncontrolling-mobility", "2025-noncontrolling-of-lines"];
const NAMES = readdirSync(FOLDER).map((file) => file.replace(".txt", ""));
const READ = NAMES.filter((name) => name !== "1997-years-alone" && !WITHOUT_PER_SHARE.includes(name));

test.each(WITHOUT_PER_SHARE)(
  "%s prints no per-share figure, and it is said that nothing proves the reading",
  (name) => {
    const { preview, checks } = readImport(textOf(name));
    expect(checks).toEqual([]);
    expect(preview.remarks.join(" ")).toContain("nothing proves that they were read right");
  },
);

test.each(READ)(
  "%s is read without a hand: its printed per-share figures are those of its own income and shares",
  (name) => {
    const { checks } = readImport(textOf(name));
    const wrong = checks.filter(({ agrees }) => !agrees).map(({ line, printed }) => `${line} ${printed}`);
    expect(checks.length).toBeGreaterThan(1);
    expect(wrong).toEqual(FILERS_ERRORS[name] ?? []);
  },
);

/** What happens to a text on its way into the pane. */
const HANDLED: Readonly<Record<string, (text: string) => string>> = {
  "with line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
  "with hard blanks": (text) => text.replaceAll("  ", "\u00a0 "),
  "farther right": (text) => text.replace(/^(?=.)/gm, "      "),
  "between page numbers": (text) => `<PAGE>   17\n${text}\n                        - 17 -\n`,
  "with leaders": (text) =>
    text.replace(/([a-z,]) {6,}(?=[$(\d])/g, (gap, last) => `${last} ${".".repeat(gap.length - 3)} `),
  "with a note below": (text) => `${text}\n\nSee accompanying notes to consolidated financial statements.\n`,
  "in capitals": (text) => text.toUpperCase(),
};
/** Capitals hide where a heading ends and a caption begins. */
const SET_IN_CAPITALS_OTHERWISE = ["1997-12-weeks-and-years"];

describe.each(Object.entries(HANDLED))("%s", (way, handled) => {
  const names = READ.filter((name) => way !== "in capitals" || !SET_IN_CAPITALS_OTHERWISE.includes(name));
  const figures = (text: string) =>
    readImport(text).preview.periods.map(({ securities, addBacks, deductions: _words, printed, ...others }) => ({
      ...others,
      securities: Object.values(securities),
      addBacks: Object.values(addBacks ?? {}),
      perShare: [printed["basicEps"], printed["dilutedEps"]],
    }));

  test.each(names)("%s is read as before", (name) => {
    expect(figures(handled(textOf(name)))).toEqual(figures(textOf(name)));
  });
});

test("an upright text of single blanks is read by the count of its columns, and it is said to look at them", () => {
  const text = textOf("2014-letters").replaceAll(/\t+/g, " ");
  const { preview, checks } = readImport(text);
  expect(preview.periods).toHaveLength(3);
  expect(checks.every(({ agrees }) => agrees)).toBe(true);
  expect(preview.remarks[0]).toContain("see that each figure is under its own period");
});

test("a column of which nothing tells the length is left out in words", () => {
  expect(readImport(textOf("1996-s-corporation")).preview.remarks.join(" ")).toContain(
    'does not tell its period, its length and its last day, apart from the others: "Period ended September 30, 1996".',
  );
});

describe("the preview", () => {
  test("shows what is computed beside what is printed", () => {
    expect(readImport(textOf("2003-thousands-of-dollars")).checks).toContainEqual({
      periodEnd: end(2002, 6, 30),
      months: 3,
      line: "Diluted earnings per share",
      computed: 0.06,
      printed: 0.07,
      agrees: false,
    });
  });

  test("says at which scale the figures agree", () => {
    expect(readImport(textOf("2003-thousands-of-dollars")).preview.remarks).toEqual([
      "Amounts are in thousands and shares in full, the scale at which the per-share figures agree; both are written out in full.",
      "7 of 8 per-share figures agree with income over shares; one does not: Diluted earnings per share, 3 months to 2002-06-30: computed 0.06, printed 0.07.",
    ]);
  });

  test("lists what was not understood", () => {
    const text = textOf("2001-numerator-denominator").replace(
      "     Net income  ",
      "     Sundry magnitudes                      $ 1,000         $ 2,000         $ 3,000         $ 4,000\n     Net income  ",
    );
    expect(readImport(text).preview.remarks).toContain('1 line left out: "Sundry magnitudes".');
  });

  test("takes the role that the user gives a line", () => {
    const text = textOf("2001-numerator-denominator").replace("Net income", "Result    ");
    const { exhibit, preview } = readImport(text);
    const roles = exhibit?.lines.map(({ role }) => role) ?? [];
    expect(exhibit?.lines[0]).toEqual({
      caption: "Result",
      figures: [61_643, 65_077, 586_833, 102_287],
      role: "Leave out",
    });
    expect(preview.periods[0]).not.toHaveProperty("netIncome");
    const corrected = readImport(text, { lines: ["Net income", ...roles.slice(1)] });
    expect(corrected.preview.periods[0]).toMatchObject({ netIncome: 61_643 });
    expect(corrected.checks.every(({ agrees }) => agrees)).toBe(true);
  });
});
