/** The words that the loan form offers, each with what it means in a line. */
import { DAY_COUNTS } from "../../core/calendar/dayCounts";
import { CHOICES, type LoanField } from "../../core/loan/form/fields";
import { DAY_COUNT_MEANINGS, METHOD_MEANINGS } from "../../functions/wordMeanings";
import type { Offer } from "./EntryField";

const METHODS: readonly Offer[] = Object.entries(METHOD_MEANINGS).map(([word, meaning]) => ({ word, meaning }));

const FREQUENCIES: readonly Offer[] = [
  { word: "monthly", meaning: "Twelve payments a year." },
  { word: "quarterly", meaning: "Four payments a year." },
  { word: "semiannual", meaning: "Two payments a year." },
  { word: "annual", meaning: "One payment a year." },
  { word: "semi-monthly", meaning: "Two payments a month, 15 days apart." },
  { word: "every 2 weeks", meaning: "Twenty-six payments a year." },
  { word: "weekly", meaning: "A payment every seven days." },
];

const EQUAL_PERIODS: Offer = {
  word: "",
  shown: "equal periods",
  meaning: "A month is a twelfth of a year, however long: as most amortization tables.",
};

/** First those that most loans have. */
const USUAL = ["ACT/360", "ACT/365F", "30/360 ISDA", "ACT/ACT ISDA"];

const ROUNDINGS: readonly Offer[] = [
  { word: "", shown: "cent", meaning: "To the cent, halves up; the last payment takes what rounding left." },
  { word: "dollar", meaning: "To the whole dollar." },
  { word: "cent up", meaning: "Up to the next cent." },
  { word: "none", meaning: "Not rounded: as a table of a textbook." },
];

const NOT_SAID: Offer = { word: "", shown: "not said", meaning: "" };

const YES_NO: readonly Offer[] = [NOT_SAID, { word: "yes", meaning: "" }, { word: "no", meaning: "" }];

/** What a field offers; undefined for one in which anything is typed. */
export function offersOf(field: LoanField): readonly Offer[] | undefined {
  if (field.key === "method") return METHODS;
  if (field.key === "paymentRounding") return ROUNDINGS;
  const kind = field.values[0]?.kind;
  if (kind === "frequency") return field.key === "frequency" ? FREQUENCIES : [NOT_SAID, ...FREQUENCIES];
  if (kind === "dayCount") return dayCounts();
  if (kind === "yesNo") return YES_NO;
  return kind === "choice" ? [NOT_SAID, ...choices(field.key as keyof typeof CHOICES)] : undefined;
}

function dayCounts(): Offer[] {
  const names = DAY_COUNTS.map(({ name }) => name);
  const ordered = [...USUAL, ...names.filter((name) => !USUAL.includes(name))];
  return [EQUAL_PERIODS, ...ordered.map((word) => ({ word, meaning: DAY_COUNT_MEANINGS[word] ?? "" }))];
}

/** The first of the words that mean the same. */
function choices(key: keyof typeof CHOICES): Offer[] {
  const seen = new Set<unknown>();
  return Object.entries(CHOICES[key]).flatMap(([word, meaning]) => {
    if (seen.has(meaning)) return [];
    seen.add(meaning);
    return [{ word, meaning: "" }];
  });
}
