import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/terms/exhibit1010";
import { LOAN_FIELDS } from "../../../../src/core/loan/form/fields";
import { plainLabel } from "../../../../src/core/loan/form/words/plainLabel";
import { loanJsonSchema } from "../../../../src/core/loan/form/jsonSchema";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { loanOf } from "../../../../src/core/loan/loan";

const EXHIBIT = {
  name: "Exhibit 10.10, Loan Reimbursement Agreement",
  principal: 92_909,
  startDate: "1997-08-01",
  annualRate: 0.1,
  payments: 60,
  paymentRounding: "none",
  interestRounding: "none",
  scheduleRounding: "dollar",
  balanceBetweenDates: "interest less pro rata share",
  betweenDayCount: "30/360",
  countBothDays: true,
  betweenRounding: "dollar",
  proRataBasis: 365,
  proRataRounding: "dollar down",
  betweenClause: "3.5",
  scheduleClause: "Article 2",
  schedule: [
    { date: "1997-08-01", balance: 92_909 },
    { date: "1998-08-01", reduction: 23_689, balance: 77_833 },
    { date: "1999-08-01", reduction: 23_689, balance: 61_178 },
    { date: "2000-08-01", reduction: 23_689, balance: 42_779 },
    { date: "2001-08-01", reduction: 23_689, balance: 24_226 },
    { date: "2002-08-01", reduction: 23_689, balance: 0 },
  ],
  outcomes: [
    { event: "without cause", balance: "forgiven", collateral: "returned", clause: "3.1" },
    { event: "for cause", balance: "due", collateral: "returned", clause: "3.2" },
    { event: "with cause", balance: "due", collateral: "returned", clause: "3.2" },
    { event: "resignation", balance: "due", collateral: "returned", clause: "3.3" },
    { event: "death", balance: "forgiven", collateral: "returned", clause: "3.4" },
    { event: "disability", balance: "forgiven", collateral: "returned", clause: "3.4" },
  ],
  employee: true,
  reductions: "forgiven",
  accounts: [{ account: "Loan proceeds", name: "Earlier loan notes" }],
  collateralShares: 40_000,
  collateralClause: "Article 2",
  figures: [
    { figure: "start date", date: "1997-07-31", clause: "Preamble, 1.2" },
    { figure: "principal", amount: 98_307, clause: "Recital B" },
    { figure: "reduction", amount: 24_212, clause: "3.5, text" },
    { figure: "reduction", amount: 23_689, clause: "3.5, example" },
    { figure: "opening", amount: 42_779, date: "2000-09-12", clause: "3.5, example" },
    { figure: "interest", amount: 494, date: "2000-09-12", clause: "3.5, example" },
    { figure: "updated", amount: 43_273, date: "2000-09-12", clause: "3.5, example" },
    { figure: "share", amount: 2_790, date: "2000-09-12", clause: "3.5, example" },
    { figure: "balance", amount: 40_483, date: "2000-09-12", clause: "3.5, example" },
  ],
};

describe("the object form", () => {
  test("of Exhibit 10.10 is the built-in agreement", () => {
    expect(loanFromObject(EXHIBIT).terms).toEqual(EXHIBIT_10_10);
  });

  test("gives the same balance on every day of the agreement", () => {
    const [built, given] = [loanOf(EXHIBIT_10_10), loanFromObject(EXHIBIT)].map((loan) => loan.account("stated"));
    for (let day = dayOf(1997, 8, 1); day <= dayOf(2002, 8, 2); day += 1) {
      expect(given?.balanceOn(day)).toEqual(built?.balanceOn(day));
    }
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
