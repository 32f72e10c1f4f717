import { answerFrom } from "../cells/answer";
import { asRange } from "../cells/arguments";
import { fittedSheet } from "./fittedSheet";
import { requireSheetSize } from "./loanSheet";
import { readPrintedLines } from "./printedSchedule";

/**
 * Terms that reproduce a printed loan schedule, as a loan sheet: rate, day count, roundings, first period, compounding, method and payment. Below it how many of the printed figures they reproduce, the first that differs, and which figure would tell other terms apart that fit as well.
 * @customfunction LOANFIT
 * @param {any[][]} schedule Printed schedule: a header row with any of Number, Date, Payment, Interest, Principal, Opening balance, Balance, then a row a line.
 * @param {any[][]} [known] Terms that are known, as rows of a loan sheet: label and value.
 * @returns {any[][]} Rows of a loan sheet, which a loan argument takes: label, value, note; then what was found, in words.
 * @example =LOANFIT({"Date","Payment","Interest","Balance";45337,256.28,10,753.72;45366,256.28,7.54,504.98;45397,256.28,5.05,253.75;45427,256.29,2.54,0})
 * @throws =LOANFIT({1,2}) #VALUE! schedule must have a header row with any of Number, Date, Opening balance, Payment, Interest, Principal, Balance; received a blank
 * @throws =LOANFIT({"Payment";100}) #VALUE! known must say the Principal, as no balance of the schedule tells it; received a blank
 * @throws =LOANFIT({"Payment";"1,000"}) #VALUE! schedule row 2, column 1 (Payment) must be a number; received "1,000"
 */
export function LOANFIT(schedule: any[][], known?: any[][]): any[][] {
  return answerFrom("schedule", () => {
    const range = asRange(schedule);
    requireSheetSize("schedule", range);
    const { terms, said, payments } = fittedSheet(readPrintedLines("schedule", range), known);
    // A sentence stands alone in its row, where a loan sheet takes it for a heading.
    const rows = [...terms, ...said.map((text) => [text]), ...payments];
    return rows.map((row) => Array.from({ length: COLUMNS }, (_cell, column) => row[column] ?? ""));
  });
}

const COLUMNS = 3;
