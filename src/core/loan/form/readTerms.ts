import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { compare, toNumber, ZERO, type Fraction } from "../../number/fraction";
import { DEFAULT_TERMS } from "../terms/defaultTerms";
import type {
  AmortizationMethod,
  DatedRate,
  InterestTerms,
  LoanTerms,
  PaymentTerms,
  RoundingTerms,
} from "../terms/loanTerms";
import { datedRows, readDatedAmounts, readDates } from "./readDates";
import { readAgreementTerms } from "./readAgreementTerms";
import { CHOICES, LOAN_FIELDS } from "./fields";
import type { GivenLoan, ReadField } from "./givenLoan";
import { readStatedSchedule } from "./readStatedSchedule";
import * as read from "./values";
import type { Given } from "./values";

/**
 * The agreement that a form describes, with every value checked and no two that contradict each other.
 *
 * @throws CalculationError naming the place in the form, the rule and what stands there
 */
export function readTerms(given: GivenLoan): LoanTerms {
  const field: ReadField = (key, reader) => {
    const first = given.fields.get(key)?.[0]?.[0];
    return first ? reader(first) : null;
  };
  const date = (value: Given) => given.readDate(value.name, value.value);
  const stated = readStatedSchedule(given, field);
  const opening = stated?.rows[0]?.reduction === null ? stated.rows[0] : undefined;
  const principal = field("principal", read.readPositiveAmount) ?? opening?.balance ?? missing(given, "principal");
  const startDate = field("startDate", date) ?? opening?.date ?? missing(given, "startDate");
  const interest = readInterest(given, field, startDate);
  const payment = readPayment(given, field, startDate);
  const dates = readDates(given, field, startDate);
  const isOpen = dates.count === null && dates.maturityDate === null && payment.amount === null;
  const method =
    field("method", (value) => read.readChoice(value, CHOICES.method)) ??
    (stated && isOpen ? "statedPayments" : "levelPayment");
  if (method === "statedPayments" && !stated) {
    throw new CalculationError(
      "invalid-input",
      given.name,
      "must have a schedule table, as its method is the stated schedule",
      null,
    );
  }
  requireFit(given, method);
  requireBalloonWithin(given, payment.balloon, principal);
  requireInterestOnlyWithin(given, payment.interestOnlyPayments, dates.count);
  return {
    ...DEFAULT_TERMS,
    name: field("name", read.readText) ?? "Loan",
    currency: field("currency", read.readText) ?? DEFAULT_TERMS.currency,
    principal,
    startDate,
    method,
    interest,
    dates,
    payment,
    events: {
      extraPayments: readDatedAmounts(given, "extraPayments", startDate),
      advances: readDatedAmounts(given, "advances", startDate),
      forgiveness: readDatedAmounts(given, "forgiveness", startDate),
      fees: readDatedAmounts(given, "fees", startDate),
    },
    rounding: readRoundingTerms(field),
    stated: stated && {
      ...stated,
      rows: opening ? stated.rows : [{ date: startDate, reduction: null, balance: principal }, ...stated.rows],
    },
    ...readAgreementTerms(given, field),
  };
}

/** What a method leaves no room for. */
const NOT_OF_METHOD: Readonly<Record<AmortizationMethod, readonly string[]>> = {
  levelPayment: [],
  levelPrincipal: ["paymentChanges", "paymentGrowth", "growthYears"],
  interestOnly: ["payment", "paymentChanges", "paymentGrowth", "growthYears", "balloon", "interestOnlyPayments"],
  bullet: [
    "payment",
    "paymentChanges",
    "paymentGrowth",
    "growthYears",
    "balloon",
    "interestOnlyPayments",
    "interestFrequency",
    "firstInterestDate",
  ],
  statedPayments: [
    "payment",
    "payments",
    "termMonths",
    "termYears",
    "maturityDate",
    "firstPaymentDate",
    "paymentChanges",
    "paymentGrowth",
    "growthYears",
    "balloon",
    "interestOnlyPayments",
  ],
};

function requireFit({ fields }: GivenLoan, method: AmortizationMethod): void {
  const place = NOT_OF_METHOD[method].map((key) => fields.get(key)?.[0]?.[0]).find((value) => value !== undefined);
  if (!place) return;
  const words = Object.entries(CHOICES.method).find(([, meaning]) => meaning === method)?.[0] ?? method;
  throw new CalculationError(
    "invalid-input",
    place.name,
    `must be left out of a loan whose method is ${words}`,
    place.value,
  );
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

function readRoundingTerms(field: ReadField): RoundingTerms {
  return {
    payment: field("paymentRounding", read.readRounding),
    interest: field("interestRounding", read.readRounding),
    balance: field("balanceRounding", read.readRounding),
    carriesInterest: field("carryInterest", read.readYesNo) ?? false,
    residue: field("residue", (value) => read.readChoice(value, CHOICES.residue)) ?? "last",
    decimals: field("decimals", (value) => {
      const decimals = read.readCount(value);
      if (decimals <= 12) return decimals;
      throw new CalculationError("out-of-range", value.name, "must be no more than 12", decimals);
    }),
  };
}

function requireBalloonWithin(given: GivenLoan, balloon: Fraction, principal: Fraction): void {
  const place = given.fields.get("balloon")?.[0]?.[0];
  if (!place || compare(balloon, principal) <= 0) return;
  throw new CalculationError(
    "out-of-range",
    place.name,
    `must be no more than the principal, ${toNumber(principal)}`,
    place.value,
  );
}

function requireInterestOnlyWithin(given: GivenLoan, interestOnly: number, count: number | null): void {
  const place = given.fields.get("interestOnlyPayments")?.[0]?.[0];
  if (!place || count === null || interestOnly <= count) return;
  throw new CalculationError("out-of-range", place.name, `must be no more than the ${count} payments`, interestOnly);
}

function missing({ name }: GivenLoan, key: string): never {
  const label = LOAN_FIELDS.find((field) => field.key === key)?.label ?? key;
  throw new CalculationError("invalid-input", name, `must say the ${label.toLowerCase()} (${label})`, null);
}
