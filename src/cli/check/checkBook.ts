/** A workbook's file checked: every formula of ours calculated again from the values that the file stores. */
import type { Evaluation } from "../../engine/evaluation";
import { setOpenWorkbook } from "../../functions/cells/openWorkbook";
import { checkFormulas, type OwnFormula } from "../../workbook/check/checkFormulas";
import { errorValue, type Rows, type Value } from "../../workbook/formula/values";
import { EngineOverBook } from "../book/engineOverBook";
import { readBook } from "../book/readBook";
import { XlsxBook } from "../book/xlsxBook";
import type { CheckedBook } from "./checkedBook";
import { writeCopy } from "./writeCopy";

export interface CheckRequest {
  readonly path: string;
  readonly tolerance: number;
  /** A copy of the workbook to be written, with the differences on a sheet of it. */
  readonly copy?: string;
}

/** @throws FileError for a file that cannot be read, or a copy that cannot be written */
export async function checkBook({ path, tolerance, copy }: CheckRequest): Promise<CheckedBook> {
  const { bytes, file } = readBook(path);
  const book = new XlsxBook(file);
  const { dateSystem } = file;
  setOpenWorkbook({ dateSystem, activeLoan: book.activeLoan() ?? null });
  const { ours, others } = book.formulas();
  const engine = new EngineOverBook(book, dateSystem);
  const beyond = async (formulas: readonly OwnFormula[]) => (await engine.evaluate(formulas)).map(answerOf);
  const checked = await checkFormulas(book, ours, { tolerance, beyond });
  await engine.dispose();
  const checkedBook = { ...checked, dateSystem, sheets: file.sheets.length, others };
  if (copy !== undefined) writeCopy(copy, { bytes, file }, checkedBook);
  return checkedBook;
}

/** What the engine answers; or why it has no answer, where that is no answer of the workbook's. */
function answerOf(evaluation: Evaluation): Rows | string {
  if ("error" in evaluation) {
    const { code, message } = evaluation.error;
    return NOT_CALCULATED.test(message) ? message : [[errorValue(code, message)]];
  }
  if (!("formats" in evaluation)) return [[evaluation.value]];
  const { value, errors } = evaluation;
  const rows: Value[][] = value.map((row) => [...row]);
  for (const { row, column, code, message } of errors) {
    const line = rows[row - 1];
    if (line) line[column - 1] = errorValue(code, message);
  }
  return rows;
}

/** A function of another add-in, a sheet of another book, what the engine does not read. */
const NOT_CALCULATED =
  /^(?:there is no (?:function|sheet)|the formula (?:cannot be read|could not be)|\S+ is not calculated here)/;
