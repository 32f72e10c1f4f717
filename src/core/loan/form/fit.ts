/**
 * Takes terms as they were read, refuses those that contradict each other. Law: an error names the place that is one
 * too many.
 */
import { CalculationError } from "../../errors";
import { compare, toNumber } from "../../number/fraction";
import type { AmortizationMethod, LoanTerms } from "../terms/loanTerms";
import { isPrecomputed } from "./agreements/precomputed";
import { CHOICES } from "./fields";
import { fieldOf, type GivenLoan } from "./givenLoan";

/** The terms that may contradict each other. */
type FittingTerms = Pick<LoanTerms, "method" | "stated" | "principal" | "payment" | "dates">;

/**
 * What contradicts what in a form. Each rule names the place that is one too many, or out of proportion.
 *
 * @throws CalculationError for the first contradiction
 */
export function requireFit(given: GivenLoan, terms: FittingTerms): void {
  requireSchedule(given, terms);
  requirePrecomputedByItsMethod(given, terms);
  requireFieldsOfMethod(given, terms);
  requireBalloonWithinPrincipal(given, terms);
  requireAloneWithAmortization(given, terms);
  requireNoCapBesideOtherPayments(given);
  requireNoDayCountBesideOddDays(given);
  requireOneFrequencyOfEqualPeriods(given, terms);
  requireInterestOnlyWithinPayments(given, terms);
}

function requireSchedule({ name }: GivenLoan, { method, stated }: FittingTerms): void {
  if (method !== "statedPayments" || stated) return;
  const rule = "must have a schedule table, as its method is the stated schedule";
  throw new CalculationError("invalid-input", name, rule, null);
}

const AMORTIZATION = ["amortizationYears", "amortizationMonths"];
const GROWTH = ["paymentCap", "paymentGrowth", "growthYears"];
const PORTIONS = ["paymentChanges", ...GROWTH, ...AMORTIZATION, "paymentComputedOn", "balloon", "interestOnlyPayments"];

/** What a method leaves no room for. */
const NOT_OF_METHOD: Readonly<Record<AmortizationMethod, readonly string[]>> = {
  levelPayment: [],
  levelPrincipal: [...GROWTH, "paymentComputedOn"],
  interestOnly: ["payment", ...PORTIONS],
  bullet: ["payment", ...PORTIONS, "interestFrequency", "firstInterestDate"],
  ruleOf78: [
    ...["rateKind", "compounding", "rateChanges", "index", "interestFrequency", "firstInterestDate", "capitalizeUntil"],
    ...["extraPayments", "extraEachPeriod", "extraEachYear", "advances"],
    ...[
      "forgiveness",
      "forgivenessEachYear",
      "forgivenessMonths",
      "forgivenessYears",
      "carryInterest",
      "balanceRounding",
    ],
    ...PORTIONS,
  ],
  statedPayments: ["payment", "payments", "termMonths", "termYears", "firstPaymentDate", "residue", ...PORTIONS],
};

function requirePrecomputedByItsMethod(given: GivenLoan, { method }: FittingTerms): void {
  const place = fieldOf(given, "method");
  if (!place || method === "ruleOf78" || !isPrecomputed(given)) return;
  const rule = "must be rule of 78 or be left out, as the interest is precomputed";
  throw new CalculationError("invalid-input", place.name, rule, place.value);
}

function requireFieldsOfMethod(given: GivenLoan, { method }: FittingTerms): void {
  const place = NOT_OF_METHOD[method].map((key) => fieldOf(given, key)).find((value) => value !== undefined);
  if (!place) return;
  const words = Object.entries(CHOICES.method).find(([, meaning]) => meaning === method)?.[0] ?? method;
  const rule = `must be left out of a loan whose method is ${words}`;
  throw new CalculationError("invalid-input", place.name, rule, place.value);
}

/** What the payments of a longer amortization leave falls due with the last: nothing else says how much that is. */
function requireAloneWithAmortization(given: GivenLoan, { payment }: FittingTerms): void {
  const place = fieldOf(given, "balloon") ?? fieldOf(given, "residue");
  if (payment.amortizationMonths === null || !place) return;
  const rule = "must be left out of a loan with an amortization period: what it leaves falls due with the last payment";
  throw new CalculationError("invalid-input", place.name, rule, place.value);
}

/** Odd days are counted where no day count says what a day earns. */
function requireNoDayCountBesideOddDays(given: GivenLoan): void {
  const place = fieldOf(given, "dayCount");
  if (!place || !fieldOf(given, "oddDays")) return;
  const rule = "must be left out of a loan with Odd days, which say what a day earns";
  throw new CalculationError("invalid-input", place.name, rule, place.value);
}

/** Equal periods are those of the payments. */
function requireOneFrequencyOfEqualPeriods(given: GivenLoan, { payment }: FittingTerms): void {
  const place = fieldOf(given, "interestFrequency") ?? fieldOf(given, "firstInterestDate");
  if (payment.computedOn === "dayCount" || !place) return;
  const rule = "must be left out of a loan whose payment is computed on equal periods";
  throw new CalculationError("invalid-input", place.name, rule, place.value);
}

/** A graduated payment grows by itself, and a stated one is not worked out. */
function requireNoCapBesideOtherPayments(given: GivenLoan): void {
  const place = ["paymentGrowth", "payment"].map((key) => fieldOf(given, key)).find((value) => value !== undefined);
  if (!place || !fieldOf(given, "paymentCap")) return;
  const rule = "must be left out of a loan with a Payment cap, whose payment follows from its rates";
  throw new CalculationError("invalid-input", place.name, rule, place.value);
}

function requireBalloonWithinPrincipal(given: GivenLoan, { payment, principal }: FittingTerms): void {
  const place = fieldOf(given, "balloon");
  if (!place || compare(payment.balloon, principal) <= 0) return;
  const rule = `must be no more than the principal, ${toNumber(principal)}`;
  throw new CalculationError("out-of-range", place.name, rule, place.value);
}

function requireInterestOnlyWithinPayments(given: GivenLoan, { payment, dates }: FittingTerms): void {
  const place = fieldOf(given, "interestOnlyPayments");
  if (!place || dates.count === null || payment.interestOnlyPayments <= dates.count) return;
  const rule = `must be no more than the ${dates.count} payments`;
  throw new CalculationError("out-of-range", place.name, rule, payment.interestOnlyPayments);
}
