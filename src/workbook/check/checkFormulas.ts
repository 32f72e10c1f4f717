/** Formulas of ours calculated again from the values that a workbook holds, and compared with what it shows for them. */
import { openWorkbook, setOpenWorkbook } from "../../functions/cells/openWorkbook";
import { stopIfAsked } from "../book/apply";
import type { Area, Running } from "../book/book";
import { evaluate } from "../formula/evaluate";
import { everyPartOf, nameOf, ownCallsOf, readFormula, type ReadFormula } from "../formula/readFormula";
import { StoredReferences, type StoredBook } from "../formula/storedBook";
import type { Place } from "../formula/structuredReference";
import { isError, NotCalculated, rowsOf, type Rows, type Value } from "../formula/values";
import { compared, type DifferingCell, type Size } from "./compared";

/** A formula that calls a function of ours, and the cells that it fills. */
export interface OwnFormula extends Place {
  readonly formula: string;
  /** Absent where the answer stands in the formula's own cell alone. */
  readonly spill?: Area;
  /** Whether the spill is fixed, as by Ctrl+Shift+Enter. */
  readonly isFixedArray?: boolean;
}

export interface Difference {
  readonly at: OwnFormula;
  /** The functions of ours that it calls, by name. */
  readonly functions: readonly string[];
  readonly cells: readonly DifferingCell[];
  /** Where the answer has another size now. */
  readonly sizes?: { readonly stored: Size; readonly now: Size };
  /** The words of an error that the formula gives now; or what the stored one tells. */
  readonly words?: string;
}

export interface Unchecked {
  readonly at: OwnFormula;
  readonly reason: string;
}

export interface Checked {
  readonly formulas: number;
  readonly differences: readonly Difference[];
  readonly unchecked: readonly Unchecked[];
  /** How many formulas name no loan, in a workbook for which none is chosen: they were checked for Exhibit 10.10. */
  readonly withoutLoan: number;
}

export interface Checking {
  /** By how much two numbers may differ. */
  readonly tolerance: number;
  /** Calculates formulas that go beyond what is calculated here, all at once: the answer of each, or why it has none. */
  readonly beyond?: (formulas: readonly OwnFormula[]) => Promise<readonly (Rows | string)[]>;
  readonly running?: Running;
}

/** So many formulas go by before the host has its turn. */
const AT_ONCE = 500;

/** Law: each formula ties, differs, or is not checked with the reason; none is in two of these, and none is left out. */
export async function checkFormulas(
  book: StoredBook,
  formulas: readonly OwnFormula[],
  { tolerance, beyond, running = {} }: Checking,
): Promise<Checked> {
  const references = new StoredReferences(book);
  const outcomes = new Outcomes(book, tolerance);
  const rest: { readonly at: OwnFormula; readonly reason: string }[] = [];
  const withoutLoan = await countingLoanNotChosen(async () => {
    for (const [index, at] of formulas.entries()) {
      if (index % AT_ONCE === 0) await pause(running, index, formulas.length);
      const answer = answerOf(at, references);
      if (typeof answer === "object" || answer === LATER || beyond === undefined) outcomes.settle(at, answer);
      else rest.push({ at, reason: answer });
    }
    const answers = rest.length > 0 ? await beyond?.(rest.map(({ at }) => at)) : undefined;
    for (const [index, { at, reason }] of rest.entries()) outcomes.settle(at, answers?.[index] ?? reason);
  });
  const place = new Map(formulas.map((at, index) => [at, index]));
  const inOrder = <T extends { readonly at: OwnFormula }>(list: T[]) =>
    list.sort((a, b) => (place.get(a.at) ?? 0) - (place.get(b.at) ?? 0));
  const { differences, unchecked } = outcomes;
  return { formulas: formulas.length, differences: inOrder(differences), unchecked: inOrder(unchecked), withoutLoan };
}

/** Answers that the host has for formulas, or why there is none, beside what the workbook holds for them. */
export function checkAnswers(
  book: Pick<StoredBook, "value">,
  answers: readonly { readonly at: OwnFormula; readonly answer: Rows | string }[],
): Checked {
  const outcomes = new Outcomes(book, 0);
  for (const { at, answer } of answers) {
    const read = readFormula(at.formula);
    outcomes.settle(at, read && callsOf(read).some(isChanging) ? LATER : answer);
  }
  const { differences, unchecked } = outcomes;
  return { formulas: answers.length, differences, unchecked, withoutLoan: 0 };
}

class Outcomes {
  readonly differences: Difference[] = [];
  readonly unchecked: Unchecked[] = [];

  constructor(
    private readonly book: Pick<StoredBook, "value">,
    private readonly tolerance: number,
  ) {}

  /** @param answer or the reason for which there is none */
  settle(at: OwnFormula, answer: Rows | string): void {
    const outcome =
      typeof answer === "string" ? { at, reason: answer } : outcomeOf(this.book, at, answer, this.tolerance);
    if (outcome && "reason" in outcome) this.unchecked.push(outcome);
    else if (outcome) this.differences.push(outcome);
  }
}

async function pause({ onProgress, ...running }: Running, done: number, total: number): Promise<void> {
  stopIfAsked(running);
  onProgress?.({ done, total });
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Counts the calls that were answered for Exhibit 10.10 because nobody chose a loan. */
async function countingLoanNotChosen(work: () => Promise<void>): Promise<number> {
  const { onLoanNotChosen } = openWorkbook();
  let count = 0;
  setOpenWorkbook({ onLoanNotChosen: () => void count++ });
  try {
    await work();
  } finally {
    setOpenWorkbook({ onLoanNotChosen });
  }
  return count;
}

const LATER =
  "it depends on the day or on chance (TODAY, NOW, RAND), so its value was another when the workbook was saved";
const NOT_READ = "the formula cannot be read";
const CHANGING = ["TODAY", "NOW", "RAND", "RANDBETWEEN", "RANDARRAY"];
const isChanging = (name: string) => CHANGING.includes(name);

/** The answer, or why there is none here. */
function answerOf(at: OwnFormula, references: StoredReferences): Rows | string {
  const read = readFormula(at.formula);
  if (!read) return NOT_READ;
  if (callsOf(read).some(isChanging)) return LATER;
  const answer = evaluate(read.tree, { cellsOf: references.at(at), at });
  return answer instanceof NotCalculated ? answer.words : rowsOf(answer);
}

function callsOf({ tree }: ReadFormula): string[] {
  return everyPartOf(tree).flatMap((part) => (part.type === "CallExpression" ? [nameOf(part)] : []));
}

/** What a cell shows that was not, or could not be, calculated. */
const NO_VALUE: Readonly<Record<string, string>> = {
  "#BUSY!": "the workbook was saved while the cell was calculated",
  "#GETTING_DATA": "the workbook was saved while the cell was calculated",
  "#SPILL!": "cells stand in the way of its rows (#SPILL!), so that none of them are stored",
};

function outcomeOf(
  book: Pick<StoredBook, "value">,
  at: OwnFormula,
  answer: Rows,
  tolerance: number,
): Difference | Unchecked | undefined {
  const stored = storedOf(book, at);
  const first = stored[0]?.[0] ?? null;
  const now = asStored(at, answer, stored);
  if (first === null && (now[0]?.[0] ?? "") !== "" && stored.length === 1)
    return { at, reason: "the file holds no value for it: it was not calculated before it was saved" };
  const noValue = isError(first) ? NO_VALUE[first.basicValue] : undefined;
  if (noValue !== undefined) return { at, reason: noValue };
  const { cells, sizes } = compared(stored, now, tolerance);
  if (cells.length === 0 && !sizes) return undefined;
  const words = wordsOf(first, now[0]?.[0] ?? null);
  return {
    at,
    functions: [...new Set(ownCallsIn(at.formula))],
    cells,
    ...(sizes ? { sizes } : {}),
    ...(words === undefined ? {} : { words }),
  };
}

function ownCallsIn(formula: string): string[] {
  const read = readFormula(formula);
  return read ? ownCallsOf(read.tree).map(nameOf) : [];
}

function storedOf(book: Pick<StoredBook, "value">, { spill, sheet, row, column }: OwnFormula): Rows {
  const area = spill ?? { sheet, row, column, rows: 1, columns: 1 };
  return Array.from({ length: area.rows }, (_row, y) =>
    Array.from({ length: area.columns }, (_column, x) => book.value(area.sheet, area.row + y, area.column + x) ?? null),
  );
}

/** The cells that an answer takes in the workbook: all, those of a fixed array, or its first. */
function asStored({ spill, isFixedArray = false }: OwnFormula, answer: Rows, stored: Rows): Rows {
  if (!spill) return [[answer[0]?.[0] ?? null]];
  if (!isFixedArray) return answer;
  const [isRow, isColumn] = [answer.length === 1, answer[0]?.length === 1];
  return stored.map((row, y) =>
    row.map((_cell, x) => {
      const line = answer[isRow ? 0 : y];
      return line === undefined || (!isColumn && x >= line.length) ? NO_CELL : (line[isColumn ? 0 : x] ?? null);
    }),
  );
}

/** What Excel shows in a fixed array beyond the answer. */
const NO_CELL: Value = { type: "Error", basicValue: "#N/A" };

function wordsOf(stored: Value, now: Value): string | undefined {
  if (isError(now)) return now.message;
  if (isError(stored) && stored.basicValue === "#NAME?") return "the workbook was saved where Tieout was not loaded";
  return undefined;
}
