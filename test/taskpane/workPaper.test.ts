/** @jest-environment jsdom */
import { workPaperOf } from "../../src/taskpane/workPaper";
import { cellAt } from "../../src/workbook/book/address";

const EXPLAINED = {
  cell: cellAt("Loan", 3, 1),
  formula: "=LOANBALANCE(A1)-1",
  shows: "40,482",
  said: "LOANBALANCE: Outstanding balance of a loan at a date.",
  workings: [
    {
      call: "LOANBALANCE(A1)",
      said: "",
      rows: [
        ["Step", "Amount", "Clause"],
        ["Pro Rata Share <43/365>", -2790, "3.5"],
      ],
    },
  ],
  steps: [
    ["Step", "Comes to"],
    ["-A2+LOANBALANCE(A1)", 40_482],
  ],
  cells: [{ area: cellAt("Loan", 0, 0), words: "A1: September 12, 2000" }],
};

test("a work paper has everything of the explanation, as text with tabs", () => {
  expect(workPaperOf(EXPLAINED).text).toBe(
    [
      "Loan B4: 40,482",
      "Formula: =LOANBALANCE(A1)-1",
      "LOANBALANCE: Outstanding balance of a loan at a date.",
      "Step\tAmount\tClause\nPro Rata Share <43/365>\t(2,790)\t3.5",
      "The formula, step by step",
      "Step\tComes to\n'-A2+LOANBALANCE(A1)\t40,482",
      "Where its values come from: A1: September 12, 2000",
    ].join("\n\n"),
  );
});

test("and as HTML whose words stay words: marks are escaped, and no cell becomes a formula", () => {
  const { html } = workPaperOf(EXPLAINED);
  document.body.innerHTML = html;
  const rows = [...document.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ["Step", "Amount", "Clause"],
    ["Pro Rata Share <43/365>", "(2,790)", "3.5"],
    ["Step", "Comes to"],
    ["-A2+LOANBALANCE(A1)", "40,482"],
  ]);
  expect(document.querySelectorAll("td:not([align=right])")).toHaveLength(3);
  for (const words of document.querySelectorAll("td:not([align=right])"))
    expect(words.getAttribute("style")).toContain("mso-number-format");
});
