import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
} from "@univerjs/core";
import { TIED_OUT_FORMAT } from "../../workbook/book/names";
import { styleOf } from "../book/univerStyles";

const INK = "#1b1f24";
const QUIET = "#5b6470";
/** Accountants type inputs in blue, so that a reader tells them from what is computed. */
const INPUT = "#0b3fc4";
const RULE = { rgb: INK };

/** What every cell has that says nothing else. */
export const TEXT: IStyleData = { ff: "Arial", fs: 10, cl: { rgb: INK }, vt: VerticalAlign.BOTTOM, pd: { l: 4, r: 4 } };

export const BOLD: IStyleData = { bl: BooleanNumber.TRUE };
export const TITLE: IStyleData = { fs: 13, bl: BooleanNumber.TRUE };
export const CENTERED: IStyleData = { ht: HorizontalAlign.CENTER };
export const LEFT: IStyleData = { ht: HorizontalAlign.LEFT };
export const RIGHT: IStyleData = { ht: HorizontalAlign.RIGHT };
export const UNDERLINED: IStyleData = { ul: { s: BooleanNumber.TRUE } };
export const WRAPPED: IStyleData = { tb: WrapStrategy.WRAP };
export const TOP: IStyleData = { vt: VerticalAlign.TOP, pd: { t: 4 } };
export const CODE: IStyleData = { ff: "Courier New", cl: { rgb: "#0a5e46" } };
export const NOTE: IStyleData = { cl: { rgb: QUIET }, fs: 9 };

/** Text beside a column of figures, kept clear of them. */
export const INDENTED: IStyleData = { vt: VerticalAlign.TOP, pd: { t: 4, l: 12 } };

/** A figure or date that is typed, not computed. */
export const TYPED: IStyleData = { cl: { rgb: INPUT } };
/** A typed cell that the reader is invited to change. */
export const ENTRY: IStyleData = {
  cl: { rgb: INPUT },
  bg: { rgb: "#fff8e1" },
  bd: box(BorderStyleTypes.THIN, "#d9b95b"),
};

export const HEADING: IStyleData = { bl: BooleanNumber.TRUE, bd: { b: { s: BorderStyleTypes.THIN, cl: RULE } } };
export const COLUMN_HEADING: IStyleData = {
  ...HEADING,
  ht: HorizontalAlign.CENTER,
  tb: WrapStrategy.WRAP,
};
export const SECTION: IStyleData = {
  bl: BooleanNumber.TRUE,
  fs: 11,
  cl: { rgb: "#0a5e46" },
  bd: { b: { s: BorderStyleTypes.MEDIUM, cl: { rgb: "#0a5e46" } } },
};
/** The line under the last figure of a sum. */
export const SINGLE_RULE: IStyleData = { bd: { b: { s: BorderStyleTypes.THIN, cl: RULE } } };
/** The line under a total. */
export const DOUBLE_RULE: IStyleData = { bd: { b: { s: BorderStyleTypes.DOUBLE, cl: RULE } } };

export const SHARES: IStyleData = { n: { pattern: '#,##0_);(#,##0);"-"_)' }, ht: HorizontalAlign.RIGHT };
export const DOLLARS: IStyleData = { n: { pattern: '"$"#,##0_);("$"#,##0);"$"0_)' }, ht: HorizontalAlign.RIGHT };
export const AMOUNT: IStyleData = { n: { pattern: "#,##0_);(#,##0);0_)" }, ht: HorizontalAlign.RIGHT };
export const PER_SHARE: IStyleData = { n: { pattern: "0.00_);(0.00);0.00_)" }, ht: HorizontalAlign.RIGHT };
/** The answer of TIEOUT: a quiet tick, or the difference in red, below zero in parentheses. */
export const TICK: IStyleData = {
  ...styleOf({ ...TIED_OUT_FORMAT, numberFormat: "[<=-1000](#,##0);[<0](#,##0.00);#,##0.00_);[Color10]@" }),
  ht: HorizontalAlign.CENTER,
};
export const FRACTION: IStyleData = { n: { pattern: "0.000000_)" }, ht: HorizontalAlign.RIGHT };
export const DATE: IStyleData = { n: { pattern: "mmmm d, yyyy" }, ht: HorizontalAlign.RIGHT };

function box(s: BorderStyleTypes, rgb: string): IStyleData["bd"] {
  const side = { s, cl: { rgb } };
  return { t: side, r: side, b: side, l: side };
}
