import type { CellFormat } from "../workbook/book/book";

/**
 * How a cell looks, as a file says it. It tells more than the formats that the actions set: every line around the cell
 * has its own kind and colour. What is absent is as in {@link PLAIN_STYLE}.
 */
export interface CellStyle extends Omit<CellFormat, "bottom"> {
  /** Of the letters: "Times New Roman". */
  readonly font?: string;
  readonly underline?: Underline;
  readonly strike?: boolean;
  readonly script?: Script;
  readonly vertical?: "top" | "center" | "bottom";
  /** Degrees that the text is turned up, from 90 to -90, or its letters below each other. */
  readonly rotation?: number | "stacked";
  readonly left?: Edge;
  readonly top?: Edge;
  readonly right?: Edge;
  readonly bottom?: Edge;
}

/** Those of accounting run under the whole cell. */
export type Underline = "none" | "single" | "double" | "singleAccounting" | "doubleAccounting";
export type Script = "normal" | "superscript" | "subscript";

/** A line at a side of a cell and its colour, in one text: "double", "thin #D9B95B"; black where none is told. */
export type Edge = EdgeLine | `${Exclude<EdgeLine, "none">} #${string}`;

/** As a file calls them, from the lightest. */
export const EDGE_LINES = [
  "none",
  "hair",
  "dotted",
  "dashDotDot",
  "dashDot",
  "dashed",
  "thin",
  "mediumDashDotDot",
  "slantDashDot",
  "mediumDashDot",
  "mediumDashed",
  "medium",
  "thick",
  "double",
] as const;
export type EdgeLine = (typeof EDGE_LINES)[number];

export const SIDES = ["left", "top", "right", "bottom"] as const;

export function partsOfEdge(edge: Edge): { readonly line: EdgeLine; readonly color: string | undefined } {
  const [line, color] = edge.split(" ");
  return { line: line as EdgeLine, color };
}

export function edgeOf(line: EdgeLine, color: string | undefined): Edge {
  return line === "none" || color === undefined || color === BLACK ? line : (`${line} ${color}` as Edge);
}

const BLACK = "#000000";

/** How a cell looks that nobody has formatted, in the workbooks that Excel made for many years. */
export const PLAIN_STYLE: Required<CellStyle> = {
  numberFormat: "General",
  font: "Calibri",
  size: 11,
  bold: false,
  italic: false,
  underline: "none",
  strike: false,
  script: "normal",
  color: BLACK,
  fill: null,
  align: "general",
  vertical: "bottom",
  indent: 0,
  wrap: false,
  rotation: 0,
  left: "none",
  top: "none",
  right: "none",
  bottom: "none",
};

/** A style with all of it told. */
export function completeStyle(style: CellStyle | undefined): Required<CellStyle> {
  return { ...PLAIN_STYLE, ...style };
}
