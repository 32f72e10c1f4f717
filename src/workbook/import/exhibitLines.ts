import { toNumber, type Fraction } from "../../core/number/fraction";
import { printedFigure } from "../../core/number/printedFigure";

/** A line of the exhibit that has figures, with the words of the rows above that it continues. */
export interface FiledLine {
  /** Row of the text, from 0. */
  readonly row: number;
  readonly caption: string;
  /** The heading that it stands under, where the exhibit has such headings. */
  readonly section?: "basic" | "diluted";
  readonly printed: readonly PrintedFigure[];
}

interface PrintedFigure {
  readonly value: Fraction;
  /** Where the last digit stands, or in text with tabs the number of the cell. A closing parenthesis hangs over. */
  readonly edge: number;
}

const TAG = /<[^>]*>/g;
const RULE = /^[\s=_–—-]*$/;
/** What may be a figure, by where it stands; printedFigure tells whether it is one. */
const FIGURE =
  /(?:\p{Sc}\s*)?(?:[-−–]|\(\s?)?(?:\p{Sc}\s*)?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:-|\s?\))?(?!\S)|[-–—]{1,3}(?!\S)/gu;
/** A figure stands apart from the words before it: after a tab, two blanks or dot leaders. */
const APART = /(?:^\s*|\t\s*|\s{2,}|\.{2,}\s*)$/;

export function readLines(rows: readonly string[]): FiledLine[] {
  const lines: FiledLine[] = [];
  let section: FiledLine["section"];
  let words: string[] = [];
  rows.forEach((raw, row) => {
    const text = raw.replace(TAG, "");
    const heading = /^\s*(basic|diluted)\s*:?\s*$/i.exec(text)?.[1]?.toLowerCase();
    if (heading !== undefined) section = heading as "basic" | "diluted";
    const printed = figuresOf(text);
    const caption = captionOf([...words, wordsBefore(text)]);
    const endsCaption = heading !== undefined || RULE.test(text) || printed.length > 0;
    words = endsCaption ? [] : [...words, text];
    if (printed.length > 0 && caption !== "" && !areYears(printed)) lines.push({ row, caption, section, printed });
  });
  return lines;
}

/** The headings' years are no figures. */
function areYears(printed: readonly PrintedFigure[]): boolean {
  return printed
    .map(({ value }) => toNumber(value))
    .every((year) => Number.isInteger(year) && year >= 1900 && year < 2100);
}

function tokensOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(FIGURE)].filter(({ index }) => APART.test(text.slice(0, index)));
}

function figuresOf(text: string): PrintedFigure[] {
  return tokensOf(text).flatMap(({ 0: token, index }) => {
    const figure = printedFigure(token);
    if (!figure) return [];
    const tabs = text.slice(0, index).split("\t").length - 1;
    return [{ value: figure.value, edge: text.includes("\t") ? tabs : index + token.replace(/\s?\)$/, "").length }];
  });
}

function wordsBefore(text: string): string {
  return text.slice(0, tokensOf(text)[0]?.index ?? text.length);
}

/** One caption of the rows that it is broken into, without dot leaders. */
function captionOf(rows: readonly string[]): string {
  return rows
    .join(" ")
    .replace(/[\s.$]*$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A line's figures by column. A line that prints every column is taken in order; one that leaves some blank, by where
 * its figures stand against the full lines.
 */
export function inColumns(line: FiledLine, lines: readonly FiledLine[], columns: number): (Fraction | undefined)[] {
  if (line.printed.length === columns) return line.printed.map(({ value }) => value);
  const full = lines.filter(({ printed }) => printed.length === columns);
  const edges = Array.from(
    { length: columns },
    (_column, index) => full.reduce((sum, { printed }) => sum + (printed[index]?.edge ?? 0), 0) / full.length,
  );
  const nearest = line.printed.map(({ value, edge }) => ({ value, column: nearestTo(edge, edges) }));
  return edges.map((_edge, column) => nearest.find((figure) => figure.column === column)?.value);
}

function nearestTo(edge: number, edges: readonly number[]): number {
  const distances = edges.map((other) => Math.abs(other - edge));
  return distances.indexOf(Math.min(...distances));
}
