import { dayOf, longDate } from "../../core/calendar/civilDate";
import { fitSchedule, type Fit, type Rival } from "../../core/loan/fit/fit";
import type { KnownTerms } from "../../core/loan/fit/knownTerms";
import { printedSchedule } from "../../core/loan/fit/printedSchedule";
import { isWhole } from "../../core/loan/fit/reproduction";
import { datedLines } from "../../core/loan/fit/undated";
import { LOAN_FIELDS } from "../../core/loan/form/fields";
import type { GivenLoan } from "../../core/loan/form/givenLoan";
import { readTerms } from "../../core/loan/form/readTerms";
import { WRITTEN_KEYS, writtenTerms, type WrittenTerm, type WrittenValue } from "../../core/loan/fit/writtenTerms";
import type { LoanTerms } from "../../core/loan/terms/loanTerms";
import { fraction, times, toNumber, type Fraction } from "../../core/number/fraction";
import { answer, dateCell, formatted, WHOLE_AMOUNT, type CellAnswer } from "../cells/answer";
import { asRange, isEmpty, type Range } from "../cells/arguments";
import { amountCell } from "./loanArgument";
import { givenBySheet, requireSheetSize } from "./loanSheet";
import { readPrintedLines } from "./printedSchedule";

/**
 * Terms that reproduce a printed loan schedule, as a loan sheet: rate, day count, roundings, first period, compounding, method and payment. Below it how many of the printed figures they reproduce, the first that differs, and which figure would tell other terms apart that fit as well.
 * @customfunction LOANFIT
 * @param {any[][]} schedule Printed schedule: a header row with any of Number, Date, Payment, Interest, Principal, Opening balance, Balance, then a row a line.
 * @param {any[][]} [known] Terms that are known, as rows of a loan sheet: label and value.
 * @returns {any[][]} Rows of a loan sheet, which a loan argument takes: label, value, note; then what was found, in words.
 * @example =LOANFIT({"Date","Payment","Interest","Balance";45337,256.28,10,753.72;45366,256.28,7.54,504.98;45397,256.28,5.05,253.75;45427,256.29,2.54,0})
 */
export function LOANFIT(schedule: any[][], known?: any[][]): any[][] {
  return answer(() => {
    const range = asRange(schedule);
    requireSheetSize("schedule", range);
    const printed = readPrintedLines("schedule", range);
    const given = givenBySheet("known", knownRows(known));
    const terms = knownTerms(given);
    const dated = printed.dates
      ? {
          rows: printed.lines.map((line, index) => ({ ...line, date: printed.dates?.[index] ?? 0 })),
          known: terms,
          isStartAssumed: false,
        }
      : datedLines(printed.lines, printed.places, terms);
    const fit = fitSchedule(printedSchedule(dated.rows), dated.known);
    const rows = [
      ...termRows(fit, given, dated.isStartAssumed),
      ...statements(fit, printed.notUsed).map((text) => [text]),
      ...(dated.isStartAssumed ? [[DAYS_NOT_COUNTED]] : []),
      ...statedPayments(fit.terms),
    ];
    return rows.map((row) => Array.from({ length: COLUMNS }, (_cell, column) => row[column] ?? ""));
  });
}

const COLUMNS = 3;

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

type Row = readonly CellAnswer[];

function termRows({ terms, reproduction }: Fit, given: GivenLoan, isStartAssumed: boolean): readonly Row[] {
  const isFitted = isWhole(reproduction);
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
