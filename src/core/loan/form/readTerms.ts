/**
 * Takes what a form says, makes the terms of the loan. Law: every value is checked where it stands, and no two of them
 * contradict each other.
 */
import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { compare, fraction, ZERO } from "../../number/fraction";
import type { RoundingRule } from "../../number/roundingRule";
import { tenTo } from "../../number/whole";
import { DEFAULT_TERMS } from "../terms/defaultTerms";
import { minorUnit } from "../terms/minorUnit";
import type {
  AmortizationMethod,
  DatedRate,
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
import { datedRows, readDatedAmounts, readDates } from "./readDates";
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
  const currency = field("currency", read.readText) ?? DEFAULT_TERMS.currency;
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
  const payment = readPayment(given, field, startDate);
  const dates = readDates(given, field, startDate);
  const isSettled = dates.count !== null || dates.maturityDate !== null || payment.amount !== null;
  const method = readMethod(field, printed !== null && !isSettled);
  const start = { date: startDate, balance: principal, isPrinted: opening !== undefined };
  const stated = printed && fromStart(given, printed, start);
  const rounding = readRoundingTerms(field, silentRounding);
  requireFit(given, { method, stated, principal, payment, dates });
  return {
    ...DEFAULT_TERMS,
    name: field("name", read.readText) ?? "Loan",
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
  return field("method", (value) => read.readChoice(value, CHOICES.method)) ?? silent;
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
  const effective = field("rateKind", (value) => read.readChoice(value, CHOICES.rateKind)) === "effective";
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
    on: field("interestOn", (value) => read.readChoice(value, CHOICES.interestOn)) ?? "outstanding",
  };
}

function readPayment(given: GivenLoan, field: ReadField, startDate: Day): PaymentTerms {
  return {
    amount: field("payment", read.readPositiveAmount),
    paymentChanges: readDatedAmounts(given, "paymentChanges", startDate),
    yearlyGrowth: field("paymentGrowth", read.readRate) ?? ZERO,
    growthYears: field("growthYears", read.readCount),
    balloon: field("balloon", read.readAmount) ?? ZERO,
    interestOnlyPayments: field("interestOnlyPayments", read.readCount) ?? 0,
    capitalizationEnd: field("capitalizeUntil", (value) => given.readDate(value.name, value.value)),
    extraPaymentEffect:
      field("extraPaymentEffect", (value) => read.readChoice(value, CHOICES.extraPaymentEffect)) ?? "shortens",
  };
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
    carriesInterest: field("carryInterest", read.readYesNo) ?? false,
    residue: field("residue", (value) => read.readChoice(value, CHOICES.residue)) ?? "last",
    decimals: field("decimals", readDecimals),
  };
}

function readDecimals(value: read.Given): number {
  const decimals = read.readCount(value);
  if (decimals <= 12) return decimals;
  throw new CalculationError("out-of-range", value.name, "must be no more than 12", decimals);
}

function missing({ name }: GivenLoan, key: string): never {
  const label = LOAN_FIELDS.find((field) => field.key === key)?.label ?? key;
  throw new CalculationError("invalid-input", name, `must say the ${label.toLowerCase()} (${label})`, null);
}
