/**
 * Takes a value that says two things, as notes do, makes a value of each: "interest only, quarterly", "60 monthly
 * installments", "5 %, compounded semi-annually". Law: nothing of the text is left over.
 */
import { CHOICES } from "../fields";
import { isWordOf } from "./typedValue";
import type { Said } from "./readLabel";

const FREQUENCY =
  "daily|weekly|bi-?weekly|fortnightly|semi-?monthly|monthly|quarterly|semi-?annual(?:ly)?|half-?yearly|annual(?:ly)?|yearly";
const WITH_COMPOUNDING = new RegExp(
  `^(.*\\d ?%(?: per annum| p\\.?a\\.?| per year)?)[,;]? compound(?:ed|ing) (${FREQUENCY})(?:[,;]? not in advance)?$`,
  "i",
);
const SO_MANY = new RegExp(
  `^(?:in )?(\\d{1,3}) (?:equal |level |consecutive )*(${FREQUENCY}) (?:payments|installments|instalments)$`,
  "i",
);
const BEFORE = new RegExp(`^(${FREQUENCY}) (.+)$`, "i");
const BEHIND = new RegExp(`^(.+?)(?:,|;| -| payable| paid)? (${FREQUENCY})$`, "i");

/** What the text says by the keys of its fields; undefined where it says one thing, or another. */
export function sayings(text: string): readonly Said[] | undefined {
  const value = text.trim();
  const compounded = WITH_COMPOUNDING.exec(value);
  if (compounded) return said(["annualRate", compounded[1]], ["compounding", compounded[2]]);
  const counted = SO_MANY.exec(value);
  if (counted) return said(["payments", counted[1]], ["frequency", counted[2]]);
  const [, before, method] = BEFORE.exec(value) ?? [];
  if (method !== undefined && isMethod(method)) return said(["method", method], ["frequency", before]);
  const [, first, behind] = BEHIND.exec(value) ?? [];
  return first !== undefined && isMethod(first) ? said(["method", first], ["frequency", behind]) : undefined;
}

/** One word of a method alone would also be the word for a payment: "monthly payments". */
function isMethod(words: string): boolean {
  return (
    !/^(installments?|payments?|level|fixed|normal|standard|regular)$/i.test(words) &&
    isWordOf("method", Object.keys(CHOICES.method), words)
  );
}

function said(...parts: readonly (readonly [key: string, value: string | undefined])[]): readonly Said[] {
  return parts.map(([key, value = ""]) => ({ key, value: value.toLowerCase() }));
}
