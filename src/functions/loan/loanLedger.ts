import { CalculationError, inWords } from "../../core/errors";
import { ledgerLines } from "../../core/loan/ledger/ledgerLines";
import { answerFrom, dateCell, type CellAnswer } from "../cells/answer";
import { givenCell, isEmpty, readDate } from "../cells/arguments";
import { amountCell, readLoan } from "./loanArgument";

/**
 * Ledger of a loan, line by line: each payment received with the interest to its day and what of it went to fees, to interest and to principal, in the order that the sheet says (fees, interest, principal where it says none); charges and advances; and after each line the principal, the interest and the fees that are owed. Interest that is owed bears none, unless the sheet capitalizes it. Interest owed before + interest - to interest = interest owed.
 * @customfunction LOANLEDGER
 * @param {any} [date] Last day of the ledger. All its lines when omitted.
 * @param {any[][]} [loan] Loan sheet with payments received, as rows "Payment received" or as a table of Date, Type and Amount. The workbook's active loan when omitted.
 * @returns {any[][]} A table: date, what it is, amount, interest, to fees, to interest, to principal, principal, interest owed, fees owed.
 * @example =LOANLEDGER(DATE(2024,3,1),{"Principal",100000,"";"Start date",45292,"";"Annual rate",0.12,"";"Day count","ACT/365","";"Number of payments",24,"";"Method","level principal","";"Payment received",45323,500;"Late charge",45330,25;"Payment received",45352,2000})
 * @throws =LOANLEDGER(,{"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12}) #N/A loan must have payments received or charges: without them LOANSCHEDULE shows its lines; received none
 * @throws =LOANLEDGER(DATE(2023,12,31),{"Principal",1000,"";"Start date",45292,"";"Annual rate",0.1,"";"Number of payments",12,"";"Payment received",45323,100}) #N/A date must be on or after January 1, 2024, when the loan begins; received December 31, 2023
 */
export function LOANLEDGER(date?: any, loan?: any[][]): any[][] {
  return answerFrom("loan", () => {
    const { ledger } = readLoan(loan);
    if (!ledger) {
      const rule = "must have payments received or charges: without them LOANSCHEDULE shows its lines";
      throw new CalculationError("not-available", "loan", rule, inWords("none"));
    }
    const last = ledger.entries.at(-1)?.date ?? ledger.lastDay;
    const lines = ledgerLines(ledger, isEmpty(date) ? last : readDate(givenCell("date", date)));
    return [
      HEADER,
      ...lines.map((line): CellAnswer[] => [
        dateCell(line.date),
        line.words,
        line.amount === null ? "" : amountCell(line.amount),
        ...[line.interest, line.toFees, line.toInterest, line.toPrincipal].map(amountCell),
        ...[line.principal, line.interestOwed, line.feesOwed].map(amountCell),
      ]),
    ];
  });
}

const HEADER = [
  ...["Date", "Line", "Amount", "Interest", "To fees", "To interest", "To principal"],
  ...["Principal", "Interest owed", "Fees owed"],
];
