import type { Day } from "../../core/calendar/civilDate";
import { existing, monthNumber } from "./printedDates";

/** One column of figures: so many months up to a day. */
export interface ExhibitColumn {
  readonly periodEnd: Day;
  readonly months: number;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  three: 3,
  six: 6,
  nine: 9,
  twelve: 12,
  "3": 3,
  "6": 6,
  "9": 9,
  "12": 12,
};
/** Weeks of a 52- or 53-week year; a quarter is 13 or 14 of them. */
const WEEK_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(thirteen|fourteen|13|14)$/, 3],
  [/^(twenty-six|twenty-seven|26|27)$/, 6],
  [/^(thirty-nine|forty|39|40)$/, 9],
  [/^(fifty-two|fifty-three|52|53)$/, 12],
];
const SPAN = /([\w-]+)\s+(months?|weeks?)\s+(?:period\s+)?ended|(quarter|(?:fiscal\s+)?years?)\s+ended/gi;
const DATE =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December)\.?\s+(\d{1,2})(?:,[ \t]*((?:19|20)\d{2}))?/gi;

/**
 * Reads the headings above the figures: spans ("Three months ended"), days ("September 30,") and years. The columns
 * are divided among the spans in their order, as filings print them.
 *
 * @returns an empty list when the headings are not understood
 */
export function readHeadings(lines: readonly string[]): ExhibitColumn[] {
  const text = lines.join("\n");
  const spans = [...text.matchAll(SPAN)].map(monthsOf).filter((months) => months > 0);
  const dates = [...text.matchAll(DATE)].map(([, month, day, year]) => ({
    month: monthNumber(month),
    day: Number(day),
    year,
  }));
  const years = [...text.replace(DATE, (date) => date.replace(/\d/g, "x")).matchAll(/\b(?:19|20)\d{2}\b/g)].map(
    ([year]) => Number(year),
  );
  if (spans.length === 0 || dates.length === 0) return [];
  const dated = dates.every(({ year }) => year !== undefined);
  const columns = dated ? dates.map(({ year }) => Number(year)) : years;
  return columns.flatMap((year, index) => {
    const span = Math.floor((index * spans.length) / columns.length);
    const { month = 0, day = 0 } = dates[Math.floor((index * dates.length) / columns.length)] ?? {};
    const periodEnd = existing(year, month, day);
    return periodEnd === undefined ? [] : [{ periodEnd, months: spans[span] ?? 0 }];
  });
}

function monthsOf([, number = "", unit = "", whole = ""]: RegExpMatchArray): number {
  if (/quarter/i.test(whole)) return 3;
  if (whole !== "") return 12;
  const word = number.toLowerCase();
  return /week/i.test(unit) ? (WEEK_WORDS.find(([words]) => words.test(word))?.[1] ?? 0) : (NUMBER_WORDS[word] ?? 0);
}
