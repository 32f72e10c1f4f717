/**
 * Takes what a form says, makes the terms of the loan. Law: every value is checked where it stands, and no two of them
 * contradict each other.
 */
import { choiceOf, readYesNo } from "../../given";
import type { Day } from "../../calendar/civilDate";
import { periodsOver } from "../../calendar/frequency";
import { MAX_PERIODS } from "../../calendar/paymentDates";
import { CalculationError } from "../../errors";
import { toNumber, ZERO } from "../../number/fraction";
import type { StatedRow, StatedSchedule } from "../terms/agreement";
import type { LedgerTerms } from "../terms/ledgerTerms";
import { DEFAULT_TERMS } from "../terms/defaultTerms";
import type {
  AmortizationMethod,
  DatedRate,
  DateTerms,
  EventTerms,
  InterestTerms,
  LoanTerms,
  PaymentTerms,
  RoundingTerms,
} from "../terms/loanTerms";
import { CHOICES } from "./fields";
import { requireFit } from "./fit";
import { fieldOf, type GivenLoan, type ReadField } from "./givenLoan";
import { readAgreementTerms } from "./readAgreementTerms";
import { datedRows, monthsIn, readDatedAmounts, readDates } from "./readDates";
import { readLedger } from "./readLedger";
import { missing, readOpening } from "./readOpening";
import { readStatedSchedule } from "./readStatedSchedule";
import * as read from "./values";

/**
 * The agreement that a form describes. What it leaves out is as in {@link DEFAULT_TERMS}; principal and start date may
 * be those of the opening line of its schedule.
 *
 * @throws CalculationError naming the place in the form, the rule and what stands there
 */
export function readTerms(given: GivenLoan): LoanTerms {
  const field: ReadField = (key, reader) => {
    const place = fieldOf(given, key);
    return place ? reader(place) : null;
  };
  const printed = readStatedSchedule(given, field);
  const opening = openingLine(printed);
  const { principal, startDate, accruedAtStart } = readOpening(given, field, opening);
  const interest = readInterest(given, field, startDate);
  const dates = readDates(given, field, startDate);
  const payment = readPayment(given, field, { startDate, dates });
  const isSettled = [dates.count, dates.maturityDate, payment.amount, payment.amortizationMonths].some(
    (term) => term !== null,
  );
  const ledger = readLedger(given, field);
  const method = readMethod(field, isSettled ? "levelPayment" : silentMethod(printed, ledger));
  // A printed schedule begins with the day of the loan, whether or not it prints that line.
  const start = { date: startDate, reduction: null, balance: principal };
  const stated = printed && (opening ? printed : { ...printed, rows: [start, ...printed.rows] });
  requireFit(given, { method, stated, principal, payment, dates, ledger });
  return {
    ...DEFAULT_TERMS,
    name: field("name", read.readWords) ?? "Loan",
    currency: field("currency", read.readWords) ?? DEFAULT_TERMS.currency,
    principal,
    startDate,
    accruedAtStart,
    method,
    interest,
    dates,
    payment,
    events: readEvents(given, startDate),
    rounding: readRoundingTerms(field),
    stated,
    ledger,
    ...readAgreementTerms(given, field),
  };
}

/** The line of a printed schedule that is before any payment. */
function openingLine(printed: StatedSchedule | null): StatedRow | undefined {
  const first = printed?.rows[0];
  return first?.reduction === null ? first : undefined;
}

/**
 * Where the form is silent, a schedule that nothing else settles is the payments themselves; and a loan of which nothing
 * is known but what was received is due when it is asked for.
 */
function silentMethod(printed: StatedSchedule | null, ledger: LedgerTerms | null): AmortizationMethod {
  if (printed !== null) return "statedPayments";
  return ledger === null ? DEFAULT_TERMS.method : "onDemand";
}

function readMethod(field: ReadField, silent: AmortizationMethod): AmortizationMethod {
  return field("method", choiceOf(CHOICES.method)) ?? silent;
}

function readEvents(given: GivenLoan, startDate: Day): EventTerms {
  const dated = (key: string) => readDatedAmounts(given, key, startDate);
  return {
    extraPayments: dated("extraPayments"),
    advances: dated("advances"),
    forgiveness: dated("forgiveness"),
    fees: dated("fees"),
  };
}

function readInterest(given: GivenLoan, field: ReadField, startDate: Day): InterestTerms {
  const effective = field("rateKind", choiceOf(CHOICES.rateKind)) === "effective";
  const compounding = field("compounding", (value) => {
    if (!effective) return read.readFrequency(value);
    throw new CalculationError(
      "invalid-input",
      value.name,
      "must be left out, as an effective rate compounds once a year",
      value.value,
    );
  });
  const changes = datedRows(given, "rateChanges", startDate, (value) => read.readRate(value));
  return {
    annualRate: field("annualRate", read.readRate) ?? missing(given, "annualRate"),
    rateChanges: changes.map(({ date, value }): DatedRate => ({ date, annualRate: value })),
    compounding: effective ? { months: 12 } : compounding,
    dayCount: field("dayCount", read.readDayCount),
    on: field("interestOn", choiceOf(CHOICES.interestOn)) ?? "outstanding",
  };
}

function readPayment(
  given: GivenLoan,
  field: ReadField,
  { startDate, dates }: { readonly startDate: Day; readonly dates: DateTerms },
): PaymentTerms {
  return {
    amount: field("payment", read.readPositiveAmount),
    amortizationMonths: readAmortization(given, dates),
    computedOn: field("paymentComputedOn", choiceOf(CHOICES.paymentComputedOn)) ?? "dayCount",
    paymentChanges: readDatedAmounts(given, "paymentChanges", startDate),
    yearlyGrowth: field("paymentGrowth", read.readRate) ?? ZERO,
    growthYears: field("growthYears", read.readCount),
    balloon: field("balloon", read.readAmount) ?? ZERO,
    interestOnlyPayments: field("interestOnlyPayments", read.readCount) ?? 0,
    capitalizationEnd: field("capitalizeUntil", (value) => given.readDate(value.name, value.value)),
    extraPaymentEffect: field("extraPaymentEffect", choiceOf(CHOICES.extraPaymentEffect)) ?? "shortens",
  };
}

/** The amortization period in months, where the form says one: a whole number of payments. */
function readAmortization(given: GivenLoan, { frequency }: DateTerms): number | null {
  const key = given.fields.has("amortizationMonths") ? "amortizationMonths" : "amortizationYears";
  const place = fieldOf(given, key);
  if (!place) return null;
  const months = monthsIn(given, place, { inYears: "amortizationYears", name: "amortization period" });
  const payments = toNumber(periodsOver(frequency, months));
  if (Number.isInteger(payments) && payments <= MAX_PERIODS) return months;
  const rule = `must hold a whole number of payments, no more than ${MAX_PERIODS}`;
  throw new CalculationError("out-of-range", place.name, rule, place.value);
}

function readRoundingTerms(field: ReadField): RoundingTerms {
  return {
    payment: field("paymentRounding", read.readRounding),
    interest: field("interestRounding", read.readRounding),
    balance: field("balanceRounding", read.readRounding),
    carriesInterest: field("carryInterest", readYesNo) ?? false,
    residue: field("residue", choiceOf(CHOICES.residue)) ?? "last",
    decimals: field("decimals", (value) => {
      const decimals = read.readCount(value);
      if (decimals <= 12) return decimals;
      throw new CalculationError("out-of-range", value.name, "must be no more than 12", decimals);
    }),
  };
}
