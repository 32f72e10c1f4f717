/** How the answers of the functions' examples look on the sheet to try them: what the command printed, laid out. */
import type { IStyleData } from "@univerjs/core";
import { catalogue, type CatalogueEntry } from "../../functions/catalogue";
import printed from "./answers.json";
import { AMOUNT, FRACTION, PER_SHARE, SHARES, TICK } from "./styles";

/** One figure in a style, or a table. */
export type Answer = { readonly style: IStyleData } | AnswerTable;

export interface AnswerTable {
  /** How many lines of text each row is high, its headings first. */
  readonly lines: readonly number[];
  /** Columns up to the last with figures, beside the first of labels; after them come sentences. */
  readonly figures: number;
}

/** The style of a single answer, by what the function's docstring says that it is. */
const STYLES: readonly (readonly [returns: RegExp, style: IStyleData])[] = [
  [/^Currency per share/, PER_SHARE],
  [/^Currency/, AMOUNT],
  [/^Shares/, SHARES],
  [/^Years|^A fraction/, FRACTION],
  [/^A tick/, TICK],
];

/** Letters that fit in a line of the first, the second, and each further column of figures, in a font wider than Arial too. */
const LETTERS = [46, 16, 11, 11, 11, 11, 11, 11];
/** The column after those for figures, and the letters that fit in a line of it: its sentences do not run on. */
const SENTENCE = { column: 8, letters: 26 } as const;

export function isTable(answer: Answer): answer is AnswerTable {
  return "lines" in answer;
}

/** @throws Error for a single figure of which the docstring does not say in one of the known words what it is */
export function answerOf(id: string): Answer {
  const rows: readonly (readonly string[])[] = printed[id as keyof typeof printed];
  if (rows.length > 1) return tableOf(rows);
  const returns = catalogue.find((one) => one.id === id)?.returns ?? "";
  const style = STYLES.find(([words]) => words.test(returns))?.[1];
  if (!style) throw new Error(`${id}: no style for one figure of "${returns}"`);
  return { style };
}

function tableOf(rows: readonly (readonly string[])[]): AnswerTable {
  const [headings = [], ...body] = rows;
  const last = headings.findLastIndex((_heading, column) => body.some((row) => isFigure(row[column] ?? "")));
  const figures = Math.min(Math.max(last, 0), LETTERS.length - 1);
  const wrapped = (row: readonly string[]) => [
    ...row.slice(0, figures + 1).map((text, column) => linesOf(text, LETTERS[column] ?? 1)),
    linesOf(row[SENTENCE.column] ?? "", SENTENCE.letters),
  ];
  return { lines: rows.map((row) => Math.max(...wrapped(row))), figures };
}

function isFigure(text: string): boolean {
  return text !== "" && Number.isFinite(Number(text));
}

/** Lines of at most so many letters that a text fills which breaks between its words. */
function linesOf(text: string, most: number): number {
  let [lines, letters] = [1, 0];
  for (const word of text.split(" ")) {
    const more = letters === 0 ? word.length : letters + 1 + word.length;
    if (more > most && letters > 0) [lines, letters] = [lines + 1, word.length];
    else letters = more;
  }
  return lines;
}

/** The functions that answer one figure, and those that fill a table. */
export function byAnswer(): { readonly single: readonly CatalogueEntry[]; readonly tables: readonly CatalogueEntry[] } {
  const isSingle = ({ id }: CatalogueEntry) => !isTable(answerOf(id));
  return { single: catalogue.filter(isSingle), tables: catalogue.filter((one) => !isSingle(one)) };
}
