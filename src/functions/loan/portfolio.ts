import { CalculationError } from "../../core/errors";
import { portfolio, type LoanStanding, type Portfolio } from "../../core/loan/reporting/portfolio";
import { answerFrom, asCellError, ofArgument, type CellAnswer } from "../cells/answer";
import { asRange, givenCell, readDate } from "../cells/arguments";
import { amountCell } from "./loanArgument";
import { requireSheetSize } from "./loanSheet";
import { loansOfTable } from "./loanTable";

/**
 * What many loans stand at on a date, a line for each: balance (the principal outstanding), accrued interest besides, and of the balance the part due within twelve months and the rest; with totals. A loan that cannot be read is an error in its own line, with its fault in words, and the totals say how many loans they are of.
 * @customfunction LOANPORTFOLIO
 * @param {any} date Date of the balance sheet.
 * @param {any[][]} loans Loan table: labels of a loan sheet as headers, such as Loan, Principal, Start date, Annual rate, Number of payments, and one loan a row.
 * @returns {any[][]} A table: loan, balance, accrued interest, current portion, noncurrent; with a line of totals.
 * @example =LOANPORTFOLIO(DATE(2024,12,31),{"Loan","Principal","Start date","Annual rate","Number of payments";"Truck",60000,45292,0.06,36;"Press",250000,45383,0.075,60})
 * @throws =LOANPORTFOLIO(DATE(2024,12,31),{"Loan","Principal","Start date","Annual rate","Number of payments"}) #VALUE! loans must hold a loan below its headers; received a blank
 * @throws =LOANPORTFOLIO("today",{"Loan","Principal","Start date","Annual rate","Number of payments"}) #VALUE! date must be a date; received "today"
 * @throws =LOANPORTFOLIO(DATE(2024,12,31),{"Principal",1000;"Start date",45292}) #VALUE! loans row 1 must be a table with a header row, such as Loan, Principal, Start date, Annual rate, Number of payments; received no such row
 */
export function LOANPORTFOLIO(date: any, loans: any[][]): any[][] {
  return answerFrom("loans", () => {
    const range = asRange(loans);
    requireSheetSize("loans", range);
    const day = readDate(givenCell("date", date));
    const named = loansOfTable("loans", range);
    if (named.length === 0)
      throw new CalculationError("invalid-input", "loans", "must hold a loan below its headers", null);
    const { lines, totals, counted } = portfolio(named, day);
    const hasFault = counted < lines.length;
    const rows = lines.map(({ label, standing }) => [
      label,
      ...amountsOf(standing),
      ...(hasFault ? [faultOf(standing)] : []),
    ]);
    return [
      ["Loan", "Balance", "Accrued interest", "Current portion", "Noncurrent", ...(hasFault ? ["Fault"] : [])],
      ...rows,
      [totalLabel({ lines, counted }), ...amountsOf(totals), ...(hasFault ? [""] : [])],
    ];
  });
}

function amountsOf(standing: LoanStanding | CalculationError): CellAnswer[] {
  if (standing instanceof CalculationError)
    return Array<CellAnswer>(4).fill(asCellError(ofArgument(standing, "loans")));
  return [standing.balance, standing.accruedInterest, standing.current, standing.noncurrent].map(amountCell);
}

function faultOf(standing: LoanStanding | CalculationError): string {
  return standing instanceof CalculationError ? ofArgument(standing, "loans").message : "";
}

/** Total of 3 loans; of 2 of 3 loans, where one cannot be read. */
function totalLabel({ lines, counted }: Pick<Portfolio, "lines" | "counted">): string {
  const all = lines.length === 1 ? "1 loan" : `${lines.length} loans`;
  return counted === lines.length ? `Total of ${all}` : `Total of ${counted} of ${all}, those without a fault`;
}
