import { evaluate } from "../formula/evaluate";
import { readFormula } from "../formula/readFormula";
import { referencesOf } from "../formula/references";
import { isError, NotCalculated, rowsOf, type ErrorValue } from "../formula/values";
import type { Area, CellContent, OpenBook } from "../book/book";
import { withFormats } from "./explainFormula";
import { asContent } from "../shown";

/** What a formula would show in a cell, before it is in it. */
export interface TriedFormula {
  readonly rows: readonly (readonly CellContent[])[];
  /** Why there is no answer. */
  readonly error?: string;
  /** Whether it goes beyond what is calculated here, which the sheet does. */
  readonly isBeyond?: boolean;
}

/** So many rows of an answer are shown. */
const ROWS = 8;

/** Calculates a formula as if it stood in a cell; the workbook is read and not changed. */
export async function tryFormula(book: OpenBook, formula: string, at: Area): Promise<TriedFormula> {
  const read = readFormula(formula);
  if (!read) return { rows: [], error: "This is no formula." };
  const { sheetNames } = await book.look({});
  const cellsOf = await referencesOf(book, read.tree, at, sheetNames);
  const value = withFormats(() => evaluate(read.tree, { cellsOf, at }));
  if (value instanceof NotCalculated) {
    return { rows: [], error: `${value.words}: the sheet calculates it once it is inserted.`, isBeyond: true };
  }
  const rows = rowsOf(value);
  const [first] = rows.flat().filter(isError);
  if (first) return { rows: [], error: wordsOf(first) };
  return { rows: rows.slice(0, ROWS).map((row) => row.map(asContent)) };
}

function wordsOf({ basicValue, message }: ErrorValue): string {
  return message === undefined || message === "" ? `The answer is ${basicValue}.` : message;
}

/** Which of some words are names or tables of the workbook. */
export async function namesAmong(book: OpenBook, words: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = words.filter((word) => /^[A-Za-z_\\][\w.]*$/.test(word));
  if (asked.length === 0) return new Set();
  const { names, tables } = await book.look({ names: asked, tables: asked });
  return new Set([...Object.keys(names), ...Object.keys(tables)]);
}
