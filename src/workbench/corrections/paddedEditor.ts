import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  UniverInstanceType,
  WrapStrategy,
  type DocumentDataModel,
  type IUniverInstanceService,
} from "@univerjs/core";
import { SheetCellEditorResizeService } from "@univerjs/preset-sheets-core";

interface Sides {
  readonly l?: number;
  readonly r?: number;
}

/** The parts of the service that the grid keeps to itself. */
interface EditorSize {
  readonly _univerInstanceService: IUniverInstanceService;
  _predictingSize(cell: Cell, canvas: unknown, text: unknown, layout: Layout, scaleX?: number, scaleY?: number): Size;
}
interface Cell {
  readonly startX: number;
  readonly endX: number;
}
interface Layout {
  readonly wrapStrategy: WrapStrategy;
  readonly paddingData: Sides;
}
type Size = { readonly actualWidth: number; readonly actualHeight: number } | undefined;

/**
 * Gives what is typed into a cell the room of the cell's padding as well. Univer 0.25.1 makes the line as long as the text
 * and then takes the padding off it, so that the text of a padded cell broke, and only the blank second line was seen.
 */
export function widenPaddedEditor(): void {
  const editor = SheetCellEditorResizeService.prototype as unknown as EditorSize;
  const predicted = editor._predictingSize;
  editor._predictingSize = function (this: EditorSize, cell, canvas, text, layout, scaleX = 1, scaleY = 1) {
    const size = predicted.call(this, cell, canvas, text, layout, scaleX, scaleY);
    if (!size || layout.wrapStrategy === WrapStrategy.WRAP) return size;
    const { l = 0, r = 0 } = layout.paddingData;
    const width = Math.max(cell.endX - cell.startX, size.actualWidth) / scaleX;
    this._univerInstanceService
      .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY, UniverInstanceType.UNIVER_DOC)
      ?.updateDocumentDataPageSize(width + l + r + GAP);
    return size;
  };
}

/** What the grid adds to a line for the cursor. */
const GAP = 5;
