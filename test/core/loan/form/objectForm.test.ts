import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXHIBIT_10_10, EXHIBIT_10_10_AGREEMENT } from "../../../../src/core/loan/exhibit1010";
import { LOAN_FIELDS } from "../../../../src/core/loan/form/fields";
import { plainLabel } from "../../../../src/core/loan/form/words/plainLabel";
import { loanJsonSchema } from "../../../../src/core/loan/form/jsonSchema";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { readGivenLoan } from "../../../../src/core/loan/form/readGivenLoan";
import { givenBySheet } from "../../../../src/functions/loan/loanSheet";
import { sheetOf } from "../../../support/bothForms";

const EXHIBIT = EXHIBIT_10_10_AGREEMENT;

describe("the object form", () => {
  test("of Exhibit 10.10 and its loan sheet are one agreement", () => {
    const bySheet = readGivenLoan(givenBySheet("loan", sheetOf(EXHIBIT)));
    expect(bySheet.terms).toEqual(EXHIBIT_10_10);
  });

  test.each<[string, unknown, string]>([
    ["no object", 5, "loan must be an object; received 5"],
    ["a list", [EXHIBIT], "loan must be an object; received a list of 1"],
    ["an unknown key", { ...EXHIBIT, princpal: 5 }, 'loan must have known keys only; received "princpal"'],
    [
      "a date as a serial",
      { ...EXHIBIT, startDate: 35_643 },
      "startDate must be a date such as 2000-09-12; received 35643",
    ],
    [
      "a date that does not exist",
      { ...EXHIBIT, startDate: "1997-02-29" },
      'startDate must be a date such as 2000-09-12; received "1997-02-29"',
    ],
    [
      "a percentage",
      { ...EXHIBIT, annualRate: 10 },
      "annualRate must be a fraction of a year, at most 1 (10 % is 0.1); received 10",
    ],
    [
      "an amount as text",
      { ...EXHIBIT, principal: "92909" },
      'principal must be an amount; this is text, so type it as a number, such as 1000; received "92909"',
    ],
    [
      "a list that is none",
      { ...EXHIBIT, extraPayments: 5 },
      "extraPayments must be a list of no more than 10,000; received 5",
    ],
    [
      "a part without its amount",
      { ...EXHIBIT, extraPayments: [{ date: "1998-01-01" }] },
      "extraPayments[0].amount must be an amount; received a blank",
    ],
    [
      "a part with another key",
      { ...EXHIBIT, extraPayments: [{ date: "1998-01-01", sum: 5 }] },
      'extraPayments[0] must have no other keys than date, amount; received "sum"',
    ],
    [
      "a line out of order",
      { ...EXHIBIT, schedule: [...EXHIBIT.schedule].reverse() },
      "schedule[1].date must be after the line before it",
    ],
    ["nothing", {}, "loan must say the principal"],
  ])("refuses %s", (_case, value, message) => {
    expect(() => loanFromObject(value)).toThrow(expect.objectContaining({ message: expect.stringContaining(message) }));
  });
});

describe("the JSON Schema", () => {
  const published = join(__dirname, "..", "..", "..", "..", "docs", "schemas", "loan.schema.json");
  const text = `${JSON.stringify(loanJsonSchema(), null, 2)}\n`;

  test("is published as the catalogue of fields makes it (WRITE_DOCS=1 rewrites it)", () => {
    if (process.env.WRITE_DOCS) writeFileSync(published, text);
    expect(readFileSync(published, "utf8")).toBe(text);
  });

  test("knows every key of the form, and no other", () => {
    const { properties } = loanJsonSchema() as { properties: object };
    expect(Object.keys(properties)).toEqual(["$schema", ...LOAN_FIELDS.map(({ key }) => key), "schedule"]);
  });

  test("has a label for every field once, whatever its case; no field lists a word twice", () => {
    const labels = LOAN_FIELDS.map(({ label }) => label.toLowerCase());
    expect(new Set(labels).size).toBe(labels.length);
    for (const { label, aliases } of LOAN_FIELDS) {
      const words = [label, ...aliases].map((word) => plainLabel(word).words);
      expect(words.filter((word, index) => words.indexOf(word) !== index && word !== plainLabel(label).words)).toEqual(
        [],
      );
    }
  });
});
