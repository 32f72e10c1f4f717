import { civilDate, daysInMonth, type Day } from "../../../core/calendar/civilDate";
import { existing, monthNumber, readPrintedDate } from "../printedDates";
import { monthsOfWeeks } from "../periodLength";
import { blocksOf, type Block, type TextRow } from "./textRows";

/** One column of figures: so many months up to a day. */
export interface ExhibitColumn {
  readonly periodEnd: Day;
  readonly months: number;
}

/** Where a column's figures stand. */
export interface ColumnPlace {
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORDS = [
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
  "seventeen eighteen nineteen twenty",
]
  .join(" ")
  .split(" ");
const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50 };
const NUMBER = String.raw`(?:\d{1,2}|(?:twenty|thirty|forty|fifty)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|${NUMBER_WORDS.join("|")})`;
const SPAN = new RegExp(
  String.raw`\b(${NUMBER})(?:\s*\(\d{1,2}\))?[\s-]+(months?|weeks?)\b|\b(half[\s-]year|quarters?|years?)\b`,
  "gi",
);
const MONTH = "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
const DATE = new RegExp(
  String.raw`\b${MONTH}\.?\s+(\d{1,2})(?!\d)(?:\s*,?\s*((?:19|20)\d{2})\b)?|\b(\d{1,2})\s+${MONTH}\.?(?:\s*,?\s*((?:19|20)\d{2})\b)?`,
  "gi",
);
const NUMERIC_DATE = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/g;
const MONTH_OF_YEAR = new RegExp(String.raw`\b${MONTH}\.?,?\s+((?:19|20)\d{2})\b`, "gi");
const YEAR = /\b(?:19|20)\d{2}\b/g;

/** Whether a row names periods: a span, a date or years, with hardly another word beside them. */
export function namesPeriods({ text }: TextRow): boolean {
  const without = [SPAN, DATE, NUMERIC_DATE, MONTH_OF_YEAR, YEAR].reduce(
    (rest, words) => rest.replace(words, " "),
    text,
  );
  const others = without.replace(
    /\b(for|the|ended|ending|fiscal|and|unaudited|to|date|first|second|third|fourth|basic|diluted|primary|of|in)\b/gi,
    " ",
  );
  return without !== text && (others.match(/[a-z]{2,}/gi) ?? []).length < 2;
}

/**
 * Reads the headings over the figures, by the columns that they stand over: spans ("Three months ended", which may go
 * on in the next row), days ("September 30,") and years. What a column lacks it takes from the one before it.
 *
 * @returns one column a place; undefined for one whose span, day or year is nowhere said
 */
export function readHeadings(
  rows: readonly TextRow[],
  places: readonly ColumnPlace[],
): readonly (ExhibitColumn | undefined)[] {
  const over = places.map(() => "");
  for (const row of rows) {
    wordsOver(row, places).forEach((words, column) => (over[column] += ` ${words}`));
  }
  const parts = inherited(over.map(partsOf));
  const columns = parts.map(columnOf);
  return areAlike(columns) ? withYearsInOrder(parts, rows) : columns;
}

/** The words of a row that stand over each column; those before the columns, where they name periods, over all. */
function wordsOver(row: TextRow, places: readonly ColumnPlace[]): string[] {
  const first = places[0]?.start ?? 0;
  const blocks = blocksOf(row).filter(({ text, end }) => end > first - 2 || namesPeriods({ ...row, text }));
  if (blocks.length === places.length) return blocks.map(({ text }) => text);
  const opens = ({ start, end }: Block) => blocks.length > 1 && end <= first - 2 && start < first / 3;
  const over = blocks.filter((block) => !opens(block));
  const before = blocks.filter(opens).map(({ text }) => text);
  return places.map((place, column) => {
    const block =
      places.length % over.length === 0
        ? over[Math.floor((column * over.length) / places.length)]
        : nearest(place, over);
    return [...before, block?.text ?? ""].join(" ");
  });
}

function nearest(place: ColumnPlace, blocks: readonly Block[]): Block | undefined {
  const middle = (place.start + place.end) / 2;
  const away = ({ start, end }: Block) => Math.max(start - middle, middle - end, 0);
  return [...blocks].sort((a, b) => away(a) - away(b))[0];
}

interface HeadingParts {
  readonly length?: { readonly months?: number; readonly weeks?: number };
  readonly day?: { readonly month: number; readonly day: number };
  readonly year?: number;
}

/** The last of each kind counts: what stands nearest to the figures. */
function partsOf(text: string): HeadingParts {
  const numeric = [...text.matchAll(NUMERIC_DATE)].map(([date]) => readPrintedDate(date)).at(-1);
  if (numeric !== undefined) return { ...lengthOf(text), ...civil(numeric) };
  const [match] = [...text.matchAll(DATE)].slice(-1);
  const [month, day] = match ? [match[1] ?? match[5], match[2] ?? match[4]] : [undefined, undefined];
  const year = yearOf(text);
  if (month !== undefined) return { ...lengthOf(text), day: { month: monthNumber(month), day: Number(day) }, ...year };
  const [whole] = [...text.matchAll(MONTH_OF_YEAR)].slice(-1);
  if (!whole) return { ...lengthOf(text), ...year };
  const number = monthNumber(whole[1]);
  return { ...lengthOf(text), day: { month: number, day: daysInMonth(Number(whole[2]), number) }, ...year };
}

function civil(day: Day): Pick<HeadingParts, "day" | "year"> {
  const date = civilDate(day);
  return { day: { month: date.month, day: date.day }, year: date.year };
}

function yearOf(text: string): Pick<HeadingParts, "year"> {
  const year = [...text.matchAll(YEAR)].at(-1)?.[0];
  return year === undefined ? {} : { year: Number(year) };
}

function lengthOf(text: string): Pick<HeadingParts, "length"> {
  const [match] = [...text.matchAll(SPAN)].slice(-1);
  if (!match) return {};
  const [, number, unit = "", whole = ""] = match;
  if (number === undefined) return { length: { months: /quarter/i.test(whole) ? 3 : /half/i.test(whole) ? 6 : 12 } };
  return { length: /week/i.test(unit) ? { weeks: numberOf(number) } : { months: numberOf(number) } };
}

function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  return words
    .toLowerCase()
    .split(/[\s-]/)
    .reduce((sum, word) => sum + (TENS[word] ?? NUMBER_WORDS.indexOf(word) + 1), 0);
}

function inherited(parts: readonly HeadingParts[]): HeadingParts[] {
  const done: HeadingParts[] = [];
  for (const part of parts) done.push({ ...done.at(-1), ...part });
  return done;
}

function columnOf({ length, day, year }: HeadingParts): ExhibitColumn | undefined {
  if (!length || !day || year === undefined) return undefined;
  const last = Math.min(day.day, day.month >= 1 ? daysInMonth(year, day.month) : 0);
  const periodEnd = existing(year, day.month, day.day > 28 ? last : day.day);
  if (periodEnd === undefined) return undefined;
  const months = length.months ?? monthsOfWeeks(length.weeks ?? 0, periodEnd);
  return months >= 1 && months <= 12 ? { periodEnd, months } : undefined;
}

function areAlike(columns: readonly (ExhibitColumn | undefined)[]): boolean {
  const keys = columns.flatMap((column) => (column ? [`${column.periodEnd}|${column.months}`] : []));
  return new Set(keys).size < keys.length;
}

/** "September 30, 1996 and 1995" over two columns names them in order. */
function withYearsInOrder(
  parts: readonly HeadingParts[],
  rows: readonly TextRow[],
): readonly (ExhibitColumn | undefined)[] {
  const lists = rows.map(({ text }) => [...text.matchAll(YEAR)].map(([year]) => Number(year)));
  const years = lists.findLast((list) => list.length > 1 && parts.length % list.length === 0);
  return parts.map((part, column) => columnOf(years ? { ...part, year: years[column % years.length] } : part));
}
