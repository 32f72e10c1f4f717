import "../../support/customFunctions";
import { readGivenLoan } from "../../../src/core/loan/form/readGivenLoan";
import { givenBySheet } from "../../../src/functions/loan/loanSheet";

const BASE: readonly (readonly [string, unknown])[] = [
  ["Principal", 100_000],
  ["Start date", 45_306],
  ["Annual rate", 0.0625],
  ["Number of payments", 60],
];

function terms(label: string, value: unknown, without: readonly string[] = [label]) {
  const rows = [...BASE.filter(([other]) => !without.includes(other)), [label, value]];
  return readGivenLoan(givenBySheet("loan", rows)).terms;
}

/** What people type, by the label and the value that it means. */
const TYPED: readonly (readonly [label: string, means: unknown, typed: readonly unknown[]])[] = [
  ["Principal", 100_000, ["$100,000.00", "100,000", "100000", "$ 100,000", "USD 100,000", "100,000 USD", "US$100,000"]],
  [
    "Start date",
    45_306,
    [
      "2024-01-15",
      "2024/1/15",
      "January 15, 2024",
      "Jan. 15, 2024",
      "January 15th, 2024",
      "15 January 2024",
      "15-Jan-2024",
      "Monday, January 15, 2024",
    ],
  ],
  [
    "Annual rate",
    0.0625,
    ["6.25%", "6.25 %", "6.25% per annum", "6.25 percent", "fixed 6.25%", "6.25% fixed", "0.0625"],
  ],
  ["Number of payments", 60, ["60", "60.00"]],
  [
    "Term in years",
    5,
    ["5 years", "5 yrs", "5-year", "five years", "60 months", "60 mos.", "60M", "4 years and 12 months", "5 year term"],
  ],
  [
    "Payment frequency",
    "monthly",
    ["Monthly", 12, "12", "12 per year", "every month", "once a month", "Monthly in arrears"],
  ],
  [
    "Payment frequency",
    "quarterly",
    [4, "every three months", "Quarterly payments", "4 payments a year", "every quarter"],
  ],
  ["Payment frequency", "semi-monthly", [24, "twice a month"]],
  ["Payment frequency", "biweekly", [26, "every two weeks", "every other week", "fortnightly"]],
  ["Day count", "ACT/360", ["365/360", "Actual/360", "Actual days over 360", "actual number of days / 360", "Act 360"]],
  ["Day count", "ACT/365", ["365/365", "365", 365, "365-day year", "Actual/365 (Fixed)"]],
  ["Day count", "ACT/ACT ISDA", ["Act/Act", "Actual/Actual", "actual/actual"]],
  ["Method", "level payment", ["Amortizing", "Fully amortizing", "Equal payments", "P&I", "EMI", "Level"]],
  ["Method", "level principal", ["Equal principal", "Fixed principal payments", "Straight-line principal"]],
  ["Method", "interest only", ["Interest-only", "IO", "Principal at maturity", "Interest only, balloon at maturity"]],
  [
    "Interest rounding",
    "cent",
    ["to the cent", "nearest cent", "2 decimals", "2 decimal places", 0.01, "0.01", "$0.01"],
  ],
  ["Interest rounding", "dollar", ["nearest dollar", "whole dollars", "0 decimals", "multiples of 1"]],
  ["Interest rounding", "dollar down", ["nearest dollar, down", "whole dollar down"]],
  ["Balloon payment", "", ["None", "N/A", "n/a", "-"]],
];

test.each(TYPED.flatMap(([label, means, typed]) => typed.map((value) => [label, value, means] as const)))(
  "%s typed as %p is %p",
  (label, value, means) => {
    const without = label === "Term in years" ? [label, "Number of payments"] : [label];
    expect(terms(label, value, without)).toEqual(terms(label, means, without));
  },
);

test.each<[label: string, value: unknown, rule: string]>([
  ["Start date", "1/5/2024", "such as =DATE(2024,1,5) or =DATE(2024,5,1)"],
  ["Start date", "2024-02-30", "must be a date"],
  ["Principal", "100.000,00", "must be an amount"],
  ["Principal", "100 000", "must be an amount"],
  ["Annual rate", "6,25%", "must be a rate"],
  ["Annual rate", "Prime + 1%", "must be a rate"],
  ["Annual rate", 6, "at most 1 (6 % is 0.06)"],
  ["Payment frequency", 6, 'must say which is meant: "every 2 months" (6 payments a year) or "every 6 months"'],
  ["Payment frequency", "monthly in advance", "must be a frequency"],
  ["Day count", "Actual", 'must say which is meant: "ACT/360", "ACT/365" or "ACT/ACT"'],
  ["Interest on", "Simple", 'must say which is meant: "outstanding balance" (interest on what is owed) or "flat"'],
  ["Rate quoted as", "Variable", "must say which is meant"],
  ["Interest rounding", "7", 'must say which is meant: "7 decimals" or "multiples of 7"'],
])("%s typed as %p is refused: %s", (label, value, rule) => {
  expect(() => terms(label, value)).toThrow(rule);
});

test("a unit in the label, or in the cell behind, is the unit of the value", () => {
  const principal = terms("Principal", 100_000);
  expect(terms("Principal ($000)", 100, ["Principal"])).toEqual(principal);
  expect(terms("Loan amount (in millions)", 0.1, ["Principal"])).toEqual(principal);
  expect(terms("Interest rate (%)", 6.25, ["Annual rate"])).toEqual(principal);
  expect(terms("Term (months)", 60, ["Number of payments"])).toEqual(principal);
  expect(terms("Term (years)", 5, ["Number of payments"])).toEqual(principal);
  const behind = [...BASE.slice(0, 3), ["Term", 60, "months"]];
  expect(readGivenLoan(givenBySheet("loan", behind)).terms).toEqual(principal);
});
