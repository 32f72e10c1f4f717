/**
 * Takes what a form says, makes the terms of the loan. Law: every value is checked where it stands, and no two of them
 * contradict each other.
 */
import { choiceOf } from "../../given";
import { dayOf, type Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { ONE, ZERO } from "../../number/fraction";
import type { StatedRow } from "../terms/agreement";
import { DEFAULT_TERMS } from "../terms/defaultTerms";
import type { InterestTerms, LoanTerms } from "../terms/loanTerms";
import { CHOICES, LOAN_FIELDS } from "./fields";
import { requireNoContradiction } from "./contradictions";
import { fieldOf, type GivenLoan, type ReadField } from "./givenLoan";
import { isPrecomputed } from "./agreements/precomputed";
import { readAdjustableRate } from "./agreements/readAdjustableRate";
import { readEvents } from "./agreements/readEvents";
import { readPayment } from "./agreements/readPayment";
import { readRepayment } from "./agreements/readRepayment";
import { readPrepaymentCharges } from "./agreements/readPrepaymentCharges";
import { readRounding, silentRounding } from "./agreements/readRounding";
import { readAgreementTerms } from "./readAgreementTerms";
import { readBookTerms, readCarryingTerms } from "./agreements/readBookTerms";
import { datedRows, readDates } from "./readDates";
import { Problems } from "../../problems";
import { readLedger } from "./agreements/readLedger";
import { NOTHING_SAID, readOpening } from "./agreements/readOpening";
import { fromStart, openingLine, readStatedSchedule, type SaidOfStart } from "./readStatedSchedule";
import * as read from "./values";

/** Stand in for rates by an index that cannot be read. */
const NO_RATES = { annualRate: ZERO, rateChanges: [], index: null };

/** Stands in for a start date that cannot be read, so that no other date is refused for lying before it. */
const NO_DATE_IS_BEFORE = dayOf(1, 1, 1);

/**
 * The agreement that a form describes. What it leaves out is as in {@link DEFAULT_TERMS}; principal and start date may
 * be those of the opening line of its schedule.
 *
 * @throws CalculationError naming the place in the form, the rule and what stands there
 */
export function readTerms(given: GivenLoan): LoanTerms {
  const problems = new Problems(given.name, given.problems);
  const terms = problems.all(() => termsIn(given, problems));
  requireNoContradiction(given, terms);
  return terms;
}

/** The terms, with stand-ins for what cannot be read: they are of use to nobody but the search for further faults. */
function termsIn(given: GivenLoan, problems: Problems): LoanTerms {
  const field = fieldReader(given, problems);
  const missing = missingTerms(given, problems);
  const currency = field("currency", read.readWords) ?? DEFAULT_TERMS.currency;
  const decimals = field("decimals", read.readDecimals);
  const silent = silentRounding(currency, decimals);
  const printed = problems.attempt(() => readStatedSchedule(given, field, silent), null);
  const said = problems.attempt(() => readOpening(given, field), NOTHING_SAID);
  const { principal, startDate, isPrinted } = startOf(openingLine(printed, said), said, missing);
  const interest = interestIn(given, field, problems, { startDate, missing });
  const dates = problems.attempt(() => readDates(given, field, startDate), DEFAULT_TERMS.dates);
  const payment = problems.attempt(() => readPayment(given, field, { startDate, dates }), DEFAULT_TERMS.payment);
  const ledger = problems.attempt(() => readLedger(given, field), null);
  const rounding = { ...readRounding(given, field, silent), decimals };
  const name = field("name", read.readWords) ?? "Loan";
  const beside = {
    startDate,
    dates,
    printsSchedule: printed !== null,
    isSettled: isSettled({ dates, payment }),
    hasLedger: ledger !== null,
  };
  const repayment = problems.attempt(() => readRepayment(given, field, beside), { ...DEFAULT_TERMS, dates });
  const loan = { startDate, principal, dates, unit: silent };
  const events = problems.attempt(() => readEvents(given, loan), DEFAULT_TERMS.events);
  const start = { date: startDate, balance: principal, isPrinted };
  const stated = printed && problems.attempt(() => fromStart(given, printed, start), null);
  const prepaymentCharges = problems.attempt(() => readPrepaymentCharges(given, startDate), []);
  const agreement = problems.attempt(() => readAgreementTerms(given, field, rounding.interest), DEFAULT_TERMS);
  const { share } = agreement.betweenDates;
  const carrying = problems.attempt(() => readCarryingTerms(given, field, loan), DEFAULT_TERMS.carrying);
  const books = problems.attempt(() => readBookTerms(given, field, share !== null), DEFAULT_TERMS.books);
  const opening = { name, currency, principal, startDate, accruedAtStart: said.accruedAtStart, stated };
  return whole(
    { opening, interest, payment, events, rounding, ledger, prepaymentCharges, carrying, books },
    repayment,
    agreement,
  );
}

type OpeningTerms = Pick<LoanTerms, "name" | "currency" | "principal" | "startDate" | "accruedAtStart" | "stated">;
type RepaymentTerms = Pick<LoanTerms, "method" | "isRepaymentAssumed" | "dates">;
type AgreementTerms = Pick<LoanTerms, "betweenDates" | "outcomes" | "collateral" | "figures">;
type OtherTerms = Omit<LoanTerms, keyof OpeningTerms | keyof RepaymentTerms | keyof AgreementTerms>;

/** Field by field: to spread one object into another takes longer than to read either, and a portfolio has many loans. */
function whole(
  other: OtherTerms & { readonly opening: OpeningTerms },
  repayment: RepaymentTerms,
  agreement: AgreementTerms,
): LoanTerms {
  const { opening } = other;
  return {
    name: opening.name,
    currency: opening.currency,
    principal: opening.principal,
    startDate: opening.startDate,
    accruedAtStart: opening.accruedAtStart,
    method: repayment.method,
    isRepaymentAssumed: repayment.isRepaymentAssumed,
    interest: other.interest,
    dates: repayment.dates,
    payment: other.payment,
    events: other.events,
    rounding: other.rounding,
    stated: opening.stated,
    ledger: other.ledger,
    betweenDates: agreement.betweenDates,
    outcomes: agreement.outcomes,
    collateral: agreement.collateral,
    prepaymentCharges: other.prepaymentCharges,
    figures: agreement.figures,
    carrying: other.carrying,
    books: other.books,
  };
}

/** What is said of interest: a rate, or how it follows from an index. */
function interestIn(
  given: GivenLoan,
  field: ReadField,
  problems: Problems,
  { startDate, missing }: { readonly startDate: Day; readonly missing: StandIn },
): InterestTerms {
  const byIndex = problems.attempt(() => readAdjustableRate(given, field, startDate), NO_RATES);
  const annualRate = byIndex?.annualRate ?? field("annualRate", read.readRate) ?? missing("annualRate", ZERO);
  const interest = problems.attempt(() => readInterest(given, field, startDate), DEFAULT_TERMS.interest);
  const { rateChanges, index } = byIndex ?? interest;
  return { ...interest, annualRate, rateChanges, index };
}

/** Day and principal of the loan: those typed, else those of the line on which its printed schedule begins. */
function startOf(opening: StatedRow | undefined, said: SaidOfStart, missing: StandIn) {
  return {
    principal: said.principal ?? opening?.balance ?? missing("principal", ONE),
    startDate: said.startDate ?? opening?.date ?? missing("startDate", NO_DATE_IS_BEFORE),
    isPrinted: opening !== undefined,
  };
}

/** Reads one field; what cannot be read is noted, and is then as if the form were silent. */
function fieldReader(given: GivenLoan, problems: Problems): ReadField {
  return (key, reader) => {
    const place = fieldOf(given, key);
    return place ? problems.attempt(() => reader(place), null) : null;
  };
}

/** Principal and start date may be said by a balance at a date. */
function isGiven({ fields }: GivenLoan, key: string): boolean {
  return fields.has(key) || (key !== "annualRate" && fields.has("balanceAt"));
}

/** Gives what stands in for a term that is missing. */
type StandIn = <T>(key: string, instead: T) => T;

/** Notes that a term is missing, unless it is there and cannot be read. */
function missingTerms(given: GivenLoan, problems: Problems): StandIn {
  return (key, instead) => {
    if (!isGiven(given, key) && !given.meant?.has(key)) problems.add(missingTerm(given, key));
    return instead;
  };
}

/** Whether anything but a printed schedule says when the loan ends. */
function isSettled({ dates, payment }: Pick<LoanTerms, "dates" | "payment">): boolean {
  const terms = [dates.count, dates.maturityDate, payment.amount, payment.amortizationMonths];
  return terms.some((term) => term !== null);
}

/** Precomputed interest runs on the original principal, unless the form says that it is that of a level payment. */
function readEarning(given: GivenLoan, field: ReadField): InterestTerms["on"] {
  const on = field("interestOn", choiceOf(CHOICES.interestOn)) ?? (isPrecomputed(given) ? "original" : "outstanding");
  return on === "precomputed" ? "original" : on;
}

function readInterest(given: GivenLoan, field: ReadField, startDate: Day): Omit<InterestTerms, "annualRate"> {
  const effective = field("rateKind", choiceOf(CHOICES.rateKind)) === "effective";
  const compounding = field("compounding", (value) => {
    if (!effective) return read.readCompounding(value);
    throw new CalculationError(
      "invalid-input",
      value.name,
      "must be left out, as an effective rate compounds once a year",
      value.value,
    );
  });
  const changes = datedRows(given, "rateChanges", startDate, (value) => read.readRate(value));
  return {
    rateChanges: changes.map(({ date, value }) => ({ date, annualRate: value })),
    index: null,
    compounding: effective ? { months: 12 } : compounding,
    dayCount: field("dayCount", read.readDayCount),
    oddDaysOver: field("oddDays", choiceOf<number | null>(CHOICES.oddDays)),
    on: readEarning(given, field),
  };
}

function missingTerm({ name }: GivenLoan, key: string): CalculationError {
  const label = LOAN_FIELDS.find((field) => field.key === key)?.label ?? key;
  return new CalculationError("invalid-input", name, `must say the ${label.toLowerCase()} (${label})`, null);
}
