import "../../../../src/engine/customFunctionsRuntime";
import { dayOf } from "../../../../src/core/calendar/civilDate";
import { insertLoanSheet } from "../../../../src/workbook/loan/insertLoanSheet";
import { checkedLoan, filledSheet } from "../../../../src/workbook/loan/form/filledSheet";
import {
  entryOf,
  newLoanForm,
  withEntry,
  withNewRow,
  withoutRow,
  withRow,
  type LoanForm,
} from "../../../../src/workbook/loan/form/loanForm";
import { outlookOf } from "../../../../src/workbook/loan/form/loanOutlook";
import { openLoanForm } from "../../../../src/workbook/loan/form/openLoanForm";
import { saveLoanForm } from "../../../../src/workbook/loan/form/saveLoanForm";
import { MemoryBook } from "../../../support/memoryBook";

const OWN: readonly (readonly [key: string, entry: string])[] = [
  ["name", "Equipment loan"],
  ["principal", "250,000"],
  ["startDate", "2025-01-15"],
  ["annualRate", "6.25"],
  ["payments", "60"],
  ["dayCount", "ACT/360"],
];

const filled = (entries: readonly (readonly [string, string])[], form = newLoanForm()): LoanForm =>
  entries.reduce((so, [key, entry]) => withEntry(so, key, entry), form);

const own = () => filled(OWN);
const problems = (form: LoanForm) => checkedLoan(form).problems.map(({ key, value, rule }) => [key, value, rule]);

/** The date and the amount of a row that was added. */
function dated(form: LoanForm, key: string, date: string, amount: string): LoanForm {
  return withNewRow(form, key, [date, amount]);
}

describe("a new loan", () => {
  test("of which nothing is said is missing what every loan needs, each at its field", () => {
    const { problems: missing } = checkedLoan(newLoanForm());

    expect(missing.map(({ key, isMissing }) => [key, isMissing])).toEqual([
      ["principal", true],
      ["startDate", true],
      ["annualRate", true],
    ]);
  });

  test("then what ends it", () => {
    expect(problems(filled(OWN.filter(([key]) => key !== "payments")))).toEqual([
      ["payments", 0, "is still to be given"],
    ]);
  });

  test("shows its payment, its balance at a day and its first lines", () => {
    const { loan } = checkedLoan(own());

    // 250,000 at 6.25 %, ACT/360, 60 months: the figures of a calculation by hand in docs/specs/loan-sheet.md's terms.
    expect(loan && outlookOf(loan, dayOf(2026, 9, 30))).toEqual({
      said: [
        "60 payments, the first 4,872.07, the last on January 15, 2030.",
        "Balance today, September 30, 2026: 175,257.11.",
      ],
      lines: [
        ["Date", "Opening", "Interest", "Payment", "Closing"],
        ["January 15, 2025", "", "", "", "250,000.00"],
        ["February 15, 2025", "250,000.00", "1,345.49", "4,872.07", "246,473.42"],
        ["March 15, 2025", "246,473.42", "1,198.13", "4,872.07", "242,799.48"],
        ["April 15, 2025", "242,799.48", "1,306.73", "4,872.07", "239,234.14"],
        ["May 15, 2025", "239,234.14", "1,246.01", "4,872.07", "235,608.08"],
      ],
    });
  });

  test("has an extra payment, which lowers the balance", () => {
    const { loan } = checkedLoan(dated(own(), "extraPayments", "2025-09-15", "10,000"));

    expect(loan && outlookOf(loan, dayOf(2026, 9, 30)).said[1]).toBe("Balance today, September 30, 2026: 164,604.70.");
  });

  test.each<[key: string, entry: string, rule: RegExp]>([
    ["principal", "a lot", /^must be an amount, such as 250,000$/],
    ["principal", "250.000,00", /^must be an amount, such as 250,000$/],
    ["principal", "0", /^must be more than zero$/],
    ["annualRate", "six", /^must be a rate in percent, such as 6\.25$/],
    ["annualRate", "625", /^must be no more than 100 percent a year$/],
    ["payments", "60.5", /^must be a whole number of zero or more$/],
    ["firstPaymentDate", "2025-01-01", /^must not be before the start date, January 15, 2025$/],
    ["dayCount", "ACT", /^must be a day count convention/],
    ["payment", "5", /^must be no less than the interest of its period/],
  ])("refuses %s %j where it is typed", (key, entry, rule) => {
    const form = key === "payment" ? filled([["payments", ""]], own()) : own();
    expect(problems(withEntry(form, key, entry))).toEqual([[key, 0, expect.stringMatching(rule)]]);
  });

  test("refuses a dated row in the value that is wrong", () => {
    expect(problems(dated(own(), "extraPayments", "2025-09-15", ""))).toEqual([
      ["extraPayments", 1, "is still to be given"],
    ]);
    expect(problems(dated(own(), "extraPayments", "2020-09-15", "5"))).toEqual([
      ["extraPayments", 0, "must not be before the start date, January 15, 2025"],
    ]);
  });

  test("is a sheet whose terms stand in the order in which a reader asks", () => {
    expect(filledSheet(dated(own(), "extraPayments", "2025-09-15", "10,000")).values).toEqual([
      ["Loan", "Equipment loan", ""],
      ["Principal", 250_000, ""],
      ["Start date", 45_672, ""],
      ["Annual rate", 0.0625, ""],
      ["Day count", "ACT/360", ""],
      ["Method", "level payment", ""],
      ["Payment frequency", "monthly", ""],
      ["Number of payments", 60, ""],
      ["Extra payment", 45_915, 10_000],
    ]);
  });
});

describe("an existing loan", () => {
  let book: MemoryBook;
  beforeEach(async () => {
    book = new MemoryBook();
    book.time = 46_295.4; // September 30, 2026
    await insertLoanSheet(book, { terms: filledSheet(own()).values });
    book.select("Equipment loan!A3");
  });

  test("is read back from its sheet as it was typed", async () => {
    const form = await openLoanForm(book);

    for (const [key, entry] of OWN) expect([key, entryOf(form, key)]).toEqual([key, entry]);
    expect(filledSheet(form).changed).toEqual([]);
  });

  test("is written where it was changed, and nowhere else", async () => {
    book.type("Equipment loan!C6", "as of the note");
    const before = book.picture();
    const form = withEntry(await openLoanForm(book), "annualRate", "5.5");
    const { said, places } = await saveLoanForm(book, form);

    expect(said).toBe("Changed 1 cell of the loan in 'Equipment loan'!A3:E110.");
    expect(places.map(({ words }) => words)).toEqual(["B6: Annual rate"]);
    expect(book.holds("Equipment loan!B6")).toBe(0.055);
    book.type("Equipment loan!B6", 0.0625);
    expect(book.picture()).toEqual(before);
  });

  test("gets new rows below its terms, read with them", async () => {
    const form = dated(await openLoanForm(book), "extraPayments", "2025-09-15", "10,000");
    await saveLoanForm(book, form);

    expect(["A11", "B11", "C11"].map((cell) => book.holds(`Equipment loan!${cell}`))).toEqual([
      "Extra payment",
      45_915,
      10_000,
    ]);
    expect(book.formatOf("Equipment loan!B11").numberFormat).toBe("mmm d, yyyy");
    expect(book.shows("Equipment loan!H4")).toBeCloseTo(164_604.7, 2);
    const again = await openLoanForm(book);
    expect(again.rows.find(({ key }) => key === "extraPayments")?.entries).toEqual(["2025-09-15", "10,000"]);
  });

  test("loses a row whose values are taken out, and keeps its label", async () => {
    await saveLoanForm(book, dated(await openLoanForm(book), "extraPayments", "2025-09-15", "10,000"));
    const form = await openLoanForm(book);
    const row = form.rows.find(({ key }) => key === "extraPayments");
    await saveLoanForm(book, row ? withoutRow(form, row) : form);

    expect(["A11", "B11", "C11"].map((cell) => book.holds(`Equipment loan!${cell}`))).toEqual([
      "Extra payment",
      "",
      "",
    ]);
    expect(book.shows("Equipment loan!H4")).toBeCloseTo(175_257.11, 2);
  });

  test("keeps a formula that was not touched", async () => {
    book.type("Equipment loan!D1", 200_000);
    book.type("Equipment loan!B4", "='Equipment loan'!D1+50000");
    await saveLoanForm(book, withEntry(await openLoanForm(book), "payments", "48"));

    expect(book.holds("Equipment loan!B4")).toBe("='Equipment loan'!D1+50000");
    expect(book.holds("Equipment loan!B10")).toBe(48);
  });

  test("that was changed on the sheet meanwhile is not overwritten", async () => {
    const form = withEntry(await openLoanForm(book), "annualRate", "5.5");
    book.type("Equipment loan!B6", 0.07);

    await expect(saveLoanForm(book, form)).rejects.toThrow(/^B6 was changed on the sheet while the form was open/);
    expect(book.holds("Equipment loan!B6")).toBe(0.07);
  });
});

test("Exhibit 10.10 keeps its printed schedule, events and stated figures, which the form does not show", async () => {
  const book = new MemoryBook();
  await insertLoanSheet(book, {});
  book.select("Loan!A1");
  const form = await openLoanForm(book);

  expect(entryOf(form, "principal")).toBe("92,909");
  expect(entryOf(form, "annualRate")).toBe("10");
  expect(form.rows.map(({ key }) => key)).not.toContain("outcomes");
  expect(checkedLoan(form)).toMatchObject({ problems: [], loan: { terms: { stated: { rows: expect.any(Array) } } } });
  const before = book.picture();
  await saveLoanForm(book, withEntry(form, "name", "Levy"));
  book.type("Loan!B3", "Exhibit 10.10, Loan Reimbursement Agreement");
  expect(book.picture()).toEqual(before);
});

test("labels in words of one's own are understood, and a blank one is filled in where it stands", async () => {
  const book = new MemoryBook();
  book.addSheet("Terms", [
    ["Loan amount", "$100,000"],
    ["Interest rate", "6%"],
    ["Note date", 45_672],
    ["Number of payments", ""],
  ]);
  book.names.set("Terms_terms", { sheet: "Terms", row: 0, column: 0, rows: 4, columns: 2 });
  book.select("Terms!A1");
  const form = await openLoanForm(book);

  expect(["principal", "annualRate", "startDate"].map((key) => entryOf(form, key))).toEqual([
    "100,000",
    "6",
    "2025-01-15",
  ]);
  await saveLoanForm(book, withEntry(withEntry(form, "payments", "12"), "dayCount", "30/360"));
  expect(["B4", "A5", "B5"].map((cell) => book.holds(`Terms!${cell}`))).toEqual([12, "Day count", "30/360"]);
  expect(book.names.get("Terms_terms")).toMatchObject({ rows: 5 });
});

test("a workbook without a loan of its own has none to edit", async () => {
  const book = new MemoryBook();
  book.addSheet("Sheet1");
  book.select("Sheet1!A1");

  await expect(openLoanForm(book)).rejects.toThrow(/has no loan of its own yet/);
});

test("a row that was never written is gone when it is taken out", () => {
  const form = withNewRow(own(), "extraPayments");
  const row = form.rows.at(-1);
  const changed = row ? withRow(form, { ...row, entries: ["2025-09-15", ""] }) : form;

  expect(row && withoutRow(changed, row).rows).toEqual(own().rows);
});
