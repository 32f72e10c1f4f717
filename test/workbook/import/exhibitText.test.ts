import { readExhibitText } from "../../../src/workbook/import/exhibitText";
import { EXHIBIT_11 } from "../../support/exhibit11";

const STOCK_OPTIONS = "Dilutive common equivalent shares attributable to stock options (based on average market price)";
const WARRANTS = "Dilutive common equivalent shares attributable to warrants (based on average market price)";

/** September 30 of 2002 and 2001, as serials. */
const [SEPTEMBER_2002, SEPTEMBER_2001] = [37_529, 37_164];

// HemaCare Corporation, Form 10-Q for September 30, 2002, Exhibit 11: its four columns.
const FILED = [
  [SEPTEMBER_2002, 3, -462_000, 7_737_946, 0, 0, 7_737_946, -0.06],
  [SEPTEMBER_2001, 3, 5_000, 7_541_024, 834_762, 50_788, 8_426_574, 0],
  [SEPTEMBER_2002, 9, -619_000, 7_647_197, 0, 0, 7_647_197, -0.08],
  [SEPTEMBER_2001, 9, 377_000, 7_509_358, 698_224, 39_402, 8_246_984, 0.05],
];

const asPeriod = ([
  periodEnd,
  months,
  netIncome,
  weightedShares,
  options = 0,
  warrants = 0,
  dilutedShares,
  eps,
]: number[]) => ({
  periodEnd,
  months,
  netIncome,
  weightedShares,
  securities: { [STOCK_OPTIONS]: options, [WARRANTS]: warrants },
  printed: {
    weightedShares,
    netIncome,
    basicEps: eps,
    dilutedShares,
    dilutedEps: eps,
    [`security:${STOCK_OPTIONS}`]: options,
    [`security:${WARRANTS}`]: warrants,
  },
});

const tabbed = EXHIBIT_11.split("\n")
  .map((line) => line.replace(/(\.{2,}|\S) {2,}(?=[$\d(-])/g, "$1\t").replace(/(?<=[\d)-]) +(?=[$\d(-])/g, "\t"))
  .join("\n");

describe("the text of a filed Exhibit 11", () => {
  test("of fixed width gives its four columns exactly", () => {
    expect(readExhibitText(EXHIBIT_11)).toEqual({ source: "Exhibit 11", periods: FILED.map(asPeriod), remarks: [] });
  });

  test("with tabs gives the same", () => {
    expect(tabbed).toContain("\t");
    expect(readExhibitText(tabbed).periods).toEqual(FILED.map(asPeriod));
  });

  test("with Windows line ends gives the same", () => {
    expect(readExhibitText(EXHIBIT_11.replaceAll("\n", "\r\n")).periods).toEqual(FILED.map(asPeriod));
  });

  test("with every cell of its own, as a table copied from a page, gives the same", () => {
    const cells = tabbed.replace(/\$ ?/g, "$\t").replaceAll(")\t", "\t)\t").replace(/\)$/gm, "\t)");
    expect(readExhibitText(cells).periods).toEqual(FILED.map(asPeriod));
  });

  test("a line that leaves a column blank keeps its figures in their columns", () => {
    const blanked = EXHIBIT_11.replace(
      "              -        834,762             -      698,224",
      "                       834,762                    698,224",
    );
    expect(blanked).not.toBe(EXHIBIT_11);
    expect(readExhibitText(blanked).periods.map(({ securities }) => securities[STOCK_OPTIONS])).toEqual([
      0, 834_762, 0, 698_224,
    ]);
  });

  test.each([
    ["the currency within the parentheses", "$ (0.06)", "($0.06)", -0.06],
    ["a minus of typesetting", "$ (0.06)", "\u22120.06  ", -0.06],
    ["another currency", "$ (0.06)", "€ (0.06)", -0.06],
  ])("with %s", (_case, filed, printed, basicEps) => {
    const text = EXHIBIT_11.replaceAll(/\$ +\(0\.06\)/g, printed.padStart(filed.length));
    expect(text).toContain(printed.trim());
    expect(readExhibitText(text).periods[0]?.printed).toMatchObject({ basicEps, dilutedEps: basicEps });
  });

  test("with hyphens for a dash", () => {
    const text = EXHIBIT_11.replaceAll(/ -(?=\s)/g, "--");
    expect(text).not.toBe(EXHIBIT_11);
    expect(readExhibitText(text).periods).toEqual(FILED.map(asPeriod));
  });

  test("in thousands is written out, per-share figures are not", () => {
    const text = [
      "(in thousands, except per share data)",
      "Year ended",
      "December 31,",
      "2023        2022",
      "Net income                              $ 1,234.5    $ (2,000)",
      "Weighted average shares outstanding         1,000          900",
      "Basic earnings per share                $    1.23    $   (2.22)",
      "Effect of stock options                        50            -",
      "Diluted weighted average shares             1,050          900",
      "Diluted earnings per share              $    1.18    $   (2.22)",
    ].join("\n");
    expect(readExhibitText(text)).toMatchObject({
      periods: [
        {
          periodEnd: 45_291,
          months: 12,
          netIncome: 1_234_500,
          weightedShares: 1_000_000,
          securities: { "Effect of stock options": 50_000 },
          printed: { basicEps: 1.23, dilutedEps: 1.18, dilutedShares: 1_050_000 },
        },
        { periodEnd: 44_926, months: 12, netIncome: -2_000_000, printed: { dilutedEps: -2.22 } },
      ],
      remarks: ["The exhibit is in thousands; amounts and shares are written out in full."],
    });
  });

  test.each([
    ["no headings", EXHIBIT_11.split("\n").slice(14).join("\n"), "The headings were not understood"],
    ["no shares", EXHIBIT_11.replaceAll(/Weighted average/g, "Sundry"), "No line of weighted average shares was found"],
    ["nothing", "", "The headings were not understood"],
  ])("%s is refused with words", (_case, text, words) => {
    expect(() => readExhibitText(text)).toThrow(words);
  });
});
