import { isXlsxError, type XlsxFile, type XlsxValue } from "../../files/xlsxFile";
import type { Report } from "../../workbook/book/report";
import { checkAnswers, type OwnFormula } from "../../workbook/check/checkFormulas";
import { checkReport } from "../../workbook/check/checkOpenBook";
import { formulasIn } from "../../workbook/check/ownFormulas";
import { errorValue, type Rows, type Value } from "../../workbook/formula/values";
import type { BookFile } from "./bookFile";
import { cellKey, type CellReading } from "./bookReading";

/**
 * What a workbook's file stores for every formula of ours, beside what the grid calculated for it when the file was
 * opened or last saved, with the figures that the file had then. All that the grid calculates is checked, functions of the
 * spreadsheet among it.
 *
 * @returns undefined where no formula of the file is ours; and for one that counts days from 1904, the formulas of which
 *   may have serials in them that the grid counts from 1900
 */
export function checkFile({ name, saved }: BookFile, file: XlsxFile): Report | undefined {
  const { ours } = formulasIn(file.sheets);
  if (ours.length === 0 || file.dateSystem === 1904) return undefined;
  const stored = new Map(
    file.sheets.map(({ name: sheet, cells }) => [
      sheet,
      new Map(cells.map(({ row, column, value }) => [cellKey(row, column), valueOf(value)])),
    ]),
  );
  const shown = new Map(saved.sheets.map(({ name: sheet, cells }) => [sheet, cells]));
  const answers = ours.map((at) => ({
    at,
    answer: answerOf(at, shown.get(at.sheet)?.get(cellKey(at.row, at.column))),
  }));
  const value = (sheet: string, row: number, column: number) => stored.get(sheet)?.get(cellKey(row, column)) ?? null;
  const checked = checkAnswers({ value }, answers);
  return checkReport(checked, `Beside what ${name} held when it was opened or last saved.`);
}

function answerOf({ sheet }: OwnFormula, cell: CellReading | undefined): Rows | string {
  if (!cell) return `the sheet ${sheet} does not have it here`;
  const { value, spilled = [[value]] } = cell;
  if (isXlsxError(value) && value.error === "#NAME?") return "it calls a function that is not calculated here";
  return spilled.map((line) => line.map(valueOf));
}

function valueOf(value: XlsxValue): Value {
  return isXlsxError(value) ? errorValue(value.error) : value;
}
