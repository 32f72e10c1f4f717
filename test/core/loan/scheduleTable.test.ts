import { isoDate } from "../../../src/core/calendar/civilDate";
import { loanFromObject } from "../../../src/core/loan/form/objectForm";
import { loanOf, type Loan } from "../../../src/core/loan/loan";
import { scheduleTable } from "../../../src/core/loan/scheduleTable";
import { EXHIBIT_10_10 } from "../../../src/core/loan/exhibit1010";
import { toNumber } from "../../../src/core/number/fraction";
import type { Basis } from "../../../src/core/loan/account/scheduledBalances";

/** 1,000 at 12 % in four monthly payments of 256.28, to the cent. */
const TERMS = {
  principal: 1_000,
  startDate: "2025-01-15",
  annualRate: 0.12,
  payments: 4,
  paymentRounding: "cent",
  interestRounding: "cent",
};

function tableOf(loan: Loan, basis: Basis = "stated"): (string | number | null)[][] {
  const { columns, rows } = scheduleTable(loan, basis);
  const lines = rows.map(({ date, amounts }) => [
    isoDate(date),
    ...amounts.map((amount) => amount && toNumber(amount)),
  ]);
  return [["Date", ...columns], ...lines];
}

describe("a schedule that follows from terms", () => {
  test("has the day of the loan, and a row a payment", () => {
    expect(tableOf(loanFromObject(TERMS))).toEqual([
      ["Date", "Opening", "Interest", "Payment", "Closing"],
      ["2025-01-15", null, null, null, 1_000],
      ["2025-02-15", 1_000, 10, 256.28, 753.72],
      ["2025-03-15", 753.72, 7.54, 256.28, 504.98],
      ["2025-04-15", 504.98, 5.05, 256.28, 253.75],
      ["2025-05-15", 253.75, 2.54, 256.29, 0],
    ]);
  });

  test("has columns of what else moves the balance, and of fees, where the loan has such", () => {
    const events = {
      extraPayments: [{ date: "2025-02-15", amount: 100 }],
      forgiveness: [{ date: "2025-03-15", amount: 50 }],
      fees: [
        { date: "2025-01-15", amount: 25 }, // on the day of the loan: with the first payment
        { date: "2025-02-15", amount: 1 },
        { date: "2025-02-16", amount: 5 },
      ],
    };
    // 753.72 - 100 = 653.72; interest of a month 6.54
    expect(tableOf(loanFromObject({ ...TERMS, ...events })).slice(0, 4)).toEqual([
      ["Date", "Opening", "Interest", "Payment", "Extra payment", "Forgiven", "Closing", "Fee"],
      ["2025-01-15", null, null, null, null, null, 1_000, null],
      ["2025-02-15", 1_000, 10, 256.28, 100, 0, 653.72, 26],
      ["2025-03-15", 653.72, 6.54, 256.28, 0, 50, 353.98, 5],
    ]);
  });

  test("begins with what stands at the end of its first day, as the balance of that day does", () => {
    const events = {
      advances: [{ date: "2025-01-15", amount: 200 }],
      extraPayments: [{ date: "2025-01-15", amount: 100 }],
    };
    const loan = loanFromObject({ ...TERMS, ...events });
    expect(tableOf(loan).slice(0, 3)).toEqual([
      ["Date", "Opening", "Interest", "Advance", "Payment", "Extra payment", "Closing"],
      ["2025-01-15", null, null, 200, null, 100, 1_100],
      // an advance sets the payment anew: 1,200 x 0.01 / (1 - 1.01^-4)
      ["2025-02-15", 1_100, 11, 0, 307.54, 0, 803.46],
    ]);
    expect(toNumber(loan.account("stated").balanceOn(loan.terms.startDate))).toBe(1_100);
  });
});

describe("a schedule that an agreement prints", () => {
  test("stands with the balance that it states, the computed one and the difference: Exhibit 10.10, Article 2", () => {
    expect(tableOf(loanOf(EXHIBIT_10_10))).toEqual([
      ["Date", "Opening", "Interest", "Reduction", "Closing", "Stated", "Computed", "Difference"],
      ["1997-08-01", null, null, null, 92_909, 92_909, 92_909, 0],
      ["1998-08-01", 92_909, 8_613, 23_689, 77_833, 77_833, 77_833, 0],
      ["1999-08-01", 77_833, 7_034, 23_689, 61_178, 61_178, 61_178, 0],
      ["2000-08-01", 61_178, 5_290, 23_689, 42_779, 42_779, 42_779, 0],
      ["2001-08-01", 42_779, 5_136, 23_689, 24_226, 24_226, 22_454, -1_772],
      ["2002-08-01", 24_226, -537, 23_689, 0, 0, 0, 0],
    ]);
  });

  test("by the computed basis opens and closes with what is computed", () => {
    expect(tableOf(loanOf(EXHIBIT_10_10), "computed").at(-1)).toEqual([
      ...["2002-08-01", 22_454, 1_235, 23_689, 0], // interest is what makes the line foot
      ...[0, 0, 0],
    ]);
  });

  test("has a column of changes where there are any, and its interest foots with them", () => {
    const printed = {
      ...TERMS,
      advances: [{ date: "2025-02-20", amount: 40 }],
      schedule: [
        { date: "2025-02-15", reduction: 256.28, balance: 753.72 },
        { date: "2025-03-15", reduction: 256.28, balance: 545.28 },
      ],
    };
    const [header, , , second] = tableOf(loanFromObject(printed));
    expect(header?.slice(1, 6)).toEqual(["Opening", "Interest", "Changes", "Reduction", "Closing"]);
    expect(second?.slice(1, 6)).toEqual([753.72, 7.84, 40, 256.28, 545.28]); // 545.28 - 753.72 - 40 + 256.28
  });

  test("with nothing but its opening line stands at the principal, stated and computed", () => {
    const schedule = [{ date: "2025-01-15", balance: 1_000 }];
    const loan = loanFromObject({ principal: 1_000, startDate: "2025-01-15", annualRate: 0.12, schedule });
    expect(tableOf(loan).at(-1)).toEqual(["2025-01-15", null, null, null, 1_000, 1_000, 1_000, 0]);
    expect(toNumber(loan.account("computed").balanceOn(loan.terms.startDate + 100))).toBe(1_000);
  });
});
