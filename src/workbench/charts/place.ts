import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IRenderManagerService, SHEET_VIEWPORT_KEY, SheetSkeletonManagerService } from "@univerjs/preset-sheets-core";
import type { Area } from "../../workbook/book/book";

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How the sheet on show lies in the page. */
export interface SheetView {
  /** The part of the page in which its cells are seen, in pixels of the window. */
  readonly window: Rectangle;
  /** Where the cells of an area are, from the corner of that part, and how large they are shown. */
  readonly placeOf: (area: Area) => Rectangle & { readonly zoom: number };
}

/** @returns undefined while the grid is not drawn */
export function sheetView(api: FUniver, injector: Injector): SheetView | undefined {
  const workbook = api.getActiveWorkbook();
  const render = workbook && injector.get(IRenderManagerService).getRenderById(workbook.getId());
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !skeleton || !main) return undefined;
  const { scaleX: zoom } = render.scene.getAncestorScale();
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  const [left, top] = [main.left * zoom, main.top * zoom];
  return {
    window: {
      left: canvas.left + left,
      top: canvas.top + top,
      width: canvas.width - left,
      height: canvas.height - top,
    },
    placeOf: ({ row, column, rows, columns }) => {
      const first = skeleton.getNoMergeCellWithCoordByIndex(row, column);
      const last = skeleton.getNoMergeCellWithCoordByIndex(row + rows - 1, column + columns - 1);
      return {
        left: (first.startX - main.viewportScrollX) * zoom - left,
        top: (first.startY - main.viewportScrollY) * zoom - top,
        width: (last.endX - first.startX) * zoom,
        height: (last.endY - first.startY) * zoom,
        zoom,
      };
    },
  };
}
