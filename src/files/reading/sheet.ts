import { LIMITS } from "../archive/limits";
import type { Parts } from "../archive/parts";
import { isTrue, type Attributes } from "../archive/xml";
import type { Rectangle, XlsxColumns, XlsxRow, XlsxSheet } from "../xlsxFile";
import { readRectangle } from "./address";
import { charactersOf } from "./columnWidths";
import { keptElement, type KeptParts } from "./keptParts";
import { readCells, type CellContext } from "./sheetCells";
import { readTable } from "./tables";
import type { SheetPart } from "./workbookPart";

export function readSheet(parts: Parts, sheet: SheetPart, context: CellContext, kept: KeptParts): XlsxSheet {
  const around = new Around(sheet, kept);
  const cells = readCells(parts.text(sheet.part), context, around);
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

  constructor(
    private readonly sheet: SheetPart,
    private readonly kept: KeptParts,
  ) {}

  met(name: string, attributes: Attributes): void {
    if (name === "col") this.addColumns(attributes);
    else if (name === "mergeCell") this.merged.push(readRectangle(attributes.ref ?? "", this.sheet.part));
    else if (name === "pane") this.freeze(attributes);
    else if (name === "sheetProtection") this.isProtected = isTrue(attributes.sheet);
    const kind = keptElement(name);
    if (kind !== undefined) this.kept.add(kind, this.sheet.name);
  }

  rowMet(row: number, { ht, customHeight, hidden, s, customFormat }: Attributes): void {
    const points = ht !== undefined && isTrue(customHeight) ? Number(ht) : undefined;
    const style = s !== undefined && isTrue(customFormat) ? Number(s) : undefined;
    if (points === undefined && style === undefined && !isTrue(hidden)) return;
    this.rows.push({
      row,
      hidden: isTrue(hidden),
      ...(points !== undefined && { points }),
      ...(style !== undefined && { style }),
    });
  }

  private addColumns({ min, max, width, customWidth, hidden, style }: Attributes): void {
    const [first, last] = [Number(min) - 1, Math.min(Number(max) - 1, LIMITS.lastColumn)];
    if (!(first >= 0 && last >= first)) return;
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
