/**
 * Takes a label and the value beside it, finds what they mean. Law: a label that could mean two things means neither.
 */
import { remembering } from "../../../remembering";
import { LOAN_FIELDS, type FieldKind, type LoanField } from "../fields";
import {
  ALSO_SAYS,
  AMBIGUOUS,
  LAST_RESORT,
  MEMO,
  MEMO_OF_WORDS,
  OF_FREQUENCY,
  PARTIES,
  RESULTS,
  type Remainder,
} from "./labelWords";
import { keysFor } from "./labelGrammar";
import { plainLabel, type LabelUnit } from "./plainLabel";
import { isOfKindOf, isWords, mayTake } from "./valueLook";

/** A value of another field that a label says: "Monthly payment" says the frequency. */
export interface Said {
  readonly key: string;
  readonly value: string;
}

/** A field that a label means, with what it says of others, and the unit of its number. */
export interface FieldMeaning {
  readonly kind: "field";
  readonly field: LoanField;
  readonly says: readonly Said[];
  readonly unit: LabelUnit | null;
}

/** What a label means beside a value. */
export type LabelMeaning =
  | FieldMeaning
  /** Read only where no other label gives the field. */
  | { readonly kind: "lastResort"; readonly field: LoanField; readonly unit: LabelUnit | null }
  | { readonly kind: "passedOver" }
  /** What it could be, in words; and the field that it is on a sheet that leaves nothing else. */
  | {
      readonly kind: "ambiguous";
      readonly readings: string;
      readonly remainder?: Remainder | undefined;
      readonly fields?: readonly FieldMeaning[];
    };

/** All that a label may mean, before a value tells which. */
interface Entry {
  readonly fields: LoanField[];
  lastResort?: LoanField;
  isMemo?: boolean;
  isMemoOfWords?: boolean;
  /** Understood by the words that it is made of, so only beside a value that its field takes. */
  isByGrammar?: boolean;
  readings?: string;
  remainder?: Remainder | undefined;
  passedOver?: readonly string[] | undefined;
}

const ENTRIES = new Map<string, Entry>();

function entryOf(label: string): Entry {
  const { words } = plainLabel(label);
  const entry = ENTRIES.get(words) ?? { fields: [] };
  ENTRIES.set(words, entry);
  return entry;
}

for (const field of LOAN_FIELDS) {
  for (const label of [field.label, ...field.aliases]) {
    const { fields } = entryOf(label);
    if (!fields.includes(field)) fields.push(field);
  }
  for (const label of LAST_RESORT[field.key] ?? []) entryOf(label).lastResort = field;
}
for (const label of [...MEMO, ...RESULTS]) entryOf(label).isMemo = true;
for (const label of MEMO_OF_WORDS) entryOf(label).isMemoOfWords = true;
for (const { words, readings, remainder, passedOver } of AMBIGUOUS) {
  for (const label of words) Object.assign(entryOf(label), { readings, remainder, passedOver });
}

/** Every label that means a field, as it is compared. */
export const FIELD_WORDS: readonly (readonly [words: string, field: LoanField])[] = [...ENTRIES].flatMap(
  ([words, { fields }]) => fields.map((field) => [words, field] as const),
);

/** What stands before a word and does not change it: "Loan start date", "Note rate". */
const CONTEXT = /\b(bank|loan|note|mortgage|debt|bond|facility) (?=.)/;
/** Frequencies as they stand before the word that they are of, as labels are compared. */
export const FREQUENCIES = [
  "daily",
  "weekly",
  "bi weekly",
  "fortnightly",
  "semi monthly",
  "monthly",
  "bi monthly",
  "quarterly",
  "semi annual",
  "half yearly",
  "annual",
  "yearly",
];
const FREQUENCY = new RegExp(`(?<!\\S)(${[...FREQUENCIES].sort((a, b) => b.length - a.length).join("|")}) (?=.)`);

interface Found {
  readonly entry: Entry;
  readonly frequency: string | null;
}

/** What a label may mean, by all its words, without what stands in parentheses, or as a number or a name of something. */
function find(label: unknown): Found | undefined {
  return typeof label === "string" && plainLabel(label).words !== "" ? findText(label) : undefined;
}

/** Every cell of a sheet is asked for more than once, and a portfolio repeats the labels of its loans. */
const findText = remembering(5_000, (label: string): Found | undefined => {
  const { words, outside, asides } = plainLabel(label);
  const found = findWords(words);
  if (found) return found;
  const main = asides.length > 0 ? findWords(outside) : undefined;
  if (main && asides.every((aside) => saysNothing(aside, main.entry))) return main;
  return memoEntry(label, words) ?? byGrammar(words);
});

/** By the words that a label is made of; which of several fields, the value tells. */
function byGrammar(words: string): Found | undefined {
  const keys = [...new Set(keysFor(words))];
  const fields = LOAN_FIELDS.filter(({ key }) => keys.includes(key));
  const [, frequency] = FREQUENCY.exec(words) ?? [];
  return fields.length > 0 ? { entry: { fields, isByGrammar: true }, frequency: frequency ?? null } : undefined;
}

function findWords(words: string): Found | undefined {
  const without = words.replace(CONTEXT, "");
  const entry = ENTRIES.get(words) ?? ENTRIES.get(without);
  if (entry) return { entry, frequency: null };
  const [, frequency] = FREQUENCY.exec(words) ?? [];
  if (frequency === undefined) return undefined;
  const rest = words.replace(FREQUENCY, "");
  const periodic = ENTRIES.get(rest) ?? ENTRIES.get(rest.replace(CONTEXT, ""));
  const fields = (periodic?.fields ?? []).filter(({ key }) => OF_FREQUENCY.includes(key));
  // "Monthly payments" may be so many, or so much each.
  const amount = ENTRIES.get(rest.replace(/s$/, ""))?.fields.filter(({ key }) => key === "payment") ?? [];
  const all = [...new Set([...fields, ...(rest.endsWith("s") ? amount : [])])];
  return all.length > 0 ? { entry: { fields: all }, frequency } : undefined;
}

/** A letter that a formula uses, the mark of a footnote, or another word for the same: "Interest rate (r)", "(APR)". */
function saysNothing(aside: string, { fields, lastResort }: Entry): boolean {
  if (/^([a-z]|\d{1,2})$/.test(aside)) return true;
  const other = findWords(aside)?.entry;
  const meant = [...(other?.fields ?? []), other?.lastResort];
  return meant.some((field) => field !== undefined && (fields.includes(field) || field === lastResort));
}

const OF_NUMBER = /(?:#|\b(?:no\.?|number|id))\s*:?\s*$/i;

/** "Contract #" and "Promisor name" are of the paper, whatever it is called there; beside words so is all of a party's. */
function memoEntry(label: string, words: string): Found | undefined {
  if (OF_NUMBER.test(label) && !/\bnumber of\b/i.test(label))
    return { entry: { fields: [], isMemo: true }, frequency: null };
  if (/\baccount$/.test(words)) return { entry: { fields: [], isMemo: true }, frequency: null };
  const isOfParty = PARTIES.includes(words.split(" ")[0] ?? "") || words.endsWith(" name");
  return isOfParty ? { entry: { fields: [], isMemoOfWords: true }, frequency: null } : undefined;
}

/** Whether a cell holds a label that is known, whatever stands beside it. */
export function isKnownLabel(label: unknown): boolean {
  return find(label) !== undefined;
}

/** How many values may stand behind a label. */
export function valuesOf(label: unknown): number {
  const counts = (find(label)?.entry.fields ?? []).map(({ values, list }) =>
    list && values.length === 1 ? Infinity : values.length,
  );
  return Math.max(1, ...counts);
}

/** What a label means beside a value; undefined where it is not known. */
export function meaningOf(label: unknown, value: unknown): LabelMeaning | undefined {
  const { words, unit: stated } = plainLabel(label);
  const found = find(label);
  if (!found) return undefined;
  const unit = stated ?? unitOf(words);
  const { fields, lastResort, isMemo, isMemoOfWords, isByGrammar, readings, remainder } = found.entry;
  const candidates = [...new Set(ofUnit(unit, fields).map(inUnit(unit)))];
  const ofWords = wordsField(words, value, candidates);
  if (ofWords) return { kind: "field", field: ofWords, says: [], unit };
  const isOpen =
    candidates.length > 1 ||
    [isMemo, isMemoOfWords, isByGrammar].includes(true) ||
    (lastResort ?? readings) !== undefined;
  const takers = isOpen ? candidates.filter((field) => mayTake(field, value)) : candidates;
  const asField = (field: LoanField): FieldMeaning => {
    return { kind: "field", field, says: saysOf(field, words, found.frequency), unit };
  };
  if (takers.length > 1) {
    return {
      kind: "ambiguous",
      readings: takers.map((field) => field.label).join(" or "),
      fields: takers.map(asField),
    };
  }
  if (takers.length === 0 && (isMemo || (isMemoOfWords && isWords(value)))) return { kind: "passedOver" };
  if (takers.length === 0 && lastResort) return { kind: "lastResort", field: lastResort, unit };
  if (takers.length === 0 && isByGrammar) return undefined;
  const field = takers[0] ?? candidates.find((one) => isOfKindOf(one, value)) ?? candidates[0];
  if (field) return asField(field);
  if (found.entry.passedOver?.includes(String(value).trim().toLowerCase()) === true) return { kind: "passedOver" };
  return readings === undefined ? undefined : { kind: "ambiguous", readings, remainder };
}

/** "Paid: monthly" says how often, though "Paid" beside a date is a receipt: by words a label is read by its own words. */
function wordsField(words: string, value: unknown, candidates: readonly LoanField[]): LoanField | undefined {
  if (!isWords(value) || candidates.length === 0 || candidates.some((field) => isOfKindOf(field, value)))
    return undefined;
  const takers = (byGrammar(words)?.entry.fields ?? []).filter((field) => mayTake(field, value));
  return takers.length === 1 ? takers[0] : undefined;
}

/** The field of a label in a unit: of a term by months or years the one in it, "Payments (per year)" the frequency. */
export function inUnit(unit: LabelUnit | null): (field: LoanField) => LoanField {
  const named = (key: string, field: LoanField) => LOAN_FIELDS.find((other) => other.key === key) ?? field;
  return (field) => {
    if (field.key === "payments" && unit === "per year") return named("frequency", field);
    if (field.unit === undefined || field.unit === unit) return field;
    const ofBoth = field.key.replace(/(Months|Years)$/, "");
    if (unit === "payments" && ofBoth === "term") return named("payments", field);
    return named(`${ofBoth}${unit === "months" ? "Months" : "Years"}`, field);
  };
}

/** Of the fields that a label may mean, those that have its unit, if any has. */
function ofUnit(unit: LabelUnit | null, fields: readonly LoanField[]): readonly LoanField[] {
  const kinds: Readonly<Partial<Record<LabelUnit, readonly FieldKind[]>>> = {
    percent: ["rate"],
    "per year": ["frequency", "count"],
    years: ["term", "count"],
    months: ["term", "count"],
  };
  const having = fields.filter(({ values }) => unit !== null && kinds[unit]?.includes(values[0]?.kind ?? "text"));
  return having.length > 0 ? having : fields;
}

/** The unit that a label says in its words: "Number of years", "Interest-only months". */
function unitOf(words: string): LabelUnit | null {
  if (words === "i per year") return "percent"; // as the key of a calculator
  if (/\bmonths?\b/.test(words)) return "months";
  return /\byears?\b/.test(words) && !/\bper year\b/.test(words) ? "years" : null;
}

function saysOf(field: LoanField, words: string, frequency: string | null): Said[] {
  const listed = (ALSO_SAYS[field.key] ?? []).filter((said) =>
    said.words.some((word) => isSame(word, words, frequency)),
  );
  const said = listed.map(({ key, value }) => ({ key, value }));
  const isOfPayments = frequency !== null && OF_FREQUENCY.includes(field.key);
  return isOfPayments ? [{ key: "frequency", value: frequency }, ...said] : said;
}

function isSame(word: string, words: string, frequency: string | null): boolean {
  const rest = frequency === null ? words : words.replace(FREQUENCY, "");
  return [rest, rest.replace(CONTEXT, "")].includes(plainLabel(word).words);
}
