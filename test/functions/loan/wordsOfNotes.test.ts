import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANEFFECTIVERATE } from "../../../src/functions/loan/carrying";
import { LOANSCHEDULE } from "../../../src/functions/loan/loan";
import { LOANPAYOFF } from "../../../src/functions/loan/loanAgreement";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

/** Cells of a schedule: row (0 the headers, 1 the day of the loan; from the end below zero), column, figure. */
type Figure = readonly [row: number, column: "Interest" | "Payment" | "Closing", figure: number];

/** Sheets in the words of the paper named, as somebody types them from it; payments by the closed formula of an annuity. */
const SHEETS: readonly (readonly [paper: string, rows: readonly (readonly unknown[])[], figures: readonly Figure[]])[] =
  [
    [
      "a commitment letter",
      [
        ["Commitment", 500000],
        ["Closing Date", serial(2024, 1, 1)],
        ["Interest Rate", "8.00%"],
        ["Term", "5 years"],
        ["Payments", "Monthly principal and interest"],
      ],
      [[2, "Payment", 10138.2]],
    ],
    [
      "a textbook of engineering economics: A = P i (1 + i)^n / ((1 + i)^n - 1)",
      [
        ["P", 20000],
        ["i", "6%"],
        ["n", 4],
        ["Payment frequency", "annual"],
        ["Date", serial(2024, 1, 1)],
      ],
      [[2, "Payment", 5771.83]],
    ],
    [
      "a ledger card",
      [
        ["Opening balance", 12000],
        ["Interest rate", 0.09],
        ["Term (months)", 24],
        ["Start date", serial(2024, 1, 1)],
      ],
      [[2, "Payment", 548.22]],
    ],
    [
      "a bank's calculator",
      [
        ["Amount of loan", serial(2036, 11, 21)],
        ["Yearly payments", 10],
        ["Annual rate", "7%"],
        ["Date of loan", serial(2024, 1, 1)],
      ],
      [[2, "Payment", 7118.88]],
    ],
    [
      "a closing statement",
      [
        ["Loan proceeds", 75000],
        ["Date of loan", serial(2024, 1, 1)],
        ["Interest", 0.065],
        ["Years", 7],
      ],
      [[2, "Payment", 1113.71]],
    ],
    [
      "U.S. Small Business Administration, Form 147 (Note)",
      [
        ["U.S. Small Business Administration", ""],
        ["NOTE", ""],
        ["SBA Loan #", "PLP 123-456-7890"],
        ["SBA Loan Name", "Main Street Bakery"],
        ["Date", "March 15, 2024"],
        ["Loan Amount", "$250,000.00"],
        ["Interest Rate", "10.25% fixed"],
        ["Borrower", "Main Street Bakery LLC"],
        ["Operating Company", "Main Street Bakery LLC"],
        ["Lender", "First Community Bank"],
        ["Maturity", "10 years from date of Note"],
        ["Payments", "Monthly, beginning one month from the month of this Note"],
      ],
      [[2, "Payment", 3338.48]],
    ],
    [
      "U.S. Small Business Administration, Loan Authorization and Agreement (COVID-19 EIDL)",
      [
        ["Loan #", "1234567890"],
        ["Application #", "3300000000"],
        ["Loan Amount", "$150,000.00"],
        ["Note Date", "2020-06-15"],
        ["Annual Interest Rate", "3.75%"],
        ["Installment payments", "$731.00 monthly"],
        ["Payments begin", "2022-12-15"],
        ["Balance due", "30 years from date of Note"],
      ],
      [[2, "Payment", 731]],
    ],
    [
      "the box of Regulation Z, 12 CFR 1026.18",
      [
        ["ANNUAL PERCENTAGE RATE", "6.49%"],
        ["FINANCE CHARGE", "$4,352.80"],
        ["Amount Financed", "$25,000.00"],
        ["Total of Payments", "$29,352.80"],
        ["Total Sale Price", "$32,352.80"],
        ["Number of Payments", 60],
        ["Amount of Payments", "$489.21"],
        ["When Payments Are Due", "Monthly beginning 02/15/2024"],
        ["Date", "January 15, 2024"],
      ],
      [[2, "Payment", 489.21]],
    ],
    [
      "a retail installment sale contract (LAW 553)",
      [
        ["Cash price of vehicle", 32000],
        ["Cash down payment", 5000],
        ["Trade-in allowance", 2000],
        ["Amount financed", 25000],
        ["APR", "6.49%"],
        ["Contract date", "1/15/2024"],
        ["First payment due", "2/29/2024"],
        ["Number of payments", 60],
        ["Monthly payment", 489.03],
      ],
      [[2, "Payment", 489.03]],
    ],
    [
      "a commercial loan statement",
      [
        ["Loan Statement", ""],
        ["Statement date", "January 31, 2024"],
        ["Account number", "4455-00-1"],
        ["Current principal balance", "$84,213.55"],
        ["Interest rate", "7.125%"],
        ["Maturity date", "January 31, 2029"],
        ["Regular payment amount", "$1,672.86"],
        ["Next payment due", "February 29, 2024"],
      ],
      [[2, "Payment", 1672.86]],
    ],
    [
      "Fannie Mae/Freddie Mac Fixed-Rate Note, Form 3200",
      [
        ["NOTE", ""],
        ["Date", "May 1, 2024"],
        ["City", "Austin"],
        ["Principal", "U.S. $320,000.00"],
        ["Yearly rate of interest", "6.875%"],
        ["Monthly payment", "U.S. $2,102.17"],
        ["Payments begin", "July 1, 2024"],
        ["Maturity Date", "June 1, 2054"],
        ["Late charge", "5.000% of overdue payment"],
        ["Grace period", "15 days"],
      ],
      [[2, "Payment", 2102.17]],
    ],
    [
      "an equipment finance proposal",
      [
        ["Equipment cost", 180000],
        ["Down payment", 18000],
        ["Net amount financed", 162000],
        ["Rate", "7.9%"],
        ["Term", "60 mos"],
        ["Payment", 3277.05],
        ["Payment frequency", "Monthly in arrears"],
        ["Commencement date", serial(2024, 3, 1)],
      ],
      [[2, "Payment", 3277.05]],
    ],
    [
      "the term sheet of a term loan A",
      [
        ["Term Loan A", ""],
        ["Facility size", "$10,000,000"],
        ["Closing Date", "2024-03-31"],
        ["Maturity", "2029-03-31"],
        ["Scheduled amortization", "$500,000 per quarter"],
        ["Interest rate", "6.0%"],
        ["Interest payment dates", "quarterly"],
      ],
      [[2, "Payment", 650000]],
    ],
    [
      "an intercompany loan agreement",
      [
        ["Creditor", "Parent Inc."],
        ["Debtor", "Sub GmbH"],
        ["Loan principal", "EUR 1,000,000"],
        ["Drawdown date", serial(2024, 1, 1)],
        ["Interest rate p.a.", "4.5%"],
        ["Interest calculation", "act/360"],
        ["Repayment", "bullet at maturity"],
        ["Maturity", serial(2025, 1, 1)],
      ],
      [[-1, "Payment", 1045750.0]],
    ],
    [
      "a payroll deduction agreement",
      [
        ["Employee", "J. Smith"],
        ["Loan amount", 10000],
        ["Loan date", "2024-01-05"],
        ["Interest", "None"],
        ["Repayment", "26 bi-weekly payroll deductions"],
      ],
      [[2, "Payment", 384.62]],
    ],
    [
      "an installment note, Form of the Farm Credit System",
      [
        ["Amount of note", "$60,000"],
        ["Date of note", "March 1, 2024"],
        ["Rate", "5.5% per annum"],
        ["Annual installment", "$7,960.04"],
        ["No. of annual installments", 10],
        ["First installment due", "March 1, 2025"],
      ],
      [[2, "Payment", 7960.04]],
    ],
    [
      "a template of an amortization schedule, https://www.vertex42.com/ExcelTemplates/loan-amortization-schedule.html",
      [
        ["Loan Amount", 200000],
        ["Annual Interest Rate", "4.50%"],
        ["Term of Loan in Years", 30],
        ["First Payment Date", serial(2024, 2, 1)],
        ["Frequency of Payment", "Monthly"],
        ["Compound Period", "Monthly"],
        ["Payment Type", "End of Period"],
        ["Rounding", "On"],
      ],
      [[2, "Payment", 1013.37]],
    ],
    [
      "a facility letter",
      [
        ["Borrower", "ABC Ltd"],
        ["Facility amount", "£250,000"],
        ["Drawdown date", "13/02/2024"],
        ["Repayment", "60 equal monthly instalments"],
        ["Interest", "8% p.a. fixed"],
      ],
      [[2, "Payment", 5069.1]],
    ],
    [
      "a facility letter whose dates settle each other",
      [
        ["Loan amount", "£50,000"],
        ["Date of advance", "03/04/2024"],
        ["First repayment date", "30/04/2024"],
        ["Term", "3 years"],
        ["Rate", "7%"],
      ],
      [[1, "Closing", 50000]],
    ],
    [
      "a page of instructions",
      [
        ["Amount", "$1,000"],
        ["Annual interest rate", "12%"],
        ["Number of monthly payments", 12],
        ["Date of first payment", "February 1, 2024"],
      ],
      [[2, "Payment", 88.85]],
    ],
    [
      "a family loan agreement",
      [
        ["Borrower", "Al"],
        ["Lender", "Bea"],
        ["Amount borrowed", "$15,000"],
        ["Date", "2024-05-01"],
        ["Interest", "5% per year"],
        ["Payments", "36 monthly installments"],
        ["Installment amount", "$449.56"],
        ["First payment due", "2024-06-01"],
        ["Late fee", "$25 if more than 10 days late"],
      ],
      [[2, "Payment", 449.56]],
    ],
    [
      "an agricultural term note",
      [
        ["Original principal", "$1,200,000"],
        ["Effective date", "2024-03-31"],
        ["Annual Rate", "5.85%"],
        ["Term (years)", 7],
        ["Payment Freq.", "Quarterly"],
        ["Payment type", "Equal principal"],
        ["Accrual basis", "Actual/360"],
      ],
      [[2, "Closing", 1157142.86]],
    ],
    [
      "https://support.microsoft.com/office/ppmt-function-c370d9e3-7749-4ca4-beea-b06c6ac95e1b",
      [
        ["Interest rate", 0.1],
        ["Number of years", 2],
        ["Amount of loan", 2000],
        ["Start date", serial(2024, 1, 1)],
      ],
      [[2, "Payment", 92.29]],
    ],
    [
      "a template of Google Sheets",
      [
        ["Loan Amount", "$35,000.00"],
        ["Interest Rate (APR)", "7.5%"],
        ["Loan Term (Months)", "48"],
        ["Start Date", "Jan 1, 2024"],
        ["Monthly Payment", "$846.26"],
        ["Total Interest", "$5,620.48"],
      ],
      [[2, "Payment", 846.26]],
    ],
    [
      "a home equity note",
      [
        ["Loan type", "Fixed-rate home equity"],
        ["Loan amt.", "$60,000"],
        ["Int. rate", "8.25%"],
        ["Term (mos.)", 180],
        ["Origination date", serial(2024, 1, 1)],
        ["Mo. pmt.", "$582.08"],
      ],
      [[2, "Payment", 582.08]],
    ],
    [
      "an official statement",
      [
        ["Par amount", "$2,000,000"],
        ["Dated date", "2024-06-01"],
        ["Coupon", "4.00%"],
        ["Interest payable", "Semi-annually"],
        ["Final maturity", "2034-06-01"],
        ["Principal due", "At maturity"],
        ["Day count", "30/360"],
      ],
      [[2, "Payment", 40000]],
    ],
    [
      "an ESOP inside loan",
      [
        ["Inside loan", ""],
        ["Principal", "$3,000,000"],
        ["Issued", "December 31, 2023"],
        ["Rate", "AFR 4.2%"],
        ["Annual installments", "20"],
        ["First installment", "December 31, 2024"],
      ],
      [[2, "Payment", 224672.26]],
    ],
    [
      "a working capital agreement",
      [
        ["Funded amount", "$50,000"],
        ["Funding date", "2024-01-02"],
        ["Weekly payment", "$1,250.00"],
        ["Number of weekly payments", "52"],
        ["Interest rate", "51.8%"],
      ],
      [[2, "Payment", 1250]],
    ],
    [
      "the arguments of PMT",
      [
        ["Present value", serial(2031, 6, 1)],
        ["Rate per year", "6%"],
        ["Periods", 48],
        ["Payment per period", 1127.28],
        ["Inception", "2024-01-01"],
      ],
      [[2, "Payment", 1127.28]],
    ],
  ];

/** As a range is: every row as long as the longest. */
function padded(rows: readonly (readonly unknown[])[]): unknown[][] {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((cells) => [...cells, ...Array<unknown>(width - cells.length).fill("")]);
}

test.each(SHEETS)("%s is read as it is typed", (_paper, rows, figures) => {
  const table = LOANSCHEDULE(padded(rows)) as unknown[][];
  const [headers = []] = table;
  for (const [row, column, figure] of figures) {
    expect(Number(table.at(row)?.[headers.indexOf(column)])).toBeCloseTo(figure, 2);
  }
});

const LOAN = [
  ["Principal", 50_000],
  ["Start date", serial(2024, 1, 1)],
  ["Annual rate", 0.06],
  ["Number of payments", 12],
] as const;
const without = (label: string) => LOAN.filter(([name]) => name !== label);

test.each<[what: string, rows: readonly (readonly unknown[])[], message: string]>([
  [
    "dates that contradict each other",
    [...without("Start date"), ["Start date", "13/02/2024"], ["First payment date", "02/29/2024"]],
    "(Start date) must be a date",
  ],
  [
    "a date that reads two ways",
    [...without("Start date"), ["Start date", "3/4/2024"]],
    "=DATE(2024,3,4) or =DATE(2024,4,3)",
  ],
  [
    "a limit beside advances",
    [...without("Principal"), ["Commitment", 50_000], ["Advance", serial(2024, 2, 1), 1000]],
    "must say which is meant: Principal (what was lent on the start date) or Advance",
  ],
  [
    "a balance of no date, which may be that of today",
    [...without("Principal"), ["Current balance", 50_000]],
    "must say which is meant: Principal (what was lent on the start date), Balance at",
  ],
  [
    "an opening balance beside what only a loan in the middle of its life has",
    [...without("Principal"), ["Opening balance", 50_000], ["Next payment date", serial(2024, 2, 1)]],
    "must say which is meant",
  ],
  ["an index instead of a rate", [...without("Annual rate"), ["Interest", "Prime + 1%"]], "is given as Index"],
  [
    "payments that may be so many or so much",
    [...without("Number of payments"), ["Monthly payments", 60]],
    "must say which is meant: Number of payments or Payment",
  ],
])("%s is refused in words", (_what, rows, message) => {
  expect(() => LOANSCHEDULE(padded(rows))).toThrow(message);
});

test("what is one term by another's presence is passed over beside it", () => {
  const beside = padded([...LOAN, ["Commitment", 80_000], ["Current balance", 42_000], ["As of", serial(2024, 3, 1)]]);
  expect(LOANSCHEDULE(beside)).toEqual(LOANSCHEDULE(padded(LOAN)));
});

test("interest due on the way is paid, though how often stands with the principal at maturity", () => {
  const note = (how: readonly (readonly unknown[])[]) =>
    LOANSCHEDULE(
      padded([
        ["Principal", 100_000],
        ["Start date", serial(2024, 1, 1)],
        ["Annual rate", 0.06],
        ["Maturity date", serial(2026, 1, 1)],
        ...how,
      ]),
    );
  const quarterly = note([["Repayment", "Interest quarterly, principal at maturity"]]);
  expect(quarterly.slice(2).map((row) => row[3])).toEqual([1500, 1500, 1500, 1500, 1500, 1500, 1500, 101_500]);
  expect(
    note([
      ["Principal due", "at maturity"],
      ["Interest payable", "quarterly"],
    ]),
  ).toEqual(quarterly);
  expect(
    note([
      ["Repayment", "bullet"],
      ["Interest payable", "quarterly"],
    ]),
  ).toEqual(quarterly);
});

test("a fee in percent or points is so much of the principal", () => {
  const rate = (fee: unknown) => LOANEFFECTIVERATE(padded([...LOAN, ["Origination fee", fee]]));
  expect(rate("1.5%")).toBe(rate(750));
  expect(rate("2 points")).toBe(rate(1000));
});

test("a balance and the date of the statement are where a loan in the middle of its life begins", () => {
  const statement = padded([
    ["Statement date", "January 31, 2024"],
    ["Current principal balance", "$84,213.55"],
    ["Interest rate", "7.125%"],
    ["Regular payment amount", "$1,672.86"],
    ["Next payment due", "February 29, 2024"],
    ["Maturity date", "January 31, 2029"],
  ]);
  const payoff = LOANPAYOFF(serial(2024, 1, 31), "payoff", statement) as unknown[][];
  expect(payoff.find(([item]) => item === "Loan Balance")?.[1]).toBe(84_213.55);
});
