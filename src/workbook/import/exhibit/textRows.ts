import { isZero, toNumber, type Fraction } from "../../../core/number/fraction";
import { printedFigure } from "../../../core/number/printedFigure";

/** A figure where it stands in its row. */
export interface PrintedCell {
  readonly value: Fraction;
  /** Digits that it prints after the point. */
  readonly decimals: number;
  /** Whether a sign of currency stands before it: it is then no count of shares. */
  readonly isMoney: boolean;
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

/** @param text as pasted, of fixed width or with tabs between its cells */
export function textRows(text: string): TextRow[] {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\u00a0", " ")
    .split("\n")
    .map((line) => rowOf(line.replace(TAG, (tag) => " ".repeat(tag.length))));
}

function rowOf(line: string): TextRow {
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

/** The headings' years, which are no figures of the computation. */
export function areYears({ cells }: TextRow): boolean {
  const isYear = ({ value, decimals }: PrintedCell) =>
    decimals === 0 && toNumber(value) >= 1900 && toNumber(value) < 2100 && Number.isInteger(toNumber(value));
  return cells.length > 0 && cells.every(isYear);
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
  String.raw`((?:\p{Sc}\s*)?(?:${MINUS}\s?|\(\s*)?(?:\p{Sc}\s*)?(?:\d[\d,]*(?:\.\d*)?|\.\d+)\s?%?(?:\s?\)|-)?)${MARKS}(?=\s|$)`,
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
  const figure = String.raw`\(?\p{Sc}?\(?(?:\d{1,3}(?:,\d{3})+|\d*\.\d{2})\)?`;
  return new RegExp(`^${figure}(?: ${figure})+$`, "u").test(tail.trimEnd());
}

function cellsFrom(text: string, from: number): PrintedCell[] | undefined {
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
  const figure = printedFigure(printed.replace(/(?<=\d)\.(?=\s*\)?$)/, "").replace(/\s+/g, " "));
  if (!figure || figure.isPercent) return undefined;
  const [, decimals = ""] = /\.(\d+)/.exec(printed) ?? [];
  const end = place + printed.replace(/\s?[)-]$/, "").length;
  const isNil = isZero(figure.value) && !/\d/.test(printed);
  return {
    value: figure.value,
    decimals: isNil ? 0 : decimals.length,
    isMoney: /\p{Sc}/u.test(printed),
    start: place,
    end: isNil ? place + printed.length : end,
  };
}
