/**
 * Takes what a form says, makes the terms of the loan. Law: every value is checked where it stands, and no two of them
 * contradict each other.
 */
import { choiceOf, readYesNo, type Given } from "../../given";
import type { Day } from "../../calendar/civilDate";
import { periodsOver } from "../../calendar/frequency";
import { MAX_PERIODS } from "../../calendar/paymentDates";
import { CalculationError } from "../../errors";
import { compare, fraction, toNumber, ZERO } from "../../number/fraction";
import type { RoundingRule } from "../../number/roundingRule";
import { tenTo } from "../../number/whole";
import { DEFAULT_TERMS } from "../terms/defaultTerms";
import { minorUnit } from "../terms/minorUnit";
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
import { CHOICES, LOAN_FIELDS } from "./fields";
import { requireFit } from "./fit";
import { fieldOf, saidOr, type GivenLoan, type ReadField } from "./givenLoan";
import { readAgreementTerms } from "./readAgreementTerms";
import { datedRows, monthsIn, readDatedAmounts, readDates } from "./readDates";
import { fromStart, openingLine, readStatedSchedule } from "./readStatedSchedule";
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
  const currency = field("currency", read.readWords) ?? DEFAULT_TERMS.currency;
  const silentRounding = roundingOf(field, currency);
  const printed = readStatedSchedule(given, field, silentRounding);
  const said = {
    principal: field("principal", read.readPositiveAmount),
    startDate: field("startDate", ({ name, value }) => given.readDate(name, value)),
  };
  const opening = openingLine(printed, said);
  const principal = said.principal ?? opening?.balance ?? missing(given, "principal");
  const startDate = said.startDate ?? opening?.date ?? missing(given, "startDate");
  const interest = readInterest(given, field, startDate);
  const dates = readDates(given, field, startDate);
  const payment = readPayment(given, field, { startDate, dates });
  const isSettled = [dates.count, dates.maturityDate, payment.amount, payment.amortizationMonths].some(
    (term) => term !== null,
  );
  const method = readMethod(field, printed !== null && !isSettled);
  const start = { date: startDate, balance: principal, isPrinted: opening !== undefined };
  const stated = printed && fromStart(given, printed, start);
  const rounding = readRoundingTerms(field, silentRounding);
  requireFit(given, { method, stated, principal, payment, dates });
  return {
    ...DEFAULT_TERMS,
    name: field("name", read.readWords) ?? "Loan",
    currency,
    principal,
    startDate,
    method,
    interest,
    dates,
    payment,
    events: readEvents(given, startDate),
    rounding,
    stated,
    ...readAgreementTerms(given, field, rounding.interest),
  };
}

/** Where the form is silent, a schedule that nothing else settles is the payments themselves. */
function readMethod(field: ReadField, isScheduleAlone: boolean): AmortizationMethod {
  const silent = isScheduleAlone ? "statedPayments" : DEFAULT_TERMS.method;
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

/**
 * How payment, interest and printed figures are rounded where nothing is said of them: to the minor unit of the currency,
 * unless fewer decimals than that are carried at all.
 */
function roundingOf(field: ReadField, currency: string): RoundingRule | null {
  const minor = minorUnit(currency);
  const decimals = field("decimals", readDecimals);
  return decimals !== null && compare(minor.unit, fraction(1, tenTo(decimals))) < 0 ? null : minor;
}

/** Where nothing is said the balance is not rounded: it is what payment and interest leave. */
function readRoundingTerms(field: ReadField, silent: RoundingRule | null): RoundingTerms {
  return {
    payment: saidOr(field, "paymentRounding", read.readRounding, silent),
    interest: saidOr(field, "interestRounding", read.readRounding, silent),
    balance: field("balanceRounding", read.readRounding),
    carriesInterest: field("carryInterest", readYesNo) ?? false,
    residue: field("residue", choiceOf(CHOICES.residue)) ?? "last",
    decimals: field("decimals", readDecimals),
  };
}

function readDecimals(value: Given): number {
  const decimals = read.readCount(value);
  if (decimals <= 12) return decimals;
  throw new CalculationError("out-of-range", value.name, "must be no more than 12", decimals);
}

function missing({ name }: GivenLoan, key: string): never {
  const label = LOAN_FIELDS.find((field) => field.key === key)?.label ?? key;
  throw new CalculationError("invalid-input", name, `must say the ${label.toLowerCase()} (${label})`, null);
}
