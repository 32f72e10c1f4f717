import {
  CellValueType,
  getNumfmtParseValueFilter,
  isTextFormat,
  ICommandService,
  IUniverInstanceService,
  numfmt,
  ObjectMatrix,
  UniverInstanceType,
  type ICellData,
  type IRange,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { SetRangeValuesCommand, SheetsSelectionsService, TextToNumberCommand } from "@univerjs/sheets";

/**
 * Has the menu's "Text to Number" read every text that would have been a number, had it been typed. Univer 0.25.1 reads
 * bare digits alone, so that 1,234 and (1,234) stayed text.
 */
export function readTextsAsTyped(): void {
  TextToNumberCommand.handler = (accessor, params: { readonly ranges?: readonly IRange[] } | undefined) => {
    const sheet = accessor
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)
      ?.getActiveSheet();
    const selected = accessor.get(SheetsSelectionsService).getCurrentSelections();
    const ranges = params?.ranges ?? selected.map(({ range }) => range);
    const value = sheet ? numbersIn(sheet, ranges).getMatrix() : {};
    if (Object.keys(value).length === 0) return false;
    return accessor.get(ICommandService).syncExecuteCommand(SetRangeValuesCommand.id, { value });
  };
}

function numbersIn(sheet: Worksheet, ranges: readonly IRange[]): ObjectMatrix<ICellData> {
  const numbers = new ObjectMatrix<ICellData>();
  for (const range of ranges) {
    sheet
      .getMatrixWithMergedCells(range.startRow, range.startColumn, range.endRow, range.endColumn)
      .forValue((row, column) => {
        const number = asNumber(sheet, row, column);
        if (number) numbers.setValue(row, column, number);
      });
  }
  return numbers;
}

/** The cell with the number that its text shows, in its own format unless that is the one for text. */
function asNumber(sheet: Worksheet, row: number, column: number): ICellData | undefined {
  const cell = sheet.getCellRaw(row, column);
  if (!cell || cell.f || typeof cell.v !== "string" || cell.t === CellValueType.NUMBER) return undefined;
  const { v, z } = getNumfmtParseValueFilter(cell.v) ?? {};
  if (typeof v !== "number" || (z && numfmt.isDateFormat(z))) return undefined;
  const own = sheet.getComposedCellStyle(row, column).n?.pattern;
  const keepsItsFormat = own !== undefined && !isTextFormat(own);
  return { v, t: CellValueType.NUMBER, ...(keepsItsFormat ? {} : { s: { n: z ? { pattern: z } : null } }) };
}
