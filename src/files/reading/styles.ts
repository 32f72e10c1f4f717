import type { CellFormat, Rule } from "../../workbook/book/book";
import { childOf, childrenOf, isTrue, type XmlElement } from "../archive/xml";
import { readColor } from "./colors";
import { BUILT_IN_FORMATS } from "./numberFormats";

/** The formats of cells, by the numbers that cells refer to. Of the first font what differs from it is told. */
export function readStyles(root: XmlElement | undefined, theme: readonly string[]): CellFormat[] {
  const of = (list: string, name: string) => childrenOf(childOf(root, list), name);
  const numbers = new Map(of("numFmts", "numFmt").map(({ attributes: a }) => [Number(a.numFmtId), a.formatCode ?? ""]));
  const usual = fontOf(of("fonts", "font")[0], theme);
  const fonts = of("fonts", "font").map((font) => differing(fontOf(font, theme), usual));
  const fills = of("fills", "fill").map((fill) => fillOf(fill, theme));
  const borders = of("borders", "border").map(bottomOf);
  const styles = of("cellXfs", "xf").map((xf): CellFormat => {
    const { numFmtId = 0, fontId = 0, fillId = 0, borderId = 0 } = xf.attributes;
    return {
      numberFormat: numbers.get(Number(numFmtId)) ?? BUILT_IN_FORMATS[Number(numFmtId)] ?? "General",
      ...fonts[Number(fontId)],
      ...fills[Number(fillId)],
      ...borders[Number(borderId)],
      ...alignmentOf(childOf(xf, "alignment")),
    };
  });
  return styles.length > 0 ? styles : [{ numberFormat: "General" }];
}

type Font = Pick<CellFormat, "bold" | "italic" | "size" | "color">;

function fontOf(font: XmlElement | undefined, theme: readonly string[]): Font {
  const isOn = (name: string) => {
    const element = childOf(font, name);
    return element !== undefined && isTrue(element.attributes.val, true);
  };
  const size = childOf(font, "sz")?.attributes.val;
  const color = readColor(childOf(font, "color"), theme);
  return {
    ...(isOn("b") && { bold: true }),
    ...(isOn("i") && { italic: true }),
    ...(size !== undefined && { size: Number(size) }),
    ...(color !== undefined && { color }),
  };
}

function differing(font: Font, usual: Font): Font {
  const { size, color, ...rest } = font;
  return {
    ...rest,
    ...(size !== undefined && size !== usual.size && { size }),
    ...(color !== undefined && color !== (usual.color ?? BLACK) && { color }),
  };
}

const BLACK = "#000000";

/** Patterns other than a plain fill are left out: they are drawn in two colours. */
function fillOf(fill: XmlElement, theme: readonly string[]): Pick<CellFormat, "fill"> {
  const pattern = childOf(fill, "patternFill");
  const color = pattern?.attributes.patternType === "solid" ? readColor(childOf(pattern, "fgColor"), theme) : undefined;
  return color === undefined ? {} : { fill: color };
}

function bottomOf(border: XmlElement): Pick<CellFormat, "bottom"> {
  const style = childOf(border, "bottom")?.attributes.style ?? "none";
  if (style === "none") return {};
  const bottom: Rule = style === "double" ? "double" : "single";
  return { bottom };
}

function alignmentOf(alignment: XmlElement | undefined): Pick<CellFormat, "align" | "indent" | "wrap"> {
  if (!alignment) return {};
  const { horizontal = "general", indent, wrapText } = alignment.attributes;
  const align = ALIGNMENTS[horizontal];
  return {
    ...(align && { align }),
    ...(Number(indent) > 0 && { indent: Number(indent) }),
    ...(isTrue(wrapText) && { wrap: true }),
  };
}

const ALIGNMENTS: Readonly<Record<string, CellFormat["align"]>> = {
  left: "left",
  center: "center",
  right: "right",
  centerContinuous: "centerAcross",
};
