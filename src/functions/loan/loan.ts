import { scheduleTable } from "../../core/loan/scheduleTable";
import { loanSteps } from "../../core/loan/standing";
import { answer, dateCell } from "../cells/answer";
import { givenCell, readDate } from "../cells/arguments";
import { elementwise } from "../cells/elementwise";
import { amountCell, readBasis, readLoan } from "./loanArgument";

/**
 * Outstanding balance of a loan at a date. On a scheduled date the schedule's balance; between two dates the balance that the agreement prescribes, with interest since and the share of the next reduction. Where the sheet has payments received, the principal that they leave up to the date.
 * @customfunction LOANBALANCE
 * @param {any[][]} date Date of the balance. One cell or a range.
 * @param {any[][]} [loan] Loan sheet: rows of label and value, then the schedule where the agreement prints one; or "Exhibit 10.10", the agreement that is built in. The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @param {string} [basis] "stated" (when omitted): figures that the agreement prints bind. "computed": all recomputed from its terms, as if paid when due.
 * @returns {any[][]} Currency, in the shape of the dates given.
 * @example =LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10")
 */
export function LOANBALANCE(date: any[][], loan?: any[][], basis?: string): any[][] {
  return answer(() => {
    const balances = readLoan(loan).balances(readBasis(basis));
    return elementwise({ date: [date, readDate] }, ({ date: day }) => balances.balanceNumberOn(day, "date"));
  });
}

/**
 * Working of a loan balance, line by line, as the agreement lays it out: opening balance, interest, updated loan, share of the next reduction, balance, each with its clause. Where the sheet has payments received, a line for each and for the interest to its day.
 * @customfunction LOANSTEPS
 * @param {any} date Date of the balance.
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @param {string} [basis] "stated" (when omitted): figures that the agreement prints bind. "computed": all recomputed from its terms, as if paid when due.
 * @returns {any[][]} A table: step, amount, clause.
 * @example =LOANSTEPS(DATE(2000,9,12),"Exhibit 10.10")
 */
export function LOANSTEPS(date: any, loan?: any[][], basis?: string): any[][] {
  return answer(() => {
    const steps = loanSteps(readLoan(loan), readBasis(basis), readDate(givenCell("date", date)));
    return [
      ["Step", "Amount", "Clause"],
      ...steps.map(({ label, amount, clause }) => [label, amountCell(amount), clause]),
    ];
  });
}

/**
 * Schedule of a loan: date, opening balance, interest, payment or reduction, closing balance. Where the agreement prints a schedule, its balance and the computed one stand side by side, with the difference: computed less stated.
 * @customfunction LOANSCHEDULE
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @param {string} [basis] "stated" (when omitted): figures that the agreement prints bind. "computed": all recomputed from its terms, as if paid when due.
 * @returns {any[][]} A table with a header row.
 * @example =LOANSCHEDULE("Exhibit 10.10")
 */
export function LOANSCHEDULE(loan?: any[][], basis?: string): any[][] {
  return answer(() => {
    const { columns, rows } = scheduleTable(readLoan(loan), readBasis(basis));
    const cells = rows.map(({ date, amounts }) => [
      dateCell(date),
      ...amounts.map((amount) => (amount === null ? "" : amountCell(amount))),
    ]);
    return [["Date", ...columns], ...cells];
  });
}
