import { childOf, childrenOf, type XmlElement } from "../archive/xml";
import { mixed, readColor } from "./colors";

/** The colour of a cell as #RRGGBB. A pattern of two colours is their mixture, one that fades the first of its colours. */
export function fillOf(fill: XmlElement, theme: readonly string[]): string | undefined {
  const fading = childrenOf(childOf(fill, "gradientFill"), "stop")[0];
  if (fading) return readColor(childOf(fading, "color"), theme);
  const pattern = childOf(fill, "patternFill");
  const type = pattern?.attributes.patternType ?? "none";
  if (type === "none") return undefined;
  const [front, back] = [readColor(childOf(pattern, "fgColor"), theme), readColor(childOf(pattern, "bgColor"), theme)];
  return type === "solid" ? front : mixed(front ?? "#000000", back ?? "#FFFFFF", SHARES[type] ?? 0.25);
}

/** How much of a cell the front colour of a pattern covers. */
const SHARES: Readonly<Record<string, number>> = {
  gray0625: 0.0625,
  gray125: 0.125,
  lightGray: 0.25,
  mediumGray: 0.5,
  darkGray: 0.75,
  darkHorizontal: 0.5,
  darkVertical: 0.5,
  darkDown: 0.5,
  darkUp: 0.5,
  darkGrid: 0.5,
  darkTrellis: 0.75,
};
