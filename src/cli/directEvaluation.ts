/** Evaluations without the formula engine, which takes longer to start than to answer. */
import type { CellValue } from "../engine/cells";
import type { Evaluation } from "../engine/evaluation";
import type { CellContent, Rows } from "../engine/headless";
import { plainAnswer } from "../workbook/formula/plainFormula";
import { StoredReferences, type StoredBook } from "../workbook/formula/storedBook";
import type { Place } from "../workbook/formula/structuredReference";
import { asValue, isError, isFormatted, plain, rowsOf, type ErrorValue, type Value } from "../workbook/formula/values";

/** Evaluates a formula that is a plain call of ours; undefined for one that the engine must evaluate. */
type DirectEvaluation = (formula: string) => Evaluation | undefined;

/** @param place where the formula is taken to stand */
export function directEvaluation(book: StoredBook, place: Place): DirectEvaluation {
  const cellsOf = new StoredReferences(book).at(place);
  return (formula) => {
    const answer = plainAnswer(formula, { cellsOf, at: place });
    return answer === undefined ? undefined : evaluationOf(formula, rowsOf(answer));
  };
}

/** An error without words of ours is left to the engine, which looks for where it comes from. */
export function evaluationOf(formula: string, rows: readonly (readonly Value[])[]): Evaluation | undefined {
  const placed = rows.flatMap((row, y) =>
    row.flatMap((value, x) => (isError(value) ? [{ row: y + 1, column: x + 1, ...wordsOf(value) }] : [])),
  );
  if (placed.some(({ message }) => message === "")) return undefined;
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return undefined;
  if (rows.length === 1 && columns === 1) {
    const [error] = placed;
    return error
      ? { formula, error: { code: error.code, message: error.message } }
      : { formula, value: shown(rows[0]?.[0] ?? null) };
  }
  const across = Array.from({ length: columns }, (_none, column) => column);
  return {
    formula,
    value: rows.map((row) => across.map((column) => shown(row[column] ?? null))),
    errors: placed,
    formats: rows.map((row) => across.map((column) => formatOf(row[column] ?? null))),
  };
}

function wordsOf({ basicValue, message = "" }: ErrorValue): { readonly code: string; readonly message: string } {
  return { code: basicValue, message };
}

/** A cell knows no -0, and a blank that is answered is an empty text. */
function shown(value: Value): CellValue {
  const bare = plain(value);
  if (isError(bare)) return bare.basicValue;
  return typeof bare === "number" ? bare + 0 : ((bare as CellValue | null) ?? "");
}

function formatOf(value: Value): string {
  return isFormatted(value) ? value.numberFormat : "";
}

const SHEET = "Sheet1";
/** The engine's sheet of a file has no fewer. */
const SMALLEST = { rows: 1000, columns: 50 };

/** The cells of a sheet file as a book: what a formula among them comes to is not known. */
export function bookOfRows(cells: Rows): StoredBook {
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const size = { rows: Math.max(SMALLEST.rows, cells.length), columns: Math.max(SMALLEST.columns, columns) };
  return {
    sheetNames: [SHEET],
    used: () => size,
    value: (_sheet, row, column) =>
      row < size.rows && column < size.columns ? valueOf(cells[row]?.[column]) : undefined,
    spill: () => undefined,
    name: () => undefined,
    table: () => undefined,
  };
}

export const FIRST_CELL: Place = { sheet: SHEET, row: 0, column: 0 };

function valueOf(content: CellContent | undefined): Value | undefined {
  if (content === undefined) return null;
  if (typeof content === "object") return content.value;
  if (typeof content === "string" && content.startsWith("=")) return undefined;
  const value = asValue(content, content);
  // What an error among the cells comes from is the engine's to say.
  return isError(value) ? undefined : value;
}
