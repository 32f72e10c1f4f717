import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DAY_COUNTS } from "../../../../src/core/calendar/dayCounts";
import { helpOf } from "../../../../src/core/loan/form/fieldHelp";
import { LOAN_FIELDS, type FieldValue } from "../../../../src/core/loan/form/fields";

const PAGE = join(__dirname, "..", "..", "..", "..", "docs", "specs", "loan-sheet.md");

const KINDS: Readonly<Record<FieldValue["kind"], string>> = {
  text: "text",
  amount: "amount",
  rate: "rate",
  date: "date",
  count: "whole number",
  yesNo: "yes or no",
  frequency: "frequency",
  dayCount: "day count",
  rounding: "rounding",
  choice: "",
};

function valuesOf(values: readonly FieldValue[]): string {
  const words = values.map(
    ({ kind, words: choices, optional }) =>
      `${choices ? choices.join(" / ") : KINDS[kind]}${optional ? " (optional)" : ""}`,
  );
  return words.join(", ");
}

function page(): string {
  const rows = LOAN_FIELDS.map((field) => {
    const { key, label, aliases, values, list } = field;
    return `| ${label}${list ? " (any number of rows)" : ""} | ${valuesOf(values)} | ${helpOf(field)} | ${aliases.join(", ")} | \`${key}\` |`;
  });
  const dayCounts = DAY_COUNTS.map(({ name, aliases }) => `| ${name} | ${aliases.join(", ")} |`);
  return [
    "# The loan sheet",
    "",
    "Rows of a label and its values, in any order; labels are read whatever their case and hyphens, with or without a colon. Blank",
    "rows are passed over, and so are titles (a text alone in its row) and words behind the values. From a row on that heads a Date and a Payment (or Reduction) or a Balance, the",
    "schedule that the agreement prints; Opening, Interest and Principal beside them, and a Total below, are compared with the rest.",
    "Required are a principal, a start date, an annual rate, and what ends the loan: a number of payments, a term, a maturity date, a",
    "payment, or the schedule. Payments received, charges and returned payments, where any are given, are what the balance follows:",
    "[Payments as they happened](amortization.md#payments-as-they-happened).",
    "",
    "The object form takes the same by the keys in the last column, dates as 2000-09-12, rows of several values as lists of objects,",
    "and `schedule` as a list of `{ date, reduction, balance, opening, interest, principal }`: [JSON Schema](../schemas/loan.schema.json).",
    "",
    "| Label | Values | Meaning | Also read as | Key |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    "## Day counts and their names",
    "",
    "Read whatever the case, spacing and punctuation. Rules: [amortization.md](amortization.md#day-counts).",
    "",
    "| Name | Also read as |",
    "|---|---|",
    ...dayCounts,
    "",
  ].join("\n");
}

test("the page on the loan sheet is what the catalogue of fields says (WRITE_DOCS=1 rewrites it)", () => {
  if (process.env.WRITE_DOCS) writeFileSync(PAGE, page());
  expect(readFileSync(PAGE, "utf8")).toBe(page());
});

test("every field says what it means", () => {
  expect(LOAN_FIELDS.filter((field) => helpOf(field) === "").map(({ key }) => key)).toEqual([]);
});
