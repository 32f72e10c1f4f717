/**
 * Takes the lines of a printed schedule and the terms that are known, makes the rows of a loan sheet that reproduces them, and says
 * what was found.
 */
import { dayOf, longDate } from "../../core/calendar/civilDate";
import { fitSchedule, type Fit, type Rival } from "../../core/loan/fit/fit";
import type { KnownTerms } from "../../core/loan/fit/knownTerms";
import { printedSchedule, type PrintedSchedule } from "../../core/loan/fit/printedSchedule";
import { makesEveryFigure } from "../../core/loan/fit/reproduction";
import { datedLines, type DatedLines } from "../../core/loan/fit/undated";
import { LOAN_FIELDS } from "../../core/loan/form/fields";
import type { GivenLoan } from "../../core/loan/form/givenLoan";
import { readTerms } from "../../core/loan/form/readTerms";
import { WRITTEN_KEYS, writtenTerms, type WrittenTerm, type WrittenValue } from "../../core/loan/fit/writtenTerms";
import type { LoanTerms } from "../../core/loan/terms/loanTerms";
import { fraction, times, toNumber, type Fraction } from "../../core/number/fraction";
import { dateCell, formatted, WHOLE_AMOUNT, type CellAnswer } from "../cells/answer";
import { asRange, isEmpty, type Range } from "../cells/arguments";
import { amountCell } from "./loanArgument";
import { givenBySheet } from "./loanSheet";
import type { PrintedLines } from "./printedSchedule";

/** A fit as a loan sheet shows it. */
export interface FittedSheet {
  readonly fit: Fit;
  readonly printed: PrintedSchedule;
  /** Rows of label, value and note. */
  readonly terms: readonly Row[];
  /** The same terms as words: "Annual rate 6 %". */
  readonly words: readonly string[];
  /** What was found, a sentence each. */
  readonly said: readonly string[];
  /** The table of payments that follow no rule, with its header; empty of any others. */
  readonly payments: readonly Row[];
}

/**
 * The terms that make a printed schedule, as rows of a loan sheet.
 *
 * @param known rows of a loan sheet: what is known of the terms
 * @throws CalculationError as fitSchedule does, and where the known terms are none
 */
export function fittedSheet(lines: PrintedLines, known: Range | null | undefined): FittedSheet {
  const given = givenBySheet("known", knownRows(known));
  const { rows, known: terms, isStartAssumed } = withDates(lines, knownTerms(given));
  const printed = printedSchedule(rows);
  const fit = fitSchedule(printed, terms);
  const said = [...statements(fit, lines.notUsed), ...(isStartAssumed ? [DAYS_NOT_COUNTED] : [])];
  const words = writtenTerms(fit.terms).map(({ label, value }) => `${label} ${wordsOf(value)}`);
  return {
    fit,
    printed,
    terms: termRows(fit, given, isStartAssumed),
    words,
    said,
    payments: statedPayments(fit.terms),
  };
}

function withDates({ lines, dates, places }: PrintedLines, known: KnownTerms): DatedLines {
  if (dates === null) return datedLines(lines, places, known);
  const rows = lines.map((line, index) => ({ ...line, date: dates[index] ?? 0 }));
  return { rows, known, isStartAssumed: false };
}

const DAYS_NOT_COUNTED =
  "No date is printed or known, so days were not counted: with a Start date or First payment date, day counts are tried too.";

function knownRows(known: Range | null | undefined): Range {
  return known === null || known === undefined ? [] : asRange(known).filter((row) => !row.every(isEmpty));
}

/** Before any date of a loan, so that a known date is never before it. */
const UNKNOWN_START = dayOf(1900, 3, 1);
const UNKNOWN = { name: "known", value: Symbol("not known") };

/** The terms that some rows of a loan sheet say; what every loan must say stands in for itself where they do not. */
function knownTerms(given: GivenLoan): KnownTerms {
  const standIns = new Map([
    ["principal", [[{ name: "known", value: 1 }]]],
    ["startDate", [[UNKNOWN]]],
    ["annualRate", [[{ name: "known", value: 0 }]]],
  ]);
  const terms = readTerms({
    ...given,
    fields: new Map([...standIns, ...given.fields]),
    readDate: (name, value) => (value === UNKNOWN.value ? UNKNOWN_START : given.readDate(name, value)),
  });
  return { terms, has: (key) => given.fields.has(key) };
}

export type Row = readonly CellAnswer[];

function termRows({ terms, reproduction }: Fit, given: GivenLoan, isStartAssumed: boolean): readonly Row[] {
  const isFitted = makesEveryFigure(reproduction);
  const noteOf = ({ key }: WrittenTerm): string => {
    if (given.fields.has(key)) return "as given";
    if (key === "startDate" && isStartAssumed) return "assumed: no date is known, and any other makes the same figures";
    if (key === "startDate" && terms.dates.firstDate)
      return `${terms.dates.firstDate - terms.startDate} days before the first payment`;
    if (key === "annualRate")
      return isFitted ? "the simplest rate that makes every figure" : "the rate that makes the most figures";
    return "";
  };
  const written = writtenTerms(terms).map((term): Row => [term.label, cellOf(term.value), noteOf(term)]);
  const others = LOAN_FIELDS.filter(({ key }) => given.fields.has(key) && !WRITTEN_KEYS.has(key)).flatMap(
    ({ key, label }) =>
      (given.fields.get(key) ?? []).map((values): Row => [label, ...values.map(({ value }) => value as CellAnswer)]),
  );
  return [...written, ...others];
}

function cellOf(value: WrittenValue): CellAnswer {
  if ("amount" in value) return amountCell(value.amount);
  if ("rate" in value) return formatted(toNumber(value.rate), `0.00${"#".repeat(6)}%`);
  if ("date" in value) return dateCell(value.date);
  return "count" in value ? formatted(value.count, WHOLE_AMOUNT) : value.words;
}

/** What was found, a sentence each. Each stands alone in its row, where a loan sheet takes it for a heading. */
function statements(fit: Fit, notUsed: readonly string[]): readonly string[] {
  const { reproduced, figures, firstDifference } = fit.reproduction;
  return [
    `Reproduces ${reproduced} of ${figures} printed figures.`,
    ...(firstDifference ? [differenceText(fit)] : []),
    ...paymentText(fit),
    ...fit.rivals.map((rival) => rivalText(fit, rival)),
    ...(notUsed.length > 0 ? [`Not used: ${notUsed.join(", ")}.`] : []),
  ];
}

function differenceText({ reproduction: { firstDifference }, schedule }: Fit): string {
  if (!firstDifference) return "";
  const { scale } = schedule.loan;
  const { date, kind, printed, computed } = firstDifference;
  const [stated, made] = [printed, computed].map((units) => amountText(scale.currency(units)));
  return `No terms that were tried make every figure. The first that differs: ${kind} of ${longDate(date)}, printed ${stated}, computed ${made}.`;
}

/** Says the level payment that follows from the terms, which no row of the sheet does. */
function paymentText({ terms, schedule, paymentOfTerms }: Fit): readonly string[] {
  if (paymentOfTerms)
    return [`The payment is as printed; from the other terms it would be ${amountText(paymentOfTerms)}.`];
  const { payment, method } = terms;
  const first = schedule.payments[payment.interestOnlyPayments];
  if (method !== "levelPayment" || payment.amount !== null || first === undefined) return [];
  return [`The payment follows from these terms: ${amountText(schedule.loan.scale.currency(first))}.`];
}

function rivalText(fit: Fit, { terms, kind, date, ofFit, ofRival }: Rival): string {
  const own = new Map(writtenTerms(fit.terms).map(({ label, value }) => [label, wordsOf(value)]));
  const others = writtenTerms(terms).map(({ label, value }) => [label, wordsOf(value)] as const);
  const apart = others
    .filter(([label, words]) => own.get(label) !== words)
    .map(([label, words]) => `${label} ${words}`);
  const dropped = [...own.keys()]
    .filter((label) => !others.some(([other]) => other === label))
    .map((label) => `no ${label}`);
  const place =
    kind === "balance" || kind === "payment" ? `on ${longDate(date)}` : `of the period to ${longDate(date)}`;
  const figure = `the ${kind} ${place} would be ${amountText(ofRival)}, and by the terms above ${amountText(ofFit)}`;
  return `Fits as well: ${[...apart, ...dropped].join(", ")}; then ${figure}.`;
}

function wordsOf(value: WrittenValue): string {
  if ("amount" in value) return amountText(value.amount);
  if ("rate" in value) return `${Number(toNumber(times(value.rate, fraction(100))).toPrecision(12))} %`;
  if ("date" in value) return longDate(value.date);
  return "count" in value ? String(value.count) : value.words;
}

function amountText(amount: Fraction): string {
  return toNumber(amount).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 6 });
}

/** Payments of no rule are a schedule of their own. */
function statedPayments({ method, stated, startDate }: LoanTerms): readonly Row[] {
  if (method !== "statedPayments" || !stated) return [];
  const paid = stated.rows.filter(({ date, reduction }) => date > startDate && reduction !== null);
  return [
    ["Date", "Payment"],
    ...paid.map(({ date, reduction }) => [dateCell(date), reduction ? amountCell(reduction) : ""]),
  ];
}
