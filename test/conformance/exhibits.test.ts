import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import "../../src/engine/customFunctionsRuntime";
import { actions } from "../../src/workbook/actions";
import type { ImportedPeriod } from "../../src/workbook/actionTypes";
import { readImport } from "../../src/workbook/import/readImport";
import { MemoryBook } from "../support/memoryBook";
import { page, plural, table } from "./pages/markdown";

const FILINGS = join(__dirname, "..", "workbook", "import", "filings");
const PAGE = join(__dirname, "..", "..", "docs", "conformance", "exhibits.md");

/** How a text is laid out. */
const FORMS = {
  rows: "rows of words and figures",
  pairs: "two computations side by side",
  measures: "income, shares and per-share amounts side by side",
  page: "the table of a page, its cells between tabs or strokes",
} as const;

/** What is particular to a text, and why a figure is not reproduced: each reason is the filer's own figures. */
const LAYOUTS: Readonly<Record<string, readonly [form: keyof typeof FORMS, layout: string, reason?: string]>> = {
  "1994-cumulative-effect": ["rows", 'primary; shares first; the cumulative effect of an accounting change; "($.42)"'],
  "1994-five-years-accounting-changes": [
    "rows",
    "five years; capitals; extraordinary items and accounting changes",
    "7,475 over 16,800 is 0.4449; 0.45 is -1.21 and 1.66",
  ],
  "1994-primary-beside-fully-diluted": [
    "pairs",
    "primary and fully diluted of each period side by side",
    "options and warrants were included in a loss, where they are antidilutive",
  ],
  "1995-earnings-per-share-twice": ["rows", "earnings per share, then primary; the scale in a caption"],
  "1995-fully-diluted-alone": [
    "rows",
    "fully diluted alone; words above; shares in thousands, dollars in millions",
    "4.615 of rounded millions was printed as 4.62",
  ],
  "1995-preferred-dividends": ["rows", "earnings per share that count equivalents without saying so"],
  "1996-assuming-full-dilution-columns": [
    "pairs",
    "primary beside assuming full dilution, the words over two rows; N/A; percentages",
    "debentures at 0.59 a share were included against 0.27",
  ],
  "1996-convertible-preferred": [
    "rows",
    "primary; the span over two rows; amounts in thousands, shares in full",
    "-0.215 was printed as -0.21, so that continuing and discontinued add up to 1.24; that period counts equivalents in a loss from continuing operations, where they are antidilutive",
  ],
  "1996-debentures-three-years": [
    "rows",
    "three years, the earliest first; subtotals without words",
    "1994: debentures at 0.310 a share were included against 0.298",
  ],
  "1996-esop-shares": ["rows", "shares that the employees' plan holds taken off; dates within the span"],
  "1996-fully-diluted": [
    "rows",
    "primary and fully diluted; dates over the columns; add-backs",
    "debentures at 0.066 a share were included against 0.053, and preferred stock at 0.108: both are antidilutive",
  ],
  "1996-months-over-numeric-dates": [
    "rows",
    "months over dates in numbers, 9/30/96",
    "0.205 and 0.293 were both rounded up; a convertible is in the average already",
  ],
  "1996-s-corporation": [
    "rows",
    'both computations "assuming full dilution"; a supplement that is no part of it; a period without a length',
    "the column of that period is left out, in words",
  ],
  "1996-treasury-shares": [
    "rows",
    "treasury shares taken off below the options",
    "options were included in a loss, where they are antidilutive",
  ],
  "1997-12-weeks-and-years": ["rows", "12 weeks; marks of notes on zeros"],
  "1997-extraordinary-assumed-conversion": [
    "rows",
    "extraordinary items; another average in the fully diluted computation",
    "49,131 was printed as 49,130, its parts being rounded",
  ],
  "1997-forty-weeks": [
    "rows",
    "40 weeks; blank cells; a gain on sale",
    "debentures at 0.68 a share were included against 0.35",
  ],
  "1997-one-year": [
    "rows",
    "primary; one year, the spans over two rows; an extraordinary item",
    "0.206 was printed as 0.20, which is 0.75 less 0.55",
  ],
  "1997-shares-at-beginning": [
    "rows",
    'shares at the beginning, issued and bought back; "Sep. 28,"; no word of diluted',
  ],
  "1997-words-above": ["rows", "primary; words between the headings and the first line"],
  "1997-years-alone": ["rows", "years alone, no word of when a period ended"],
  "1999-bank-quarter": [
    "rows",
    'one figure for basic and diluted; "Quarter ended"',
    "19.596 was printed as 19.59 and 19.003 as 19.01",
  ],
  "1999-basic-diluted-available": [
    "rows",
    "the scale in the row of the headings; figures without a sign of currency",
    "0.985 and 0.975 of rounded thousands were both printed as 0.98",
  ],
  "2000-anti-dilutive-items": [
    "rows",
    "numerator and denominator; marks of notes; a line that takes antidilutive items out",
    "1999: convertible debt at 0.61 a share was included against 0.33: it is antidilutive",
  ],
  "2000-assumed-proceeds": ["rows", "classes before the average; what proceeds buy back as a line of its own"],
  "2000-bank-columns-of-measures": ["measures", "the length in the words above, the date in a row of its own"],
  "2000-dollar-within-brackets": ["rows", "diluted alone; signs of currency within parentheses; three years"],
  "2000-rules-below-figures": ["rows", "both averages, no class; rules below every figure"],
  "2000-three-years": [
    "rows",
    "three years; the scale below the years; a total without words",
    "14,318 was printed as 14,138",
  ],
  "2000-two-tables": ["rows", "two tables, one below the other; deductions in parentheses"],
  "2001-numerator-denominator": ["rows", "numerator and denominator; page marks"],
  "2001-shares-of-classes": [
    "page",
    "weeks and days over three rows of headings; shares of two classes of stock",
    "22.395 of rounded thousands was printed as 22.39",
  ],
  "2001-stars-on-figures": ["rows", "marks of notes on figures; antidilutive items taken out"],
  "2002-esop-less-shares": [
    "rows",
    '"Three Month Period"; one amount in thousands; shares not yet earned, and bought back',
  ],
  "2003-cumulative-two-numerators": [
    "page",
    "a numerator for each line; marks of notes in cells of their own",
    "-27.623 was printed as -27.61, which is 0.15 less 27.76",
  ],
  "2003-each-line-its-own-shares": ["rows", "each line of income over shares of its own; options of a subsidiary"],
  "2003-thousands-of-dollars": [
    "rows",
    "basic and diluted; amounts in thousands, shares in full; a total without words",
    "0.065 was printed as 0.07",
  ],
  "2004-measures-four-times": ["measures", 'four periods, the year over two of them; "Dilutive EPS"'],
  "2004-two-pages-restated": [
    "rows",
    "two pages, two spans; discontinued operations taken off",
    "34,604 over 46,555 is 0.743, printed as 0.75; 58,687 over it is 1.26, printed as 1.27",
  ],
  "2005-reit-continuing": ["page", "discontinued operations and preferred dividends between two totals"],
  "2008-merger-period-from": ["page", "periods from one day through another; diluted numerator"],
  "2008-pre-merger-discontinued": [
    "page",
    "from net income down to continuing operations; shares that have not vested",
  ],
  "2009-merger-marks": ["page", "from common shares up to the company; asterisks in cells of their own"],
  "2013-allocable-to-common": ["page", '"(Income) loss allocated to" preferred shares and noncontrolling interests'],
  "2013-controlling-interests": [
    "page",
    "controlling interests; basic and diluted as captions of shares",
    "2012: 20 and 52 shares were included, though continuing operations made a loss",
  ],
  "2013-loss-discontinued": ["page", "millions; a loss from continuing and discontinued operations"],
  "2014-letters": ["page", "letters for figures: (A/B), (A/C)"],
  "2014-loss-discontinued-shares": [
    "page",
    '"Basic shares", "Diluted shares"; total lines',
    "0.005 and 0.296 of tenths of a million were printed as 0.01 and 0.29",
  ],
  "2014-millions-in-captions": [
    "rows",
    "shares first; scales in captions; diluted before basic, by line of income",
    "997,657,877 was printed as 997,657,878, its parts being rounded",
  ],
  "2014-participating": ["page", "two-class method: distributed, undistributed, reallocated"],
  "2019-half-years-pence": [
    "page",
    "IFRS: half-years, millions of pounds, pence",
    "1,900 over 71,257 is 2.67 pence, printed as 2.6; the sheet prints per-share figures to the hundredth, not to the thousandth",
  ],
  "2022-less-participating-shares": ["page", "participating securities taken off the shares; a line without figures"],
  "2023-noncontrolling-mobility": [
    "page",
    "noncontrolling interests of continuing and of discontinued operations; notes' numbers on words; no per-share figure",
    "2022: 421 shares were included in a loss; 2023: 13 over 6 shares is more than 1.98, as rounded",
  ],
  "2024-upright-strokes": [
    "page",
    "Markdown: cells between upright strokes; millions and thousands in the words above",
  ],
  "2025-noncontrolling-of-lines": [
    "page",
    "noncontrolling and redeemable interests, of either sign; no per-share figure",
  ],
};

/** The rules on earnings per share as they followed each other. */
const ERAS: readonly (readonly [until: number, words: string])[] = [
  [1997, "to 1997: primary and fully diluted (APB Opinion 15)"],
  [2008, "1998 to 2008: basic and diluted (FAS 128)"],
  [9999, "since 2009: participating securities, noncontrolling interests (ASC 260); IFRS"],
];

/** How many of so many printed figures are reproduced. */
type Tally = readonly [agree: number, printed: number];

interface Result {
  readonly name: string;
  readonly isRead: boolean;
  /** Per-share figures by the rule that makes them. */
  readonly byRule: readonly (readonly [rule: string, agrees: boolean])[];
  readonly perShare: Tally;
  readonly all: Tally;
}

async function resultOf(name: string): Promise<Result> {
  const text = readFileSync(join(FILINGS, `${name}.txt`), "utf8").replace(/^.*\n/, "");
  const read = attempt(() => readImport(text));
  if (!read) return { name, isRead: false, byRule: [], perShare: [0, 0], all: [0, 0] };
  const book = new MemoryBook();
  await actions.importPeriods(book, { preview: read.preview });
  const { said, places } = await actions.tieOut(book, {});
  const [, all = "0"] = /(?:of |All )([\d,]+) figures/.exec(said) ?? [];
  const byRule = read.checks.map((check): readonly [string, boolean] => {
    const period = read.preview.periods.find((one) => one.periodEnd === check.periodEnd && one.months === check.months);
    return [period ? ruleOf(check.line, period) : "", check.agrees];
  });
  return {
    name,
    isRead: read.checks.every(({ computed }) => computed !== undefined),
    byRule,
    perShare: tallyOf(byRule.map(([, agrees]) => agrees)),
    all: [Number(all) - places.length, Number(all)],
  };
}

const RULES = {
  primary: "common stock equivalents in primary earnings per share (APB Opinion 15)",
  continuing: "each line of income over the same shares (ASC 260-10-45-3)",
  loss: "no potential shares in a loss (45-17 to 45-19)",
  converted: "if-converted method, with what conversion adds to income (45-40)",
  treasury: "options, warrants and other incremental shares (45-22, 45-23)",
  same: "diluted without potential shares",
  twoClass: "two-class method (45-59A to 45-70)",
  deducted: "preferred dividends and noncontrolling interests deducted (45-11)",
  average: "income over weighted average shares (45-10)",
};

/** The rule that a printed figure puts to the test: the most particular one. */
function ruleOf(line: string, period: ImportedPeriod): string {
  const { netIncome = 0, continuingIncome = netIncome } = period;
  const isDiluted = /diluted/i.test(line);
  if (!isDiluted && period.primaryShares !== undefined) return RULES.primary;
  if (/continuing/i.test(line)) return RULES.continuing;
  const hasShares = Object.values(period.securities).some((shares) => shares > 0);
  if (isDiluted && hasShares && continuingIncome < 0) return RULES.loss;
  if (isDiluted && Object.values(period.addBacks ?? {}).some((amount) => amount !== 0)) return RULES.converted;
  if (isDiluted) return hasShares ? RULES.treasury : RULES.same;
  if (period.participating) return RULES.twoClass;
  return period.preferredDividends || period.noncontrollingInterest || period.deductions
    ? RULES.deducted
    : RULES.average;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // The page shows it as refused.
  }
}

test("docs/conformance/exhibits.md tells how many printed figures are reproduced", async () => {
  const names = readdirSync(FILINGS).map((file) => file.replace(".txt", ""));
  expect(Object.keys(LAYOUTS)).toEqual(names);
  const results = [];
  for (const name of names) results.push(await resultOf(name));
  expect(results.filter(({ isRead }) => !isRead).map(({ name }) => name)).toEqual(["1997-years-alone"]);
  const text = pageOf(results);
  if (process.env["CONFORMANCE"] === "write") writeFileSync(PAGE, text);
  expect(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "").toBe(text);
});

function tallyOf(agree: readonly boolean[]): Tally {
  return [agree.filter(Boolean).length, agree.length];
}

function sumOf(results: readonly Result[], of: (result: Result) => Tally): Tally {
  return results.map(of).reduce<Tally>(([agree, printed], [a, p]) => [agree + a, printed + p], [0, 0]);
}

function inWords([agree, printed]: Tally): string {
  return `${agree} of ${printed}`;
}

/** A row a group: how many of its texts are read, and how many of their figures reproduced. */
function grouped(
  head: string,
  groups: readonly string[],
  results: readonly Result[],
  groupOf: (name: string) => string,
) {
  return table(
    [head, "read without a hand", "per-share figures", "all figures"],
    groups.map((group) => {
      const own = results.filter(({ name }) => groupOf(name) === group);
      const read = tallyOf(own.map(({ isRead }) => isRead));
      return [group, inWords(read), inWords(sumOf(own, (one) => one.perShare)), inWords(sumOf(own, (one) => one.all))];
    }),
  );
}

function eraOf(name: string): string {
  return ERAS.find(([until]) => Number(name.slice(0, 4)) <= until)?.[1] ?? "";
}

function formOf(name: string): string {
  return FORMS[LAYOUTS[name]?.[0] ?? "rows"];
}

function byRule(results: readonly Result[]): string[] {
  const figures = results.flatMap((result) => result.byRule);
  const rows = Object.values(RULES).map((rule) => {
    const own = figures.filter(([other]) => other === rule).map(([, agrees]) => agrees);
    return [rule, inWords(tallyOf(own))];
  });
  return table(["rule", "per-share figures"], rows);
}

function pageOf(results: readonly Result[]): string {
  const read = tallyOf(results.map(({ isRead }) => isRead));
  return page(
    "# Filed exhibits, as imports read them",
    [
      `Of ${plural(results.length, "text")} as filed, ${read[0]} are read without a hand; the other is refused with words on what to add. Income over`,
      `shares makes ${inWords(sumOf(results, (one) => one.perShare))} printed per-share figures; after the import`,
      `${inWords(sumOf(results, (one) => one.all))} printed figures tie out to the EPS sheet. The reasons for the others are the filings' own figures.`,
    ],
    "## By era",
    grouped(
      "filed",
      ERAS.map(([, words]) => words),
      results,
      eraOf,
    ),
    "## By layout",
    grouped("layout", Object.values(FORMS), results, formOf),
    "## By rule",
    byRule(results),
    "## By text",
    table(
      ["filed", "layout", "per-share figures", "all figures", "what is not reproduced, and why"],
      results.map(({ name, isRead, perShare, all }) => {
        const [, layout, reason = isRead ? "" : "refused: it asks for the period"] = LAYOUTS[name] ?? ["rows", ""];
        const cells = isRead ? [perShare, all].map(inWords) : ["", ""];
        return [name.slice(0, 4), layout, ...cells, reason];
      }),
    ),
    "The texts stand in `test/workbook/import/filings`, each with its source; blanks that the source had lost are set anew. Layouts made\nfor the tests, and EPSTABLE's own print read back (a law over random tables), are in `test/workbook/import`.",
  );
}
