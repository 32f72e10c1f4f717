/**
 * Takes lines whose columns stand apart by blanks alone, finds the columns. Law: a figure goes to the column whose figures
 * end where it ends; where a text has lost its alignment, dates and balances still go where they must.
 */
import { printedColumnOf } from "../../../functions/loan/printedColumns";
import { isDateText, isFigureText } from "./cellText";
import { isData, sorted, type NumberedLine, type TextTable } from "./sortedLines";

/** A piece of a line, with the places of its first character and of the one after its last. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A date in words or numbers, a figure with its currency sign or in parentheses, or a word. */
const PIECES =
  /[A-Za-z]{3,9}\.? \d{1,2},? \d{2,4}\b|\d{1,2} [A-Za-z]{3,9}\.?,? \d{4}\b|\p{Sc} ?\(?[\d.,]+\)?|\( ?\p{Sc}? ?[\d.,]+ ?\)|\S+/gu;

export function splitByBlanks(lines: readonly NumberedLine[]): TextTable {
  const tokens = lines.map(({ text }) => tokensOf(text));
  const first = tokens.findIndex((pieces) => isLine(pieces));
  const widest = Math.max(0, ...tokens.map((pieces) => (isLine(pieces) ? pieces.length : 0)));
  const models = tokens.filter((pieces) => isLine(pieces) && pieces.length === widest);
  const ends = Array.from({ length: widest }, (_end, column) =>
    median(models.map((pieces) => pieces[column]?.end ?? 0)),
  );
  const isAligned = models.every((pieces) =>
    pieces.every(({ end }, column) => Math.abs(end - (ends[column] ?? 0)) <= 2),
  );
  const cellsOf = (pieces: readonly Token[]) =>
    pieces.length === widest
      ? pieces.map(({ text }) => text)
      : placed(pieces, { ends, isAligned, model: models[0] ?? [] });
  const heads = headerLines(lines, first);
  const headers = headersOf(
    heads.map(({ text }) => text),
    { ends, isAligned, widest },
  );
  const rows = lines.map((one, index) => ({
    ...one,
    cells: isLine(tokens[index] ?? []) ? cellsOf(tokens[index] ?? []) : [one.text],
  }));
  return sorted(headers, rows, new Set(heads.map(({ line }) => line)));
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(PIECES)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** A line of figures: as many of its pieces are figures or dates as are words, and two at least. */
function isLine(pieces: readonly Token[]): boolean {
  const texts = pieces.map(({ text }) => text);
  const figures = texts.filter((text) => isFigureText(text) || isDateText(text));
  return isData(texts) && figures.length * 2 >= texts.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

interface Columns {
  readonly ends: readonly number[];
  readonly isAligned: boolean;
  readonly model: readonly Token[];
}

/** The pieces of a line that has fewer of them than most: each in its column. */
function placed(pieces: readonly Token[], { ends, isAligned, model }: Columns): readonly string[] {
  const cells = ends.map(() => "");
  const dateColumn = model.findIndex(({ text }) => isDateText(text));
  pieces.forEach(({ text, end }, place) => {
    const nearest = ends.reduce(
      (best, at, column) => (Math.abs(at - end) < Math.abs((ends[best] ?? 0) - end) ? column : best),
      0,
    );
    const last = place === pieces.length - 1 ? ends.length - 1 : Math.min(place, ends.length - 1);
    const column = isDateText(text) && dateColumn >= 0 ? dateColumn : isAligned ? nearest : last;
    cells[column] = [cells[column] ?? "", text].filter((part) => part !== "").join(" ");
  });
  return cells;
}

/** The lines above the first of figures that name columns, three at most. */
function headerLines(lines: readonly NumberedLine[], first: number): readonly NumberedLine[] {
  const found: NumberedLine[] = [];
  let below = lines[first]?.line ?? 0;
  for (const one of lines.slice(0, Math.max(0, first)).reverse()) {
    const isApart = found.length > 0 && below - one.line > 1; // a title, with a blank line below it
    below = one.line;
    if (/^[\s\-=_]+$/.test(one.text)) continue;
    const words = one.text.trim().split(/\s+/);
    const named = words.filter((word) => printedColumnOf(word)).length;
    if (isApart || named === 0 || named * 3 < words.length || found.length === 3) break;
    found.unshift(one);
  }
  return found;
}

/** Header words by the column that they stand over; of a text without alignment, by what they name. */
function headersOf(
  heads: readonly string[],
  {
    ends,
    isAligned,
    widest,
  }: { readonly ends: readonly number[]; readonly isAligned: boolean; readonly widest: number },
): readonly string[] {
  const phrases = heads.map((head) => [...head.matchAll(/\S+(?: \S+)*/g)]);
  const areApart = phrases.some((found) => found.length > 1 && found.length <= widest);
  if (!isAligned || !areApart) return segmented(heads.join(" ").trim().split(/\s+/), widest);
  const headers = ends.map(() => "");
  for (const found of phrases) {
    for (const phrase of found) {
      const [start, end] = [phrase.index, phrase.index + phrase[0].length];
      const column = ends.reduce(
        (best, at, index) => (apart(at, start, end) < apart(ends[best] ?? 0, start, end) ? index : best),
        0,
      );
      headers[column] = `${headers[column] ?? ""} ${phrase[0]}`.trim();
    }
  }
  return headers;
}

/** How far the end of a column is from a word over it: the two end together, or one is within the other. */
function apart(end: number, wordStart: number, wordEnd: number): number {
  return Math.min(Math.abs(end - wordEnd), Math.abs(end - (wordStart + wordEnd) / 2));
}

/** Words in as many groups as there are columns, so that the most groups name a column, each another one. */
function segmented(words: readonly string[], count: number): readonly string[] {
  if (words.length <= count) return Array.from({ length: count }, (_word, column) => words[column] ?? "");
  const best = bestGroups(words, count);
  return best.length === count ? best : Array.from({ length: count }, () => "");
}

function bestGroups(words: readonly string[], count: number): readonly string[] {
  const known = new Map<string, { readonly score: number; readonly groups: readonly string[] }>();
  const from = (start: number, left: number): { readonly score: number; readonly groups: readonly string[] } => {
    const key = `${start} ${left}`;
    const found = known.get(key);
    if (found) return found;
    let best: { readonly score: number; readonly groups: readonly string[] } = { score: -1, groups: [] };
    if (left === 0) return start === words.length ? { score: 0, groups: [] } : best;
    for (let end = start + 1; end <= Math.min(start + 3, words.length - left + 1); end += 1) {
      const group = words.slice(start, end).join(" ");
      const rest = from(end, left - 1);
      const names = printedColumnOf(group);
      const isNew = names !== undefined && !rest.groups.some((other) => printedColumnOf(other) === names);
      const score = rest.score + (isNew ? 2 : 0);
      if (rest.score >= 0 && score > best.score) best = { score, groups: [group, ...rest.groups] };
    }
    known.set(key, best);
    return best;
  };
  return from(0, count).groups;
}
