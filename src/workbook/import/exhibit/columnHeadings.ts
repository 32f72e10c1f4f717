import { civilDate, daysInMonth, type Day } from "../../../core/calendar/civilDate";
import { existing, monthNumber, readPrintedDate } from "../printedDates";
import { monthsOfWeeks } from "../../../core/eps/periods/period";
import { monthsBetween } from "../periodLength";
import { blocksOf, type Block, type TextRow } from "./textRows";

/** One column of figures: so many months up to a day. */
export interface ExhibitColumn {
  readonly periodEnd: Day;
  readonly months: number;
  /** Where the heading tells the length in weeks. */
  readonly weeks?: number;
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
/** "Period from July 31 through December 31, 2008" */
const FROM_TO = new RegExp(
  String.raw`\b${MONTH}\.?\s+(\d{1,2})(?:\s*,?\s*((?:19|20)\d{2}))?\s*\)?\s+(?:through|to|until)\s+${MONTH}\.?\s+(\d{1,2})\s*,?\s*((?:19|20)\d{2})\b`,
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
  const parts = inherited(headingWords(rows, places).map(partsOf));
  const columns = parts.map(columnOf);
  return areAlike(columns) ? withYearsInOrder(parts, rows) : columns;
}

/** All words that stand over each column. */
export function headingWords(rows: readonly TextRow[], places: readonly ColumnPlace[]): string[] {
  const over = places.map((): string[] => []);
  for (const row of rows) wordsOver(row, places).forEach((words, column) => over[column]?.push(words));
  return over.map((words) => words.join(" ").replace(/\s+/g, " ").trim());
}

/** The words of a row that stand over each column; those before the columns, where they name periods, over all. */
function wordsOver(row: TextRow, places: readonly ColumnPlace[]): string[] {
  const first = places[0]?.start ?? 0;
  const blocks = blocksOf(row)
    .flatMap(namesIn)
    .filter(({ text, end }) => end > first - 2 || namesPeriods({ ...row, text }));
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

/** "Three Months Ended Six Months Ended", "1999 1998": names of columns that one blank keeps apart. */
export function namesIn(block: Block): Block[] {
  for (const name of [FROM_TO, SPAN, DATE, NUMERIC_DATE, YEAR]) {
    const found = [...block.text.matchAll(name)];
    const rest = block.text.replace(name, " ").replace(/\b(for|the|ended|ending|fiscal|and|of)\b|[\s,.()*]/gi, "");
    if (found.length > 1 && (name === SPAN || name === FROM_TO || rest === "") && !/\band\b/i.test(block.text))
      return cutAt(block, found);
  }
  return [block];
}

function cutAt({ text, start }: Block, found: readonly RegExpExecArray[]): Block[] {
  return found.map(({ index }, place) => {
    const [from, to] = [place === 0 ? 0 : index, found[place + 1]?.index ?? text.length];
    return { text: text.slice(from, to).trim(), start: start + from, end: start + text.slice(0, to).trimEnd().length };
  });
}

function nearest(place: ColumnPlace, blocks: readonly Block[]): Block | undefined {
  const middle = (place.start + place.end) / 2;
  const away = ({ start, end }: Block) => Math.max(start - middle, middle - end, 0);
  return [...blocks].sort((a, b) => away(a) - away(b))[0];
}

interface HeadingParts {
  /** With neither where the words say that the period has a length of its own, and not which. */
  readonly length?: { readonly months?: number; readonly weeks?: number };
  readonly day?: { readonly month: number; readonly day: number };
  readonly year?: number;
}

/** The last of each kind counts: what stands nearest to the figures. */
function partsOf(text: string): HeadingParts {
  const [range] = [...text.matchAll(FROM_TO)].slice(-1);
  if (range) return partsOfRange(range);
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

function partsOfRange(range: RegExpMatchArray): HeadingParts {
  const [, from, firstDay, firstYear, to, lastDay, lastYear] = range;
  const [first, last] = [monthNumber(from), monthNumber(to)];
  const year = Number(lastYear);
  const start = existing(
    firstYear === undefined ? year - (first > last ? 1 : 0) : Number(firstYear),
    first,
    Number(firstDay),
  );
  const end = existing(year, last, Number(lastDay));
  const months = start === undefined || end === undefined ? undefined : monthsBetween(start, end);
  return { length: months === undefined ? {} : { months }, day: { month: last, day: Number(lastDay) }, year };
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
  if (!match) return /\bperiods?\s+(ended|ending|from|since)\b/i.test(text) ? { length: {} } : {};
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
  const { weeks } = length;
  if (weeks !== undefined)
    return weeks >= 4 && weeks <= 53 ? { periodEnd, months: monthsOfWeeks(weeks), weeks } : undefined;
  const { months = 0 } = length;
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
