import { ERROR_MEANING } from "../../functions/cells/errorMeaning";
import { openWorkbook, setOpenWorkbook } from "../../functions/cells/openWorkbook";
import type { Explanation, Working } from "../actionTypes";
import { a1, cellAt } from "../book/address";
import { evaluate, type Answered } from "../formula/evaluate";
import { ownCallsOf, textOf, type Expression, type ReadFormula } from "../formula/readFormula";
import { referencesOf } from "../formula/references";
import type { Place } from "../formula/structuredReference";
import { isError, NotCalculated, rowsOf, type Cells, type Computed, type ErrorValue } from "../formula/values";
import type { Area, CellContent, OpenBook } from "../book/book";
import type { Finding } from "../book/report";
import { conventionsOf } from "./conventions";
import { howRead, whoseLoan } from "./whoseLoan";
import { inShort, workingOf, type Part } from "./working";

/** The formula that gives a cell its value, "" for none, and the cell that it is in. */
export interface Source {
  readonly formula: string;
  readonly place: Place;
  /** Which of the cells that it fills is asked about. */
  readonly part?: Part;
  /** Where the formula is, when it is elsewhere. */
  readonly words: string;
}

type Told = Pick<Explanation, "said" | "workings" | "error" | "loan" | "conventions" | "steps" | "cells">;

/** What there is to say about a formula whose cell shows a value. */
export async function explainFormula(
  book: OpenBook,
  read: ReadFormula,
  source: Source,
  sheetNames: readonly string[],
  shows: string,
): Promise<Told> {
  const cellsOf = await referencesOf(book, read.tree, source.place, sheetNames);
  const used: Cells[] = [];
  const noted = (reference: string) => {
    const cells = cellsOf(reference);
    if (cells) used.push(cells);
    return cells;
  };
  const answered: Answered[] = [];
  const steps: Step[] = [];
  const told = withFormats((): Told => {
    const called = (call: Answered) => void answered.push(call);
    const stepped = (expression: Expression, value: Computed) => void steps.push({ expression, value });
    const value = evaluate(read.tree, { cellsOf: noted, at: source.place, called, stepped });
    const about = inWords(read, source, { value, answered, shows, used });
    return { ...about, ...stepsOf(read, steps), ...cellsFrom(used, source.place.sheet) };
  });
  const loan = [await whoseLoan(book, answered), howRead(answered)].filter((words) => words !== "").join(" ");
  const conventions = conventionsOf(answered);
  return {
    ...told,
    ...(loan === "" ? {} : { loan }),
    ...(conventions.length === 0 ? {} : { conventions: [["Convention", "In words"], ...conventions] }),
  };
}

interface Step {
  readonly expression: Expression;
  readonly value: Computed;
}

/** What the parts of a formula came to that are not calls of our functions, each once. */
function stepsOf(read: ReadFormula, steps: readonly Step[]): Pick<Told, "steps"> {
  const rows = new Map(
    steps.flatMap(({ expression, value }) =>
      value instanceof NotCalculated ? [] : [[textOf(read, expression), inShort(value)] as const],
    ),
  );
  return rows.size === 0 ? {} : { steps: [["Step", "Comes to"], ...rows] };
}

/** The cells that a formula refers to, each once, in the order in which they are asked for. */
function cellsFrom(used: readonly Cells[], sheet: string): Pick<Told, "cells"> {
  const cells = used.flatMap(({ area, rows }): Finding[] => {
    if (!area) return [];
    const place = area.sheet === sheet ? a1(area) : `${area.sheet} ${a1(area)}`;
    return [{ area, words: `${place}: ${figureIn(inShort(rows))}` }];
  });
  const unique = cells.filter(({ words }, index) => cells.findIndex((other) => other.words === words) === index);
  return unique.length === 0 ? {} : { cells: unique };
}

/** A figure in words reads as the pane's tables print it. */
function figureIn(content: CellContent): string {
  return typeof content === "number" ? content.toLocaleString("en-US", { maximumFractionDigits: 6 }) : String(content);
}

/** Answers bring their formats, so that a date in a working reads as one, even where the host has no use for them. */
export function withFormats<T>(calculate: () => T): T {
  const { formattedNumbers } = openWorkbook();
  setOpenWorkbook({ formattedNumbers: true });
  try {
    return calculate();
  } finally {
    setOpenWorkbook({ formattedNumbers });
  }
}

interface Calculated {
  readonly value: Computed;
  readonly answered: readonly Answered[];
  /** What the cell shows. */
  readonly shows: string;
  /** The cells that the formula takes values from. */
  readonly used: readonly Cells[];
}

function inWords(read: ReadFormula, { formula, part }: Source, calculated: Calculated): Told {
  const { answered, shows } = calculated;
  const cause = causeOf(calculated, part);
  const workings = [
    ...answered.map((call) => withDoubt(workingOf(call, textOf(read, call.call), partFor(call, read, part)), call)),
    ...notReached(read, answered),
  ].filter((working, index, all) => all.findIndex(({ call }) => call === working.call) === index);
  const failed = cause && workings.find(({ call }) => call === textOf(read, cause.call));
  if (shows === UNKNOWN_NAME) return { said: unknownName(formula), workings };
  if (failed?.error) return { said: failed.said, workings, error: failed.error };
  const error = nativeError(calculated);
  return { said: usedWords(workings), workings, ...(error ? { error } : {}) };
}

const UNKNOWN_NAME = "#NAME?";

function unknownName(formula: string): string {
  return `The program does not know a name in ${formula}. If it is a function of Tieout, choose Help, Repair formulas.`;
}

function usedWords(workings: readonly Working[]): string {
  const [only] = workings;
  if (!only) return "The formula uses none of Tieout's functions.";
  return workings.length === 1
    ? only.said
    : `The formula uses ${workings.length} functions of Tieout, inner ones first.`;
}

/** A formula that is one call fills its cells with that call's answers. */
function partFor({ call, answer }: Answered, { tree }: ReadFormula, part: Part | undefined): Part | undefined {
  if (call !== tree || !part || answer instanceof NotCalculated) return undefined;
  const rows = rowsOf(answer);
  return rows.length === part.rows && rows[0]?.length === part.columns ? part : undefined;
}

function withDoubt(working: Working, { isUnsure }: Answered): Working {
  return isUnsure
    ? { ...working, said: `${working.said} Whether the formula uses this answer is not followed here.` }
    : working;
}

/** Calls that were not made: another branch is taken, or they are made once for each value of a LAMBDA. */
function notReached(read: ReadFormula, answered: readonly Answered[]): Working[] {
  const made = new Set(answered.map(({ call }) => call));
  return ownCallsOf(read.tree)
    .filter((call) => !made.has(call))
    .map((call) => ({
      call: textOf(read, call),
      said: "The formula does not use it for this answer, or uses it within LAMBDA, which is not followed here.",
      rows: [],
    }));
}

/** The call in which the error of the cell arose; an outer one only passes an inner one's error on. */
function causeOf({ value, answered }: Calculated, part: Part | undefined): Answered | undefined {
  const sure = answered.filter(({ isUnsure }) => !isUnsure);
  const madeBy = (error: ErrorValue) => sure.find(({ answer }) => errorsIn(answer).includes(error));
  if (value instanceof NotCalculated) return sure.find(({ answer }) => errorsIn(answer).length > 0);
  const shown = rowsOf(value)[part?.row ?? 0]?.[part?.column ?? 0] ?? null;
  let cause = isError(shown) ? madeBy(shown) : undefined;
  for (let inner = cause; inner; inner = inner.args.flatMap(errorsIn).map(madeBy).find(Boolean)) cause = inner;
  return cause;
}

function errorsIn(value: Computed): ErrorValue[] {
  return value instanceof NotCalculated ? [] : rowsOf(value).flat().filter(isError);
}

/** An error of the spreadsheet's own, with the cell that it comes from where the formula takes it from one. */
function nativeError({ shows, used }: Calculated): Explanation["error"] {
  const meaning = ERROR_MEANING[shows];
  if (meaning === undefined) return undefined;
  const from = used.map((cells) => erringCell(cells, shows)).find(Boolean);
  return { code: shows, message: from ? `${meaning}; it comes from ${a1(from)} on ${from.sheet}` : meaning };
}

function erringCell({ rows, area }: Cells, code: string): Area | undefined {
  const row = rows.findIndex((cells) => cells.some((cell) => isError(cell) && cell.basicValue === code));
  const column = rows[row]?.findIndex((cell) => isError(cell) && cell.basicValue === code) ?? -1;
  return area && column >= 0 ? cellAt(area.sheet, area.row + row, area.column + column) : undefined;
}
