import { childOf, childrenOf, isTrue, type XmlElement } from "../archive/xml";
import { edgeOf, EDGE_LINES, PLAIN_STYLE, SIDES, type CellStyle, type EdgeLine } from "../cellStyle";
import { readColor } from "./colors";
import { fillOf } from "./fills";
import { BUILT_IN_FORMATS } from "./numberFormats";

/** The formats of cells, by the numbers that cells refer to; the first is that of a cell which has none. */
export function readStyles(root: XmlElement | undefined, theme: readonly string[]): CellStyle[] {
  const of = (list: string, name: string) => childrenOf(childOf(root, list), name);
  const numbers = new Map(of("numFmts", "numFmt").map(({ attributes: a }) => [Number(a.numFmtId), a.formatCode ?? ""]));
  const fonts = of("fonts", "font").map((font) => fontOf(font, theme));
  const fills = of("fills", "fill").map((fill) => fillOf(fill, theme));
  const borders = of("borders", "border").map((border) => edgesOf(border, theme));
  const styles = of("cellXfs", "xf").map((xf): CellStyle => {
    const { numFmtId = 0, fontId = 0, fillId = 0, borderId = 0 } = xf.attributes;
    return {
      numberFormat: numbers.get(Number(numFmtId)) ?? BUILT_IN_FORMATS[Number(numFmtId)] ?? "General",
      ...told({
        ...fonts[Number(fontId)],
        fill: fills[Number(fillId)],
        ...borders[Number(borderId)],
        ...alignmentOf(childOf(xf, "alignment")),
      }),
    };
  });
  return styles.length > 0 ? styles : [{ numberFormat: "General" }];
}

/** What differs from a plain cell. */
function told(style: { readonly [Name in keyof CellStyle]: CellStyle[Name] | undefined }): CellStyle {
  const differing = Object.entries(style).filter(
    ([name, value]) => value !== undefined && value !== PLAIN_STYLE[name as keyof CellStyle],
  );
  return Object.fromEntries(differing);
}

/** A style by the words of its file; undefined for what the file does not tell. */
type Read = { readonly [Name in keyof CellStyle]: CellStyle[Name] | undefined };

function fontOf(font: XmlElement, theme: readonly string[]): Read {
  const valueOf = (name: string) => childOf(font, name)?.attributes.val;
  const isOn = (name: string) => {
    const element = childOf(font, name);
    return element !== undefined && isTrue(element.attributes.val, true);
  };
  const size = Number(valueOf("sz"));
  return {
    font: valueOf("name"),
    size: size > 0 ? size : undefined,
    bold: isOn("b"),
    italic: isOn("i"),
    underline: childOf(font, "u") ? oneOf(UNDERLINES, valueOf("u") ?? "single") : undefined,
    strike: isOn("strike"),
    script: oneOf(SCRIPTS, valueOf("vertAlign")),
    color: readColor(childOf(font, "color"), theme),
  };
}

const UNDERLINES = ["single", "double", "singleAccounting", "doubleAccounting"] as const;
const SCRIPTS = ["superscript", "subscript"] as const;

/** Files written from right to left name the sides by the way of the text. */
function edgesOf(border: XmlElement, theme: readonly string[]): Read {
  const edges = SIDES.map((side) => {
    const edge = childOf(border, side) ?? childOf(border, OTHER_NAMES[side]);
    const line: EdgeLine = oneOf(EDGE_LINES, edge?.attributes.style) ?? "none";
    return [side, edgeOf(line, readColor(childOf(edge, "color"), theme))];
  });
  return Object.fromEntries(edges);
}

const OTHER_NAMES = { left: "start", right: "end", top: "", bottom: "" } as const;

function alignmentOf(alignment: XmlElement | undefined): Read {
  const { horizontal = "general", vertical, indent, wrapText, textRotation } = alignment?.attributes ?? {};
  const isSpread = SPREAD.includes(horizontal);
  return {
    align: ALIGNMENTS[horizontal],
    vertical: vertical === undefined ? undefined : VERTICALS[vertical],
    indent: Number(indent) > 0 ? Number(indent) : undefined,
    wrap: isTrue(wrapText) || isSpread,
    rotation: textRotation === undefined ? undefined : rotationOf(Number(textRotation)),
  };
}

/** Lines as wide as the cell are shown from its left. */
const SPREAD = ["justify", "distributed"];
const ALIGNMENTS: Readonly<Record<string, CellStyle["align"]>> = {
  left: "left",
  fill: "left",
  justify: "left",
  distributed: "left",
  center: "center",
  right: "right",
  centerContinuous: "centerAcross",
};
const VERTICALS: Readonly<Record<string, CellStyle["vertical"]>> = {
  top: "top",
  justify: "top",
  center: "center",
  distributed: "center",
};

/** A file counts up to 90 upwards and from 91 on downwards; 255 stands for letters below each other. */
function rotationOf(stored: number): CellStyle["rotation"] {
  if (stored === 255) return "stacked";
  if (stored >= 0 && stored <= 90) return stored;
  return stored <= 180 ? 90 - stored : undefined;
}

function oneOf<Word extends string>(words: readonly Word[], word: string | undefined): Word | undefined {
  return words.find((one) => one === word);
}
