import { LIMITS } from "../archive/limits";
import type { Parts } from "../archive/parts";
import { isTrue, type Attributes } from "../archive/xml";
import type { Rectangle, XlsxColumns, XlsxRow, XlsxSheet } from "../xlsxFile";
import { readRectangle } from "./address";
import { readColor } from "./colors";
import { charactersFitting, charactersOf } from "./columnWidths";
import { keptElement, type KeptParts } from "./keptParts";
import { readCells, type CellContext } from "./sheetCells";
import { readTable } from "./tables";
import type { SheetPart } from "./workbookPart";

interface SheetContext extends CellContext {
  /** The colours of the workbook's theme. */
  readonly theme: readonly string[];
}

export function readSheet(parts: Parts, sheet: SheetPart, context: SheetContext, kept: KeptParts): XlsxSheet {
  const around = new Around(sheet, kept, context.theme);
  const cells = readCells(parts.text(sheet.part), context, around);
  for (const outline of around.outlines) kept.add(outline, sheet.name);
  const tables = parts.relationshipsOf(sheet.part).filter(({ kind, target }) => kind === "table" && parts.has(target));
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells,
    columns: around.columns,
    rows: around.rows,
    merged: around.merged,
    tables: tables.map(({ target }) => readTable(parts.xml(target), target)),
    isProtected: around.isProtected,
    usual: around.usual,
    showsGridlines: around.showsGridlines,
    zoom: around.zoom,
    ...(around.color !== undefined && { color: around.color }),
    ...(around.frozen && { frozen: around.frozen }),
  };
}

/** What stands in a sheet's part around its cells. */
class Around {
  readonly columns: XlsxColumns[] = [];
  readonly rows: XlsxRow[] = [];
  readonly merged: Rectangle[] = [];
  frozen: XlsxSheet["frozen"];
  isProtected = false;
  usual: XlsxSheet["usual"] = {};
  showsGridlines = true;
  zoom = 100;
  color: string | undefined;
  /** Rows or columns that can be folded away. */
  readonly outlines = new Set<string>();

  constructor(
    private readonly sheet: SheetPart,
    private readonly kept: KeptParts,
    private readonly theme: readonly string[],
  ) {}

  met(name: string, attributes: Attributes): void {
    if (name === "col") this.addColumns(attributes);
    else if (name === "mergeCell") this.merged.push(readRectangle(attributes.ref ?? "", this.sheet.part));
    else if (name === "pane") this.freeze(attributes);
    else if (name === "sheetProtection") this.isProtected = isTrue(attributes.sheet);
    else if (name === "sheetView") this.view(attributes);
    else if (name === "sheetFormatPr") this.usual = usualSizes(attributes);
    else if (name === "tabColor") this.color = readColor({ attributes }, this.theme);
    const kind = keptElement(name);
    if (kind !== undefined) this.kept.add(kind, this.sheet.name);
  }

  rowMet(row: number, { ht, customHeight, hidden, s, customFormat, outlineLevel }: Attributes): void {
    if (Number(outlineLevel) > 0) this.outlines.add("outline of rows");
    const isHeightSet = isTrue(customHeight);
    const isUsual = ht === undefined || (!isHeightSet && Number(ht) === this.usual.points);
    const style = s !== undefined && isTrue(customFormat) ? Number(s) : undefined;
    if (isUsual && style === undefined && !isTrue(hidden)) return;
    this.rows.push({
      row,
      hidden: isTrue(hidden),
      ...(!isUsual && { points: Number(ht), isHeightSet }),
      ...(style !== undefined && { style }),
    });
  }

  /** A sheet may be shown in several windows; the first is the one that opens. */
  private view({ workbookViewId, showGridLines, zoomScale }: Attributes): void {
    if (Number(workbookViewId ?? 0) > 0) return;
    this.showsGridlines = isTrue(showGridLines, true);
    this.zoom = Number(zoomScale) > 0 ? Number(zoomScale) : 100;
  }

  private addColumns({ min, max, width, customWidth, hidden, style, outlineLevel }: Attributes): void {
    const [first, last] = [Number(min) - 1, Math.min(Number(max) - 1, LIMITS.lastColumn)];
    if (!(first >= 0 && last >= first)) return;
    if (Number(outlineLevel) > 0) this.outlines.add("outline of columns");
    const isWidthGiven = width !== undefined && Number.isFinite(Number(width)) && isTrue(customWidth, true);
    this.columns.push({
      column: first,
      columns: last - first + 1,
      hidden: isTrue(hidden),
      ...(isWidthGiven && { characters: charactersOf(Number(width)) }),
      ...(Number(style) > 0 && { style: Number(style) }),
    });
  }

  /** A split that is not frozen counts in twentieths of a point. */
  private freeze({ state, xSplit = "0", ySplit = "0" }: Attributes): void {
    if (state !== "frozen" && state !== "frozenSplit") return;
    this.frozen = { rows: Number(ySplit), columns: Number(xSplit) };
  }
}

/** Where a sheet tells no width, but how many characters fit, the width is rounded up to eight pixels (18.3.1.81). */
function usualSizes({ defaultRowHeight, defaultColWidth, baseColWidth }: Attributes): XlsxSheet["usual"] {
  const [points, width, fitting] = [Number(defaultRowHeight), Number(defaultColWidth), Number(baseColWidth ?? 8)];
  const characters = width > 0 ? charactersOf(width) : fitting === 8 ? undefined : charactersFitting(fitting);
  return { ...(points > 0 && { points }), ...(characters !== undefined && { characters }) };
}
