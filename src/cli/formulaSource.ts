/** What formulas of the command refer to: a sheet of values, or a workbook; and how they are evaluated over it. */
import type { Evaluation } from "../engine/evaluation";
import type { HeadlessWorkbook, Rows } from "../engine/headless";
import { FileError } from "../files/fileError";
import { setOpenWorkbook } from "../functions/cells/openWorkbook";
import { readAddress } from "../workbook/book/address";
import { evaluate } from "../workbook/formula/evaluate";
import { readFormula } from "../workbook/formula/readFormula";
import { StoredReferences } from "../workbook/formula/storedBook";
import type { Place } from "../workbook/formula/structuredReference";
import { NotCalculated, rowsOf } from "../workbook/formula/values";
import { EngineOverBook, noSheet } from "./book/engineOverBook";
import { readBook } from "./book/readBook";
import { XlsxBook } from "./book/xlsxBook";
import { bookOfRows, directEvaluation, evaluationOf, FIRST_CELL } from "./directEvaluation";

/** The cells of a sheet from A1 on; or a workbook's file, and the cell that formulas are taken to stand in. */
export type Given = { readonly cells: Rows } | { readonly book: string; readonly at?: string };

export interface FormulaSource {
  readonly dateSystem: 1900 | 1904;
  evaluate(formula: string): Promise<Evaluation>;
}

/** @throws FileError for a workbook that cannot be read, or a cell that it has not */
export function formulaSource(given: Given): FormulaSource {
  return "book" in given ? sourceOfBook(given.book, given.at) : sourceOfCells(given.cells);
}

function sourceOfCells(cells: Rows): FormulaSource {
  setOpenWorkbook({ formattedNumbers: true });
  const directly = directEvaluation(bookOfRows(cells), FIRST_CELL);
  let opened: Promise<HeadlessWorkbook> | undefined;
  const opening = async () => {
    const { openHeadless } = await import(/* webpackChunkName: "engine" */ "../engine/headless");
    return openHeadless({ cells });
  };
  return {
    dateSystem: 1900,
    async evaluate(formula) {
      const answer = directly(formula);
      if (answer) return answer;
      const [evaluation] = await (await (opened ??= opening())).evaluate([formula]);
      return evaluation as Evaluation;
    },
  };
}

function sourceOfBook(path: string, at: string | undefined): FormulaSource {
  const { file } = readBook(path);
  const { dateSystem } = file;
  const book = new XlsxBook(file);
  const place = placeIn(book, path, at);
  setOpenWorkbook({ dateSystem, activeLoan: book.activeLoan() ?? null, formattedNumbers: true });
  const directly = directEvaluation(book, place);
  const engine = new EngineOverBook(book, dateSystem);
  /** The engine counts days from 1900 alone; the functions around ours that are calculated without it do not. */
  const later = (formula: string) => {
    const read = dateSystem === 1904 ? readFormula(formula) : undefined;
    const cellsOf = new StoredReferences(book).at(place);
    const answer = read ? evaluate(read.tree, { cellsOf, at: place }) : undefined;
    return answer === undefined || answer instanceof NotCalculated ? undefined : evaluationOf(formula, rowsOf(answer));
  };
  return {
    dateSystem,
    async evaluate(formula) {
      const answer = directly(formula) ?? later(formula);
      if (answer) return answer;
      const [evaluation] = await engine.evaluate([{ ...place, formula }]);
      return evaluation as Evaluation;
    },
  };
}

function placeIn(book: XlsxBook, path: string, at: string | undefined): Place {
  const [first = ""] = book.sheetNames;
  if (at === undefined) return { sheet: first, row: 0, column: 0 };
  const area = readAddress(at, first);
  if (!area || area.rows !== 1 || area.columns !== 1)
    throw new FileError(`--at must be a cell, such as Loan!B5; received "${at}"`);
  const sheet = book.sheetNames.find((name) => name.toLowerCase() === area.sheet.toLowerCase());
  if (sheet === undefined) {
    throw new FileError(`in ${path} ${noSheet(area.sheet, book.sheetNames)}`);
  }
  const table = book.tableAt(sheet, area.row, area.column);
  return { sheet, row: area.row, column: area.column, ...(table === undefined ? {} : { table }) };
}
