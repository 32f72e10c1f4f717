import type { IStyleData, IWorksheetData } from "@univerjs/core";
import { across, at, worksheet, type Content, type PlacedCell } from "./layout";
import * as style from "./styles";

/** Each period takes two columns, as filed: the dollar sign, then the figure. */
const PERIODS = [
  { sign: "B", figure: "C", year: 2002, income: -462_000, shares: 7_737_946, options: 0, warrants: 0 },
  { sign: "E", figure: "F", year: 2001, income: 5_000, shares: 7_541_024, options: 834_762, warrants: 50_788 },
  { sign: "H", figure: "I", year: 2002, income: -619_000, shares: 7_647_197, options: 0, warrants: 0 },
  { sign: "K", figure: "L", year: 2001, income: 377_000, shares: 7_509_358, options: 698_224, warrants: 39_402 },
] as const;
type Period = (typeof PERIODS)[number];

const FIGURES = PERIODS.map(({ figure }) => figure);
const EVERY_COLUMN = [..."ABCDEFGHIJKL"];
const FILED_DILUTED_SHARES = [7_737_946, 8_426_574, 7_647_197, 8_246_984];
const FILED_EPS = [-0.06, 0, -0.08, 0.05];
const INCOME_LABEL: IStyleData = { pd: { l: 110 } };

/** Exhibit 11 of HemaCare Corporation's report for September 30, 2002, with every figure that it computes live. */
export function exhibit11(): IWorksheetData {
  return worksheet("Exhibit 11", [...heading(), ...basic(), ...diluted(), ...tiedOut()], {
    columnWidths: { A: 318, B: 16, C: 92, D: 14, E: 16, F: 92, G: 28, H: 16, I: 92, J: 14, K: 16, L: 92 },
    rowHeights: { 2: 28, 9: 36, 16: 36, 17: 36, 18: 36, 19: 36, 26: 26 },
    merged: ["A2:L2", "A3:L3", "B5:F5", "H5:L5", "B6:F6", "H6:L6", "B7:C7", "E7:F7", "H7:I7", "K7:L7", "A34:L34"],
  });
}

function heading(): PlacedCell[] {
  return [
    at("A1", "HemaCare Corporation", style.BOLD),
    at("A2", "EXHIBIT 11", style.TITLE, style.CENTERED),
    at("A3", "Basic and Diluted Net (Loss) Income per Share", style.BOLD, style.CENTERED),
    ...across(["B", "H"], 5, ["Three months ended", "Nine months ended"], style.CENTERED),
    ...across([..."BCDEF"], 6, ["September 30,"], style.CENTERED, style.SINGLE_RULE),
    ...across([..."HIJKL"], 6, ["September 30,"], style.CENTERED, style.SINGLE_RULE),
    ...PERIODS.flatMap(({ sign, figure, year }) => across([sign, figure], 7, [year], style.CENTERED, style.HEADING)),
  ];
}

function basic(): PlacedCell[] {
  return [
    at("A8", "BASIC", style.BOLD, style.CENTERED, style.UNDERLINED),
    at("A9", "Weighted average common shares used to compute basic earnings per share", style.WRAPPED),
    ...figures(9, ({ shares }) => shares, style.SHARES, style.TYPED, style.DOUBLE_RULE),
    at("A11", "Net (loss) income", INCOME_LABEL),
    ...dollars(11, ({ income }) => income, style.AMOUNT, style.TYPED, style.DOUBLE_RULE),
    at("A13", "Basic net (loss) income per share"),
    ...dollars(13, ({ figure: c }) => `=BASICEPS(${c}11,${c}9)`, style.PER_SHARE, style.DOUBLE_RULE),
  ];
}

function diluted(): PlacedCell[] {
  const label = (row: number, words: string) => at(`A${row}`, words, style.WRAPPED);
  return [
    at("A15", "DILUTED", style.BOLD, style.CENTERED, style.UNDERLINED),
    label(16, "Weighted average common shares used to compute basic earnings per share"),
    ...figures(16, ({ figure: c }) => `=${c}9`, style.SHARES),
    label(17, "Dilutive common equivalent shares attributable to stock options (based on average market price)"),
    ...figures(17, ({ options }) => options, style.SHARES, style.TYPED),
    label(18, "Dilutive common equivalent shares attributable to warrants (based on average market price)"),
    ...figures(18, ({ warrants }) => warrants, style.SHARES, style.TYPED, style.SINGLE_RULE),
    label(19, "Weighted average common shares and equivalents used to compute diluted earnings per share"),
    ...figures(19, ({ figure: c }) => `=DILUTEDSHARES(${c}21,${c}16,${c}17:${c}18)`, style.SHARES, style.DOUBLE_RULE),
    at("A21", "Net (loss) income", INCOME_LABEL),
    ...dollars(21, ({ figure: c }) => `=${c}11`, style.AMOUNT, style.DOUBLE_RULE),
    at("A23", "Diluted net (loss) income per share"),
    ...dollars(23, ({ figure: c }) => `=DILUTEDEPS(${c}21,${c}16,${c}17:${c}18)`, style.PER_SHARE, style.DOUBLE_RULE),
  ];
}

/** Below the exhibit: what the filing prints, typed, and our figure against it. */
function tiedOut(): PlacedCell[] {
  return [
    ...across(EVERY_COLUMN, 26, ["Tied out to the filing"], style.SECTION),
    at("A27", "Diluted shares, as filed"),
    ...across(FIGURES, 27, FILED_DILUTED_SHARES, style.SHARES, style.TYPED),
    at("A28", "Ties out: computed less filed", style.NOTE),
    ...across(FIGURES, 28, (c) => `=TIEOUT(${c}19,${c}27)`, style.TICK),
    at("A29", "Basic per share, as filed"),
    ...across(FIGURES, 29, FILED_EPS, style.PER_SHARE, style.TYPED),
    at("A30", "Ties out: computed less filed", style.NOTE),
    ...across(FIGURES, 30, (c) => `=TIEOUT(${c}13,${c}29)`, style.TICK),
    at("A31", "Diluted per share, as filed"),
    ...across(FIGURES, 31, FILED_EPS, style.PER_SHARE, style.TYPED),
    at("A32", "Ties out: computed less filed", style.NOTE),
    ...across(FIGURES, 32, (c) => `=TIEOUT(${c}23,${c}31)`, style.TICK),
    at(
      "A34",
      "Blue figures are typed, as the filing prints them; black ones are formulas. Select a cell to see its formula.",
      style.NOTE,
    ),
  ];
}

/** A row of share counts; the rule, if any, runs under the column of the dollar sign too. */
function figures(row: number, contentOf: (period: Period) => Content, ...styles: IStyleData[]): PlacedCell[] {
  return PERIODS.flatMap((period) => across([period.sign, period.figure], row, ["", contentOf(period)], ...styles));
}

function dollars(row: number, contentOf: (period: Period) => Content, ...styles: IStyleData[]): PlacedCell[] {
  return PERIODS.flatMap((period) => across([period.sign, period.figure], row, ["$", contentOf(period)], ...styles));
}
