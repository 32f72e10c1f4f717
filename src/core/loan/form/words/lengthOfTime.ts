/**
 * Takes a length of time in words, makes whole months or days. Law: years and months come to whole months, weeks and days
 * to days; the two are not mixed.
 */

/** So many calendar months, or so many days. */
export type LengthOfTime = { readonly months: number } | { readonly days: number };

const PART = /(\d+(?:\.\d+)?)[ -]?(years?|yrs?|y|months?|mos?|mths?|m|weeks?|wks?|days?)\.?/g;
const WHOLE = new RegExp(`^${PART.source}(?:(?:,| and|) ?${PART.source})?$`);

const NUMBERS: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  twelve: "12",
  fifteen: "15",
  twenty: "20",
  thirty: "30",
};

/**
 * The length of time that a text says; undefined where it says none, or one of part of a month or of a day.
 *
 * @example lengthOfTime("5 years") // { months: 60 }
 * @example lengthOfTime("2-1/2 years") // undefined
 */
export function lengthOfTime(text: string): LengthOfTime | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(
      /,? (?:from|after) (?:the )?(?:date (?:of|hereof)|closing|funding|disbursement|origination|issue|issuance|loan date|note date|start).*$/,
      "",
    )
    .replace(/ (?:term|loan|note)$/, "")
    .replace(/^[a-z]+(?=[ -])/, (word) => NUMBERS[word] ?? word);
  if (words.length > 40 || !WHOLE.test(words)) return undefined;
  const parts = [...words.matchAll(PART)].map(([, count = "", unit = ""]) => ({
    count: Number(count),
    unit: unit.charAt(0),
  }));
  const inMonths = parts.filter(({ unit }) => unit === "y" || unit === "m");
  if (inMonths.length > 0 && inMonths.length < parts.length) return undefined;
  const size: Readonly<Record<string, number>> = { y: 12, m: 1, w: 7, d: 1 };
  const total = parts.reduce((sum, { count, unit }) => sum + count * (size[unit] ?? NaN), 0);
  if (!Number.isSafeInteger(total) || total <= 0) return undefined;
  return inMonths.length > 0 ? { months: total } : { days: total };
}
