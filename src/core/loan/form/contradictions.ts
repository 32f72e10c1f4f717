/**
 * Takes terms as they were read, refuses those that contradict each other. Law: an error names the place that is one
 * too many.
 */
import { CalculationError } from "../../errors";
import { choiceOf, refused } from "../../given";
import { compare, toNumber } from "../../number/fraction";
import type { AmortizationMethod, LoanTerms } from "../terms/loanTerms";
import { isPrecomputed } from "./agreements/precomputed";
import { CHOICES } from "./fields";
import { fieldOf, type GivenLoan } from "./givenLoan";

/** The terms that may contradict each other. */
type ReadTerms = Pick<LoanTerms, "method" | "stated" | "principal" | "payment" | "dates" | "ledger">;

/**
 * What contradicts what in a form. Each rule names the place that is one too many, or out of proportion.
 *
 * @throws CalculationError for the first contradiction
 */
export function requireNoContradiction(given: GivenLoan, terms: ReadTerms): void {
  requireSchedule(given, terms);
  requirePrecomputedByItsMethod(given, terms);
  requireFieldsOfMethod(given, terms);
  requireFieldsOfLedger(given, terms);
  requireBalloonWithinPrincipal(given, terms);
  requireAloneWithAmortization(given, terms);
  requireNoCapBesideOtherPayments(given);
  requireNoDayCountBesideOddDays(given);
  requireOneFrequencyOfEqualPeriods(given, terms);
  requireInterestOnlyWithinPayments(given, terms);
}

function requireSchedule({ name }: GivenLoan, { method, stated }: ReadTerms): void {
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
  onDemand: ["payment", "payments", "termMonths", "termYears", "maturityDate", "remainingPayments", ...PORTIONS],
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
    ...["receipts", "principalReceipts", "returnedReceipts", "lateCharges", "waivers", "escrow", "accruedInterest"],
    ...PORTIONS,
  ],
  statedPayments: ["payment", "payments", "termMonths", "termYears", "firstPaymentDate", "residue", ...PORTIONS],
};

function requirePrecomputedByItsMethod(given: GivenLoan, { method }: ReadTerms): void {
  const place = fieldOf(given, "method");
  if (!place || method === "ruleOf78" || !isPrecomputed(given)) return;
  const rule = "must be rule of 78 or be left out, as the interest is precomputed";
  throw refused(place, rule);
}

function requireFieldsOfMethod(given: GivenLoan, { method }: ReadTerms): void {
  const place = NOT_OF_METHOD[method].map((key) => fieldOf(given, key)).find((value) => value !== undefined);
  if (!place) return;
  const words = Object.entries(CHOICES.method).find(([, meaning]) => meaning === method)?.[0] ?? method;
  const rule = `must be left out of a loan whose method is ${words}`;
  throw refused(place, rule);
}

/** A balance that is kept line by line is not rounded apart from its lines, and no share of a reduction is taken from it. */
const NOT_OF_LEDGER = ["balanceRounding", "countBothDays", "betweenDayCount", "proRataBasis", "proRataRounding"];

function requireFieldsOfLedger(given: GivenLoan, { ledger, method, dates }: ReadTerms): void {
  if (!ledger) return;
  const kind = fieldOf(given, "balanceBetweenDates");
  const isShare = kind !== undefined && choiceOf(CHOICES.balanceBetweenDates)(kind) === "share";
  const place = isShare ? kind : NOT_OF_LEDGER.map((key) => fieldOf(given, key)).find((value) => value !== undefined);
  if (place) {
    const rule = "must be left out of a loan with payments received: its balance is what they leave";
    throw refused(place, rule);
  }
  const unpaid = fieldOf(given, "unpaidInterest");
  if (!unpaid || ledger.unpaidInterest !== "capitalized" || method !== "onDemand" || dates.interestFrequency) return;
  const rule = "must stand beside an Interest frequency: interest is capitalized when it falls due";
  throw refused(unpaid, rule);
}

/** What the payments of a longer amortization leave falls due with the last: nothing else says how much that is. */
function requireAloneWithAmortization(given: GivenLoan, { payment }: ReadTerms): void {
  const place = fieldOf(given, "balloon") ?? fieldOf(given, "residue");
  if (payment.amortizationMonths === null || !place) return;
  const rule = "must be left out of a loan with an amortization period: what it leaves falls due with the last payment";
  throw refused(place, rule);
}

/** Odd days are counted where no day count says what a day earns. */
function requireNoDayCountBesideOddDays(given: GivenLoan): void {
  const place = fieldOf(given, "dayCount");
  if (!place || !fieldOf(given, "oddDays")) return;
  const rule = "must be left out of a loan with Odd days, which say what a day earns";
  throw refused(place, rule);
}

/** Equal periods are those of the payments. */
function requireOneFrequencyOfEqualPeriods(given: GivenLoan, { payment }: ReadTerms): void {
  const place = fieldOf(given, "interestFrequency") ?? fieldOf(given, "firstInterestDate");
  if (payment.computedOn === "dayCount" || !place) return;
  const rule = "must be left out of a loan whose payment is computed on equal periods";
  throw refused(place, rule);
}

/** A graduated payment grows by itself, and a stated one is not worked out. */
function requireNoCapBesideOtherPayments(given: GivenLoan): void {
  const place = ["paymentGrowth", "payment"].map((key) => fieldOf(given, key)).find((value) => value !== undefined);
  if (!place || !fieldOf(given, "paymentCap")) return;
  const rule = "must be left out of a loan with a Payment cap, whose payment follows from its rates";
  throw refused(place, rule);
}

function requireBalloonWithinPrincipal(given: GivenLoan, { payment, principal }: ReadTerms): void {
  const place = fieldOf(given, "balloon");
  if (!place || compare(payment.balloon, principal) <= 0) return;
  const rule = `must be no more than the principal, ${toNumber(principal)}`;
  throw new CalculationError("out-of-range", place.name, rule, place.value);
}

function requireInterestOnlyWithinPayments(given: GivenLoan, { payment, dates }: ReadTerms): void {
  const place = fieldOf(given, "interestOnlyPayments");
  if (!place || dates.count === null || payment.interestOnlyPayments <= dates.count) return;
  const rule = `must be no more than the ${dates.count} payments`;
  throw new CalculationError("out-of-range", place.name, rule, payment.interestOnlyPayments);
}
