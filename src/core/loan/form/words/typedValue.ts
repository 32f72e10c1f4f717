/**
 * Takes a value as it was typed in a cell, makes one that the field's reader takes: "$100,000.00" a number, "6.25 %" a
 * fraction, 12 payments a year monthly. Law: only what reads one way; all else is left as it is, for the reader to refuse,
 * or refused with both readings.
 */
import { dayInWords, daysInNumbers } from "../../../calendar/civilDate";
import { type Given, refused } from "../../../given";
import { toNumber } from "../../../number/fraction";
import { printedFigure, type PrintedFigure } from "../../../number/printedFigure";
import { CHOICES, type FieldKind, type LoanField } from "../fields";
import { plainLabel, type LabelUnit } from "./plainLabel";
import { asFigure } from "../../../number/spelledOut";
import { inUnitOfAmount, timesTwelve, underPercent, withUnit } from "./valueUnit";
import { AMBIGUOUS_VALUES, BEFORE_RATE, PER_YEAR, VALUE_WORDS } from "./valueWords";

/**
 * @param unit what the label says that its number counts, or the cell behind it
 * @throws CalculationError `invalid-input` for a value that reads two ways, or a unit that the field has not
 */
export function typedValue(field: LoanField, kind: FieldKind, unit: LabelUnit | null, typed: Given): Given {
  const given = typeof typed.value === "string" && kind !== "text" ? { ...typed, value: asFigure(typed.value) } : typed;
  switch (kind) {
    case "amount":
      return inUnitOfAmount(field, unit, typedFigure(given));
    case "count":
      return unit === "years" && field.unit !== unit ? timesTwelve(typedFigure(given)) : typedCount(field, given);
    case "rate":
      return typedRate(given, unit);
    case "term":
      return unit === null && field.unit === "years" ? withUnit(given) : given;
    case "frequency":
      return typedFrequency(given, unit);
    case "choice":
      return typedChoice(field.key, given);
    default:
      return given;
  }
}

/** A figure as it is printed, with a currency sign and commas; a percentage is none, and a dash no figure. */
function typedFigure(given: Given): Given {
  const figure = figureIn(given.value);
  return figure && !figure.isPercent ? { ...given, value: toNumber(figure.value) } : given;
}

/** A count of days may name them. */
function typedCount({ key }: LoanField, given: Given): Given {
  const [, days] =
    typeof given.value === "string" ? (/^(\d{1,3}) (?:calendar )?days?$/i.exec(given.value.trim()) ?? []) : [];
  return key === "graceDays" && days !== undefined ? { ...given, value: Number(days) } : typedFigure(given);
}

const CURRENCY_CODE =
  /^(?:U\.?S\.? ?(?=\$)|USD|US\$|EUR|GBP|CAD|AUD|CHF|JPY|INR)\s?|\s?(?:USD|EUR|GBP|CAD|AUD|CHF|JPY|INR|dollars)$/gi;

function figureIn(value: unknown): PrintedFigure | undefined {
  return typeof value === "string" && /\d/.test(value)
    ? printedFigure(value.trim().replace(CURRENCY_CODE, ""))
    : undefined;
}

const PERCENT =
  / ?(?:percent|per cent|%)(?: ?(?:p\.? ?a\.?|per annum|per year|a year|annually|annual|fixed|simple(?: interest)?))*$/i;
/** A rate that moves is told by its index. */
const INDEX = /\b(?:prime|sofr|libor|euribor|sonia|treasury|t-?bill|cmt)\b/i;

const MIXED = /^(\d{1,2})[ -](\d)\/(\d)(?=%)/;

/** "6 1/4%" is 6.25%. */
function asDecimal(_text: string, whole: string, part: string, parts: string): string {
  return String(Number(whole) + Number(part) / Number(parts));
}

/** "Prime + 1%" is no rate: what prime is, the sheet must say. */
function refuseIndex(given: Given): void {
  if (typeof given.value !== "string" || !INDEX.test(given.value)) return;
  throw refused(given, "must be a rate; one that follows an index is given as Index (a date and its rate) and Margin");
}

/** "6.25 % per annum" is 0.0625, and so is "0.0625"; 1 alone may be 1 % or 100 %. */
function typedRate(given: Given, unit: LabelUnit | null): Given {
  const text =
    typeof given.value === "string"
      ? given.value
          .trim()
          .replace(BEFORE_RATE, "")
          .replace(
            /^(?:interest[- ]free|non-?interest[- ]bearing|no interest|without interest|bears no interest)$/i,
            "0%",
          )
          .replace(PERCENT, "%")
          .replace(MIXED, asDecimal)
      : given.value;
  const figure = figureIn(text);
  const value = figure ? toNumber(figure.value) : given.value;
  if (figure?.isPercent) return { ...given, value };
  refuseIndex(given);
  if (unit === "percent") return underPercent({ ...given, value });
  if (value === 1) throw refused(given, 'must be "1 %" or "100 %", typed as such, as 1 alone could be either');
  return { ...given, value };
}

/** 12 as a frequency is 12 payments a year; of 3 or 6 some mean payments a year and some months. */
function typedFrequency(given: Given, unit: LabelUnit | null): Given {
  const { value } = given;
  const text = typeof value === "string" ? value.trim() : "";
  const [, digits, perYear] =
    /^(\d{1,3}) ?x?( ?(?:times|payments?|installments?|pmts?)?,? ?(?:a|per|each|\/) ?(?:year|yr|annum))?$/i.exec(
      text,
    ) ?? [];
  const number = digits === undefined ? value : Number(digits);
  if (typeof number !== "number") return given;
  const named = PER_YEAR[number];
  if (named !== undefined) return { ...given, value: named };
  const months = 12 / number;
  if (!Number.isInteger(months)) return given;
  const asMonths = `every ${months} months`;
  if (unit === "per year" || perYear !== undefined) return { ...given, value: asMonths };
  throw refused(
    given,
    `must say which is meant: "${asMonths}" (${number} payments a year) or "every ${number} months"`,
  );
}

/** The word that the reader of a choice takes, for another of the same meaning. */
function typedChoice(key: string, given: Given): Given {
  const ambiguous = AMBIGUOUS_VALUES[key];
  if (ambiguous && isOneOf(ambiguous.words, given.value)) {
    throw refused(given, `must say which is meant: ${ambiguous.readings}`);
  }
  const meant = Object.entries(VALUE_WORDS[key] ?? {}).find(([, others]) => isOneOf(others, given.value));
  return meant ? { ...given, value: meant[0] } : given;
}

/** Whether a field of a choice knows a word, one of its own or another of the same meaning. */
export function isWordOf(key: string, own: readonly string[], value: unknown): boolean {
  const others = Object.values(VALUE_WORDS[key] ?? {}).flat();
  return isOneOf([...own, ...others, ...(AMBIGUOUS_VALUES[key]?.words ?? [])], value);
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  const plain = plainLabel(value).words;
  return plain !== "" && words.some((word) => plainLabel(word).words === plain);
}

const FREQUENCY =
  "daily|weekly|bi-?weekly|fortnightly|semi-?monthly|monthly|quarterly|semi-?annual(?:ly)?|half-?yearly|annual(?:ly)?|yearly";
const WITH_COMPOUNDING = new RegExp(
  `^(.*\\d ?%(?: per annum| p\\.?a\\.?| per year)?)[,;]? compound(?:ed|ing) (${FREQUENCY})(?:[,;]? not in advance)?$`,
  "i",
);
const SO_MANY = new RegExp(
  `^(?:in )?(\\d{1,3}) (?:equal |level |consecutive |substantially )*(${FREQUENCY}) (?:payments|installments|instalments|(?:payroll )?deductions|P ?& ?I payments|principal and interest payments)$`,
  "i",
);
const SAME_LENGTH = "one (?:month|quarter|year|week|period)|two weeks|three months|six months|1 month|3 months";
/** The first payment one period after the start is what silence means. */
const BEGINNING = new RegExp(
  `^(${FREQUENCY})(?: payments| installments| principal and interest| P ?& ?I)?,? (?:beginning|commencing|starting|from)(?: on)? (.+)$`,
  "i",
);
const ONE_PERIOD = new RegExp(`^(?:${SAME_LENGTH})(?: (?:from|after) .+| (?:later|thereafter))$`, "i");
const EACH: Readonly<Record<string, string>> = {
  week: "weekly",
  month: "monthly",
  quarter: "quarterly",
  year: "annual",
};
const AMOUNT_EACH =
  /^((?:[A-Z.]{2,4} ?)?\p{Sc}? ?\d[\d,]*(?:\.\d+)?),? ?(?:(?:per|a|an|each|every|\/) ?(week|month|quarter|year)|(\S+))$/iu;
/** Interest as it falls due, and the principal at the end: how often stands between the two. */
const INTEREST_THEN_PRINCIPAL = new RegExp(
  `^interest(?: only)?(?: payable| paid| due| payments)? (${FREQUENCY})(?:,|;| and| with)? (?:(?:all )?principal|balloon|balance)(?: (?:due|payable|paid))? at maturity$`,
  "i",
);
const BEFORE = new RegExp(`^(${FREQUENCY}) (.+)$`, "i");
const BEHIND = new RegExp(`^(.+?)(?:,|;| -| payable| paid)? (${FREQUENCY})$`, "i");

/** A value of a field, by its key, as it would be typed. */
interface TwoSaid {
  readonly key: string;
  readonly value: string;
}

/**
 * What a text says of two fields, as notes do: "interest only, quarterly", "60 monthly installments", "5 %, compounded
 * semi-annually". Nothing of it is left over; undefined where it says one thing, or another.
 */
export function sayings(text: string): readonly TwoSaid[] | undefined {
  const value = text.trim();
  const compounded = WITH_COMPOUNDING.exec(value);
  if (compounded) return said(["annualRate", compounded[1]], ["compounding", compounded[2]]);
  const counted = SO_MANY.exec(value);
  if (counted) return said(["payments", counted[1]], ["frequency", counted[2]]);
  const interestFirst = INTEREST_THEN_PRINCIPAL.exec(value);
  if (interestFirst) return said(["method", "interest only"], ["frequency", interestFirst[1]]);
  const [, every, begins] = BEGINNING.exec(value) ?? [];
  if (begins !== undefined) {
    const isSilent = ONE_PERIOD.test(begins) && isPeriodOf(every, begins);
    if (isSilent) return said(["frequency", every]);
    return looksLikeDate(begins) ? said(["frequency", every], ["firstPaymentDate", begins]) : undefined;
  }
  const [, amount = "", unit = "", often = ""] = AMOUNT_EACH.exec(value) ?? [];
  const each = EACH[unit.toLowerCase()] ?? (ONLY_FREQUENCY.test(often) ? often : undefined);
  const isMoney = /[^\d]/.test(amount);
  if (isMoney && each !== undefined) return said(["payment", amount], ["frequency", each]);
  const [, before, method] = BEFORE.exec(value) ?? [];
  if (method !== undefined && isMethod(method)) return said(["method", method], ["frequency", before]);
  const [, first, behind] = BEHIND.exec(value) ?? [];
  return first !== undefined && isMethod(first) ? said(["method", first], ["frequency", behind]) : undefined;
}

const ONLY_FREQUENCY = new RegExp(`^(?:${FREQUENCY})$`, "i");

/** "Monthly, beginning one month from": the length is that of a period. */
function isPeriodOf(frequency: string | undefined, length: string): boolean {
  const lengths: readonly (readonly [RegExp, RegExp])[] = [
    [/^monthly/i, /^(?:one|1) month/i],
    [/^quarterly/i, /^(?:one quarter|three months|3 months)/i],
    [/^(?:annual|yearly)/i, /^one year/i],
    [/^weekly/i, /^one week/i],
    [/^(?:bi-?weekly|fortnightly)/i, /^two weeks/i],
    [/^(?:semi-?annual|half-?yearly)/i, /^six months/i],
  ];
  if (/^one period/i.test(length)) return true;
  return lengths.some(([often, long]) => often.test(frequency ?? "") && long.test(length));
}

function looksLikeDate(text: string): boolean {
  return dayInWords(text) !== undefined || daysInNumbers(text).length > 0;
}

/** One word of a method alone would also be the word for a payment: "monthly payments". */
function isMethod(words: string): boolean {
  return (
    !/^(installments?|payments?|level|fixed|normal|standard|regular)$/i.test(words) &&
    isWordOf("method", Object.keys(CHOICES.method), words)
  );
}

function said(...parts: readonly (readonly [key: string, value: string | undefined])[]): readonly TwoSaid[] {
  return parts.map(([key, value = ""]) => ({ key, value: value.toLowerCase() }));
}
