import { BooleanNumber, BorderStyleTypes, HorizontalAlign, WrapStrategy, type IStyleData } from "@univerjs/core";
import type { CellFormat, Rule } from "../../workbook/book/book";

const INK = "#1b1f24";
const RULES: Readonly<Record<Rule, BorderStyleTypes>> = {
  none: BorderStyleTypes.NONE,
  single: BorderStyleTypes.THIN,
  double: BorderStyleTypes.DOUBLE,
};
const ALIGNMENTS = {
  general: HorizontalAlign.UNSPECIFIED,
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  centerAcross: HorizontalAlign.CENTER,
} as const;
/** Pixels for one step of indentation. */
export const INDENT = 10;

/** A format in the grid's terms; what the format leaves open is absent, and stays as it is in the cell. */
export function styleOf(format: CellFormat): IStyleData {
  const { numberFormat, bold, italic, size, fill, color, align, indent, wrap, bottom } = format;
  return {
    ...(numberFormat === undefined ? {} : { n: numberFormat === "General" ? null : { pattern: numberFormat } }),
    ...(bold === undefined ? {} : { bl: yes(bold) }),
    ...(italic === undefined ? {} : { it: yes(italic) }),
    ...(size === undefined ? {} : { fs: size }),
    ...(fill === undefined ? {} : { bg: fill === null ? null : { rgb: fill } }),
    ...(color === undefined ? {} : { cl: { rgb: color } }),
    ...(align === undefined ? {} : { ht: ALIGNMENTS[align] }),
    ...(indent === undefined ? {} : { pd: { [align === "right" ? "r" : "l"]: indent * INDENT } }),
    ...(wrap === undefined ? {} : { tb: wrap ? WrapStrategy.WRAP : WrapStrategy.UNSPECIFIED }),
    ...(bottom === undefined ? {} : { bd: { b: bottom === "none" ? null : { s: RULES[bottom], cl: { rgb: INK } } } }),
  };
}

function yes(is: boolean): BooleanNumber {
  return is ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

export function formatOf({ n, bl, it, bg, cl, ht, pd, tb, bd }: IStyleData): CellFormat {
  return {
    numberFormat: n?.pattern ?? "General",
    bold: bl === BooleanNumber.TRUE,
    italic: it === BooleanNumber.TRUE,
    fill: bg?.rgb ?? null,
    ...(cl?.rgb ? { color: cl.rgb } : {}),
    align: (Object.entries(ALIGNMENTS).find(([, value]) => value === ht)?.[0] ?? "general") as CellFormat["align"],
    indent: Math.round(((ht === HorizontalAlign.RIGHT ? pd?.r : pd?.l) ?? 0) / INDENT),
    wrap: tb === WrapStrategy.WRAP,
    bottom: bd?.b?.s === BorderStyleTypes.DOUBLE ? "double" : bd?.b?.s ? "single" : "none",
  };
}
