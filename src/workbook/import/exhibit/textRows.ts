import { fraction, isZero, times, toNumber, type Fraction } from "../../../core/number/fraction";
import { printedFigure } from "../../../core/number/printedFigure";

/** A figure where it stands in its row. */
export interface PrintedCell {
  readonly value: Fraction;
  /** Digits that it prints after the point. */
  readonly decimals: number;
  /** Whether a sign of currency stands before it: it is then no count of shares. */
  readonly isMoney: boolean;
  /** Whether it is a percentage, which no line of the computation is. */
  readonly isPercent: boolean;
  /** Where its first and last digits stand; a closing parenthesis and the mark of a note hang over. */
  readonly start: number;
  readonly end: number;
}

/** Words that stand together, apart from others of their row. */
export interface Block {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One row of a text: its words, then its figures. */
export interface TextRow {
  readonly text: string;
  /** The words before the figures, without dot leaders. */
  readonly words: string;
  /** Blanks before the words. */
  readonly indent: number;
  readonly cells: readonly PrintedCell[];
  /** Between tabs, where places tell columns apart only by their order. */
  readonly isTabbed: boolean;
}

const TAG = /<[^>\n]{0,200}>/g;
/** Wide enough for a cell between tabs. */
const SLOT = 26;
/** No printed line is longer; what is longer is no table, and its beginning tells what it is. */
const MOST_CHARACTERS = 2_000;
const RULE = /^[\s=_–—-]*$/;

/** @param text as pasted, of fixed width, or with tabs or upright strokes between its cells */
export function textRows(text: string): TextRow[] {
  const rows = text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\u00a0", " ")
    .split("\n")
    .map((line) => rowOf(betweenTabs(line.replace(TAG, (tag) => " ".repeat(tag.length)))));
  return rows.map((row, index) => (isPageNumber(row, rows[index - 1]) ? BLANK : row));
}

const BLANK: TextRow = { text: "", words: "", indent: 0, cells: [], isTabbed: false };

/** "12", "- 12 -", "Page 12": under a rule it would be a total. */
function isPageNumber({ text }: TextRow, above: TextRow | undefined): boolean {
  return /^[\s-]*(?:page\s+)?\d{1,3}[\s-]*$/i.test(text) && !(above && isRule(above));
}

/** A table in Markdown: | Net income | $ 23,636 | */
function betweenTabs(line: string): string {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  if (row === undefined) return line;
  return RULE.test(row.replace(/[|:]/g, ""))
    ? ""
    : row
        .split("|")
        .map((cell) => cell.trim())
        .join("\t");
}

/** The row of one line. */
export function rowOf(line: string): TextRow {
  const isTabbed = line.includes("\t");
  const whole = (isTabbed ? laidOut(line) : line).trimEnd();
  const text = whole.slice(0, MOST_CHARACTERS);
  const figures = whole.length > MOST_CHARACTERS || RULE.test(text) ? undefined : figuresOf(text);
  const words = text.slice(0, figures?.start ?? text.length);
  return {
    text,
    words: withoutLeaders(words),
    indent: words.search(/\S|$/),
    cells: figures?.cells ?? [],
    isTabbed,
  };
}

export function isRule({ text }: TextRow): boolean {
  return RULE.test(text) && text.trim() !== "";
}

export function isBlank({ text }: TextRow): boolean {
  return text.trim() === "";
}

/** The headings' years, which are no figures of the computation: they follow each other, and have no commas. */
export function areYears({ text, cells }: TextRow): boolean {
  const years = [...new Set(cells.map(({ value }) => toNumber(value)))].sort((a, b) => a - b);
  const isYear = (year: number) => Number.isInteger(year) && year >= 1900 && year < 2100;
  const follow = years.every((year, index) => isYear(year) && year === (years[0] ?? 0) + index);
  return years.length > 0 && follow && cells.every(({ decimals }) => decimals === 0) && !/\d,\d{3}/.test(text);
}

/** Words apart by two blanks or a tab. */
export function blocksOf({ text }: TextRow): Block[] {
  return [...text.matchAll(/\S+(?:\s\S+)*/g)]
    .map(({ 0: block, index }) => ({ text: block, start: index, end: index + block.length }))
    .filter((block) => !RULE.test(block.text));
}

function withoutLeaders(words: string): string {
  return words
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[\s.\p{Sc}]{1,200}$/u, "");
}

/** Cells between tabs, each at the end of a slot of its own; signs and parentheses of their own join their figure. */
function laidOut(line: string): string {
  const cells = line
    .replace(/(\p{Sc}|\()\s*\t\s*(?=[\p{Sc}(\d.])/gu, "\t$1")
    .replace(/(\p{Sc}|\()\s*\t\s*(?=[\p{Sc}(\d.])/gu, "\t$1")
    .replace(/(?<=\d)\s*\t\s*\)/g, ")")
    .split("\t");
  const [caption = "", ...figures] = cells;
  return caption.padEnd(2 * SLOT) + figures.map((cell) => `  ${cell.trim().padStart(SLOT)}`).join("");
}

const MINUS = "[-\u2010\u2011\u2212\u2013]";
/** Marks of notes: touching a figure, or one blank after it. */
const MARKS = String.raw`(?:\s?\*+|\s?[†‡§]|\s?\([a-z]\)|\s?\[\d{1,2}\]|\(\d{1,2}\)|\s\(\d\))*`;
const FIGURE = new RegExp(
  String.raw`((?:\p{Sc}\s*)?(?:${MINUS}\s?|\(\s*)?(?:\p{Sc}\s*)?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:\s?%|[pP]\b|\s?¢)?(?:\s?\)|-)?)${MARKS}(?=\s|$)`,
  "uy",
);
const NIL = /((?:\p{Sc}\s*)?[-\u2010\u2011\u2012\u2013\u2014\u2212]{1,3})(?:\s?\*+|\([a-z\d]\))*(?=\s|$)/uy;
/** What stands in the place of a figure. */
const NONE = /(?:n\/?[am]\.?|\*+|\([a-z]\)|\p{Sc})(?=\s|$)/iuy;

interface Figures {
  readonly start: number;
  readonly cells: readonly PrintedCell[];
}

/** The longest end of a row that is figures alone, apart from the words before it. */
function figuresOf(text: string): Figures | undefined {
  for (const { index } of text.matchAll(/(?<=^|\s|\.\.)[^\s.]|(?<=^|\s|\.\.)\.(?=\d)/gu)) {
    const cells = isApart(text, index) || isStrong(text.slice(index)) ? cellsFrom(text, index) : undefined;
    if (cells && cells.length > 0) return { start: index, cells };
  }
  return undefined;
}

/** A figure stands apart from the words before it: after two blanks or dot leaders, or behind a sign of currency. */
function isApart(text: string, index: number): boolean {
  const before = text.slice(0, index);
  const words = before.trimEnd();
  return words === "" || words.endsWith("..") || before.length - words.length > 1 || /^\p{Sc}/u.test(text.slice(index));
}

/** In a text whose blanks were lost: two figures or more that can be nothing else. */
function isStrong(tail: string): boolean {
  const figure = String.raw`(?:\(?(?:\p{Sc} ?)?\(?(?:\d{1,3}(?:,\d{3})+|\d*\.\d{2})\)?|(?:\p{Sc} ?)?[-\u2013\u2014]{1,3})`;
  return new RegExp(`^${figure}(?: ${figure})+$`, "u").test(tail.trimEnd()) && /\d/.test(tail);
}

/** The figures that a line consists of from some place on; undefined where there is anything else. */
export function cellsFrom(text: string, from: number): PrintedCell[] | undefined {
  const cells: PrintedCell[] = [];
  let place = from;
  for (;;) {
    place += text.slice(place).search(/\S|$/);
    if (place >= text.length) return cells;
    const match = matchAt(FIGURE, text, place) ?? matchAt(NIL, text, place) ?? matchAt(NONE, text, place);
    if (!match) return undefined;
    const cell = match[1] === undefined ? undefined : cellOf(match[1], place);
    if (match[1] !== undefined && !cell) return undefined;
    if (cell) cells.push(cell);
    place += match[0].length;
  }
}

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text) ?? undefined;
}

function cellOf(printed: string, place: number): PrintedCell | undefined {
  const plain = printed
    .replace(/\s?[p¢]/i, "")
    .replace(/(?<=\d)\.(?=\s*\)?$)/, "")
    .replace(/\s+/g, " ");
  const figure = printedFigure(plain);
  if (!figure) return undefined;
  const hundredths = /[p¢]/i.test(printed);
  const decimals = (/\.(\d+)/.exec(plain)?.[1] ?? "").length + (hundredths ? 2 : 0);
  const end = place + printed.replace(/\s?[)-]$/, "").length;
  const isNil = isZero(figure.value) && !/\d/.test(printed);
  return {
    value: hundredths ? times(figure.value, fraction(1, 100)) : figure.value,
    decimals: isNil ? 0 : decimals,
    isMoney: /\p{Sc}/u.test(printed),
    isPercent: figure.isPercent,
    start: place,
    end: isNil ? place + printed.length : end,
  };
}
