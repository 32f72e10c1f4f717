/**
 * A schedule as somebody printed it, before anybody knows by which terms. Law: nothing is in it that is not printed, and
 * its figures are known to the unit of print and no further.
 */
import { decimalsOf, fraction, minus, plus, type Fraction } from "../../number/fraction";
import { tenTo } from "../../number/whole";
import type { RoundingRule } from "../../number/roundingRule";
import type { StatedRow } from "../terms/agreement";

/** The lines that somebody printed, and how finely. */
export interface PrintedSchedule {
  /** In order of date. The first may be the day of the loan, with its balance alone. */
  readonly rows: readonly StatedRow[];
  /** The finest figure that is printed: what is computed is rounded to it, half up, before the two are compared. */
  readonly print: RoundingRule;
}

/** The figures of a line, in the order in which a line is read. */
export const FIGURE_KINDS = ["opening", "interest", "payment", "principal", "balance"] as const;

/** One of them. */
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** A figure of a line; null where the line does not print it. */
export function printedFigureOf(row: StatedRow, kind: FigureKind): Fraction | null {
  return (kind === "payment" ? row.reduction : row[kind]) ?? null;
}

/** Figures that a spreadsheet did not round are compared to so many decimals. */
const MOST_DECIMALS = 6;

/** The schedule of some lines, to the finest of their figures: dollars, cents or finer, up to a millionth. */
export function printedSchedule(rows: readonly StatedRow[]): PrintedSchedule {
  const figures = rows.flatMap((row) => FIGURE_KINDS.map((kind) => printedFigureOf(row, kind)));
  const most = Math.max(0, ...figures.map((figure) => (figure === null ? 0 : decimalsOf(figure, MOST_DECIMALS))));
  const decimals = most === 1 ? 2 : most; // 14,644.1 is 14,644.10
  return { rows, print: { unit: fraction(1, tenTo(decimals)), mode: "halfUp" } };
}

/** Whether a line is the day of the loan: a balance, and no payment. */
export function isOpening(row: StatedRow): boolean {
  const isPaid = [row.reduction, row.interest, row.principal].some((part) => part && part.numerator !== 0);
  return !isPaid && row.balance !== null;
}

/** A line of a payment with the parts that follow from the figures beside them. */
export interface PaymentLine {
  readonly row: StatedRow;
  readonly opening: Fraction | null;
  readonly interest: Fraction | null;
  readonly payment: Fraction | null;
  readonly principal: Fraction | null;
  readonly balance: Fraction | null;
}

/**
 * The lines of payments. What a line does not print follows from what it does, exactly: payment = interest +
 * principal, balance = opening − principal.
 *
 * @param principal what was lent, where it is known
 */
export function paymentLines({ rows }: PrintedSchedule, principal: Fraction | null): readonly PaymentLine[] {
  const lines: PaymentLine[] = [];
  let before = principal;
  for (const [place, row] of rows.entries()) {
    if (place === 0 && isOpening(row)) {
      before = row.balance;
      continue;
    }
    const line = completed(row, row.opening ?? before);
    lines.push(line);
    before = line.balance;
  }
  return lines;
}

function completed(row: StatedRow, opening: Fraction | null): PaymentLine {
  const { reduction: paid, balance: left } = row;
  const printedInterest = row.interest ?? null;
  const principal =
    row.principal ??
    (paid && printedInterest ? minus(paid, printedInterest) : opening && left ? minus(opening, left) : null);
  const payment = paid ?? (printedInterest && principal ? plus(printedInterest, principal) : null);
  const interest = printedInterest ?? (payment && principal ? minus(payment, principal) : null);
  const balance = left ?? (opening && principal ? minus(opening, principal) : null);
  return {
    row,
    opening: opening ?? (left && principal ? plus(left, principal) : null),
    interest,
    payment,
    principal,
    balance,
  };
}
