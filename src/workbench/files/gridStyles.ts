import {
  BaselineOffset,
  BooleanNumber,
  BorderStyleTypes,
  TextDecoration,
  VerticalAlign,
  type IBorderStyleData,
  type IStyleData,
  type ITextDecoration,
  type Nullable,
} from "@univerjs/core";
import {
  completeStyle,
  edgeOf,
  partsOfEdge,
  PLAIN_STYLE,
  type CellStyle,
  type Edge,
  type EdgeLine,
} from "../../files/cellStyle";
import { formatOf, INDENT, styleOf } from "../book/univerStyles";
import type { Look } from "./looks";

const LINES: Readonly<Record<EdgeLine, BorderStyleTypes>> = {
  none: BorderStyleTypes.NONE,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashed: BorderStyleTypes.DASHED,
  thin: BorderStyleTypes.THIN,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  double: BorderStyleTypes.DOUBLE,
};
const SCRIPTS = {
  normal: BaselineOffset.NORMAL,
  superscript: BaselineOffset.SUPERSCRIPT,
  subscript: BaselineOffset.SUBSCRIPT,
} as const;
const VERTICALS = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;
/** Beside the text of a cell that is not indented, in pixels. */
const PADDING = 2;

/** What every cell of a sheet has that tells nothing else. */
export function usualStyle(style: CellStyle): IStyleData {
  const { font, size } = completeStyle(style);
  return { ...gridStyleOver(style, PLAIN_STYLE), ff: font, fs: size, pd: { l: PADDING, r: PADDING } };
}

/** What a style tells beyond another; where it tells nothing, a table's own look shows. */
export function gridStyleOver(style: CellStyle, usual: CellStyle): IStyleData {
  const under = gridStyle(usual);
  const told = Object.entries(gridStyle(style)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(under[name as keyof IStyleData]),
  );
  return Object.fromEntries(told);
}

/** A style of a file in the grid's terms, all of it told: nothing of a column or a row shows through. */
export function gridStyle(style: CellStyle): IStyleData {
  const { font, underline, strike, script, vertical, rotation, indent, left, top, right, bottom, ...format } =
    completeStyle(style);
  return {
    ...styleOf(format),
    ff: font,
    ul: lineOf(underline !== "none", underline.startsWith("double") ? TextDecoration.DOUBLE : TextDecoration.SINGLE),
    st: lineOf(strike, TextDecoration.SINGLE),
    va: SCRIPTS[script],
    vt: VERTICALS[vertical],
    tr: rotation === "stacked" ? { a: 0, v: BooleanNumber.TRUE } : { a: -rotation },
    pd: { l: PADDING, r: PADDING, ...(indent > 0 && indented(format.align, indent)) },
    bd: { l: sideOf(left), t: sideOf(top), r: sideOf(right), b: sideOf(bottom) },
  };
}

/** From the side at which the text stands. */
function indented(align: CellStyle["align"], indent: number): IStyleData["pd"] {
  return { [align === "right" ? "r" : "l"]: PADDING + indent * INDENT };
}

function lineOf(isShown: boolean, t: TextDecoration): ITextDecoration {
  return isShown ? { s: BooleanNumber.TRUE, t } : { s: BooleanNumber.FALSE };
}

function sideOf(edge: Edge): IBorderStyleData | null {
  const { line, color } = partsOfEdge(edge);
  return line === "none" ? null : { s: LINES[line], cl: { rgb: color ?? PLAIN_STYLE.color } };
}

/** How the grid shows a cell, in the terms of a file. */
export function lookOf(style: IStyleData): Look {
  const { numberFormat = "General", color, fill, bottom: _bottom, ...format } = formatOf(style);
  const { ff, fs, ul, st, va, vt, tr, bd } = style;
  return completeStyle({
    ...format,
    numberFormat,
    font: ff ?? GRID_FONT,
    size: fs ?? PLAIN_STYLE.size,
    fill: hexadecimal(fill ?? undefined) ?? null,
    color: hexadecimal(color) ?? PLAIN_STYLE.color,
    underline: !ul?.s ? "none" : ul.t === TextDecoration.DOUBLE ? "double" : "single",
    strike: st?.s === BooleanNumber.TRUE,
    script: nameOf(SCRIPTS, va) ?? "normal",
    vertical: nameOf(VERTICALS, vt) ?? "bottom",
    rotation: tr?.v === BooleanNumber.TRUE ? "stacked" : 0 - (tr?.a ?? 0),
    left: edgeOn(bd?.l),
    top: edgeOn(bd?.t),
    right: edgeOn(bd?.r),
    bottom: edgeOn(bd?.b),
  });
}

/** That of a cell for which nobody has chosen one. */
const GRID_FONT = "Arial";

function edgeOn(side: Nullable<IBorderStyleData>): Edge {
  return side ? edgeOf(nameOf(LINES, side.s) ?? "none", hexadecimal(side.cl?.rgb ?? undefined)) : "none";
}

function nameOf<Name extends string, Value>(names: Readonly<Record<Name, Value>>, value: unknown): Name | undefined {
  return (Object.keys(names) as Name[]).find((name) => names[name] === value);
}

/** The grid's own colours are written as #RRGGBB, #RGB or rgb(r, g, b). */
function hexadecimal(color: string | undefined): string | undefined {
  const [, red, green, blue] = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color ?? "") ?? [];
  if (red !== undefined)
    return `#${[red, green, blue].map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  if (color === undefined || !/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)) return undefined;
  return (color.length === 4 ? color.replace(/[^#]/g, "$&$&") : color).toUpperCase();
}
