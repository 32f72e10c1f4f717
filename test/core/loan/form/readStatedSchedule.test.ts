import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanFindings } from "../../../../src/core/loan/findings/findings";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { interestBetween } from "../../../../src/core/loan/account/interest";
import { toNumber } from "../../../../src/core/number/fraction";
import { day } from "../../../support/loanTerms";

/** 1,000 at 12 % from January 1, 2024: 10.00, 6.70 and 3.37 of interest, payments of 340.02, 340.02 and 340.03. */
const LOAN = { principal: 1_000, startDate: "2024-01-01", annualRate: 0.12 };
const DATES = ["2024-02-01", "2024-03-01", "2024-04-01"];
const COLUMNS = {
  reduction: [340.02, 340.02, 340.03],
  interest: [10, 6.7, 3.37],
  principal: [330.02, 333.32, 336.66],
  balance: [669.98, 336.66, 0],
  opening: [1_000, 669.98, 336.66],
};
type Column = keyof typeof COLUMNS;
const printed = (columns: readonly Column[], opening: readonly object[] = []) => [
  ...opening,
  ...DATES.map((date, line) => ({
    date,
    ...Object.fromEntries(columns.map((column) => [column, COLUMNS[column][line]])),
  })),
];

describe("a printed table is read as what it is, whichever columns it has", () => {
  const tables: readonly Column[][] = [
    ["reduction"],
    ["reduction", "balance"],
    ["reduction", "interest", "balance"],
    ["principal", "interest", "balance"],
    ["principal", "interest"],
    ["interest", "balance"],
    ["principal", "balance"],
    ["principal"],
    ["balance"],
    ["opening", "interest", "principal", "balance"],
  ];
  test.each(tables.map((columns) => [columns.join(", "), columns] as const))("date, %s", (_name, columns) => {
    const loan = loanFromObject({ ...LOAN, schedule: printed(columns) });
    for (const basis of ["stated", "computed"] as const) {
      const account = loan.account(basis);
      expect(DATES.map((date) => toNumber(account.balanceOn(day(date))))).toEqual(COLUMNS.balance);
      expect(toNumber(interestBetween(account, day("2024-01-01"), day("2024-04-01")))).toBe(20.07);
    }
    const { scale } = loan.schedule.loan;
    expect([...loan.schedule.payments].map((units) => units / scale.one)).toEqual(COLUMNS.reduction);
    expect(loanFindings(loan)).toEqual([]);
  });
});

describe("the line on which the loan begins", () => {
  const OPENING = { date: "2024-01-01", balance: 1_000 };
  const linesOf = (form: object) =>
    loanFromObject({ annualRate: 0.12, ...form }).terms.stated?.rows.map(({ date }) => isoDate(date));
  const ALL = ["2024-01-01", ...DATES];

  test.each<[string, object]>([
    ["is added where the table prints none", { ...LOAN, schedule: printed(["balance"]) }],
    ["is the one that the table prints", { ...LOAN, schedule: printed(["balance"], [OPENING]) }],
    ["gives day and principal where they are not typed", { schedule: printed(["balance"], [OPENING]) }],
    [
      "may print nothing paid",
      {
        ...LOAN,
        schedule: printed(["reduction", "balance"], [{ ...OPENING, reduction: 0, interest: 0, principal: 0 }]),
      },
    ],
  ])("%s", (_case, form) => {
    expect(linesOf(form)).toEqual(ALL);
  });

  test("may stand after the day of the loan, in a table of payments: Exhibit 10.10 is dated a day before its table", () => {
    const schedule = printed(["reduction", "balance"], [{ ...OPENING, date: "2024-01-02" }]);
    expect(linesOf({ ...LOAN, schedule })).toEqual(["2024-01-02", ...DATES]);
  });

  test("is no payment of the day of the loan, which is paid in advance", () => {
    const schedule = [
      { date: "2024-01-01", reduction: 100 },
      { date: "2024-02-01", reduction: 100 },
    ];
    const loan = loanFromObject({ ...LOAN, schedule });
    const account = loan.account("stated");
    expect(toNumber(account.balanceOn(day("2024-01-01")))).toBe(900);
    expect(toNumber(account.balanceOn(day("2024-02-01")))).toBe(809); // 900 x 1.01 - 100
  });

  test.each<[string, object, string]>([
    [
      "a first balance that is not the principal is no opening one",
      { principal: 1_000, annualRate: 0.12, schedule: printed(["balance"]) },
      "loan must say the start date (Start date); received a blank",
    ],
    [
      "a line before the start date",
      { ...LOAN, startDate: "2024-02-02", schedule: printed(["reduction"]) },
      "schedule[0].date must be on or after the start date, February 2, 2024; received February 1, 2024",
    ],
    [
      "a line before the line before it",
      { ...LOAN, schedule: [...printed(["reduction"]), { date: "2024-03-15", reduction: 5 }] },
      "schedule[3].date must be after the line before it, April 1, 2024; received March 15, 2024",
    ],
  ])("%s", (_case, form, message) => {
    expect(() => loanFromObject(form)).toThrow(message);
  });
});

describe("a table whose lines foot is not accused", () => {
  test("where its last balance is a cent off the terms", () => {
    // A lender that carries fractions prints 3.36: its lines foot, a cent a line.
    const schedule = printed(["reduction", "interest", "principal", "balance"]).map((line, at) =>
      at === 2 ? { ...line, reduction: 340.02, interest: 3.36 } : line,
    );
    expect(loanFindings(loanFromObject({ ...LOAN, schedule }))).toEqual([]);
  });

  test("but a line that does not is", () => {
    const schedule = printed(["principal", "interest", "balance"]).map((line, at) =>
      at === 1 ? { ...line, balance: 363.66 } : line,
    );
    const found = loanFindings(loanFromObject({ ...LOAN, schedule }));
    expect(found.map(({ what, cause }) => [what, cause])).toEqual([
      ["Balance on March 1, 2024", "Two digits changed places"],
      ["Footing of the line of April 1, 2024", "The balance before it is overstated by 27"],
    ]);
  });
});
