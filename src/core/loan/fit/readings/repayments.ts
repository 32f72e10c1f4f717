/**
 * Takes the payments that are printed, tells by which methods the loan may be repaid. Law: a payment that follows from
 * the other terms comes before one that is only stated.
 */
import { dividedBy, isZero, toNumber, type Fraction } from "../../../number/fraction";
import type { AmortizationMethod, LoanTerms, PaymentTerms } from "../../terms/loanTerms";
import type { KnownTerms } from "../knownTerms";
import { paymentTerm, type PaymentTerm } from "./paymentTerm";
import type { PaymentLine } from "../printedSchedule";
import type { Question } from "../question";
import type { Timing } from "./timing";

/** How a loan is repaid: its method, what is paid where that is stated, and in how many payments. */
export interface RepaymentReading {
  readonly method: AmortizationMethod;
  /** null: it follows from the other terms. */
  readonly amount: Fraction | null;
  /** null: as many as it takes. */
  readonly count: number | null;
  readonly interestOnlyPayments: number;
  /** Months over which the payment would repay the loan, where they are more than its term. */
  readonly amortizationMonths: number | null;
  /** The periods that the payment is worked out over. */
  readonly computedOn: PaymentTerms["computedOn"];
  /** The printed payments end before the loan is repaid. */
  readonly leavesRest: boolean;
}

/**
 * The readings of the payments of some lines, the likelier first.
 *
 * @param isByDays interest is by a day count: then the payment may still be worked out on equal periods
 */
export function repaymentReadings(question: Question, timing: Timing, isByDays: boolean): readonly RepaymentReading[] {
  const { known, lines } = question;
  const term = paymentTerm(question, timing);
  const asPrinted = reading("statedPayments", null);
  if (timing.isIrregular) return [asPrinted];
  const mayBe = (method: AmortizationMethod) => !known.has("method") || known.terms.method === method;
  const ruled = [...byPrincipal(question, term), ...byLevelPayment(question, term, timing, isByDays)];
  const likely = ruled.filter(({ method }) => mayBe(method)).map((one) => withKnown(one, known));
  const arePrinted = lines.every(({ payment }) => payment !== null) && timing.isLineByLine;
  return arePrinted && mayBe("statedPayments") ? [...likely, asPrinted] : likely;
}

/** Interest alone, all with the last payment, or portions of principal. */
function byPrincipal({ known, lines }: Question, term: PaymentTerm): readonly RepaymentReading[] {
  const portion = commonAmount(lines.slice(term.interestOnlyPayments), "principal");
  const isInterestOnly = term.interestOnlyPayments >= lines.length - 1 && lines.length > 1;
  return [
    ...(isBullet(lines) && term.isCounted ? workedOut(known, term, "bullet") : []),
    ...(isInterestOnly && term.isCounted ? workedOut(known, term, "interestOnly") : []),
    ...(portion
      ? [
          ...workedOut(known, inPortions(lines, term, portion), "levelPrincipal"),
          ...stated(term, "levelPrincipal", portion),
        ]
      : []),
  ];
}

/** In as many payments as the portion goes into the principal, where no more is known of their number. */
function inPortions(lines: readonly PaymentLine[], term: PaymentTerm, portion: Fraction): PaymentTerm {
  const opening = lines[term.interestOnlyPayments]?.opening ?? null;
  if (term.isCounted || opening === null) return term;
  return { ...term, counts: [term.interestOnlyPayments + Math.round(toNumber(dividedBy(opening, portion)))] };
}

function byLevelPayment(
  { known, lines }: Question,
  term: PaymentTerm,
  timing: Timing,
  isByDays: boolean,
): readonly RepaymentReading[] {
  const level = workedOut(known, term, "levelPayment");
  const paying = lines.slice(term.interestOnlyPayments);
  const printed = known.has("payment") ? known.terms.payment.amount : commonAmount(paying, "payment");
  return [
    ...level,
    ...(isByDays ? level.map((one) => ({ ...one, computedOn: "equalPeriods" as const })) : []),
    ...level.flatMap((one) => amortizedLonger(one, term, timing)),
    ...stated(term, "levelPayment", printed),
  ];
}

/** The payment follows from the other terms, in each number of payments that may be meant. */
function workedOut(known: KnownTerms, term: PaymentTerm, method: AmortizationMethod): readonly RepaymentReading[] {
  const { interestOnlyPayments, leavesResidue } = term;
  if (known.has("payment")) return [];
  return term.counts.map((count) => reading(method, count, { interestOnlyPayments, leavesRest: leavesResidue }));
}

function stated(term: PaymentTerm, method: AmortizationMethod, amount: Fraction | null): readonly RepaymentReading[] {
  const { interestOnlyPayments, leavesResidue, count } = term;
  return amount === null ? [] : [reading(method, count, { amount, interestOnlyPayments, leavesRest: leavesResidue })];
}

const USUAL = {
  amount: null,
  interestOnlyPayments: 0,
  amortizationMonths: null,
  computedOn: "dayCount",
  leavesRest: false,
} as const;

function reading(
  method: AmortizationMethod,
  count: number | null,
  more: Partial<Omit<RepaymentReading, "method" | "count">> = {},
): RepaymentReading {
  return { ...USUAL, ...more, method, count };
}

/** What the known terms say of the payment binds. */
function withKnown(one: RepaymentReading, { has, terms: { payment } }: KnownTerms): RepaymentReading {
  const isAmortizationKnown = has("amortizationMonths") || has("amortizationYears");
  return {
    ...one,
    amortizationMonths: isAmortizationKnown ? payment.amortizationMonths : one.amortizationMonths,
    computedOn: has("paymentComputedOn") ? payment.computedOn : one.computedOn,
  };
}

/** A payment that would take longer to repay the loan than its term, as far as the lines tell. */
function amortizedLonger(
  one: RepaymentReading,
  { count, implied }: PaymentTerm,
  { dates: { frequency } }: Timing,
): readonly RepaymentReading[] {
  if (count === null || !("months" in frequency)) return [];
  const longer = implied.filter((number) => number > count);
  return longer.map((number) => ({ ...one, amortizationMonths: number * frequency.months }));
}

/** Whether the payments do not follow from other terms. */
export function isStated({ amount, method }: RepaymentReading): boolean {
  return amount !== null || method === "statedPayments";
}

/** Terms that are repaid by a reading. Payments that are printed one by one stand in the terms as their schedule. */
export function repaid(
  terms: LoanTerms,
  { method, count, leavesRest, ...payment }: RepaymentReading,
  { lines, printed }: Pick<Question, "lines" | "printed">,
): LoanTerms {
  const opening = { date: terms.startDate, reduction: null, balance: terms.principal };
  const rows = [
    opening,
    ...lines.map(({ row, payment: paid }) => ({ date: row.date, reduction: paid, balance: null })),
  ];
  return {
    ...terms,
    rounding: { ...terms.rounding, residue: leavesRest ? "none" : terms.rounding.residue },
    method,
    dates: { ...terms.dates, count },
    payment: { ...terms.payment, ...payment },
    stated: method === "statedPayments" ? { rows, clause: "Schedule", rounding: printed.print } : null,
  };
}

/** The amount that most lines have in common; none where fewer than half of them, or of the first three, have one. */
function commonAmount(lines: readonly PaymentLine[], kind: "payment" | "principal"): Fraction | null {
  const amounts = lines.flatMap((line) => line[kind] ?? []);
  const counts = new Map<number, number>();
  for (const amount of amounts) counts.set(toNumber(amount), (counts.get(toNumber(amount)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[0] <= 0 || most[1] * 2 < amounts.length - 1) return null;
  return amounts.find((amount) => toNumber(amount) === most[0]) ?? null;
}

function isBullet(lines: readonly PaymentLine[]): boolean {
  return lines.length > 1 && lines.slice(0, -1).every(({ payment }) => payment !== null && isZero(payment));
}
