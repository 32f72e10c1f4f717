import {
  ICommandService,
  IUndoRedoService,
  Rectangle,
  type ICellData,
  type IRange,
  type Nullable,
} from "@univerjs/core";
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation } from "@univerjs/sheets";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { Edit } from "../../workbook/book/book";

/**
 * Marks a cell whose text is centred across it and the blank cells at its right. Univer 0.25.1 has no such format, so
 * those cells are merged for the eye; the mark stays with each cell, and says how to merge them when they change.
 */
export const ACROSS = { centeredAcross: true } as const;

export function isAcross(cell: Nullable<ICellData>): boolean {
  return cell?.custom?.["centeredAcross"] === true;
}

/** Makes edits with the headings apart, and fits the headings to what stands in their cells then. */
export async function refittingHeadings(
  workbook: FWorkbook,
  edits: readonly Edit[],
  make: () => Promise<void>,
): Promise<void> {
  for (const sheet of sheetsOf(workbook, edits)) {
    change(workbook, sheet, RemoveWorksheetMergeMutation.id, AddWorksheetMergeMutation.id, mergedHeadings(sheet));
  }
  try {
    await make();
  } finally {
    for (const sheet of sheetsOf(workbook, edits)) {
      change(workbook, sheet, AddWorksheetMergeMutation.id, RemoveWorksheetMergeMutation.id, headings(sheet));
    }
  }
}

function sheetsOf(workbook: FWorkbook, edits: readonly Edit[]): FWorksheet[] {
  const names = edits.flatMap((edit) => ("area" in edit ? edit.area.sheet : "sheet" in edit ? edit.sheet : []));
  return [...new Set(names)].flatMap((name) => workbook.getSheetByName(name) ?? []);
}

function change(workbook: FWorkbook, sheet: FWorksheet, redo: string, undo: string, ranges: readonly IRange[]): void {
  if (ranges.length === 0) return;
  const params = { unitId: workbook.getId(), subUnitId: sheet.getSheetId(), ranges };
  const injector = sheet.getInject();
  injector.get(ICommandService).syncExecuteCommand(redo, params);
  injector.get(IUndoRedoService).pushUndoRedo({
    unitID: params.unitId,
    undoMutations: [{ id: undo, params }],
    redoMutations: [{ id: redo, params }],
  });
}

function mergedHeadings(sheet: FWorksheet): IRange[] {
  const cells = sheet.getSheet();
  return cells
    .getMergeData()
    .filter(
      (range) => range.startRow === range.endRow && isAcross(cells.getCellRaw(range.startRow, range.startColumn)),
    );
}

/** Each text and the marked blank cells that follow it, where there are any and the user has not merged them otherwise. */
function headings(sheet: FWorksheet): IRange[] {
  const marked: MarkedCell[] = [];
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (cell && isAcross(cell)) marked.push({ row, column, isBlank: isBlank(cell) });
    });
  return headingRanges(marked, sheet.getSheet().getMergeData());
}

/** A cell whose text is centred across it and the cells at its right. */
interface MarkedCell {
  readonly row: number;
  readonly column: number;
  readonly isBlank: boolean;
}

/** What marked cells, row by row from left to right, are merged to; cells that are merged otherwise stay as they are. */
export function headingRanges(cells: readonly MarkedCell[], merged: readonly IRange[]): IRange[] {
  const found: IRange[] = [];
  for (const { row, column, isBlank } of cells) {
    const last = found.at(-1);
    const follows = last?.startRow === row && last.endColumn === column - 1;
    if (follows && isBlank) last.endColumn = column;
    else found.push({ startRow: row, endRow: row, startColumn: column, endColumn: column });
  }
  return found.filter(
    (range) => range.endColumn > range.startColumn && !merged.some((other) => Rectangle.intersects(other, range)),
  );
}

function isBlank({ v, f }: ICellData): boolean {
  return (v ?? "") === "" && !f;
}
