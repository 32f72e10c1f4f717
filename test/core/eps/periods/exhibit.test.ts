import fc from "fast-check";
import {
  exhibitHeadings,
  exhibitLines,
  type ExhibitLine,
  type ExhibitOptions,
} from "../../../../src/core/eps/periods/exhibit";
import { exhibitColumns, type PeriodColumn } from "../../../../src/core/eps/periods/fiscalYear";
import { pendingPeriod, type PeriodFigures } from "../../../../src/core/eps/periods/period";
import { incrementalTerms } from "../../../../src/core/eps/securities/parts";
import { exactly, ONE, toNumber, ZERO } from "../../../../src/core/number/fraction";
import { day } from "../../../support/loanTerms";

interface Given {
  readonly netIncome: number;
  readonly continuingIncome?: number;
  readonly preferredDividends?: number;
  readonly shares?: number;
  /** Class, count and effect on income. */
  readonly securities?: readonly (readonly [string, number, number?])[];
}

const period = (given: Given, end = "2001-12-31", months = 12): PeriodFigures => ({
  name: end,
  end: day(end),
  months,
  netIncome: exactly(given.netIncome),
  continuingIncome: exactly(given.continuingIncome ?? given.netIncome),
  preferredDividends: exactly(given.preferredDividends ?? 0),
  weightedAverageShares: exactly(given.shares ?? 1_000),
  securities: (given.securities ?? []).map(([label, count, addBack = 0]) =>
    incrementalTerms(label, exactly(count), exactly(addBack)),
  ),
  splitFactor: ONE,
});
const pending = pendingPeriod({ name: "next", end: day("2002-12-31"), months: 12, splitFactor: ONE });

const linesOf = (
  periods: readonly PeriodFigures[],
  classes: readonly string[] = [],
  options: Partial<ExhibitOptions> = {},
) =>
  exhibitLines(
    periods.map((figures) => ({ figures })),
    classes,
    { decimals: 2, footing: false, ...options },
  );
const line = (lines: readonly ExhibitLine[], key: string) => lines.find((one) => one.key === key);
const numbers = ({ figures }: ExhibitLine) => figures.map((figure) => figure && toNumber(figure));
const rows = (lines: readonly ExhibitLine[]) =>
  lines.map((one) => [one.key, one.label, one.kind, one.isTotal ? "total" : "", ...numbers(one)]);

test("SFAS 128, Illustration 4 (ASC 260-10-55-51): every line that there may be, with its key, in order", () => {
  const notes = {
    netIncome: 12_400_000,
    continuingIncome: 16_400_000,
    preferredDividends: 6_400_000,
    shares: 2_020_000,
  };
  const year = period({ ...notes, securities: [["Notes", 2_000_000, 3_000_000]] });
  expect(rows(linesOf([year], ["Notes"], { footing: true }))).toEqual([
    ["basic", "BASIC", "heading", "", null],
    [
      "basic.shares",
      "Weighted average common shares used to compute basic earnings per share",
      "shares",
      "",
      2_020_000,
    ],
    ["basic.continuing", "Income from continuing operations", "income", "", 16_400_000],
    ["basic.discontinued", "Discontinued operations", "income", "", -4_000_000],
    ["basic.netIncome", "Net income", "income", "total", 12_400_000],
    ["basic.preferred", "Preferred dividends", "income", "", -6_400_000],
    ["basic.available", "Net income available to common stockholders", "income", "total", 6_000_000],
    ["basic.epsContinuing", "Basic income per share from continuing operations", "perShare", "", 4.95],
    ["basic.epsDiscontinued", "Basic loss per share from discontinued operations", "perShare", "", -1.98],
    ["basic.footing", "Footing difference", "perShare", "", 0],
    ["basic.eps", "Basic net income per share", "perShare", "", 2.97],
    ["gap", "", "blank", "", null],
    ["diluted", "DILUTED", "heading", "", null],
    [
      "diluted.shares",
      "Weighted average common shares used to compute basic earnings per share",
      "shares",
      "",
      2_020_000,
    ],
    ["diluted.security:Notes", "Notes", "shares", "", 2_000_000],
    [
      "diluted.total",
      "Weighted average common shares and equivalents used to compute diluted earnings per share",
      "shares",
      "total",
      4_020_000,
    ],
    ["diluted.continuing", "Income from continuing operations", "income", "", 16_400_000],
    ["diluted.discontinued", "Discontinued operations", "income", "", -4_000_000],
    ["diluted.netIncome", "Net income", "income", "total", 12_400_000],
    ["diluted.preferred", "Preferred dividends", "income", "", -6_400_000],
    ["diluted.available", "Net income available to common stockholders", "income", "total", 6_000_000],
    ["diluted.addBack:Notes", "Add back: Notes", "income", "", 3_000_000],
    ["diluted.numerator", "Net income used to compute diluted earnings per share", "income", "total", 9_000_000],
    ["diluted.epsContinuing", "Diluted income per share from continuing operations", "perShare", "", 3.23],
    ["diluted.epsDiscontinued", "Diluted loss per share from discontinued operations", "perShare", "", -1],
    ["diluted.footing", "Footing difference", "perShare", "", 0.01],
    ["diluted.eps", "Diluted net income per share", "perShare", "", 2.24],
  ]);
});

test("a plain quarter has no more lines than it needs, and its net income is no sum", () => {
  const lines = linesOf([period({ netIncome: 5 })]);
  expect(lines.map(({ key }) => key)).toEqual([
    "basic",
    "basic.shares",
    "basic.netIncome",
    "basic.eps",
    "gap",
    "diluted",
    "diluted.shares",
    "diluted.total",
    "diluted.netIncome",
    "diluted.eps",
  ]);
  expect(lines.filter(({ isTotal }) => isTotal).map(({ key }) => key)).toEqual(["diluted.total"]);
});

describe("the words follow the figures, the first column first", () => {
  test.each([
    [[5, 7], "Net income"],
    [[-5, -7], "Net loss"],
    [[-5, 7], "Net (loss) income"],
    [[5, -7], "Net income (loss)"],
    [[0, -7], "Net income (loss)"],
  ])("%j: %s", (incomes, label) => {
    const lines = linesOf(incomes.map((netIncome) => period({ netIncome })));
    expect(line(lines, "basic.netIncome")?.label).toBe(label);
    expect(line(lines, "diluted.eps")?.label).toBe(`Diluted ${label.replace("Net", "net")} per share`);
  });

  test("a loss from continuing operations begins with a capital in every form", () => {
    const labels = [
      [-5, 6],
      [5, -6],
    ].map((continuing) =>
      line(
        linesOf(continuing.map((continuingIncome) => period({ netIncome: 1, continuingIncome }))),
        "basic.continuing",
      ),
    );
    expect(labels.map((one) => one?.label)).toEqual([
      "(Loss) income from continuing operations",
      "Income (loss) from continuing operations",
    ]);
  });
});

test("a period still to come has no figures, and tells nothing of which lines there are", () => {
  const lines = linesOf([period({ netIncome: -5, preferredDividends: 1 }), pending]);
  expect(lines.every(({ figures }) => figures.length === 2 && figures[1] === null)).toBe(true);
  expect(line(lines, "basic.netIncome")?.label).toBe("Net loss");
  expect(linesOf([pending]).map(({ key }) => key)).toContain("basic.eps");
});

test("a class whose label is that of another line has a key of its own", () => {
  const label = "Preferred dividends";
  const lines = linesOf([period({ netIncome: 5, preferredDividends: 1, securities: [[label, 10]] })], [label]);
  expect(lines.filter((one) => one.label === label).map(({ key }) => key)).toEqual([
    "basic.preferred",
    "diluted.security:Preferred dividends",
    "diluted.preferred",
  ]);
});

test("per-share figures are rounded once, half away from zero, to the decimals asked for", () => {
  const lines = [0, 1, 2, 3].map((decimals) => linesOf([period({ netIncome: -125, shares: 1_000 })], [], { decimals }));
  expect(lines.map((one) => numbers(line(one, "basic.eps")!))).toEqual([[0], [-0.1], [-0.13], [-0.125]]);
});

describe("a year to date that its quarters do not make", () => {
  const given = period({ netIncome: 1_001, securities: [["Options", 55]] });
  const fromQuarters = period({ netIncome: 1_000, securities: [["Options", 60]] });
  const columns: readonly PeriodColumn[] = [{ figures: given }, { figures: given, fromQuarters }];

  test("has the differences at the end, each under a key of its own", () => {
    const lines = exhibitLines(columns, ["Options"], { decimals: 2, footing: false });
    expect(rows(lines.slice(-4))).toEqual([
      ["tieOut.gap", "", "blank", "", null, null],
      ["tieOut", "QUARTERS LESS YEAR TO DATE GIVEN", "heading", "", null, null],
      ["tieOut.netIncome", "Net income", "difference", "", 0, -1],
      ["tieOut.security:Options", "Options", "difference", "", 0, 5],
    ]);
  });
});

test("for any figures no two lines share a key, and all have a figure a column", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          netIncome: fc.integer({ min: -900, max: 900 }),
          continuingIncome: fc.integer({ min: -900, max: 900 }),
          preferredDividends: fc.nat(9),
          securities: fc.constant([["Net income", 5, 3] as const, ["Weighted shares", 4] as const, ["", 3] as const]),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      fc.boolean(),
      (given, footing) => {
        const figures = given.map((one) => period(one));
        const [first] = figures as [PeriodFigures];
        const lines = exhibitLines(
          figures.map((one) => ({ figures: one, fromQuarters: first })),
          ["Net income", "Weighted shares", ""],
          { decimals: 2, footing },
        );
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        expect(lines.every((one) => one.figures.length === figures.length)).toBe(true);
      },
    ),
  ));

describe("the years side by side", () => {
  const years = (last: number, count: number) =>
    Array.from({ length: count }, (_year, index) => period({ netIncome: 1 }, `${last - count + 1 + index}-12-31`));
  const quarters = (last: number, count: number) => years(last, count).map((year) => ({ ...year, months: 3 }));
  const shown = (periods: readonly PeriodFigures[], asked?: number) =>
    exhibitColumns(periods, undefined, { standard: "US GAAP", weighting: "months", yearEnd: 9, years: asked }).map(
      ({ columns }) => columns.length,
    );

  // Regulation S-X, Rules 3-02 (three years of income statements) and 10-01(c) (interim: this year and last).
  test.each([
    ["two of interim periods", quarters(2024, 5), undefined, [2]],
    ["as many interim periods as are asked", quarters(2024, 5), 4, [4]],
    ["one where one is asked", quarters(2024, 5), 1, [1]],
    ["no more than there are", quarters(2024, 3), 7, [3]],
  ] as const)("%s", (_case, periods, asked, expected) => expect(shown(periods, asked)).toEqual(expected));
});

describe("the headings", () => {
  const block = (months: number, ...ends: string[]) => ({
    months,
    columns: ends.map((end) => ({ figures: period({ netIncome: ZERO.numerator as number }, end, months) })),
  });

  test("say the length and the day once over each block, and the year under it", () => {
    expect(exhibitHeadings([block(3, "2002-09-30", "2001-09-30"), block(9, "2002-09-30", "2001-09-30")])).toEqual([
      { over: "Three months ended September 30,", under: 2002 },
      { over: "", under: 2001 },
      { over: "Nine months ended September 30,", under: 2002 },
      { over: "", under: 2001 },
    ]);
  });

  test.each([
    [1, "One month ended June 30,"],
    [12, "Twelve months ended June 30,"],
  ])("of %d months", (months, over) => {
    expect(exhibitHeadings([block(months, "2002-06-30")])).toEqual([{ over, under: 2002 }]);
  });

  test.each([
    [12, "Twelve weeks ended"],
    [20, "Twenty weeks ended"],
    [36, "Thirty-six weeks ended"],
    [40, "Forty weeks ended"],
    [52, "Fifty-two weeks ended"],
  ])("of %d weeks", (weeks, over) => {
    const figures = { ...period({ netIncome: 1 }, "2002-06-30"), weeks };
    expect(exhibitHeadings([{ months: 12, columns: [{ figures }] }])[0]?.over).toBe(`${over} June 30,`);
  });

  test("show the whole dates where the years end on different days", () => {
    expect(exhibitHeadings([block(3, "2002-09-28", "2001-09-29")])).toEqual([
      { over: "Three months ended", under: "September 28, 2002" },
      { over: "", under: "September 29, 2001" },
    ]);
  });
});
