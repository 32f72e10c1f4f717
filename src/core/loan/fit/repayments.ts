/**
 * Takes the payments that are printed, tells by which methods the loan may be repaid. Law: a payment that follows from
 * the other terms comes before one that is only stated.
 */
import { isZero, toNumber, ZERO, type Fraction } from "../../number/fraction";
import type { AmortizationMethod, LoanTerms } from "../terms/loanTerms";
import type { KnownTerms } from "./knownTerms";
import type { PaymentLine, PrintedSchedule } from "./printedSchedule";
import type { Timing } from "./timing";

/** How a loan is repaid: its method, what is paid where that is stated, and in how many payments. */
export interface RepaymentReading {
  readonly method: AmortizationMethod;
  /** null: it follows from the other terms. */
  readonly amount: Fraction | null;
  /** null: as many as it takes. */
  readonly count: number | null;
  readonly interestOnlyPayments: number;
}

/** The readings of the payments of some lines, the likelier first. */
export function repaymentReadings(
  known: KnownTerms,
  timing: Timing,
  lines: readonly PaymentLine[],
): readonly RepaymentReading[] {
  if (timing.isIrregular) return [reading("statedPayments", null, null)];
  const count = paymentCount(known, timing, lines);
  const allowed = (method: AmortizationMethod) => !known.has("method") || known.terms.method === method;
  const isDated = known.terms.dates.maturityDate !== null;
  const counts = count !== null || isDated ? [count] : impliedCounts(lines);
  const stated = (method: AmortizationMethod, amount: Fraction | null, interestOnlyPayments = 0) =>
    amount === null ? [] : [reading(method, amount, count, interestOnlyPayments)];
  const workedOut = (method: AmortizationMethod, interestOnlyPayments = 0) =>
    known.has("payment") ? [] : counts.map((number) => reading(method, null, number, interestOnlyPayments));
  const given = known.terms.payment.interestOnlyPayments;
  const interestOnly = known.has("interestOnlyPayments") ? given : leadingInterestOnly(lines);
  const level = known.has("payment") ? known.terms.payment.amount : commonAmount(lines.slice(interestOnly), "payment");
  const portion = commonAmount(lines.slice(interestOnly), "principal");
  const found: readonly RepaymentReading[] = [
    ...(isBullet(lines) ? workedOut("bullet") : []),
    ...(interestOnly >= lines.length - 1 && lines.length > 1 ? workedOut("interestOnly") : []),
    ...(portion
      ? [...workedOut("levelPrincipal", interestOnly), ...stated("levelPrincipal", portion, interestOnly)]
      : []),
    ...workedOut("levelPayment", interestOnly),
    ...stated("levelPayment", level, interestOnly),
  ];
  const likely = found.filter(({ method }) => allowed(method));
  const arePrinted = lines.every(({ payment }) => payment !== null) && timing.isLineByLine;
  return arePrinted && allowed("statedPayments") ? [...likely, reading("statedPayments", null, null)] : likely;
}

function reading(
  method: AmortizationMethod,
  amount: Fraction | null,
  count: number | null,
  interestOnlyPayments = 0,
): RepaymentReading {
  return { method, amount, count, interestOnlyPayments };
}

/** Terms that are repaid by a reading. Payments that are printed one by one stand in the terms as their schedule. */
export function repaid(
  terms: LoanTerms,
  { method, amount, count, interestOnlyPayments }: RepaymentReading,
  printed: PrintedSchedule,
): LoanTerms {
  const isStated = method === "statedPayments";
  return {
    ...terms,
    method,
    dates: { ...terms.dates, count },
    payment: { ...terms.payment, amount, interestOnlyPayments },
    stated: isStated ? { rows: printed.rows, clause: "Schedule", rounding: printed.print } : null,
  };
}

/** As known, or those up to the line that leaves nothing; null where the printed lines end before the loan does. */
function paymentCount(known: KnownTerms, timing: Timing, lines: readonly PaymentLine[]): number | null {
  if (known.terms.dates.count !== null) return known.terms.dates.count;
  const left = lines.at(-1)?.balance ?? null;
  return left !== null && isZero(left) ? timing.printedPayments : null;
}

/**
 * In how many payments the loan is repaid, as far as the lines tell: n = −ln(1 − rate × opening ÷ payment) ÷ ln(1 +
 * rate), by their rate on the average; the whole years near it, and one payment more or fewer. Lines without balances
 * may be all there are.
 */
function impliedCounts(lines: readonly PaymentLine[]): readonly number[] {
  if (lines.every(({ row }) => row.balance === null)) return lines.length > 1 ? [lines.length] : [];
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

/** The amount that most lines have in common; none where fewer than half of them, or of the first three, have one. */
function commonAmount(lines: readonly PaymentLine[], kind: "payment" | "principal"): Fraction | null {
  const amounts = lines.flatMap((line) => line[kind] ?? []);
  const counts = new Map<number, number>();
  for (const amount of amounts) counts.set(toNumber(amount), (counts.get(toNumber(amount)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[0] <= 0 || most[1] * 2 < amounts.length - 1) return null;
  return amounts.find((amount) => toNumber(amount) === most[0]) ?? null;
}

/** How many lines, from the first on, take nothing off the principal. */
function leadingInterestOnly(lines: readonly PaymentLine[]): number {
  const first = lines.findIndex(({ principal }) => principal === null || !isZero(principal));
  return first < 0 ? lines.length : first;
}

function isBullet(lines: readonly PaymentLine[]): boolean {
  return lines.length > 1 && lines.slice(0, -1).every(({ payment }) => payment !== null && isZero(payment));
}
