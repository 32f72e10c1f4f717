import { childOf, childrenOf, type XmlElement } from "../archive/xml";
import { FileError } from "../fileError";
import { readRectangle } from "../reading/address";
import { storedWidth } from "../reading/columnWidths";
import type { Rectangle } from "../xlsxFile";
import { cellName, referenceTo } from "./cellXml";
import { PartText, withAttributes } from "./partText";

/** The order of the elements of a sheet (ECMA-376 part 1, 18.3.1.99). */
const ORDER =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );

/** Columns of a width, each with its element's tag. */
interface Columns {
  readonly first: number;
  readonly last: number;
  readonly tag: string;
}

/** Widths of columns in characters; 0 hides. What is said of other columns stays, also of those in the same element. */
export function writeColumns(frame: PartText, widths: ReadonlyMap<number, number>): void {
  const before = childrenOf(childOf(frame.root, "cols"), "col").map((element): Columns => {
    const { min, max } = element.attributes;
    return { first: Number(min) - 1, last: Number(max) - 1, tag: frame.source(element) };
  });
  const kept = before.flatMap((columns) => without(columns, [...widths.keys()]));
  const changed = [...widths].map(([column, characters]): Columns => {
    const tag = before.find(({ first, last }) => first <= column && column <= last)?.tag ?? `<${frame.prefix}col/>`;
    return { first: column, last: column, tag: withAttributes(tag, widthAttributes(characters)) };
  });
  const tags = [...kept, ...changed]
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, tag }) => withAttributes(tag, { min: String(first + 1), max: String(last + 1) }));
  frame.put(frame.root, "cols", ORDER, `<${frame.prefix}cols>${tags.join("")}</${frame.prefix}cols>`);
}

function widthAttributes(characters: number): Readonly<Record<string, string | undefined>> {
  if (!(characters >= 0 && characters <= 255)) {
    throw new FileError(`a column must be from 0 to 255 characters wide; received ${characters}`);
  }
  if (characters === 0) return { width: "0", hidden: "1", customWidth: "1" };
  return { width: String(storedWidth(characters)), hidden: undefined, customWidth: "1" };
}

/** What is left of columns when some are taken out. */
function without({ first, last, tag }: Columns, taken: readonly number[]): Columns[] {
  const within = taken.filter((column) => column >= first && column <= last).sort((a, b) => a - b);
  const starts = [first, ...within.map((column) => column + 1)];
  const ends = [...within.map((column) => column - 1), last];
  return starts.flatMap((start, at) => {
    const end = ends[at] as number;
    return start <= end ? [{ first: start, last: end, tag }] : [];
  });
}

export interface Merge {
  readonly area: Rectangle;
  readonly isMerged: boolean;
}

export function writeMerges(frame: PartText, merges: readonly Merge[], sheet: string): void {
  const list = childOf(frame.root, "mergeCells");
  const references = childrenOf(list, "mergeCell").map(({ attributes }) => attributes.ref ?? "");
  for (const { area, isMerged } of merges) {
    const reference = referenceTo(area);
    const place = references.indexOf(reference);
    if (!isMerged && place < 0)
      throw new FileError(`${reference} of the sheet "${sheet}" must be merged to be taken apart`);
    if (!isMerged) references.splice(place, 1);
    else addMerge(references, area, sheet);
  }
  const cells = references.map((reference) => `<${frame.prefix}mergeCell ref="${reference}"/>`).join("");
  const { prefix } = frame;
  if (cells !== "") {
    const tag = `<${prefix}mergeCells count="${references.length}">`;
    frame.put(frame.root, "mergeCells", ORDER, `${tag}${cells}</${prefix}mergeCells>`);
  } else if (list) frame.remove(list);
}

function addMerge(references: string[], area: Rectangle, sheet: string): void {
  const overlapping = references.find((reference) => overlap(readRectangle(reference, sheet), area));
  if (overlapping !== undefined) {
    throw new FileError(
      `${referenceTo(area)} of the sheet "${sheet}" must not overlap ${overlapping}, which is merged`,
    );
  }
  references.push(referenceTo(area));
}

export function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

/** What of a sheet is in sight. */
export interface SheetView {
  /** Rows at the top and columns at the left that stay. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly showsGridlines?: boolean;
}

/** What is told of a view is written; the rest of it stays. */
export function writeView(frame: PartText, { frozen, showsGridlines }: SheetView): void {
  const { prefix } = frame;
  const views = childOf(frame.root, "sheetViews");
  const view = childOf(views, "sheetView");
  const pane = frozen && paneXml(prefix, frozen.rows, frozen.columns);
  const lines = showsGridlines === undefined ? {} : { showGridLines: showsGridlines ? undefined : "0" };
  if (view && view.children.length > 0) {
    frame.setAttributes(view, lines);
    if (pane !== undefined) putPane(frame, view, pane);
    return;
  }
  const tag = view ? frame.source(view).replace(/\s*\/?>[^]*$/, ">") : `<${prefix}sheetView workbookViewId="0">`;
  const written = `${withAttributes(tag, lines)}${pane ?? ""}</${prefix}sheetView>`;
  if (view) frame.replace(view, written);
  else if (views) frame.append(views, written);
  else frame.insert(frame.root, "sheetViews", ORDER, `<${prefix}sheetViews>${written}</${prefix}sheetViews>`);
}

function putPane(frame: PartText, view: XmlElement, pane: string): void {
  // What is selected in panes that are no more.
  childrenOf(view, "selection").forEach((selection) => frame.remove(selection));
  const before = childOf(view, "pane");
  if (before) frame.replace(before, pane);
  else frame.insert(view, "pane", ["pane", "selection", "pivotSelection", "extLst"], pane);
}

function paneXml(prefix: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return "";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const active = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
  return `<${prefix}pane${split} topLeftCell="${cellName(rows, columns)}" activePane="${active}" state="frozen"/>`;
}

/** One page in width and height, lying on its side. */
export function writeOnePage(frame: PartText): void {
  const { prefix, root } = frame;
  const properties = childOf(root, "sheetPr");
  const fit = `<${prefix}pageSetUpPr fitToPage="1"/>`;
  if (!properties) frame.insert(root, "sheetPr", ORDER, `<${prefix}sheetPr>${fit}</${prefix}sheetPr>`);
  else putPageProperties(frame, properties, fit);
  const setup = childOf(root, "pageSetup");
  const attributes = { orientation: "landscape", scale: undefined, fitToWidth: "1", fitToHeight: "1" };
  if (setup) frame.setAttributes(setup, attributes);
  else frame.insert(root, "pageSetup", ORDER, withAttributes(`<${prefix}pageSetup/>`, attributes));
}

function putPageProperties(frame: PartText, properties: XmlElement, fit: string): void {
  const before = childOf(properties, "pageSetUpPr");
  if (before) frame.setAttributes(before, { fitToPage: "1" });
  else frame.append(properties, fit);
}

/** The tables of a sheet, by the ids of their parts. @param references the namespace of such ids */
export function writeTableParts(frame: PartText, ids: readonly string[], references: string): void {
  const { prefix } = frame;
  const list = childOf(frame.root, "tableParts");
  // The prefix of the id is declared here: not every sheet refers to other parts.
  const added = ids.map((id) => `<${prefix}tablePart xmlns:r="${references}" r:id="${id}"/>`).join("");
  const count = childrenOf(list, "tablePart").length + ids.length;
  const before = list ? childrenOf(list, "tablePart").map((part) => frame.source(part)) : [];
  const whole = `<${prefix}tableParts count="${count}">${before.join("")}${added}</${prefix}tableParts>`;
  frame.put(frame.root, "tableParts", ORDER, whole);
}
