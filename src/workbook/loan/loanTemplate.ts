import { dayOf } from "../../core/calendar/civilDate";
import { EXHIBIT_10_10_AGREEMENT } from "../../core/loan/exhibit1010";
import { sheetRows, type SheetRow } from "../../core/loan/sheetRows";
import { serialOf } from "../../functions/cells/arguments";
import type { CellContent } from "../book/book";

type Row = readonly CellContent[];

/** A loan as a sheet of labels and values, with the schedule that the agreement prints. */
export interface LoanTemplate {
  readonly terms: readonly Row[];
  /** Date, reduction, balance, below a header row; empty for a loan whose schedule follows from its terms. */
  readonly schedule: readonly Row[];
  /** Day of the worked balance; "" for a year after the start. */
  readonly workedAt: CellContent;
  /** What goes beside each label, in words; none where the terms are complete. */
  readonly hints: readonly string[];
  /** Labels that must be filled in before anything is calculated, all of the first and one of the second. */
  readonly required: readonly string[];
  readonly oneOf: readonly string[];
  /** What the sheet says until they are. */
  readonly prompt: string;
  /** Whether the rows are short, as those of a form are, and no schedule is printed. */
  readonly isOwn?: boolean;
}

/** The Loan Reimbursement Agreement of HemaCare Corporation, Exhibit 10.10, as a loan sheet has it. */
export function exhibit1010Template(): LoanTemplate {
  return agreementTemplate(EXHIBIT_10_10_AGREEMENT, serialOf(dayOf(2000, 9, 12))); // of the worked example in 3.5
}

/** An agreement in its object form, worked out at a day. */
export function agreementTemplate(agreement: Readonly<Record<string, unknown>>, workedAt: CellContent): LoanTemplate {
  const { terms, schedule } = sheetRows(agreement);
  return {
    terms: terms.map(asCells),
    schedule: schedule.map(asCells),
    workedAt,
    hints: [],
    required: [],
    oneOf: [],
    prompt: "",
    isOwn: schedule.length === 0,
  };
}

function asCells(row: SheetRow): Row {
  return row.map((value) => (typeof value === "object" ? serialOf(value.day) : value));
}

/**
 * An ordinary loan to fill in: each label with the words for what goes beside it, which are gone once it is there. Every
 * other label may be added below.
 */
export function blankTemplate(): LoanTemplate {
  return {
    terms: BLANK.map(([label, value]) => [label, value]),
    hints: BLANK.map(([, , hint]) => hint),
    schedule: [],
    workedAt: "",
    required: ["Principal", "Start date", "Annual rate"],
    oneOf: ["Number of payments", "Term in years", "Maturity date", "Payment"],
    prompt:
      "Fill in column B: the principal, the start date, the annual rate, and how it is repaid. The figures appear at once.",
  };
}

/**
 * A loan of which the terms are given; "" in {@link LoanTemplate.workedAt} for a year after the start. What its sheet
 * needs is asked for again where somebody clears it.
 */
export function givenTemplate(terms: readonly Row[], workedAt: CellContent = ""): LoanTemplate {
  const { required, oneOf, prompt } = blankTemplate();
  const stands = (label: string) => terms.some(([first]) => first === label);
  const isOrdinary = required.every(stands) && oneOf.some(stands);
  return {
    terms,
    schedule: [],
    workedAt,
    hints: [],
    required: isOrdinary ? required : [],
    oneOf: isOrdinary ? oneOf.filter(stands) : [],
    prompt,
    isOwn: true,
  };
}

const BLANK: readonly (readonly [label: string, value: string, hint: string])[] = [
  ["Loan", "", "its name, such as Equipment loan"],
  ["Principal", "", "amount lent, such as 250,000"],
  ["Start date", "", "day from which interest runs, such as 1/15/2025"],
  ["Annual rate", "", "such as 6.25%"],
  ["Number of payments", "", "how many; or one of the next three instead"],
  ["Term in years", "", "how long it runs, such as 5"],
  ["Maturity date", "", "day of the last payment"],
  ["Payment", "", "amount of each; worked out when blank"],
  ["Payment frequency", "monthly", "or quarterly, annual, semi-monthly, every 2 weeks"],
  ["Method", "level payment", "or level principal, interest only, bullet"],
  ["First payment date", "", "one period after the start when blank"],
  ["Day count", "", "equal periods when blank; or ACT/360, ACT/365, 30/360"],
];
