import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANSCHEDULE } from "../../../src/functions/loan/loan";
import { LOANINTEREST, LOANPAYOFF } from "../../../src/functions/loan/loanAgreement";

/**
 * First sheets as somebody types them from a paper, a template or a page, in its own words, and a figure that the source
 * prints. Where a source gives no date the loan begins on January 1, 2024. No sheet was changed to be read.
 */
interface FirstSheet {
  readonly what: string;
  readonly source: string;
  readonly rows: readonly (readonly unknown[])[];
  /** Cells of the schedule: row (0 the headers, 1 the day of the loan; from the end below zero), column, figure. */
  readonly schedule: readonly (readonly [row: number, column: "Interest" | "Payment" | "Closing", figure: number])[];
  /** Cents, unless the source prints less. */
  readonly within?: number;
}

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const START = ["Start date", serial(2024, 1, 1)];

const SHEETS: readonly FirstSheet[] = [
  {
    what: "PMT, the arguments as the page names them",
    source: "https://support.microsoft.com/office/pmt-function-0214da64-9a63-4996-bc20-214433fa6441",
    rows: [["Annual interest rate", "8%"], ["Number of months of payments", 10], ["Amount of loan", "$10,000"], START],
    schedule: [[2, "Payment", 1_037.03]],
  },
  {
    what: "CUMIPMT, the arguments as the page names them",
    source: "https://support.microsoft.com/office/cumipmt-function-61067bb0-9016-427d-b95b-1a752af0e606",
    rows: [["Annual interest rate", 0.09], ["Years of the loan", 30], ["Present value", 125_000], START],
    schedule: [[2, "Interest", 937.5]],
  },
  {
    what: "the loan amortization schedule template of Excel, its summary beside its inputs",
    source: "https://create.microsoft.com/template/loan-amortization-schedule-3c6d4d7f",
    rows: [
      ["LOAN AMORTIZATION SCHEDULE", "", "", "", "", ""],
      ["ENTER VALUES", "", "", "LOAN SUMMARY", "", ""],
      ["Loan amount", "", 5_000, "Scheduled payment", "", 425.75],
      ["Annual interest rate", "", 0.04, "Scheduled number of payments", "", 12],
      ["Loan period in years", "", 1, "Actual number of payments", "", 12],
      ["Number of payments per year", "", 12, "Total early payments", "", 0],
      ["Start date of loan", "", serial(2024, 1, 1), "Total interest", "", 108.99],
      ["", "", "", "", "", ""],
      ["Optional extra payments", "", 0, "Lender name", "", "Woodgrove Bank"],
    ],
    schedule: [[2, "Payment", 425.75]],
  },
  {
    what: "the Loan Estimate of Regulation Z, form H-24(B)",
    source: "https://www.consumerfinance.gov/rules-policy/regulations/1026/h/",
    rows: [
      ["LOAN ESTIMATE", ""],
      ["DATE ISSUED", "2013-02-15"],
      ["APPLICANTS", "Michael Jones and Mary Stone"],
      ["PROPERTY", "456 Somewhere Avenue"],
      ["SALE PRICE", "$180,000"],
      ["LOAN TERM", "30 years"],
      ["PURPOSE", "Purchase"],
      ["PRODUCT", "Fixed Rate"],
      ["LOAN TYPE", "Conventional"],
      ["LOAN ID #", 123_456_789],
      ["Loan Amount", "$162,000"],
      ["Interest Rate", "3.875%"],
      ["Monthly Principal & Interest", "$761.78"],
      ["Prepayment Penalty", "Yes, as high as $3,240 if you pay off the loan during the first 2 years"],
      ["Balloon Payment", "None"],
      ["Annual Percentage Rate (APR)", "4.274%"],
    ],
    schedule: [
      [2, "Payment", 761.78],
      [2, "Interest", 523.13],
    ],
  },
  {
    what: "an equated monthly installment",
    source: "https://en.wikipedia.org/wiki/Equated_monthly_installment",
    rows: [
      ["Principal amount borrowed", 10_000_000],
      ["Rate of interest (p.a.)", "10.5%"],
      ["Tenure (months)", 120],
      START,
    ],
    schedule: [[2, "Payment", 134_935]],
    within: 0.51,
  },
  {
    what: "an installment note of a textbook",
    source:
      "https://cidian.kuaisou.com/example+of+amortization+schedule (American Eagle, a four-year, 5% installment note)",
    rows: [
      ["Note payable", ""],
      ["Maker", "American Eagle"],
      ["Face amount", 90_000],
      ["Issue date", "January 1, 2009"],
      ["Stated rate", 0.05],
      ["Number of installments", 4],
      ["Payment frequency", "Annually"],
    ],
    schedule: [
      [2, "Interest", 4_500],
      [2, "Payment", 25_381],
    ],
    within: 0.51,
  },
  {
    what: "a 90-day note, its interest over 360 days",
    source: "https://slideplayer.com/slide/7437526/",
    rows: [
      ["Note No.", 302],
      ["Principal", "$5,000.00"],
      ["Date of note", serial(2024, 3, 13)],
      ["Term", "90 days"],
      ["Rate of interest", "10%"],
      ["Basis", "Actual/360"],
      ["Repayment", "Principal and interest at maturity"],
    ],
    schedule: [[-1, "Payment", 5_125]],
  },
  {
    what: "a note with interest each year",
    source: "https://www.northlakegroup.org/car-loan-calculator-with-balloon/ (XYZ Company)",
    rows: [
      ["Borrower", "XYZ Company"],
      ["Note amount", 75_000],
      ["Date", ""],
      ["Issuance date", "Jan 1, 2016"],
      ["Maturity", "January 1, 2019"],
      ["Interest rate", "10 %"],
      ["Payments", "Interest only"],
      ["Interest payable", "Annually"],
      ["Frequency of payments", "Yearly"],
    ],
    schedule: [
      [2, "Payment", 7_500],
      [-1, "Payment", 82_500],
    ],
  },
  {
    what: "a commercial mortgage, amortized longer than its term",
    source: "the plain US commercial mortgage: PMT(6%/12,300,1000000), FV after 119 payments",
    rows: [
      ["Loan amount", 1_000_000],
      ["Closing date", serial(2024, 1, 1)],
      ["Fixed rate", 0.06],
      ["Amortization", "25 years"],
      ["Term", "10 years"],
      ["Loan officer", "J. Doe"],
      ["Guarantor", "None"],
    ],
    schedule: [
      [2, "Payment", 6_443.01],
      [-1, "Payment", 769_963.41],
    ],
  },
  {
    what: "the calculation of a Python package",
    source: "https://pypi.org/project/amortization/",
    rows: [["PRINCIPAL", 150_000], ["INTEREST_RATE", 0.1], ["PERIOD (months)", 36], START],
    schedule: [
      [2, "Payment", 4_840.08],
      [2, "Interest", 1_250],
    ],
  },
  {
    what: "a spreadsheet that counts payments",
    source: "http://www.docstoc.com/docs/1460085/Loan-Amortization",
    rows: [
      ["Loan Amount", "$ 47,100.00"],
      ["Interest rate", "10.61%"],
      ["Num of Payments", 360],
      ["Payment", "$434.72"],
      START,
    ],
    schedule: [
      [2, "Interest", 416.44],
      [4, "Closing", 47_044.68],
    ],
    within: 0.011,
  },
  {
    what: "a course's sheet, its units in cells of their own",
    source: "https://www.scribd.com/document/360526230/manarky",
    rows: [
      ["Loan Amt", "$", 150_000, "in dollars"],
      ["Term", "", 360, "in months (i.e. 360 or 180)"],
      ["Rate", "", 0.03625, "annual interest rate, as a decimal (i.e. .0475)"],
      START,
    ],
    schedule: [
      [2, "Payment", 684.08],
      [2, "Interest", 453.13],
      [10, "Closing", 147_896.14],
    ],
    within: 0.02,
  },
  {
    what: "a state's loan contract",
    source: "https://dnrweblink.state.co.us/CWCB/0/doc/69405/Page16.aspx",
    rows: [
      ["Amortization Schedule", "", "", ""],
      ["Borrower", "Decker Lateral Company", "Loan Amount:", "$ 75,000.00"],
      ["Contract #", "C1537", "Interest Rate", "4.25%"],
      ["", "", "Term", 30],
      ["", "", "Annual Payment", "$4,469.87"],
      START,
    ],
    schedule: [
      [2, "Interest", 3_187.5],
      [3, "Closing", 72_380.76],
    ],
    within: 0.011,
  },
  {
    what: "a question of a finance class",
    source: "https://justaaa.com/accounting/88418-your-firm-just-acquired-a-bank-loan-in-the-amount",
    rows: [
      ["Amount of bank loan", 30_000],
      ["Interest rate (r)", "6% per year"],
      ["Number of periods", "3"],
      ["Annual equal payment", 11_223.29],
      START,
    ],
    schedule: [
      [2, "Interest", 1_800],
      [3, "Closing", 10_588.01],
    ],
    within: 0.011,
  },
  {
    what: "a farm loan in annual payments",
    source: "https://southernagtoday.org/2023/03/22/loan-amortization/ (total payments of 34,646.22)",
    rows: [
      ["Initial loan", 30_000],
      ["Interest rate", "5%"],
      ["Length of loan (years)", 5],
      ["Payments made", "annually"],
      START,
    ],
    schedule: [[2, "Payment", 34_646.22 / 5]],
    within: 0.006,
  },
  {
    what: "a form for promissory notes",
    source:
      "https://discmaster.textfiles.com/view/34459/TESTDRIVE_4.ISO/flwin6/csi/pmnoteiv.csi (its labels; 250,000 at 8% over 15 years is of https://github.com/Qi-He-0604/Loan_Amortization_Table)",
    rows: [
      ["Promisor Name:", "John Maker"],
      ["Payee Name:", "Jane Holder"],
      ["Principal Amount: $", 250_000],
      ["Date of Note:", "March 1, 1995"],
      ["Rate: %", 8],
      ["Number of Paymts:", 180],
      ["Charges Begin:", "March 1, 1995"],
      ["1st Payment Date:", "April 1, 1995"],
      ["Paymt Frequency:", "Monthly"],
      ["Due Date of Note:", "March 1, 2010"],
      ["Payment Amount: $", 2_389.13],
      ["Balloon Payment: $", ""],
    ],
    schedule: [
      [2, "Interest", 1_666.67],
      [2, "Payment", 2_389.13],
    ],
  },
  {
    what: "a sale of land by installments",
    source: "PMT(7%/12,120,80000), in the words of a land contract",
    rows: [
      ["Purchase price", 90_000],
      ["Down payment", 10_000],
      ["Balance financed", 80_000],
      ["Interest rate", "7%"],
      ["Monthly installments of", "$928.87"],
      ["First installment due", "February 1, 2024"],
      ["Number of installments", 120],
      ["Closing date", "January 1, 2024"],
    ],
    schedule: [
      [2, "Interest", 466.67],
      [2, "Closing", 79_537.8],
    ],
  },
  {
    what: "a credit agreement of the United Kingdom",
    source: "PMT(7.9%/12,36,10000), in the words of the Consumer Credit (Agreements) Regulations 2010",
    rows: [
      ["Amount of credit", "£10,000"],
      ["Duration of agreement", "36 months"],
      ["Rate of interest", "7.9% p.a. fixed"],
      ["Monthly repayment", "£312.90"],
      ["Date of agreement", serial(2024, 1, 1)],
      ["APR", "8.2%"],
    ],
    schedule: [
      [2, "Interest", 65.83],
      [2, "Payment", 312.9],
    ],
  },
  {
    what: "a note of the Small Business Administration",
    source: "SBA Form 147, its labels; PMT(7.25%/12,120,350000)",
    rows: [
      ["SBA Loan #", 123_456],
      ["SBA Loan Name", "ABC"],
      ["Date", "January 5, 2024"],
      ["Loan Amount", "$350,000.00"],
      ["Interest Rate", "7.25%"],
      ["Borrower", "ABC LLC"],
      ["Operating Company", "N/A"],
      ["Lender", "First Bank"],
      ["Maturity", "10 years"],
      ["Repayment terms", "Monthly"],
    ],
    schedule: [
      [2, "Interest", 2_114.58],
      [2, "Payment", 4_109.04],
    ],
  },
  {
    what: "equal principal payments of a payroll loan, twice a month",
    source: "https://emicalculator.site/loan-calculator/semi-monthly-payment.html",
    rows: [
      ["Employee", "J. Doe"],
      ["Loan amount", 10_000],
      ["Loan date", serial(2024, 1, 1)],
      ["Annual interest rate (%)", 12],
      ["# of payments", 6],
      ["Pay frequency", "Semi-monthly"],
    ],
    schedule: [
      [2, "Payment", 1_695.95],
      [2, "Interest", 50],
    ],
  },
  {
    what: "a manual of a pocket calculator",
    source: "https://www.easymanua.ls/hp/20b-business-consultant/manual?p=47 (140,000 over 360 months at 10%)",
    rows: [
      ["PV", 140_000],
      ["N", 360],
      ["I/YR", 10],
      ["P/YR", 12],
      ["Start", serial(2024, 1, 1)],
    ],
    schedule: [
      [2, "Payment", 1_228.6],
      [2, "Interest", 1_166.67],
    ],
  },
];

test.each(SHEETS)("$what is read at the first try: $source", ({ rows, schedule, within = 0.0051 }) => {
  const table = LOANSCHEDULE(padded(rows)) as unknown[][];
  const [headers = []] = table;
  for (const [row, column, figure] of schedule) {
    const found = Number(table.at(row)?.[headers.indexOf(column)]);
    expect({ row, column, within: Math.abs(found - figure) <= within ? figure : found }).toEqual({
      row,
      column,
      within: figure,
    });
  }
});

test("a note paid at its maturity, as a filing states it: interest from April 21 to December 18, 2020 of 6,607", () => {
  // https://www.sec.gov/Archives/edgar/data/1075736/000165495421002518/R17.htm
  const note = [
    ["Lender", "a bank, under the Paycheck Protection Program"],
    ["Note amount", 1_000_626],
    ["Fixed interest rate", "1.00% per annum"],
    ["Date of note", "April 21, 2020"],
    ["Maturity date", "April 21, 2022"],
    ["Days in year", 365],
    ["Payments", "Due at maturity"],
    ["Prepayment", "At any time, without penalty"],
  ];
  expect(Math.round(Number(LOANINTEREST(serial(2020, 4, 21), serial(2020, 12, 18), note)))).toBe(6_607);
});

test("a student loan after 15 days of a year of 365.25: 41.89", () => {
  // https://careers.edfinancial.com/faqs
  const loan = [
    ["Loan amount", "$15,000"],
    ["Disbursement date", "2024-01-01"],
    ["Interest rate", "6.8%"],
    ["Days per year", "Actual/365.25"],
    ["Term", "120 months"],
    ["Loan servicer", "none yet"],
  ];
  const payoff = LOANPAYOFF(serial(2024, 1, 16), "payoff", loan) as unknown[][];
  expect(payoff.find(([item]) => item === "Accrued interest")?.[1]).toBe(41.89);
});

/** As a range is: every row as long as the longest. */
function padded(rows: readonly (readonly unknown[])[]): unknown[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
}
