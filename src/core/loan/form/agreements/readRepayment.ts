/**
 * Takes what a form says of how its loan is repaid, makes method and dates of it. Law: nothing is made of silence but what
 * it means in law: a note that gives its maturity and says nothing else of repayment is paid once, on that day, with simple
 * interest; and that it was read so is said.
 */
import type { Day } from "../../../calendar/civilDate";
import { dateAt } from "../../../calendar/dateSeries";
import type { Frequency } from "../../../calendar/frequency";
import { paymentDates } from "../../../calendar/paymentDates";
import { choiceOf } from "../../../given";
import { DEFAULT_TERMS } from "../../terms/defaultTerms";
import type { AmortizationMethod, DateTerms, LoanTerms } from "../../terms/loanTerms";
import { CHOICES } from "../fields";
import { fieldOf, type GivenLoan, type ReadField } from "../givenLoan";
import { isNoCompounding } from "../values";
import { isPrecomputed } from "./precomputed";
import { isForgivenInALine } from "./straightLineForgiveness";

/** What a form says beside its method that bears on it. */
interface SaidBeside {
  readonly startDate: Day;
  readonly dates: DateTerms;
  /** The form prints a schedule. */
  readonly printsSchedule: boolean;
  /** Something other than a printed schedule says when the loan ends. */
  readonly isSettled: boolean;
  /** The form says what was received or charged. */
  readonly hasLedger: boolean;
}

/** Fields that say that there are payments before the maturity, or how many, or when. */
const OF_PAYMENTS = [
  "frequency",
  "semiMonthlyDays",
  "payments",
  "termMonths",
  "termYears",
  "firstPaymentDate",
  "remainingPayments",
  "nextPaymentDate",
  "stubPeriod",
  "monthEnd",
  "interestFrequency",
  "firstInterestDate",
  "payment",
  "paymentComputedOn",
  "paymentChanges",
  "paymentGrowth",
  "growthYears",
  "paymentCap",
  "balloon",
  "interestOnlyPayments",
  "capitalizeUntil",
  "amortizationMonths",
  "amortizationYears",
  "extraPaymentEffect",
  "extraEachPeriod",
  "extraEachYear",
];

/** Fields that cut the time of a loan into periods. */
const OF_PERIODS = ["frequency", "semiMonthlyDays", "payments", "firstPaymentDate", "stubPeriod"];

/**
 * How the loan is repaid. Where the form names no method:
 *
 * - a schedule that it prints is the payments, where nothing else, or a maturity date alone, says when the loan ends;
 * - a maturity date alone is one payment on that day, which is then said to be assumed;
 * - of principal that is forgiven in a straight line interest alone is paid, where no payment is given;
 * - of a loan that nothing ends, and of which nothing is known but what was received, nothing is due until it is asked for;
 * - else the payments are level. Level payments of precomputed interest are those of the Rule of 78.
 *
 * A bullet adds its interest to the balance as often as its `Compounding` says, or else at the end of each of the periods
 * that a payment frequency or a number of payments makes; with neither, or where it compounds "none", it is one period,
 * and its interest simple. Where an interest frequency says that its interest is paid on the way, it is a loan of interest
 * alone. One payment with a maturity date falls due on that date.
 */
export function readRepayment(
  given: GivenLoan,
  field: ReadField,
  { startDate, dates, printsSchedule, isSettled, hasLedger }: SaidBeside,
): Pick<LoanTerms, "method" | "dates" | "isRepaymentAssumed"> {
  const said: AmortizationMethod | null = field("method", choiceOf(CHOICES.method));
  const hasMaturityAlone = given.fields.has("maturityDate") && !saysAny(given, OF_PAYMENTS);
  const isTableAlone = printsSchedule && (!isSettled || hasMaturityAlone);
  const isLevelOfTotal = isPrecomputed(given) && (said ?? "levelPayment") === "levelPayment";
  const isForgiven = isForgivenInALine(given) && !printsSchedule && !given.fields.has("payment");
  const isRepaymentAssumed = said === null && hasMaturityAlone && !printsSchedule && !isLevelOfTotal && !isForgiven;
  const otherwise = hasLedger && !isSettled ? "onDemand" : DEFAULT_TERMS.method;
  const unsaid = isRepaymentAssumed ? "bullet" : otherwise;
  const silent = isTableAlone ? "statedPayments" : isForgiven ? "interestOnly" : unsaid;
  if (said === "bullet" && dates.interestFrequency !== null)
    return bulletWithInterest(given, dates, dates.interestFrequency);
  const method = isLevelOfTotal ? "ruleOf78" : (said ?? silent);
  const isOnePayment = (method === "bullet" && !compoundsByPeriod(given)) || isPaidOnceAtMaturity(dates);
  return { method, dates: isOnePayment ? paidOnce(startDate, dates) : dates, isRepaymentAssumed };
}

/** A bullet whose interest falls due on the way: interest alone, and the principal with the last. */
function bulletWithInterest(
  given: GivenLoan,
  dates: DateTerms,
  frequency: Frequency,
): ReturnType<typeof readRepayment> {
  const isOneFrequency = dates.firstInterestDate === null && !given.fields.has("frequency");
  const ofInterest = isOneFrequency ? { frequency, interestFrequency: null } : {};
  return { method: "interestOnly", dates: { ...dates, ...ofInterest }, isRepaymentAssumed: false };
}

function saysAny(given: GivenLoan, keys: readonly string[]): boolean {
  return keys.some((key) => given.fields.has(key));
}

function compoundsByPeriod(given: GivenLoan): boolean {
  return saysAny(given, OF_PERIODS) && !isNoCompounding(fieldOf(given, "compounding")?.value);
}

/** One payment and a maturity date, with no other first date. */
function isPaidOnceAtMaturity({ count, maturityDate, firstDate }: DateTerms): boolean {
  return count === 1 && maturityDate !== null && firstDate === null;
}

/** One payment, on the last day of the dates; as they are where nothing says which day that is. */
function paidOnce(startDate: Day, dates: DateTerms): DateTerms {
  if (dates.count === null && dates.maturityDate === null) return dates;
  const all = dates.maturityDate === null ? paymentDates(startDate, dates) : null;
  const last = dates.maturityDate ?? (all ? dateAt(all, all.length - 1) : startDate);
  return { ...dates, count: null, firstDate: last, maturityDate: last, stubPeriod: "shortFinal" };
}
