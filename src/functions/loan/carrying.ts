import { toNumber } from "../../core/number/fraction";
import { amortizedCost } from "../../core/loan/reporting/amortizedCost";
import { effectiveRate } from "../../core/loan/reporting/interestMethod/effectiveRate";
import { answerFrom, dateCell } from "../cells/answer";
import { givenCell, isEmpty, readDate } from "../cells/arguments";
import { amountCell, readLoan } from "./loanArgument";

/**
 * Effective interest rate of a loan a year: the rate at which what is paid is worth what the loan is carried at when it begins, its principal with the discount, premium, issue costs and fees that the sheet gives, or, with a market rate, its present value at that. Quoted as the loan quotes its own rate, so that the two stand side by side; LOANAMORTIZEDCOST is its working. Of a rate that follows an index it is worked out anew on each date on which that moves: by the index in force, from what the loan is carried at (IFRS 9 B5.4.5; ASC 310-20-35-18(c), which also allows the index at inception, a row of the sheet). (ASC 835-30-35-2, 310-20-35-18; IFRS 9 5.4.1)
 * @customfunction LOANEFFECTIVERATE
 * @param {any[][]} [loan] Loan sheet, with rows such as Discount, Premium, Issue price, Proceeds, Issue costs, Origination fee or Market rate; or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @param {any} [date] Date on which the rate is in force, of a rate that follows an index; the day of the loan when omitted.
 * @returns {number} A fraction of a year: 0.1047 is 10.47 %.
 * @example =LOANEFFECTIVERATE({"Principal",100000;"Start date",45292;"Annual rate",0.1;"Number of payments",10;"Payment frequency","annual";"Origination fee",2000})
 * @example =LOANEFFECTIVERATE({"Principal",100000,"";"Start date",45292,"";"Index",0.05,"";"Index",45658,0.06;"Margin",0.02,"";"Number of payments",5,"";"Payment frequency","annual","";"Origination fee",2000,""},DATE(2025,6,30))
 * @throws =LOANEFFECTIVERATE({"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12;"Discount",1000}) #VALUE! loan must leave an amount of more than zero to carry, after discount, costs and fees; received 0
 * @throws =LOANEFFECTIVERATE({"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12;"Discount",50;"Issue price",950}) #VALUE! loan row 5, column 2 (Discount) must be left out, as loan row 6, column 2 (Issue price) settles it; received 50
 * @throws =LOANEFFECTIVERATE({"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12;"Fee",45323}) #VALUE! loan row 5, column 2 (Fee) must have an amount behind it if it is the date February 1, 2024; a fee of that amount at the start stands as Origination fee; received 45323
 * @throws =LOANEFFECTIVERATE({"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12;"Proceeds",1E12}) #N/A loan must pay back, at some rate of interest, what it is carried at when it begins; received 1000000000000
 */
export function LOANEFFECTIVERATE(loan?: any[][], date?: any): number {
  return answerFrom("loan", () => {
    const given = readLoan(loan);
    if (isEmpty(date)) return toNumber(effectiveRate(given));
    const day = readDate(givenCell("date", date));
    return toNumber(effectiveRate(given, day));
  });
}

/**
 * What a loan is carried at, payment by payment, by the interest method: interest at the effective rate, of it the agreement's and the amortization of discount, premium, costs and fees. Opening + interest - interest paid = amortized cost, and less the principal paid it is the closing amount. Of a rate that follows an index a last column has the effective rate of each line, as LOANEFFECTIVERATE works it out anew. (ASC 835-30-35-2, 835-30-45-1A, 310-20-35-18; IFRS 9 5.4.1)
 * @customfunction LOANAMORTIZEDCOST
 * @param {any[][]} [loan] Loan sheet, with rows such as Discount, Premium, Issue price, Proceeds, Issue costs, Origination fee or Market rate; or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @returns {any[][]} A table: date, opening, interest, stated interest, amortization, interest paid, amortized cost, principal paid, closing; of a rate that follows an index also the effective rate.
 * @example =LOANAMORTIZEDCOST({"Principal",1250;"Start date",45292;"Annual rate",0.0472;"Number of payments",5;"Payment frequency","annual";"Method","interest only";"Discount",250})
 * @throws =LOANAMORTIZEDCOST({"Principal",1000;"Start date",45292;"Annual rate",0.1;"Number of payments",12;"Proceeds",980;"Origination fee",20}) #VALUE! loan row 6, column 2 (Origination fee) must be left out, as loan row 5, column 2 (Proceeds) settles it; received 20
 */
export function LOANAMORTIZEDCOST(loan?: any[][]): any[][] {
  return answerFrom("loan", () => {
    const given = readLoan(loan);
    const { start, lines } = amortizedCost(given);
    const withRate = (row: unknown[], rate: unknown) => (given.terms.interest.index === null ? row : [...row, rate]);
    const header = ["Date", "Opening", "Interest", "Stated interest", "Amortization", "Interest paid"];
    return [
      withRate([...header, "Amortized cost", "Principal paid", "Closing"], "Effective rate"),
      withRate(
        [dateCell(start.date), "", "", "", "", "", amountCell(start.carried), "", amountCell(start.carried)],
        "",
      ),
      ...lines.map((line) =>
        withRate(
          [
            dateCell(line.date),
            ...[line.opening, line.interest, line.statedInterest, line.amortization, line.interestPaid].map(amountCell),
            ...[line.amortizedCost, line.principalPaid, line.closing].map(amountCell),
          ],
          toNumber(line.effectiveRate),
        ),
      ),
    ];
  });
}
