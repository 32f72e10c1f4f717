/**
 * Takes a label as somebody typed it, makes the words that are compared. Law: what is dropped says nothing, or is kept
 * as the unit of the value.
 */
import { remembering } from "../../../remembering";

/** What a label says of the number beside it: "Term (months)", "Interest rate (%)", "Principal ($000)". */
export type LabelUnit = "percent" | "years" | "months" | "payments" | "per year" | "thousands" | "millions";

/** A label as it is compared. */
export interface PlainLabel {
  /** Small letters, one space apart: "number payments" of "No. of Pmts:". */
  readonly words: string;
  readonly unit: LabelUnit | null;
  /** The words without what stands in parentheses and is no unit, and what stands there: "Interest rate (APR)". */
  readonly outside: string;
  readonly asides: readonly string[];
}

/** Abbreviations and spellings, by the word that they stand for. */
const SAME_WORDS: Readonly<Record<string, string>> = {
  no: "number",
  nr: "number",
  num: "number",
  pmt: "payment",
  pmtno: "payment number",
  principle: "principal",
  pmts: "payments",
  pymt: "payment",
  pymts: "payments",
  paymt: "payment",
  paymts: "payments",
  instalment: "installment",
  instalments: "installments",
  amt: "amount",
  amnt: "amount",
  prin: "principal",
  int: "interest",
  calc: "calculation",
  bal: "balance",
  freq: "frequency",
  orig: "original",
  beg: "beginning",
  cum: "cumulative",
  dt: "date",
  yr: "year",
  yrs: "years",
  mo: "month",
  mos: "months",
  mths: "months",
  acct: "account",
  ref: "reference",
  amortisation: "amortization",
  amortising: "amortizing",
  capitalise: "capitalize",
  daycount: "day count",
  semiannual: "semi annual",
  semimonthly: "semi monthly",
  biweekly: "bi weekly",
  bimonthly: "bi monthly",
  halfyearly: "half yearly",
  percentage: "percent",
  "1st": "first",
};

/** Words that say nothing beside the others. */
const FILLERS = new Set(["the", "a", "an", "this", "your", "our", "its", "is", "are", "for", "with", "s"]);

/** Units as they stand in parentheses, or in a cell of their own behind the value. */
const UNITS: Readonly<Record<string, LabelUnit | "none">> = {
  percent: "percent",
  "in percent": "percent",
  "percent per annum": "percent",
  "percent per year": "percent",
  "percent pa": "percent",
  year: "years",
  years: "years",
  "in years": "years",
  month: "months",
  months: "months",
  "in months": "months",
  payments: "payments",
  "in payments": "payments",
  installments: "payments",
  periods: "payments",
  "per year": "per year",
  "times per year": "per year",
  "payments per year": "per year",
  "000": "thousands",
  "000s": "thousands",
  thousands: "thousands",
  "in thousands": "thousands",
  "in 000s": "thousands",
  millions: "millions",
  "in millions": "millions",
  // What adds nothing: a currency, a year of a rate, a form of dates.
  "": "none",
  usd: "none",
  rs: "none",
  inr: "none",
  eur: "none",
  gbp: "none",
  cad: "none",
  us: "none",
  dollars: "none",
  "us dollars": "none",
  "in dollars": "none",
  "in usd": "none",
  annual: "none",
  yearly: "none",
  annually: "none",
  pa: "none",
  "per annum": "none",
  "if any": "none",
  optional: "none",
  fixed: "none",
  date: "none",
  yyyy: "none",
  "yyyy mm dd": "none",
  "mm dd yyyy": "none",
  "mm dd yy": "none",
  "m d yyyy": "none",
};

/** No label is longer; what is, is text, and not worth the time. */
const MAX_CHARACTERS = 120;

/**
 * The words of a label, without regard to case, punctuation, articles and the usual abbreviations, "date of the note" as
 * "note date", and the unit that it gives.
 *
 * @example plainLabel("No. of Pmts:") // { words: "payments number", unit: null }
 * @example plainLabel("Term (months)") // { words: "term", unit: "months" }
 */
export function plainLabel(label: unknown): PlainLabel {
  if (typeof label !== "string" || label.length > MAX_CHARACTERS) return NO_LABEL;
  return comparedLabel(label);
}

/** Labels are compared again and again: those of every list, and those of every row of a table of loans. */
const comparedLabel = remembering(5_000, (label: string): PlainLabel => {
  const { text, unit, asides } = withoutUnits(label);
  const { rest, trailing } = withoutTrailingUnit(wordsOf(text));
  const words = compared(rest);
  const outside = asides.length === 0 ? words : compared(withoutTrailingUnit(wordsOf(text.replace(ASIDE, " "))).rest);
  return { words, unit: unit ?? trailing, outside, asides: asides.map((aside) => compared(wordsOf(aside))) };
});

const NO_LABEL: PlainLabel = { words: "", unit: null, outside: "", asides: [] };
const ASIDE = /[([]([^()[\]]*)[)\]]/g;

/** A label without the units in its parentheses, and what else stands in such. */
function withoutUnits(label: string): { text: string; unit: LabelUnit | null; asides: readonly string[] } {
  let unit: LabelUnit | null = null;
  const asides: string[] = [];
  const text = label.replace(/\(s\)/gi, "s").replace(ASIDE, (whole, inner: string) => {
    const found = UNITS[wordsOf(inner).join(" ")];
    if (found === undefined) {
      asides.push(inner);
      return whole;
    }
    // "Rate (per year)" is a rate a year, "Payments (per year)" a frequency.
    if (found !== "none" && !(found === "per year" && /rate|interest/i.test(label))) unit = found;
    return " ";
  });
  return { text, unit, asides };
}

function compared(words: readonly string[]): string {
  return inverted(words.filter((word) => !FILLERS.has(word))).join(" ");
}

/** The unit that a cell names beside a number: "months", "%", "in months (360 or 180)". */
export function unitNamed(cell: unknown): LabelUnit | null {
  if (typeof cell !== "string" || cell.length > MAX_CHARACTERS) return null;
  const outside = cell.replace(/\(.*$/, "").trim() || cell.replace(/[()]/g, " ");
  const found = UNITS[wordsOf(outside).join(" ")];
  return found === undefined || found === "none" ? null : found;
}

function wordsOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/&/g, " and ")
    .replace(/#/g, " number ")
    .replace(/%/g, " percent ")
    .replace(/\/ ?(?=(?:yr|year|annum|mo|month)\b)/g, " per ")
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1") // p.a. and A.P.R.
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .flatMap((word) => (Object.hasOwn(SAME_WORDS, word) ? (SAME_WORDS[word] ?? word) : word).split(" "));
}

/** "Loan period in years", "Interest rate %", "Interest rate p.a.": the words before, and the unit that they end in. */
function withoutTrailingUnit(words: readonly string[]): { rest: readonly string[]; trailing: LabelUnit | null } {
  const text = words.join(" ");
  const [, rest, ending = ""] =
    /^(.+?) (in years|in months|in percent|percent per annum|percent pa|percent|per annum|pa|in dollars|in usd)$/.exec(
      text,
    ) ?? [];
  if (rest !== undefined) {
    const found = UNITS[ending];
    return { rest: rest.split(" "), trailing: found === undefined || found === "none" ? null : found };
  }
  const leading = /^percent (?!rate\b)/.test(text); // "% interest"
  return leading ? { rest: words.slice(1), trailing: "percent" } : { rest: words, trailing: null };
}

/** "date of note" as "note date". */
function inverted(words: readonly string[]): readonly string[] {
  const of = words.indexOf("of");
  return of < 0 ? words : [...inverted(words.slice(of + 1)), ...words.slice(0, of)];
}
