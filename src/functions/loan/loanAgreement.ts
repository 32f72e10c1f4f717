import { isBlank, readNumber, readText } from "../../core/given";
import { CalculationError } from "../../core/errors";
import { negated, toNumber } from "../../core/number/fraction";
import { collateralTests, type CollateralTest, type SharePrice } from "../../core/loan/account/collateral";
import type { FindingValue } from "../../core/loan/findings/finding";
import { loanFindings } from "../../core/loan/findings/findings";
import type { Outcome } from "../../core/loan/terms/agreement";
import { loanInterest } from "../../core/loan/standing";
import { payoff, type Payoff } from "../../core/loan/account/payoff";
import {
  answerFrom,
  asCellError,
  CENT_AMOUNT,
  dateCell,
  formatted,
  WHOLE_AMOUNT,
  type CellAnswer,
} from "../cells/answer";
import { givenCell, asRange, readDate, type Range } from "../cells/arguments";
import { amountCell, readLoan } from "./loanArgument";

/**
 * Interest that accrues on a loan between two dates, by its own convention; where the sheet has payments received, on what they leave.
 * @customfunction LOANINTEREST
 * @param {any} from Day from which interest runs.
 * @param {any} to Day to which it runs.
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @returns {number} Currency, rounded as the agreement rounds interest.
 * @example =LOANINTEREST(DATE(2000,8,1),DATE(2000,9,12),"Exhibit 10.10")
 * @throws =LOANINTEREST(DATE(2000,9,12),DATE(2000,8,1)) #VALUE! to must not be before from, September 12, 2000; received August 1, 2000
 */
export function LOANINTEREST(from: any, to: any, loan?: any[][]): number {
  return answerFrom("loan", () => {
    return toNumber(loanInterest(readLoan(loan), readDate(givenCell("from", from)), readDate(givenCell("to", to))));
  });
}

/**
 * Outcome of an event that ends a loan: its balance, what is forgiven, what the borrower owes at once, the interest of each day after it and to when that holds, and the collateral shares that go back, each with its clause. The shares are all of the agreement's; those that LOANCOLLATERAL releases on earlier dates are not taken off.
 * @customfunction LOANPAYOFF
 * @param {any} date Day of the event.
 * @param {string} [event] Event as the agreement names it, such as "without cause", "for cause", "resignation", "death" or "disability". "payoff" when omitted, of any loan: paid off early, with the charge that the agreement has for it.
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @param {any} [sharePrice] Price of a collateral share on the day, to value what goes back.
 * @returns {any[][]} A table: item, amount, clause.
 * @example =LOANPAYOFF(DATE(2000,9,12),"resignation","Exhibit 10.10")
 * @throws =LOANPAYOFF(DATE(2000,9,12),"retirement") #VALUE! event must be an event of the agreement: without cause, for cause, with cause, resignation, death, disability, payoff; received "retirement"
 * @throws =LOANPAYOFF(DATE(2000,9,12),"resignation",,-1) #VALUE! sharePrice must be zero or more; received -1
 * @throws =LOANPAYOFF(DATE(2024,6,1),"resignation",{"Principal",1000;"Annual rate",0.05;"Start date",45292;"Number of payments",12}) #VALUE! event must be an event of the agreement: payoff; received "resignation"
 */
export function LOANPAYOFF(date: any, event?: string, loan?: any[][], sharePrice?: any): any[][] {
  return answerFrom("loan", () => {
    const balances = readLoan(loan).balances("stated");
    const price = isBlank(sharePrice) ? null : readNumber(givenCell("sharePrice", sharePrice));
    if (price && price.numerator < 0) {
      throw new CalculationError("out-of-range", "sharePrice", "must be zero or more", toNumber(price));
    }
    const word = isBlank(event) ? "payoff" : readText(givenCell("event", event));
    const result = payoff(balances, readDate(givenCell("date", date)), word, price);
    return [["Item", "Amount", "Clause"], ...payoffRows(result, balances.loan.terms.outcomes)];
  });
}

/** The lines of a payoff: the same on every date, without those of what the agreement does not have. */
function payoffRows(result: Payoff, outcomes: readonly Outcome[]): CellAnswer[][] {
  const { balance, interest, fees, charge, forgiven, due, perDiem, sharesReturned, sharesValue, balanceClause } =
    result;
  const { clause } = result.outcome;
  const forgives = outcomes.some((outcome) => outcome.balance === "forgiven");
  const goodThrough = perDiem?.goodThrough ?? null;
  const rebate = result.rebate
    ? [
        ["Payments to come", amountCell(result.rebate.paymentsToCome), balanceClause],
        ["Rebate of unearned interest", amountCell(negated(result.rebate.unearned)), balanceClause],
      ]
    : [];
  return [
    ...rebate,
    ["Loan Balance", amountCell(balance), balanceClause],
    ["Accrued interest", amountCell(interest), balanceClause],
    ...(fees === null ? [] : [["Fees owed", amountCell(fees), balanceClause]]),
    ...(charge === null ? [] : [["Prepayment charge", amountCell(charge), clause]]),
    ...(forgives ? [["Forgiven", amountCell(forgiven), clause]] : []),
    ...(perDiem ? [["Good through", goodThrough === null ? "" : dateCell(goodThrough), ""]] : []),
    ["Due from the borrower", amountCell(due), clause],
    ...(perDiem ? [["Per diem", amountCell(perDiem.amount), ""]] : []),
    ...(sharesReturned === null
      ? []
      : [["Collateral shares returned", formatted(sharesReturned, WHOLE_AMOUNT), clause]]),
    ...(sharesValue === null ? [] : [["Value of the shares returned", amountCell(sharesValue), clause]]),
  ];
}

/**
 * Collateral of a loan, tested on each reduction date after the reduction: shares worth more than the balance go back, in whole shares.
 * @customfunction LOANCOLLATERAL
 * @param {any[][]} prices Two columns: date and price of a share. Each reduction date takes the last price since the reduction date before it.
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @returns {any[][]} A table: date, price, balance, shares held, value, returned, remaining.
 * @example =LOANCOLLATERAL({36008,1;36373,1.25;36739,1.5;37104,2;37469,2},"Exhibit 10.10")
 * @throws =LOANCOLLATERAL({36008,"a"}) #VALUE! prices row 1, column 2 must be a number; received "a"
 * @throws =LOANCOLLATERAL({36008,1},{"Principal",1000;"Annual rate",0.05;"Start date",45292;"Number of payments",12}) #N/A loan must hold shares as collateral (Collateral shares); received a blank
 */
export function LOANCOLLATERAL(prices: any[][], loan?: any[][]): any[][] {
  return answerFrom("loan", () => {
    const account = readLoan(loan).account("stated");
    const tests = collateralTests(account, readPrices(asRange(prices)));
    return [
      ["Date", "Price", "Loan Balance", "Shares held", "Value", "Returned", "Remaining"],
      ...tests.map(collateralRow),
    ];
  });
}

function collateralRow(test: CollateralTest): CellAnswer[] {
  const shares = (count: number) => formatted(count, WHOLE_AMOUNT);
  const start = [dateCell(test.date)];
  const balance = amountCell(test.balance);
  if (test.price) {
    const price = formatted(toNumber(test.price), CENT_AMOUNT);
    return [
      ...start,
      price,
      balance,
      shares(test.held),
      amountCell(test.value),
      shares(test.returned),
      shares(test.remaining),
    ];
  }
  const rule = "must hold a price since the reduction date before";
  const missing = asCellError(new CalculationError("not-available", "prices", rule, null));
  const returned = test.returned > 0 ? shares(test.returned) : missing;
  return [...start, missing, balance, shares(test.held), missing, returned, shares(test.remaining)];
}

/** Rows of date and price; a header row and blank rows are passed over. */
function readPrices(range: Range): SharePrice[] {
  return range.flatMap(([date, price], row) => {
    const isHeader = row === 0 && typeof date === "string" && typeof price === "string";
    if (isHeader || (isBlank(date) && isBlank(price))) return [];
    const value = readNumber(givenCell(`prices row ${row + 1}, column 2`, price));
    if (value.numerator < 0) {
      throw new CalculationError(
        "out-of-range",
        `prices row ${row + 1}, column 2`,
        "must be zero or more",
        toNumber(value),
      );
    }
    return [{ date: readDate(givenCell(`prices row ${row + 1}, column 1`, date)), price: value }];
  });
}

/**
 * Where a loan agreement disagrees with itself: each figure that it states and that does not follow from the rest of it, with the likely cause, and how the figures of its worked example can be reproduced. Where the sheet has payments received, also each that came late or short, arrears and late charges.
 * @customfunction LOANFINDINGS
 * @param {any[][]} [loan] Loan sheet, or "Exhibit 10.10". The workbook's active loan when omitted; Exhibit 10.10 until another is chosen.
 * @returns {any[][]} A table: clause, finding, stated, computed, difference (computed less stated), cause.
 * @example =LOANFINDINGS("Exhibit 10.10")
 * @throws =LOANFINDINGS({"Principal",1000;"Colour",5}) #VALUE! loan has 3 faults: (1) loan row 2, column 1 must be a label of a loan sheet, such as Principal, Start date, Annual rate; received "Colour"; (2) loan must say the start date (Start date); received a blank; (3) loan must say the annual rate (Annual rate); received a blank
 */
export function LOANFINDINGS(loan?: any[][]): any[][] {
  return answerFrom("loan", () => {
    const cell = (value: FindingValue): CellAnswer => {
      if ("date" in value) return dateCell(value.date);
      return "days" in value ? value.days : amountCell(value.amount);
    };
    const findings = loanFindings(readLoan(loan));
    const header = ["Clause", "Finding", "Stated", "Computed", "Difference", "Cause"];
    if (findings.length === 0) return [header, ["", "No disagreement found", "", "", "", ""]];
    return [
      header,
      ...findings.map(({ clause, what, stated, computed, difference, cause }) => [
        clause,
        what,
        cell(stated),
        cell(computed),
        cell(difference),
        cause,
      ]),
    ];
  });
}
