import { choiceOf, isBlank, readText, readWhole } from "../../core/given";
import type { Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import { isZero, plus, ZERO, type Fraction } from "../../core/number/fraction";
import { journalEntries } from "../../core/loan/reporting/journalEntries";
import { maturities } from "../../core/loan/reporting/maturities";
import { rollForward } from "../../core/loan/reporting/rollForward";
import { answerFrom, dateCell, type CellAnswer } from "../cells/answer";
import { asRange, givenCell, isEmpty, readDate, type Range } from "../cells/arguments";
import { amountCell, readLoan } from "./loanArgument";
import { SIDES } from "./sides";

/**
 * Roll-forward of a loan, a line for each period end: opening, advances, interest accrued, paid, forgiven, fees and closing, which is what is owed, principal and interest together; then the accrued interest in it, and of the principal the part due within twelve months and the rest. Opening + advances + interest accrued + fees - paid - forgiven = closing. Where the agreement prints balances, a last column says what they depart by from its terms, which the line then needs to foot.
 * @customfunction LOANROLLFORWARD
 * @param {any[][]} dates Ends of the periods, in order. The first period runs from the day of the loan.
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @returns {any[][]} A table: period end, opening, advances, interest accrued, paid, forgiven, fees, closing, accrued interest, current portion, noncurrent.
 * @example =LOANROLLFORWARD({35795;36160;36525;36891},"Exhibit 10.10")
 * @throws =LOANROLLFORWARD({45657;45291},{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12}) #VALUE! dates row 2 must be after the period end before it, December 31, 2024; received December 31, 2023
 * @throws =LOANROLLFORWARD("2024",{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12}) #VALUE! dates must be a date; this is text, so type it as a date, such as =DATE(2000,9,12); received "2024"
 * @throws =LOANROLLFORWARD("",{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12}) #VALUE! dates must hold the end of a period; received a blank
 */
export function LOANROLLFORWARD(dates: any[][], loan?: any[][]): any[][] {
  return answerFrom("loan", () => {
    const ends = readPeriodEnds(asRange(dates));
    const lines = rollForward(
      readLoan(loan),
      ends.map(({ day }) => day),
      (index) => ends[index]?.name ?? "dates",
    );
    const hasFees = lines.some(({ feesOwed }) => !isZero(feesOwed));
    const isPrinted = lines.some(({ difference }) => difference !== null);
    const header = ["Period end", "Opening", "Advances", "Interest accrued", "Paid", "Forgiven", "Fees", "Closing"];
    return [
      [
        ...header,
        "Accrued interest",
        "Current portion",
        "Noncurrent",
        ...(hasFees ? ["Fees owed"] : []),
        ...(isPrinted ? ["Difference"] : []),
      ],
      ...lines.map((line) => [
        dateCell(line.end),
        ...[line.opening, line.advances, line.interest, line.paid, line.forgiven, line.fees, line.closing].map(
          amountCell,
        ),
        ...[line.accruedInterest, line.current, line.noncurrent].map(amountCell),
        ...(hasFees ? [amountCell(line.feesOwed)] : []),
        ...(isPrinted ? [amountCell(line.difference ?? ZERO)] : []),
      ]),
    ];
  });
}

interface PeriodEnd {
  readonly name: string;
  readonly day: Day;
}

/** The dates of a range, row by row; blank cells are passed over. */
function readPeriodEnds(range: Range): readonly PeriodEnd[] {
  const isOne = range.length === 1 && range[0]?.length === 1;
  const isColumn = range.every(({ length }) => length === 1);
  const ends = range.flatMap((cells, row) =>
    cells.flatMap((cell, column): PeriodEnd[] => {
      const place = isColumn ? `dates row ${row + 1}` : `dates row ${row + 1}, column ${column + 1}`;
      const name = isOne ? "dates" : place;
      return isEmpty(cell) ? [] : [{ name, day: readDate(givenCell(name, cell)) }];
    }),
  );
  if (ends.length > 0) return ends;
  throw new CalculationError("invalid-input", "dates", "must hold the end of a period", null);
}

const MATURITIES_CLAUSE = "ASC 470-10-50-1";
const CURRENT_CLAUSE = "ASC 210-10-45-9";

/**
 * Principal of a loan by the years in which it falls due, as the footnote on debt shows it: each of the five years that follow a date, and thereafter, which sum to the principal outstanding. By the schedule as it is known on the date: what is lent, paid extra or forgiven later is not anticipated.
 * @customfunction LOANMATURITIES
 * @param {any} date Date of the balance sheet.
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @param {any} [years] Years to show one by one, 1 to 100; 5 when omitted.
 * @returns {any[][]} A table: year ending, principal due, left after it, clause; with a line for what falls due thereafter, the total, and what interest has accrued besides.
 * @example =LOANMATURITIES(DATE(1998,12,31),"Exhibit 10.10")
 * @throws =LOANMATURITIES(DATE(2023,12,31),{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12}) #N/A date must be on or after January 1, 2024, when the loan begins; received December 31, 2023
 * @throws =LOANMATURITIES(DATE(2024,6,30),{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12},0) #VALUE! years must be from 1 to 100; received 0
 */
export function LOANMATURITIES(date: any, loan?: any[][], years?: any): any[][] {
  return answerFrom("loan", () => {
    const count = isBlank(years) ? 5 : readYears(years);
    const { lines, principal, accruedInterest, fees } = maturities(
      readLoan(loan),
      readDate(givenCell("date", date)),
      count,
    );
    return [
      ["Year ending", "Principal due", "Left after", "Clause"],
      ...lines.map(({ yearEnd, due, left }, index): CellAnswer[] => [
        yearEnd === null ? "Thereafter" : dateCell(yearEnd),
        amountCell(due),
        amountCell(left),
        index === 0 ? `${CURRENT_CLAUSE} (current), ${MATURITIES_CLAUSE}` : MATURITIES_CLAUSE,
      ]),
      ["Total principal", amountCell(principal), "", MATURITIES_CLAUSE],
      ...owedBesides(principal, accruedInterest, fees),
    ];
  });
}

/** Interest and fees, and all together; nothing where nothing is owed besides the principal. */
function owedBesides(principal: Fraction, accruedInterest: Fraction, fees: Fraction): CellAnswer[][] {
  const besides = [
    { label: "Accrued interest", amount: accruedInterest },
    { label: "Fees owed", amount: fees },
  ].filter(({ amount }) => !isZero(amount));
  if (besides.length === 0) return [];
  const total = besides.reduce((sum, { amount }) => plus(sum, amount), principal);
  return [...besides, { label: "Owed in all", amount: total }].map(({ label, amount }) => [
    label,
    amountCell(amount),
    "",
    "",
  ]);
}

function readYears(years: unknown): number {
  const count = readWhole(givenCell("years", years));
  if (count >= 1 && count <= 100) return count;
  throw new CalculationError("out-of-range", "years", "must be from 1 to 100", count);
}

/**
 * Journal entries of a loan from one day to another, both included: the loan made, interest, payments, fees, forgiveness, and on the last day the interest accrued to it, each balanced to the cent. With a discount, costs or fees on the sheet, their amortization by the interest method. What is forgiven is compensation where the borrower is an employee. The loan sheet may name the accounts: "Account: Interest income" and the name beside it.
 * @customfunction LOANENTRIES
 * @param {any} from First day.
 * @param {any} to Last day, to which interest is accrued.
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @param {string} [side] Whose books: "lender" (when omitted) or "borrower".
 * @param {any} [event] What ends the agreement on the last day, as LOANPAYOFF takes it, such as "without cause".
 * @returns {any[][]} A table: date, account, debit, credit, memo.
 * @example =LOANENTRIES(DATE(2000,8,1),DATE(2000,9,12),"Exhibit 10.10","lender","without cause")
 * @throws =LOANENTRIES(DATE(2024,2,1),DATE(2024,1,1),{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12}) #VALUE! to must not be before from, February 1, 2024; received January 1, 2024
 * @throws =LOANENTRIES(DATE(2024,1,1),DATE(2024,2,1),{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12},"bank") #VALUE! side must be "lender" or "borrower"; received "bank"
 * @throws =LOANENTRIES(DATE(2024,1,1),DATE(2024,2,1),{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12},"lender","default") #VALUE! event must be an event of the agreement: payoff; received "default"
 * @throws =LOANENTRIES(DATE(2024,1,1),DATE(2024,2,1),{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12;"Account: Goodwill","1900"}) #VALUE! loan row 5, column 1 (Account) must be an account of a loan (Cash, Loan proceeds, Loan receivable, Loan payable, Interest receivable, Interest payable, Interest income, Interest expense, Fees receivable, Fees payable, Fee income, Fee expense, Loss on forgiveness, Gain on forgiveness, Compensation expense, Compensation income, Unamortized discount and fees, Unamortized discount and issue costs, Value given with the loan, Value received with the loan, Due from the borrower, Due to the lender, Difference in the printed schedule); received "Goodwill"
 */
export function LOANENTRIES(from: any, to: any, loan?: any[][], side?: string, event?: any): any[][] {
  return answerFrom("loan", () => {
    const lines = journalEntries(readLoan(loan), {
      from: readDate(givenCell("from", from)),
      to: readDate(givenCell("to", to)),
      side: isBlank(side) ? "lender" : choiceOf(SIDES)(givenCell("side", side)),
      event: isBlank(event) ? null : readText(givenCell("event", event)),
    });
    const cell = (amount: Fraction | null): CellAnswer => (amount === null ? "" : amountCell(amount));
    const header = ["Date", "Account", "Debit", "Credit", "Memo"];
    if (lines.length === 0) return [header, ["", "No entries", "", "", ""]];
    return [
      header,
      ...lines.map(({ date, account, debit, credit, memo }) => [
        dateCell(date),
        account,
        cell(debit),
        cell(credit),
        memo,
      ]),
    ];
  });
}
