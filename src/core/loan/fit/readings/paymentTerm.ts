/**
 * Takes the payments that are printed, tells how many there may be. Law: what is known of their number binds; a balance
 * that is left says that there are more.
 */
import { compare, fraction, isZero, times, toNumber, ZERO } from "../../../number/fraction";
import type { PaymentLine, PrintedSchedule } from "../printedSchedule";
import type { Question } from "../question";
import type { Timing } from "./timing";

/** How many payments there are, as far as the printed lines tell. */
export interface PaymentTerm {
  /** null: as many as it takes, or up to the maturity date. */
  readonly count: number | null;
  /** The number is known or printed, or the maturity date is known. */
  readonly isCounted: boolean;
  /** The numbers of payments in which a payment that follows from the terms may repay the loan. */
  readonly counts: readonly (number | null)[];
  /** The numbers of payments that the first of them implies. */
  readonly implied: readonly number[];
  readonly interestOnlyPayments: number;
  /** The last line leaves what rounding left. */
  readonly leavesResidue: boolean;
}

/** The number of payments by what is known of it, else by the lines: those that are printed, or those that the first implies. */
export function paymentTerm({ known: { has, terms }, lines, printed }: Question, timing: Timing): PaymentTerm {
  const rest = restOf(lines, printed);
  const { count: knownCount, maturityDate } = terms.dates;
  const printedCount = rest === "balance" || maturityDate !== null ? null : timing.printedPayments;
  const count = knownCount ?? printedCount;
  const isCounted = count !== null || maturityDate !== null;
  const implied = impliedCounts(lines);
  const isOnlyInterestKnown = has("interestOnlyPayments");
  return {
    count,
    isCounted,
    counts: isCounted ? [count] : implied,
    implied,
    interestOnlyPayments: isOnlyInterestKnown ? terms.payment.interestOnlyPayments : leadingInterestOnly(lines),
    leavesResidue: rest === "residue",
  };
}

/** What the printed lines leave of the loan: nothing, a residue of rounding, or a balance that is still to be paid. */
function restOf(lines: readonly PaymentLine[], { print }: PrintedSchedule): "nothing" | "residue" | "balance" {
  const last = lines.at(-1);
  const left = last?.balance ?? null;
  if (left === null) return "balance";
  if (isZero(left)) return "nothing";
  // A balance that is worked back from rounded portions is off by their rounding.
  const roundings = times(fraction(lines.length), print.unit);
  if (last?.row.balance === null && compare(left, roundings) <= 0) return "nothing";
  const small = last?.payment ? times(last.payment, fraction(1, 20)) : ZERO;
  return compare(left, small) < 0 ? "residue" : "balance";
}

/**
 * In how many payments the loan is repaid, as far as the lines tell: n = −ln(1 − rate × opening ÷ payment) ÷ ln(1 +
 * rate), by their rate on the average; the whole years near it, and one payment more or fewer. Lines without balances
 * may be all there are.
 */
function impliedCounts(lines: readonly PaymentLine[]): readonly number[] {
  if (lines.every(({ balance }) => balance === null)) return lines.length > 1 ? [lines.length] : [];
  const told = lines.filter(({ interest, payment, opening }) => interest && payment && opening);
  const sum = (part: "interest" | "opening") => told.reduce((total, line) => total + toNumber(line[part] ?? ZERO), 0);
  const [first] = told;
  if (!first?.payment || !first.opening || sum("opening") === 0) return [];
  const rate = sum("interest") / sum("opening");
  const repaidAfter = -Math.log(1 - (rate * toNumber(first.opening)) / toNumber(first.payment)) / Math.log(1 + rate);
  if (!(repaidAfter > 0 && repaidAfter <= MOST_IMPLIED)) return [];
  const near = lines.indexOf(first) + Math.round(repaidAfter);
  const years = [60, 12].map((whole) => Math.round(near / whole) * whole);
  return [...new Set([...years, near, near + 1, near - 1])].filter((count) => count > lines.length);
}

const MOST_IMPLIED = 600;

/** How many lines, from the first on, take nothing off the principal. */
function leadingInterestOnly(lines: readonly PaymentLine[]): number {
  const first = lines.findIndex(({ principal }) => principal === null || !isZero(principal));
  return first < 0 ? lines.length : first;
}
