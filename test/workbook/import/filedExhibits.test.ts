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
  // -1,721 - 1,672 over 15,752,034 shares is -0.215; continuing and discontinued were made to add up to 1.24.
  "1996-convertible-preferred": ["Basic earnings per share, continuing operations -0.21"],
  // 62,745 over 305,191 is 0.206; 0.75 less 0.55 was printed.
  "1997-one-year": ["Basic earnings per share 0.2"],
  // Convertible debt at 0.61 a share was included against 0.33: it is antidilutive.
  "2000-anti-dilutive-items": ["Diluted earnings per share 0.32"],
  // 3,960 over 61,038,029 is 0.065, to whole thousands at most 0.0649.
  "2003-thousands-of-dollars": ["Diluted earnings per share 0.07"],
};

test.each(
  readdirSync(FOLDER)
    .map((file) => file.replace(".txt", ""))
    .filter((name) => name !== "1997-years-alone"),
)("%s is read without a hand: its printed per-share figures are those of its own income and shares", (name) => {
  const { checks } = readImport(textOf(name));
  const wrong = checks.filter(({ agrees }) => !agrees).map(({ line, printed }) => `${line} ${printed}`);
  expect(checks.length).toBeGreaterThan(1);
  expect(wrong).toEqual(FILERS_ERRORS[name] ?? []);
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
