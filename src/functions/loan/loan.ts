import { scheduleTable } from "../../core/loan/scheduleTable";
import { loanSteps } from "../../core/loan/standing";
import { answerFrom, dateCell } from "../cells/answer";
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
 * @throws =LOANBALANCE("soon") #VALUE! date must be a date; received "soon"
 * @throws =LOANBALANCE("9/12/2000") #VALUE! date must be a date; this is text, so type it as a date, such as =DATE(2000,9,12) or =DATE(2000,12,9); received "9/12/2000"
 * @throws =LOANBALANCE("") #VALUE! date must be a date; received a blank
 * @throws =LOANBALANCE(DATE(1997,7,31)) #N/A date must be on or after August 1, 1997, when the loan begins; received July 31, 1997
 * @throws =LOANBALANCE(60) #VALUE! date must be a date from 1900 to 9999; received 60
 * @throws =LOANBALANCE(-1) #VALUE! date must be a date from 1900 to 9999; received -1
 * @throws =LOANBALANCE(DATE(2000,9,12),,"printed") #VALUE! basis must be "stated" or "computed"; received "printed"
 * @throws =LOANBALANCE(TRUE) #VALUE! date must be a date; received true
 * @throws =LOANBALANCE(NA()) #VALUE! date must be a date; received the error #N/A
 * @throws =LOANBALANCE(DATE(2000,9,12),"Exhibit 10.1") #VALUE! loan must be a range of labels and values, or "Exhibit 10.10"; received "Exhibit 10.1"
 * @throws =LOANBALANCE(DATE(2000,9,12),{"Principal",1000;"Colour",5}) #VALUE! loan has 3 faults: (1) loan row 2, column 1 must be a label of a loan sheet, such as Principal, Start date, Annual rate; received "Colour"; (2) loan must say the start date (Start date); received a blank; (3) loan must say the annual rate (Annual rate); received a blank
 * @throws =LOANBALANCE(DATE(2000,9,12),{"Principal",1000}) #VALUE! loan has 2 faults: (1) loan must say the start date (Start date); received a blank; (2) loan must say the annual rate (Annual rate); received a blank
 * @throws =LOANBALANCE(DATE(2024,9,12),{"Principal","lots";"Rate",0.05;"Start date",45292;"Payments",12}) #VALUE! loan row 1, column 2 (Principal) must be an amount; received "lots"
 * @throws =LOANBALANCE(DATE(2024,9,12),{"Principal",1000;"Annual rate",450;"Start date",45292;"Payments",12}) #VALUE! loan row 2, column 2 (Annual rate) must be a fraction of a year, at most 1 (4.5 % is 0.045); received 450
 * @throws =LOANBALANCE(DATE(2024,9,12),{"Principal",1000;"Principal",1000;"Annual rate",0.05;"Start date",45292;"Payments",12}) #VALUE! loan row 2, column 1 must not repeat a label (Principal); it stands above; received "Principal"
 * @throws =LOANBALANCE(DATE(2024,9,12),{"Principal",-1000;"Annual rate",0.05;"Start date",45292;"Payments",12}) #VALUE! loan row 1, column 2 (Principal) must be more than zero; received -1000
 * @throws =LOANBALANCE(DATE(2024,9,12),{"Principal",1000;"Annual rate",0.05;"Start date",45292;"Payments",12;"Payment",1}) #VALUE! loan row 5, column 2 (Payment) must be no less than the interest of its period, 4.17, or the loan is never repaid; a payment that lets the balance grow is given as a Payment change; received 1
 * @throws =LOANBALANCE(DATE(2024,9,12),{"Principal",1000;"Annual rate",0.05;"Start date",45292;"Payments",1000000}) #VALUE! loan row 4, column 2 (Number of payments) must be from 1 to 5000; received 1000000
 * @throws =LOANBALANCE(DATE(2024,9,12),{"Principal",1000;"Annual rate",0.05;"Start date",45292;"Term in years",2.55}) #VALUE! loan row 4, column 2 (Term in years) must be a number of years that comes to whole months, or a length of time, such as "5 years" or "60 months"; received 2.55
 * @throws =LOANBALANCE(DATE(2024,9,12),{"Principal",1000;"Annual rate",0.05;"Start date",45292;"Number of payments",12;"Day count","ACT/361"}) #VALUE! loan row 5, column 2 (Day count) must be a day count convention (ACT/360, ACT/364, ACT/365F, ACT/365.25, ACT/366, ACT/365 Actual, ACT/365L, NL/365, 1/1, ACT/ACT ISDA, ACT/ACT ICMA, ACT/ACT AFB, ACT/ACT Year, 30/360 ISDA, 30U/360, 30/360 PSA, 30E/360, 30E/360 ISDA, 30E+/360, 30/360 Italian, 30/365, Excel basis 0, Excel basis 1, Excel basis 2, Excel basis 3, Excel basis 4); received "ACT/361"
 */
export function LOANBALANCE(date: any[][], loan?: any[][], basis?: string): any[][] {
  return answerFrom("loan", () => {
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
 * @throws =LOANSTEPS(DATE(1990,1,1)) #N/A date must be on or after August 1, 1997, when the loan begins; received January 1, 1990
 */
export function LOANSTEPS(date: any, loan?: any[][], basis?: string): any[][] {
  return answerFrom("loan", () => {
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
 * @throws =LOANSCHEDULE(,"both") #VALUE! basis must be "stated" or "computed"; received "both"
 */
export function LOANSCHEDULE(loan?: any[][], basis?: string): any[][] {
  return answerFrom("loan", () => {
    const { columns, rows } = scheduleTable(readLoan(loan), readBasis(basis));
    const cells = rows.map(({ date, amounts }) => [
      dateCell(date),
      ...amounts.map((amount) => (amount === null ? "" : amountCell(amount))),
    ]);
    return [["Date", ...columns], ...cells];
  });
}
