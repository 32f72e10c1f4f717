import { attributeOf, childOf, isTrue, type XmlElement } from "../archive/xml";

/** The colours of a theme in the order in which cells number them: the light ones stand before the dark. */
export function readThemeColors(theme: XmlElement | undefined): string[] {
  const scheme = childOf(childOf(theme, "themeElements"), "clrScheme");
  return ["lt1", "dk1", "lt2", "dk2", ...ACCENTS, "hlink", "folHlink"].map((name) => {
    const color = childOf(scheme, name)?.children[0];
    return `#${(color && (color.attributes.lastClr ?? attributeOf(color, "val"))) || "000000"}`.toUpperCase();
  });
}

const ACCENTS = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/** A colour of a style as #RRGGBB; undefined for the one that the host chooses. */
export function readColor(
  element: Pick<XmlElement, "attributes"> | undefined,
  theme: readonly string[],
): string | undefined {
  if (!element || isTrue(element.attributes.auto)) return undefined;
  const { rgb, theme: place, indexed, tint } = element.attributes;
  const color = rgb !== undefined ? opaque(rgb) : place !== undefined ? theme[Number(place)] : INDEXED[Number(indexed)];
  return color === undefined || tint === undefined ? color : tinted(color, Number(tint));
}

function opaque(rgb: string): string | undefined {
  return /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb) ? `#${rgb.slice(-6).toUpperCase()}` : undefined;
}

/** Lighter towards 1, darker towards -1: the lightness of the colour moved (ECMA-376 part 1, 18.8.19). */
function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const lightness = (most + least) / 2;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  // Of the same hue and saturation: the distance from the lightness in proportion to what the lightness leaves room for.
  const room = Math.min(lightness, 1 - lightness);
  const scale = room === 0 ? 0 : Math.min(moved, 1 - moved) / room;
  return `#${parts.map((part) => twoDigits(moved + (part - lightness) * scale)).join("")}`;
}

/** A colour of which this share is the one and the rest the other. */
export function mixed(one: string, other: string, share: number): string {
  const part = (color: string, at: number) => parseInt(color.slice(at, at + 2), 16) / 255;
  return `#${[1, 3, 5].map((at) => twoDigits(part(one, at) * share + part(other, at) * (1 - share))).join("")}`;
}

function twoDigits(part: number): string {
  return Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .padStart(2, "0")
    .toUpperCase();
}

/** The palette of Excel 97, which files still number (18.8.27); its first eight stand twice. */
const FIRST_EIGHT = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF";
const INDEXED: readonly string[] = `${FIRST_EIGHT} ${FIRST_EIGHT}
  800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
  000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
  3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`
  .split(/\s+/)
  .map((rgb) => `#${rgb}`);
