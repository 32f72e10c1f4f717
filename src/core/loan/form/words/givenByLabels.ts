/**
 * Takes rows of a label and the values beside it, makes what a form says by its fields. Law: what no rule needs is
 * passed over and told; what could matter and is not understood is a fault, beside all others.
 */
import { CalculationError, InWords } from "../../../errors";
import { choiceOf, isBlank, isPresent, type Given, refused } from "../../../given";
import { CHOICES, LOAN_FIELDS, type LoanField } from "../fields";
import type { GivenLoan } from "../givenLoan";
import { readCompounding, readFrequency } from "../values";
import { DATES_OF_BALANCE, type Remainder } from "./labelWords";
import { nearestField } from "./nearestLabel";
import { plainLabel, unitNamed, type LabelUnit } from "./plainLabel";
import { inUnit, meaningOf, type FieldMeaning, type LabelMeaning, type Said } from "./readLabel";
import { isAmountAlone, isWords, mayTake } from "./valueLook";
import { asFigure } from "../../../number/spelledOut";
import { sayings, typedValue } from "./typedValue";

/** A label and every cell behind it, each with its place; an error cell stands as its words. */
export interface LabelledRow {
  readonly label: Given;
  readonly values: readonly Given[];
}

type AmbiguousMeaning = Extract<LabelMeaning, { readonly kind: "ambiguous" }>;

/** What the rows say, by field, and what they do not say. */
export type GivenFields = Required<Pick<GivenLoan, "fields" | "problems" | "meant" | "passedOver" | "notes">>;

/**
 * Reads labelled rows in any order.
 */
export function givenByLabels(rows: readonly LabelledRow[]): GivenFields {
  const reading = new LabelReading();
  for (const row of rows) reading.read(row);
  return reading.finish();
}

class LabelReading {
  private readonly fields = new Map<string, Given[][]>();
  private readonly labels = new Map<string, string>();
  private readonly problems: CalculationError[] = [];
  private readonly meant = new Set<string>();
  private readonly passedOver: Given[] = [];
  private readonly notes: string[] = [];
  private readonly lastResorts: {
    readonly field: LoanField;
    readonly row: LabelledRow;
    readonly unit: LabelUnit | null;
  }[] = [];
  private readonly ambiguous: {
    readonly row: LabelledRow;
    readonly readings: string;
    readonly remainder: Remainder;
  }[] = [];
  private readonly countsOrPayments: {
    readonly row: LabelledRow;
    readonly readings: string;
    readonly fields: readonly FieldMeaning[];
  }[] = [];
  private readonly balanceDates: LabelledRow[] = [];
  private readonly said: (Said & { readonly label: Given })[] = [];

  read(row: LabelledRow): void {
    try {
      this.readRow(row);
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      this.problems.push(error);
    }
  }

  private readRow(row: LabelledRow): void {
    const { label } = row;
    if (label.value instanceof InWords) throw refused(label, "must be a value");
    if (typeof label.value !== "string") throw refused(label, "must begin with a label");
    const first = row.values.find(isPresent)?.value;
    if (this.isFreeOfInterest(row))
      return this.read({ ...row, values: [{ name: row.values[0]?.name ?? label.name, value: "0%" }] });
    const parts = typeof first === "string" ? sayings(asFigure(first)) : undefined;
    if (parts && isOfSayings(label.value, [first, ...parts.map(({ value }) => value)]))
      return this.addSayings(row, parts);
    const meaning = aloneMeaning(meaningOf(label.value, first), row);
    if (isDateOfBalance(label) && typeof first !== "undefined") this.balanceDates.push(row);
    if (meaning?.kind === "passedOver") this.passedOver.push(label);
    else if (first === undefined) return;
    else if (!meaning) this.unknown(row, first);
    else if (meaning.kind === "ambiguous") this.addAmbiguous(row, meaning);
    else if (meaning.kind === "lastResort") this.lastResorts.push({ ...meaning, row });
    else this.addField(row, meaning);
  }

  /** "Interest: none" is a loan without interest; beside a rate of anything else, none is no rate. */
  private isFreeOfInterest({ label, values }: LabelledRow): boolean {
    const first = values.find(isPresent)?.value;
    return typeof first === "string" && NONE.test(first.trim()) && plainLabel(label.value).words === "interest";
  }

  /** What could be two things waits until the rest of the sheet is read, which may leave one of them. */
  private addAmbiguous(row: LabelledRow, { readings, remainder, fields = [] }: AmbiguousMeaning): void {
    if (isCountOrPayment(fields)) {
      this.countsOrPayments.push({ row, readings, fields });
      return;
    }
    const isFigure = !row.values.every(({ value }) => isBlank(value) || isWords(value));
    if (remainder && isFigure) this.ambiguous.push({ row, readings, remainder });
    else throw refused(row.label, `must say which is meant: ${readings}`);
  }

  /** What one value says of two fields: the first as it would be typed, the second as a label says another field. */
  private addSayings({ label, values }: LabelledRow, [main, ...others]: readonly Said[]): void {
    const field = LOAN_FIELDS.find(({ key }) => key === main?.key);
    const place = values.find(isPresent)?.name ?? label.name;
    if (!field || !main) return;
    const row = { label, values: [{ name: place, value: main.value }] };
    const meaning = meaningOf(label.value, main.value);
    const says = meaning?.kind === "field" && meaning.field === field ? meaning.says : [];
    this.addField(row, { kind: "field", field, says: [...says, ...others], unit: null });
  }

  /** Words that no rule needs are passed over; a number or a date, or a word that a term could be, is a fault. */
  private unknown({ label, values }: LabelledRow, first: unknown): void {
    const text = String(label.value);
    const nearest = nearestField(text, first);
    const isHarmless = values.every(({ value }) => isBlank(value) || value === 0 || isWords(value));
    const told = isBlank(first) || first === 0 ? undefined : fieldOfWord(first);
    if (isHarmless && !told && (!nearest || values.every(({ value }) => isBlank(value) || value === 0))) {
      this.passedOver.push(label);
      return;
    }
    if (nearest) this.meant.add(nearest.key);
    const usual = (nearest ?? told)?.label ?? "Principal, Start date, Annual rate";
    throw refused(label, `must be a label of a loan sheet, such as ${usual}`);
  }

  private addField(row: LabelledRow, meaning: FieldMeaning): void {
    const { field, values, unit } = this.valuesIn(row, meaning);
    if (values.length === 0) return;
    const known = this.fields.get(field.key);
    if (known && !field.list) {
      const isSameLabel = this.labels.get(field.key) === plainLabel(row.label.value).words;
      if (!isSameLabel && known[0]?.[0]?.value === values[0]?.value) return;
      throw refused(row.label, `must not repeat a label (${field.label}); it stands above`);
    }
    if (known) known.push(values);
    else this.fields.set(field.key, [values]);
    this.labels.set(field.key, plainLabel(row.label.value).words);
    const isLength = unit === "months" || (unit === "years" && field.unit !== unit);
    const ofMonths = field.values[0]?.kind === "count" && isLength;
    const monthly = ofMonths ? [{ key: "frequency", value: "monthly" }] : [];
    for (const said of [...meaning.says, ...monthly]) this.said.push({ ...said, label: row.label });
  }

  /** A value that cannot be read is a fault of its own; its field is not missed as well. */
  private valuesIn(row: LabelledRow, meaning: FieldMeaning): ReturnType<typeof valuesIn> {
    try {
      return valuesIn(row, meaning);
    } catch (error) {
      this.meant.add(meaning.field.key);
      throw error;
    }
  }

  finish(): GivenFields {
    for (const one of this.ambiguous) this.readRemainder(one);
    this.readLastResorts();
    for (const one of this.countsOrPayments) this.readCountOrPayment(one);
    this.readSaid();
    const { fields, problems, meant, passedOver, notes } = this;
    return { fields, problems, meant, passedOver, notes };
  }

  /**
   * A label of two meanings where the sheet leaves one of them. Beside the principal that another label gives, a limit or a
   * balance is no term, and is passed over.
   */
  private readRemainder({ row, readings, remainder: { key, unless } }: (typeof this.ambiguous)[number]): void {
    const { label } = row;
    const [date, ...otherDates] = this.balanceDates;
    if (this.fields.has("principal")) {
      this.passedOver.push(label);
      return;
    }
    const isLeft =
      !this.meant.has("principal") &&
      !unless.some((other) => this.fields.has(other)) &&
      (key === "principal" || (date && otherDates.length === 0));
    if (!isLeft) {
      this.problems.push(refused(label, `must say which is meant: ${readings}`));
      this.meant.add("principal");
      return;
    }
    const values =
      key === "principal"
        ? row.values
        : [...(date?.values.filter(isPresent).slice(0, 1) ?? []), ...row.values.filter(isPresent)];
    const field = LOAN_FIELDS.find((one) => one.key === key);
    this.read({ values, label: { ...label, value: field?.label ?? key } });
    this.notes.push(
      `${String(label.value)} is read as the ${field?.label.toLowerCase() ?? key}, as nothing else on the sheet is.`,
    );
  }

  /** "Yearly payments: 10" of a loan of 50,000 are so many: that many times no amount so small would repay it. */
  private readCountOrPayment({ row, readings, fields }: (typeof this.countsOrPayments)[number]): void {
    const principal = this.fields.get("principal")?.[0]?.[0]?.value;
    const number = Number(row.values.find(isPresent)?.value);
    const isCount = typeof principal === "number" && number * MOST_PAYMENTS < principal;
    const meaning = fields.find(({ field }) => field.key === "payments");
    if (isCount && meaning) this.addField(row, meaning);
    else this.problems.push(refused(row.label, `must say which is meant: ${readings}`));
  }

  /** An annual percentage rate is a rate with its charges; where a sheet has no other, the note's. */
  private readLastResorts(): void {
    for (const { field, row, unit } of this.lastResorts) {
      const label = String(row.label.value);
      if (this.fields.has(field.key) || this.meant.has(field.key)) {
        this.passedOver.push(row.label);
        continue;
      }
      this.read({ ...row, label: { ...row.label, value: field.label + (unit === "percent" ? " (%)" : "") } });
      this.notes.push(`${label} is read as the ${field.label.toLowerCase()}, as no other is given.`);
    }
  }

  /** What labels say of other fields agrees with what is typed there. */
  private readSaid(): void {
    for (const { key, value, label } of this.said) {
      const given = { name: `${label.name} (${String(label.value)})`, value };
      const typed = this.fields.get(key)?.[0]?.[0];
      if (!typed) this.fields.set(key, [[given]]);
      else if (!isSameSaid(key, typed.value, value)) {
        this.problems.push(refused(label, `must agree with ${typed.name}, ${String(typed.value)}`));
      }
    }
  }
}

/** Monthly payments over a century. */
const MOST_PAYMENTS = 1_200;

function isCountOrPayment(fields: readonly FieldMeaning[]): boolean {
  return fields.length === 2 && ["payments", "payment"].every((key) => fields.some(({ field }) => field.key === key));
}

const BALANCE_DATES = new Set(DATES_OF_BALANCE.map((label) => plainLabel(label).words));

function isDateOfBalance({ value }: Given): boolean {
  return BALANCE_DATES.has(plainLabel(value).words);
}

/** Labels beside which a value may say two things. */
const OF_SAYINGS = ["frequency", "payment", "payments", "method", "annualRate", "compounding"];

function isOfSayings(label: string, values: readonly unknown[]): boolean {
  return values
    .map((value) => meaningOf(label, value))
    .some((meaning) => meaning?.kind === "field" && OF_SAYINGS.includes(meaning.field.key));
}

/** What a dated amount is without its date: a late charge that each late payment costs, an advance the loan itself. */
const WITHOUT_DATE: Readonly<Record<string, string>> = { lateCharges: "lateChargeAmount", advances: "principal" };
/** Late charges are some percent of a payment, or more than so much. */
const MOST_PERCENT_OF_LATE_CHARGE = 15;

function aloneMeaning(meaning: LabelMeaning | undefined, { label, values }: LabelledRow): LabelMeaning | undefined {
  const [only, ...others] = values.filter(isPresent);
  if (meaning?.kind !== "field" || !only || others.length > 0 || !isAmountAlone(only.value)) return meaning;
  const isCharge = /^lateCharge(s|Rate)$/.test(meaning.field.key) && !/rate|percent|%/i.test(String(label.value));
  const key = isCharge ? lateChargeKey(only) : WITHOUT_DATE[meaning.field.key];
  const field = LOAN_FIELDS.find((one) => one.key === key);
  return field ? { ...meaning, field } : meaning;
}

function lateChargeKey(charge: Given): string {
  const { value } = charge;
  if (typeof value === "string") return value.includes("%") ? "lateChargeRate" : "lateChargeAmount";
  if (typeof value !== "number" || value < 1) return "lateChargeRate";
  if (value > MOST_PERCENT_OF_LATE_CHARGE) return "lateChargeAmount";
  throw refused(charge, `must be "${value} %" of a late payment, or a Late charge amount of ${value}`);
}

/** The field of which a word says something, whatever label stands before it: "Principal payable", at maturity. */
function fieldOfWord(value: unknown): LoanField | undefined {
  if (!isWords(value) || NONE.test(value.trim())) return undefined;
  return LOAN_FIELDS.filter(({ key }) => SAYING.includes(key)).find((field) => mayTake(field, value));
}

const SAYING = ["method", "dayCount", "frequency", "interestOn"];

/** The values behind a label: as many as the field has, or, of a plain list, all. Words after them are notes. */
function valuesIn(
  row: LabelledRow,
  meaning: FieldMeaning,
): { field: LoanField; values: Given[]; unit: LabelUnit | null } {
  const isPlainList = meaning.field.list && meaning.field.values.length === 1;
  const isSingle = meaning.field.values.length === 1 && !isPlainList;
  const filled = row.values.findIndex(({ value }) => !isBlankFor(meaning.field, 0, value));
  const cells = isSingle && filled > 0 ? row.values.slice(filled) : row.values;
  const unit = meaning.unit ?? (isSingle ? unitNamed(cells[1]?.value) : null);
  const field = inUnit(unit)(meaning.field);
  const wanted = isPlainList ? cells.length : field.values.length;
  refuseSurplus(field, cells.slice(wanted));
  const placed = isFirstLeftOut(field, cells) ? [{ name: cells[0]?.name ?? "", value: null }, ...cells] : cells;
  const values = placed.slice(0, wanted).map(({ name, value }, index): Given => {
    const place = `${name} (${field.label})`;
    if (value instanceof InWords) throw new CalculationError("invalid-input", place, "must be a value", value);
    const at = isPlainList ? 0 : index;
    if (isBlankFor(field, at, value)) return { name: place, value: null };
    return typedValue(field, field.values[at]?.kind ?? "text", unit, { name: place, value });
  });
  const given = isPlainList ? values.filter(isPresent) : values.slice(0, values.findLastIndex(isPresent) + 1);
  return { field, values: given, unit };
}

/** A row of one value, where the first of two may be left out: an index without its date. */
function isFirstLeftOut({ values }: LoanField, [first, second]: readonly Given[]): boolean {
  if (values[0]?.optional !== true || values.length !== 2 || !isPresent(first) || first.value === 0) return false;
  // Some Excels hand a blank over as 0, and no date is below 1.
  const isRate = typeof first.value === "number" && Math.abs(first.value) < 1;
  return !isPresent(second) || (second.value === 0 && isRate);
}

function refuseSurplus(field: LoanField, cells: readonly Given[]): void {
  const surplus = cells.find(({ value }) => typeof value === "number" && value !== 0);
  if (surplus) throw refused(surplus, `must be blank or a note, as ${field.label} takes no further value`);
}

const TAKES_ZERO = new Set(["amount", "rate", "count", "term", "dayCount", "rounding"]);
const NOTHING = /^(n\/?a|n\.a\.|not applicable|[-–—]+)$/i;
/** When in the period a payment falls, as it does unless the sheet says otherwise: no frequency. */
const IN_ARREARS = /^(in )?arrears$|^(at )?(the )?end( of (the |each )?(period|month|payment period))?$/i;
const NONE = /^(none|nil)$/i;
const CURRENCY_SIGN = /^\p{Sc}$/u;

/** Blank, as a cell, as words, or, where 0 is no answer, as the 0 that some Excels hand a blank over as. */
function isBlankFor(field: LoanField, index: number, value: unknown): boolean {
  const kind = field.values[index]?.kind ?? "text";
  if (typeof value === "string" && kind !== "text") {
    const text = value.trim();
    if (kind === "frequency" && IN_ARREARS.test(text)) return true;
    if (NOTHING.test(text) || CURRENCY_SIGN.test(text)) return true;
    if (NONE.test(text) && ["amount", "rate", "count", "date", "term"].includes(kind)) return true;
  }
  return isBlank(value) || (value === 0 && !TAKES_ZERO.has(kind));
}

const SAID: Readonly<Record<string, (given: Given) => unknown>> = {
  frequency: readFrequency,
  compounding: readCompounding,
  method: (given) => choiceOf<string>(CHOICES.method)(given),
  rateKind: (given) => choiceOf<string>(CHOICES.rateKind)(given),
};

/** Whether two ways to say a field say the same; what cannot be read is refused where it stands. */
function isSameSaid(key: string, typed: unknown, said: string): boolean {
  const read = (value: unknown) => JSON.stringify(SAID[key]?.({ name: key, value }));
  try {
    return read(typed) === read(said);
  } catch (error) {
    if (error instanceof CalculationError) return true;
    throw error;
  }
}
