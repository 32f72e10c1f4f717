import { partsOfEdge, type Edge, type EdgeLine } from "../../files/cellStyle";
import { INDENT } from "../book/univerStyles";
import type { Look } from "./looks";
import type { ShownCell } from "./shownCells";

const SIDES = { number: "right", text: "left", "truth or error": "center" } as const;
const VERTICALS = { top: "top", center: "middle", bottom: "bottom" } as const;

/** How a cell looks on paper, as styles of its element. */
export function printedStyle({ look, kind, color: ofFormat }: ShownCell): Partial<CSSStyleDeclaration> {
  const { align, indent, rotation } = look;
  const side = align === "general" ? SIDES[kind] : align === "centerAcross" ? "center" : align;
  return {
    ...lettersOf(look),
    backgroundColor: look.fill ?? "",
    color: ofFormat ?? look.color,
    textAlign: side,
    verticalAlign: VERTICALS[look.vertical],
    [side === "right" ? "paddingRight" : "paddingLeft"]: indent > 0 ? `${indent * INDENT}px` : "",
    whiteSpace: look.wrap ? "pre-wrap" : "pre",
    writingMode: rotation === 0 ? "" : "vertical-rl",
    textOrientation: rotation === "stacked" ? "upright" : "",
    borderLeft: ruleOf(look.left),
    borderTop: ruleOf(look.top),
    borderRight: ruleOf(look.right),
    borderBottom: ruleOf(look.bottom),
  };
}

function lettersOf({ font, bold, italic, size, underline, strike, script }: Look): Partial<CSSStyleDeclaration> {
  const lines = [underline !== "none" && "underline", strike && "line-through"].filter(Boolean);
  return {
    fontFamily: `${JSON.stringify(font)}, sans-serif`,
    fontWeight: bold ? "600" : "",
    fontStyle: italic ? "italic" : "",
    fontSize: `${size}pt`,
    fontVariantPosition: script === "superscript" ? "super" : script === "subscript" ? "sub" : "",
    textDecorationLine: lines.join(" "),
    textDecorationStyle: underline.startsWith("double") ? "double" : "",
  };
}

function ruleOf(edge: Edge): string {
  const { line, color = "#000000" } = partsOfEdge(edge);
  return line === "none" ? "" : `${RULES[line]} ${color}`;
}

const RULES: Readonly<Record<Exclude<EdgeLine, "none">, string>> = {
  hair: "1px dotted",
  dotted: "1px dotted",
  dashDotDot: "1px dashed",
  dashDot: "1px dashed",
  dashed: "1px dashed",
  thin: "1px solid",
  mediumDashDotDot: "2px dashed",
  slantDashDot: "2px dashed",
  mediumDashDot: "2px dashed",
  mediumDashed: "2px dashed",
  medium: "2px solid",
  thick: "3px solid",
  double: "3px double",
};
