import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANSCHEDULE } from "../../../src/functions/loan/loan";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

/** A schedule's payment, of the row (0 the headers, 1 the day of the loan), for a sheet in the words of its kind of paper. */
type Sheet = readonly [what: string, rows: readonly (readonly unknown[])[], row: number, payment: number];

/** Composed, in the words of notes, banks, textbooks and templates; the payments by the closed formula of an annuity. */
const SHEETS: readonly Sheet[] = [
  [
    "a promissory note on 30/360",
    [
      ["PROMISSORY NOTE"],
      ["Face amount", "$150,000.00"],
      ["Dated", "March 15, 2024"],
      ["Maker", "Delta Supply LLC"],
      ["Payee", "First Bank"],
      ["Interest", "7.25% per annum"],
      ["Basis", "30/360"],
      ["Payable in", "60 monthly installments"],
      ["1st payment due", "April 15, 2024"],
      ["Default rate", "12%"],
    ],
    2,
    2987.9,
  ],
  [
    "a seller's note with figures spelled out",
    [
      ["Principal sum", "Two Hundred Thousand Dollars ($200,000)"],
      ["Effective date", "July 1, 2024"],
      ["Rate of interest", "five percent (5%) per year"],
      ["Payments", "interest only, quarterly"],
      ["Balance due", "July 1, 2027"],
    ],
    2,
    2500,
  ],
  [
    "a Canadian mortgage, compounded in its rate",
    [
      ["Principal", "$300,000"],
      ["Interest rate", "5.0%, compounded semi-annually, not in advance"],
      ["Amortization", "25 years"],
      ["Term", "5 years"],
      ["Payment frequency", "Monthly"],
      ["Advance date", "2024-01-01"],
    ],
    2,
    1744.81,
  ],
  [
    "a British loan, its principal an advance",
    [
      ["Advance", "£10,000"],
      ["Drawdown date", "1 March 2024"],
      ["Fixed rate", "7.9% p.a."],
      ["Repayment period", "3 years"],
      ["Repayments", "monthly"],
      ["First repayment", "1 April 2024"],
    ],
    2,
    312.9,
  ],
  [
    "a note with its payment, its first and its final installment",
    [
      ["Original principal amount", "$75,000"],
      ["Date of note", serial(2024, 1, 15)],
      ["Stated interest rate", "8%"],
      ["Monthly P & I payment", "$1,520.73"],
      ["Number of installments", "60"],
      ["First installment due", serial(2024, 2, 15)],
      ["Final installment due", serial(2029, 1, 15)],
    ],
    2,
    1520.73,
  ],
  [
    "equipment, with its residual and the timing of payments",
    [
      ["Amount financed", 85_000],
      ["Nominal rate", "8.5%"],
      ["No. of pmts", 48],
      ["Pmt frequency", "monthly"],
      ["Pmt timing", "in arrears"],
      ["Start", "Jan 1, 2024"],
      ["Residual / balloon", 15_000],
    ],
    2,
    1831.63,
  ],
  [
    "a template with units in its labels",
    [
      ["Loan Details"],
      ["Loan Amount ($)", 250_000],
      ["Annual Interest Rate (%)", 4.5],
      ["Loan Term (Years)", 15],
      ["Payments Per Year", 12],
      ["Start of Loan", "2024-01-01"],
      ["Payment Type", "End of period"],
    ],
    2,
    1912.48,
  ],
  [
    "one row under labels",
    [
      ["Loan", "Orig. balance", "Orig. date", "Rate", "Term (months)", "Pmt"],
      ["A-1", 50_000, serial(2024, 1, 1), 0.06, 36, 1521.1],
    ],
    2,
    1521.1,
  ],
  [
    "a term sheet that says how and how often at once",
    [
      ["Facility", "Term loan"],
      ["Principal amount", "$2,500,000"],
      ["Closing date", serial(2024, 6, 15)],
      ["Maturity date", serial(2029, 6, 15)],
      ["Int. rate p.a.", "6.75%"],
      ["Amortization", "20 years"],
      ["Payments", "Monthly P&I"],
      ["Day basis", "30/360"],
    ],
    2,
    19_009.1,
  ],
];

test.each(SHEETS)("%s is accepted as it is typed", (_what, rows, row, payment) => {
  const width = Math.max(...rows.map(({ length }) => length));
  const schedule = LOANSCHEDULE(rows.map((cells) => [...cells, ...Array<unknown>(width - cells.length).fill("")]));
  expect(schedule[row]?.[3]).toBe(payment);
});

const note = (...rows: readonly (readonly unknown[])[]) => [
  ["Principal", 1000],
  ["Start date", serial(2024, 1, 1)],
  ...rows,
];

test.each([
  [
    "words that say another number",
    note(["Annual rate", "six percent (5%)"], ["Number of payments", 12]),
    "(Annual rate) must be a rate",
  ],
  [
    "a frequency that departs from another",
    note(["Annual rate", "6%"], ["Payment frequency", "quarterly"], ["Payable in", "12 monthly installments"]),
    "must agree with",
  ],
  [
    "compounding that departs from another",
    note(["Annual rate", "6%, compounded monthly"], ["Compounding", "annual"], ["Number of payments", 12]),
    "must agree with",
  ],
])("%s is refused", (_what, rows, message) => {
  expect(() => LOANSCHEDULE(rows.map((cells) => [...cells]))).toThrow(message);
});
