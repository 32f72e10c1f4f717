import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANFINDINGS } from "../../../src/functions/loan/loanAgreement";

const due = (month: number) => serialOf(dayOf(2024, 1 + month, 1));

/** 12,000 at 6 % in four payments from January 1, 2024: 12,000 x 0.005/(1 - 1.005^-4) = 3,037.59, to the cent. */
const TERMS: unknown[][] = [
  ["Principal", 12_000],
  ["Start date", due(0)],
  ["Annual rate", 0.06],
  ["Number of payments", 4],
  ["Payment rounding", "cent"],
  ["Interest rounding", "cent"],
];

const HEADER = ["No.", "Payment date", "Opening", "Interest", "Principal", "Payment", "Ending balance"];
const LINES = [
  [1, due(1), 12_000, 60, 2_977.59, 3_037.59, 9_022.41],
  [2, due(2), 9_022.41, 45.11, 2_992.48, 3_037.59, 6_029.93],
  [3, due(3), 6_029.93, 30.15, 3_007.44, 3_037.59, 3_022.49],
  [4, due(4), 3_022.49, 15.11, 3_022.49, 3_037.6, 0],
];

/** The agreement with one figure of its schedule printed otherwise, and other terms. */
const printed = (line: number, column: number, figure: unknown, terms = TERMS) => [
  ...terms,
  HEADER,
  ...LINES.map((cells, at) => (at === line ? cells.map((cell, index) => (index === column ? figure : cell)) : cells)),
];
const saying = (label: string, value: unknown) => TERMS.map((row) => (row[0] === label ? [label, value] : row));
const ASIS = [-1, -1, null] as const;

/** Finding, stated, computed, cause. */
const findings = (rows: unknown[][]) =>
  LOANFINDINGS(rows)
    .slice(1)
    .map(([, what, stated, computed, , cause]) => [what, stated, computed, cause]);

test("a schedule as lenders print it, with a total, has no findings", () => {
  expect(findings([...printed(...ASIS), ["Total", "", "", 150.37, 12_000, 12_150.37, ""]])).toEqual([
    ["No disagreement found", "", "", ""],
  ]);
});

test.each<[string, unknown[][], unknown[][]]>([
  [
    "digits of a balance that changed places",
    printed(1, 6, 6_092.93),
    [
      ["Balance on March 1, 2024", 6_092.93, 6_029.93, "Two digits changed places"],
      ["Footing of the line of April 1, 2024", 3_022.49, 3_085.8, "The balance before it is overstated by 63"], // with 30.46 of interest
    ],
  ],
  [
    "interest that does not follow",
    printed(0, 3, 66),
    [["Interest of the line of February 1, 2024", 66, 60, "One digit is another"]],
  ],
  [
    "a portion of principal with another digit",
    printed(2, 4, 3_107.44),
    [["Principal of the line of April 1, 2024", 3_107.44, 3_007.44, "One digit is another"]],
  ],
  [
    "an opening balance that is not the one before",
    printed(2, 2, 6_300.93),
    [
      [
        "Opening balance of the line of April 1, 2024",
        6_300.93,
        6_029.93,
        "No cause found: the terms do not give this figure",
      ],
    ],
  ],
  [
    "a date on which nothing is due",
    printed(1, 1, due(2) + 1),
    [["Date of the line of March 2, 2024", due(2) + 1, due(2), "No payment falls due on it"]],
  ],
])("%s", (_case, rows, expected) => {
  expect(findings(rows)).toEqual(expected);
});

/** One cause for a whole schedule that was made from other terms than the agreement names. */
test.each<[string, unknown[][], string]>([
  ["another rate", saying("Annual rate", 0.065), "Comes out at a rate of 6 %"],
  ["another principal", saying("Principal", 12_500), "Follows from a principal of 12,000"],
  ["a day count that was not used", [...TERMS, ["Day count", "ACT/360"]], "Comes out by equal periods"],
  [
    "a nominal rate that the agreement calls effective",
    [...TERMS, ["Rate quoted as", "effective"]],
    "Comes out with the rate as a nominal one",
  ],
])("a schedule made by %s", (_case, terms, cause) => {
  const causes = findings(printed(...ASIS, terms))
    .filter(([what]) => /^(Balance|Reduction)/.test(String(what)))
    .map(([, , , words]) => words);
  expect(new Set(causes)).toEqual(new Set([cause]));
});

test("a cent of a schedule that was rounded where the terms say that nothing is", () => {
  const unrounded = TERMS.map(([label, value]) => [label, String(label).endsWith("rounding") ? "none" : value]);
  const sheet = printed(...ASIS, unrounded);
  const cause = "Comes out with payments and interest rounded as printed";
  expect(findings(sheet)).toEqual([
    ["Balance on April 1, 2024", 3_022.49, 3_022.48, cause], // 3,022.4846 carried
    ["Reduction on May 1, 2024", 3_037.6, 3_037.59, cause],
  ]);
});

test("a schedule in whole dollars whose sheet does not say so", () => {
  const lines = LINES.map(([, date, , , , payment, balance]) => [
    date,
    ...[payment, balance].map((n) => Math.round(Number(n))),
  ]);
  const dollars = [...TERMS, ["Date", "Payment", "Balance"], ...lines];
  const causes = findings(dollars)
    .filter(([what]) => /^(Balance|Reduction)/.test(String(what)))
    .map(([, , , cause]) => cause);
  expect(new Set(causes)).toEqual(new Set(["Comes out printed to the dollar (Schedule rounding)"]));
  expect(findings([["Schedule rounding", "dollar"], ...dollars])).toEqual([["No disagreement found", "", "", ""]]);
});

test("a total that does not add up is one of the stated figures", () => {
  expect(findings([...printed(...ASIS), ["Total", "", "", "", "", 12_105.37, ""]])).toEqual([
    ["Total of the reductions", 12_105.37, 12_150.37, "Two digits changed places"],
  ]);
});

test("a year-end balance between payments is no line of a payment", () => {
  const yearEnd = [...TERMS, ["Date", "Balance"], [due(3) + 14, 3_022.49]];
  expect(findings(yearEnd)).toEqual([["No disagreement found", "", "", ""]]);
});
