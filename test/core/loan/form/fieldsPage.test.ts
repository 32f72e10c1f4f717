import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DAY_COUNTS } from "../../../../src/core/calendar/dayCounts";
import { helpOf } from "../../../../src/core/loan/form/fieldHelp";
import { LOAN_FIELDS, type FieldValue } from "../../../../src/core/loan/form/fields";
import {
  AMBIGUOUS,
  LAST_RESORT,
  MEMO,
  MEMO_OF_WORDS,
  RESULTS,
  type Remainder,
} from "../../../../src/core/loan/form/words/labelWords";

const PAGE = join(__dirname, "..", "..", "..", "..", "docs", "specs", "loan-sheet.md");

const KINDS: Readonly<Record<FieldValue["kind"], string>> = {
  text: "text",
  amount: "amount",
  rate: "rate",
  date: "date",
  count: "whole number",
  term: "length of time",
  yesNo: "yes or no",
  frequency: "frequency",
  dayCount: "day count",
  rounding: "rounding",
  charge: "3 % / 5-4-3-2-1 / 6 months of interest",
  choice: "",
};

function valuesOf(values: readonly FieldValue[]): string {
  const words = values.map(
    ({ kind, words: choices, optional }) =>
      `${choices ? choices.join(" / ") : KINDS[kind]}${optional ? " (optional)" : ""}`,
  );
  return words.join(", ");
}

/** Words as a list reads: with its commas. */
const listed = (words: readonly string[]) => words.join(", ");

function page(): string {
  const rows = LOAN_FIELDS.map((field) => {
    const { key, label, values, list } = field;
    return `| ${label}${list ? " (any number of rows)" : ""} | ${valuesOf(values)} | ${helpOf(field)} | \`${key}\` |`;
  });
  const words = LOAN_FIELDS.filter(({ aliases }) => aliases.length > 0).map(
    ({ label, aliases }) => `| ${label} | ${listed(aliases)} |`,
  );
  const dayCounts = DAY_COUNTS.map(({ name, aliases }) => `| ${name} | ${aliases.join(", ")} |`);
  return [
    "# The loan sheet",
    "",
    "Rows of a label and its values, in any order. Blank rows are passed over, and so are titles (a text alone in its row) and words",
    "behind the values. Several pairs of label and value may stand in a row. From a row on that heads a Date and any of Payment (or Reduction), Principal and Balance, the",
    "schedule that the agreement prints; Opening, Interest and Principal beside them, and a Total below, are compared with the rest.",
    "Required are a principal, a start date, an annual rate, and what ends the loan: a number of payments, a term, a maturity date, a",
    "payment, or the schedule. A sheet that cannot be read is refused once, with all that is wrong in it. Where payments received are",
    "given, they are what the balance follows: [Payments as they happened](amortization.md#payments-as-they-happened).",
    "",
    "The object form takes the same by the keys in the last column, dates as 2000-09-12, rows of several values as lists of objects,",
    "and `schedule` as a list of `{ date, reduction, balance, opening, interest, principal }`: [JSON Schema](../schemas/loan.schema.json).",
    "",
    "| Label | Values | Meaning | Key |",
    "|---|---|---|---|",
    ...rows,
    "",
    "## The words of a label",
    "",
    'Capitals, punctuation, articles and a closing colon do not count; abbreviations are read (No., #, Pmt, Amt, Prin., Bal.); "Date of',
    'the note" is "Note date"; "Loan", "Note" or "Mortgage" may stand before any of them. What stands in parentheses is read as the unit',
    "of the value: (%), (years), (months), (payments), ($), ($000), (in thousands), (in millions). A term that is a number alone is",
    "one of years where it is at most 10, or 15, 20, 25, 30, 35 or 40; any other says its unit. A frequency before a payment is",
    "the payment frequency (Monthly payment), and EMI is a monthly payment; both must agree with a frequency that is typed.",
    "A label of principal alone (Principal payment) says that the principal is repaid in level portions.",
    "A label in no list is understood by the words that it is made of (Amount to finance, Date advanced, Duration of agreement), if all",
    "of them are known, beside a value that its field takes.",
    "A word that stands here with two labels means the one that takes the value beside it: Maturity a date or a length of time,",
    "Payments a number or a frequency. Where both do, it is refused with both.",
    "",
    "| Label | Also read as |",
    "|---|---|",
    ...words,
    "",
    ...Object.entries(LAST_RESORT).map(([key, labels]) => {
      const label = LOAN_FIELDS.find((field) => field.key === key)?.label ?? key;
      return `Read as ${label} where no other label gives it, else passed over: ${listed(labels)}.`;
    }),
    "",
    "Refused, with what it could be:",
    "",
    ...AMBIGUOUS.map(
      ({ words: labels, readings, remainder }) => `- ${listed(labels)}: ${readings}.${exception(remainder)}`,
    ),
    "",
    "Passed over, as no rule needs it; Explain and the pane say which rows were:",
    "",
    `- the parties and the paper: ${listed(MEMO)}`,
    `- beside words, not beside a number or a date: ${listed(MEMO_OF_WORDS)}`,
    `- results, and prices before a loan: ${listed(RESULTS)}`,
    "- any other label beside words alone, unless it is like one above or the words could be a term's",
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

/** Where a label of two meanings has one. */
function exception(remainder: Remainder | undefined): string {
  if (!remainder) return "";
  const label = (key: string) => LOAN_FIELDS.find((field) => field.key === key)?.label ?? key;
  const beside = remainder.key === "balanceAt" ? " and the sheet has the date of a statement" : "";
  const others = remainder.unless.filter((key) => key !== "principal").map(label);
  return ` Read as ${label(remainder.key)} where no other label gives the principal${beside}, and nothing of ${others.join(", ")}; passed over beside a principal.`;
}

test("the page on the loan sheet is what the catalogue of fields says (WRITE_DOCS=1 rewrites it)", () => {
  if (process.env.WRITE_DOCS) writeFileSync(PAGE, page());
  expect(readFileSync(PAGE, "utf8")).toBe(page());
});

test("every field says what it means", () => {
  expect(LOAN_FIELDS.filter((field) => helpOf(field) === "").map(({ key }) => key)).toEqual([]);
});
