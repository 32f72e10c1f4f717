/**
 * The gallery: loans and earnings per share to look at, each with figures that somebody else has published. A sample is
 * nothing but what stands here; `sampleSheets` makes its sheets, and a test ties each of its figures out.
 */
import { dayOf, type Day } from "../../core/calendar/civilDate";
import { EXHIBIT_10_10_AGREEMENT } from "../../core/loan/exhibit1010";

/** A figure of a sample: the formula that gives it here, and what its source gives. */
export interface KnownFigure {
  readonly label: string;
  /** A formula without its "=", in which {loan} or {inputs} stands for the sample's cells. */
  readonly formula: string;
  readonly known: number;
  /** To what it is published: 0.01 for cents. */
  readonly unit: number;
  readonly source: string;
}

/** What a cell of a sample holds; a day is written as a date. */
export type SampleCell = string | number | { readonly day: Day };

interface AnySample {
  readonly id: string;
  readonly title: string;
  /** What its sheets are called, in 21 characters. */
  readonly sheet: string;
  /** What there is to see, in a sentence or two. */
  readonly about: string;
  readonly figures: readonly KnownFigure[];
}

/** An agreement in its object form, with the day of its worked balance. */
export interface LoanSample extends AnySample {
  readonly loan: Readonly<Record<string, unknown>>;
  readonly workedAt: Day;
}

/** A table, and the formula that answers from it. */
export interface TableSample extends AnySample {
  readonly inputs: readonly (readonly SampleCell[])[];
  /** Without its "=". */
  readonly answer: string;
}

export type Sample = LoanSample | TableSample;

const EXHIBIT_10_10 = "HemaCare Corporation, Exhibit 10.10";
const EXHIBIT_11 = "HemaCare Corporation, Form 10-Q for September 30, 2002, Exhibit 11";
const ISDA = "2006 ISDA Definitions, section 4.16(e)";
const EXTRA = "accessfreetools.com/tools/mortgage-amortization-calculator: $200,000 at 6% with $100.00 extra a month";
const IFRS_9 = "IFRS 9, Guidance on implementing, B.26";
const ILLUSTRATION_6 = "FASB Statement 128, Illustration 6 (ASC 260-10-55-62)";
const ILLUSTRATION_4 = "FASB Statement 128, Illustration 4 (ASC 260-10-55-57); IAS 33, Example 9";

export const SAMPLES: readonly Sample[] = [
  {
    id: "employee-loan",
    title: "Employee loan with forgiveness",
    sheet: "Employee loan",
    about:
      "A loan that an employee pays off by service: each year of work reduces it, and what is left is forgiven when the employment ends without cause.",
    loan: EXHIBIT_10_10_AGREEMENT,
    workedAt: dayOf(2000, 9, 12),
    figures: [
      {
        label: "Balance at September 12, 2000",
        formula: "LOANBALANCE(DATE(2000,9,12),{loan})",
        known: 40_483,
        unit: 1,
        source: `${EXHIBIT_10_10}, section 3.5`,
      },
      {
        label: "Forgiven, if the employment ends then without cause",
        formula: 'INDEX(LOANPAYOFF(DATE(2000,9,12),"without cause",{loan}),4,2)',
        known: 40_483,
        unit: 1,
        source: `${EXHIBIT_10_10}, sections 3.1 and 3.5`,
      },
      {
        label: "Balance at August 1, 2000",
        formula: "LOANBALANCE(DATE(2000,8,1),{loan})",
        known: 42_779,
        unit: 1,
        source: `${EXHIBIT_10_10}, Article 2`,
      },
    ],
  },
  {
    id: "equipment-loan",
    title: "Equipment loan, ACT/360",
    sheet: "Equipment loan",
    about:
      "Sixty level payments with interest by the actual days over 360, as banks lend: a month of 31 days costs more than one of 28.",
    loan: {
      name: "Equipment loan",
      principal: 250_000,
      startDate: "2025-01-15",
      annualRate: 0.0625,
      dayCount: "ACT/360",
      method: "level payment",
      frequency: "monthly",
      payments: 60,
    },
    workedAt: dayOf(2026, 9, 30),
    figures: [
      {
        label: "Interest of the 31 days to February 15, 2025",
        formula: "INDEX(LOANSCHEDULE({loan}),3,3)",
        known: 1_345.49,
        unit: 0.01,
        source: `${ISDA}: 250,000 x 6.25% x 31/360`,
      },
      {
        label: "Part of a year from January 15 to February 15, 2025",
        formula: 'DAYCOUNT(DATE(2025,1,15),DATE(2025,2,15),"ACT/360")',
        known: 0.0861,
        unit: 0.0001,
        source: `${ISDA}: 31/360`,
      },
    ],
  },
  {
    id: "mortgage",
    title: "Mortgage with extra payments",
    sheet: "Mortgage",
    about: "Thirty years at 6%, with 100 paid extra every month: it is repaid 65 months early.",
    loan: {
      name: "Mortgage",
      principal: 200_000,
      startDate: "2024-01-01",
      annualRate: 0.06,
      method: "level payment",
      frequency: "monthly",
      termYears: 30,
      extraEachPeriod: [{ amount: 100 }],
    },
    workedAt: dayOf(2029, 1, 1),
    figures: [
      {
        label: "Scheduled payment",
        formula: "INDEX(LOANSCHEDULE({loan}),3,4)",
        known: 1_199.1,
        unit: 0.01,
        source: EXTRA,
      },
      {
        label: "Payments until it is repaid, of 360",
        formula: "ROWS(LOANSCHEDULE({loan}))-2",
        known: 295,
        unit: 1,
        source: EXTRA,
      },
    ],
  },
  {
    id: "discount",
    title: "Bullet with a discount",
    sheet: "Debt at a discount",
    about:
      "A debt of 1,250 bought for 1,000: interest of 4.72% is paid each year, the principal at the end, and the discount is earned by the interest method.",
    loan: {
      name: "Debt bought at a discount",
      principal: 1_250,
      startDate: "2000-01-01",
      annualRate: 0.0472,
      method: "interest only",
      frequency: "annual",
      payments: 5,
      discount: 250,
    },
    workedAt: dayOf(2002, 1, 1),
    figures: [
      ["first", 3, 1_041],
      ["second", 4, 1_086],
      ["third", 5, 1_136],
      ["fourth", 6, 1_190],
    ].map(([year, row, known]): KnownFigure => ({
      label: `Amortized cost at the end of the ${year} year`,
      formula: `INDEX(LOANAMORTIZEDCOST({loan}),${row},7)`,
      known: Number(known),
      unit: 1,
      source: IFRS_9,
    })),
  },
  {
    id: "loss-year",
    title: "Earnings per share of a loss year",
    sheet: "Loss year",
    about:
      "A quarter and nine months with a loss beside a year before with income: in a loss nothing dilutes, and both figures are the same.",
    inputs: [
      ["Period end", "Months", "Net income", "Weighted shares", "Stock options", "Warrants"],
      [{ day: dayOf(2001, 9, 30) }, 3, 5_000, 7_541_024, 834_762, 50_788],
      [{ day: dayOf(2001, 9, 30) }, 9, 377_000, 7_509_358, 698_224, 39_402],
      [{ day: dayOf(2002, 9, 30) }, 3, -462_000, 7_737_946, 0, 0],
      [{ day: dayOf(2002, 9, 30) }, 9, -619_000, 7_647_197, 0, 0],
    ],
    answer: "EPSTABLE({inputs})",
    figures: [
      lossFigure("Net loss per share, quarter", "BASICEPS(INDEX({inputs},4,3),INDEX({inputs},4,4))", -0.06),
      lossFigure("Net loss per share, nine months", "BASICEPS(INDEX({inputs},5,3),INDEX({inputs},5,4))", -0.08),
      lossFigure(
        "Diluted net income per share, nine months of 2001",
        "DILUTEDEPS(INDEX({inputs},3,3),INDEX({inputs},3,4),INDEX({inputs},3,5)+INDEX({inputs},3,6))",
        0.05,
      ),
    ],
  },
  {
    id: "two-classes",
    title: "Two classes of stock",
    sheet: "Two classes",
    about:
      "Preferred stock that takes part in earnings: after the dividends, what is left goes to the classes 40 to 60 a share.",
    inputs: [
      ["Class", "Shares", "Dividends", "Participation"],
      ["Preferred", 5_000, 27_000, 0.4],
      ["Common", 10_000, 26_000, 0.6],
    ],
    answer: "TWOCLASSEPS(65000,{inputs})",
    figures: [
      {
        label: "Preferred, per share",
        formula: "INDEX(TWOCLASSEPS(65000,{inputs}),2,7)",
        known: 6,
        unit: 0.01,
        source: ILLUSTRATION_6,
      },
      {
        label: "Common, per share",
        formula: "INDEX(TWOCLASSEPS(65000,{inputs}),3,7)",
        known: 3.5,
        unit: 0.01,
        source: ILLUSTRATION_6,
      },
    ],
  },
  {
    id: "options-and-convertible",
    title: "Options and convertibles",
    sheet: "Options, convertibles",
    about:
      "Options by the treasury stock method, debentures and preferred stock by the if-converted method, the most dilutive first: the preferred stock is left out, as it would raise the figure.",
    inputs: [
      ["Security", "Type", "Number", "Exercise price", "Average price", "Add-back"],
      ["Options", "option", 100_000, 60, 75, ""],
      ["Convertible preferred stock", "convertible preferred", 1_600_000, "", "", 6_400_000],
      ["5% convertible debentures", "convertible debt", 2_000_000, "", "", 3_000_000],
    ],
    answer: "DILUTIONSTEPS(16400000,2000000,{inputs},6400000)",
    figures: [
      sequenceFigure("Basic earnings per share", "BASICEPS(16400000,2000000,6400000)", 5),
      sequenceFigure("Diluted earnings per share", "DILUTEDEPS(16400000,2000000,{inputs},6400000)", 3.23),
      {
        label: "Shares in diluted earnings per share",
        formula: "DILUTEDSHARES(16400000,2000000,{inputs},6400000)",
        known: 4_020_000,
        unit: 1,
        source: ILLUSTRATION_4,
      },
    ],
  },
];

function lossFigure(label: string, formula: string, known: number): KnownFigure {
  return { label, formula, known, unit: 0.01, source: EXHIBIT_11 };
}

function sequenceFigure(label: string, formula: string, known: number): KnownFigure {
  return { label, formula, known, unit: 0.01, source: ILLUSTRATION_4 };
}

/** @throws RangeError for an id of none */
export function sampleNamed(id: string): Sample {
  const sample = SAMPLES.find((one) => one.id === id);
  if (!sample) throw new RangeError(`there is no sample ${id}`);
  return sample;
}
