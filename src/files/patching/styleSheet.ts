import { childOf, type XmlElement } from "../archive/xml";
import { partsOfEdge, PLAIN_STYLE, SIDES, type CellStyle, type Edge } from "../cellStyle";
import { BUILT_IN_FORMATS } from "../reading/numberFormats";
import { escaped, PartText } from "./partText";

const STYLES = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const FONT = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(" ");
const BORDER = "start end left right top bottom diagonal vertical horizontal".split(" ");
const FORMAT = ["alignment", "protection", "extLst"];
/** Numbers of formats from here on are those of the file. */
const FIRST_OWN_FORMAT = 164;

/** A list of the style sheet: what it holds, and what is added. */
interface List {
  readonly name: string;
  readonly element: XmlElement | undefined;
  readonly sources: string[];
  readonly before: number;
}

/** The formats of a file, to which others are added. Those that are there stay to the letter and keep their numbers. */
export class StyleSheet {
  private readonly part: PartText;
  private readonly numbers: List;
  private readonly fonts: List;
  private readonly fills: List;
  private readonly borders: List;
  private readonly formats: List;
  private readonly known = new Map<string, number>();

  constructor(text: string, name: string) {
    this.part = new PartText(text, name);
    this.numbers = this.list("numFmts");
    this.fonts = this.list("fonts");
    this.fills = this.list("fills");
    this.borders = this.list("borders");
    this.formats = this.list("cellXfs");
  }

  /** The number of a format that has what is told, and the rest of another. */
  with(base: number, format: CellStyle): number {
    const key = `${base} ${JSON.stringify(format)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = this.placeOf(this.formats, this.changed(this.formats.sources[base] ?? this.plainFormat, format));
    this.known.set(key, made);
    return made;
  }

  get result(): string {
    for (const list of [this.numbers, this.fonts, this.fills, this.borders, this.formats]) this.write(list);
    return this.part.result;
  }

  private get plainFormat(): string {
    return `<${this.part.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
  }

  private list(name: string): List {
    const element = childOf(this.part.root, name);
    const sources = (element?.children ?? []).map((child) => this.part.source(child));
    return { name, element, sources, before: sources.length };
  }

  private placeOf({ sources }: List, source: string): number {
    const place = sources.indexOf(source);
    return place >= 0 ? place : sources.push(source) - 1;
  }

  private changed(base: string, format: CellStyle): string {
    const xf = new PartText(base, "xl/styles.xml");
    const { attributes } = xf.root;
    const attributesOf = {
      ...(format.numberFormat !== undefined && {
        numFmtId: this.numberOf(format.numberFormat),
        applyNumberFormat: "1",
      }),
      ...(hasFont(format) && { fontId: this.fontOf(Number(attributes.fontId ?? 0), format), applyFont: "1" }),
      ...(format.fill !== undefined && { fillId: this.fillOf(format.fill), applyFill: "1" }),
      ...(hasEdge(format) && { borderId: this.borderOf(Number(attributes.borderId ?? 0), format), applyBorder: "1" }),
      ...(hasAlignment(format) && { applyAlignment: "1" }),
    };
    xf.setAttributes(xf.root, attributesOf);
    if (!hasAlignment(format)) return xf.result;
    const aligned = new PartText(xf.result, "xl/styles.xml");
    aligned.put(aligned.root, "alignment", FORMAT, this.alignmentOf(aligned, format));
    return aligned.result;
  }

  private numberOf(code: string): string {
    const builtIn = Object.keys(BUILT_IN_FORMATS).find((number) => BUILT_IN_FORMATS[Number(number)] === code);
    if (builtIn !== undefined) return builtIn;
    const own = this.numbers.sources.map((source) => new PartText(source, "xl/styles.xml").root.attributes);
    const found = own.find(({ formatCode }) => formatCode === code)?.numFmtId;
    if (found !== undefined) return found;
    const number = own.reduce((most, { numFmtId }) => Math.max(most, Number(numFmtId)), FIRST_OWN_FORMAT - 1) + 1;
    this.numbers.sources.push(`<${this.part.prefix}numFmt numFmtId="${number}" formatCode="${escaped(code)}"/>`);
    return String(number);
  }

  private fontOf(base: number, { bold, italic, strike, underline, script, size, color, font }: CellStyle): string {
    const wanted: [string, string | null | undefined][] = [
      ["b", flag("b", bold)],
      ["i", flag("i", italic)],
      ["strike", flag("strike", strike)],
      ["u", underline && (underline === "none" ? null : underline === "single" ? "u" : `u val="${underline}"`)],
      ["vertAlign", script && (script === "normal" ? null : `vertAlign val="${script}"`)],
      ["sz", size === undefined ? undefined : `sz val="${size}"`],
      ["color", color && `color rgb="${opaque(color)}"`],
      ["name", font && `name val="${escaped(font)}"`],
      // A font of the theme's is known by its place there, whatever its name, and by its family and letters.
      ...["family", "charset", "scheme"].map((name): [string, null | undefined] => [
        name,
        font === undefined ? undefined : null,
      ]),
    ];
    const made = wanted.reduce(
      (text, [name, tag]) => (tag === undefined ? text : this.withChild(text, FONT, name, tag)),
      this.fonts.sources[base] ?? `<${this.part.prefix}font/>`,
    );
    return String(this.placeOf(this.fonts, made));
  }

  /** An element with a child of a name in place of the one that it had; with none where the tag is null. */
  private withChild(text: string, order: readonly string[], name: string, tag: string | null): string {
    const part = new PartText(text, "xl/styles.xml");
    const before = childOf(part.root, name);
    if (tag !== null) part.put(part.root, name, order, `<${this.part.prefix}${tag}/>`);
    else if (before) part.remove(before);
    return part.result;
  }

  private fillOf(color: string | null): string {
    const { prefix: p } = this.part;
    const pattern =
      color === null
        ? `<${p}patternFill patternType="none"/>`
        : `<${p}patternFill patternType="solid"><${p}fgColor rgb="${opaque(color)}"/><${p}bgColor indexed="64"/></${p}patternFill>`;
    return String(this.placeOf(this.fills, `<${p}fill>${pattern}</${p}fill>`));
  }

  private borderOf(base: number, format: CellStyle): string {
    const { prefix: p } = this.part;
    const border = new PartText(this.borders.sources[base] ?? `<${p}border/>`, "xl/styles.xml");
    for (const side of SIDES) {
      const edge = format[side];
      if (edge === undefined) continue;
      const other = OTHER_SIDES[side];
      const name = other !== undefined && childOf(border.root, other) ? other : side;
      border.put(border.root, name, BORDER, edgeXml(`${p}${name}`, p, edge));
    }
    return String(this.placeOf(this.borders, border.result));
  }

  private alignmentOf(xf: PartText, { align, indent, wrap, vertical, rotation }: CellStyle): string {
    const before = childOf(xf.root, "alignment");
    const alignment = new PartText(before ? xf.source(before) : `<${this.part.prefix}alignment/>`, "xl/styles.xml");
    alignment.setAttributes(alignment.root, {
      ...(align !== undefined && { horizontal: align === "general" ? undefined : HORIZONTAL[align] }),
      ...(vertical !== undefined && { vertical: vertical === "bottom" ? undefined : vertical }),
      ...(rotation !== undefined && { textRotation: storedRotation(rotation) }),
      ...(indent !== undefined && { indent: indent === 0 ? undefined : String(indent) }),
      ...(wrap !== undefined && { wrapText: wrap ? "1" : undefined }),
    });
    return alignment.result;
  }

  private write({ name, element, sources, before }: List): void {
    if (sources.length === before) return;
    const added = sources.slice(before).join("");
    const { root, prefix } = this.part;
    if (!element) {
      const list = `<${prefix}${name} count="${sources.length}">${added}</${prefix}${name}>`;
      this.part.insert(root, name, STYLES, list);
      return;
    }
    const list = new PartText(this.part.source(element), "xl/styles.xml");
    list.append(list.root, added);
    const counted = new PartText(list.result, "xl/styles.xml");
    counted.setAttributes(counted.root, { count: String(sources.length) });
    this.part.replace(element, counted.result);
  }
}

const HORIZONTAL = { left: "left", center: "center", right: "right", centerAcross: "centerContinuous" } as const;

const OTHER_SIDES: Readonly<Partial<Record<(typeof SIDES)[number], string>>> = { left: "start", right: "end" };

function hasFont({ bold, italic, strike, underline, script, size, color, font }: CellStyle): boolean {
  return [bold, italic, strike, underline, script, size, color, font].some((one) => one !== undefined);
}

function hasEdge(format: CellStyle): boolean {
  return SIDES.some((side) => format[side] !== undefined);
}

function hasAlignment({ align, indent, wrap, vertical, rotation }: CellStyle): boolean {
  return [align, indent, wrap, vertical, rotation].some((one) => one !== undefined);
}

/** A tag that is there or not; undefined where nothing is told of it. */
function flag(name: string, isOn: boolean | undefined): string | null | undefined {
  return isOn === undefined ? undefined : isOn ? name : null;
}

/** @param name with its prefix */
function edgeXml(name: string, prefix: string, edge: Edge): string {
  const { line, color } = partsOfEdge(edge);
  if (line === "none") return `<${name}/>`;
  return `<${name} style="${line}"><${prefix}color ${color === undefined ? 'auto="1"' : `rgb="${opaque(color)}"`}/></${name}>`;
}

function storedRotation(rotation: number | "stacked"): string | undefined {
  if (rotation === "stacked") return "255";
  return rotation === 0 ? undefined : String(rotation > 0 ? rotation : 90 - rotation);
}

function opaque(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

/**
 * The least that a file has: the usual font, the two fills that Excel keeps for itself, one format.
 *
 * @param usual how a cell looks that nobody has formatted; of it the font is taken
 */
export function plainStyleSheet(namespace: string, usual: CellStyle = PLAIN_STYLE): string {
  const { font: name = PLAIN_STYLE.font, size = PLAIN_STYLE.size, color = PLAIN_STYLE.color } = usual;
  const ink = color === PLAIN_STYLE.color ? "" : `<color rgb="${opaque(color)}"/>`;
  const font = `<font><sz val="${size}"/>${ink}<name val="${escaped(name)}"/><family val="2"/></font>`;
  const fills = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';
  const border = "<border><left/><right/><top/><bottom/><diagonal/></border>";
  const base = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
  const format = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  const named = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
  return (
    `<styleSheet xmlns="${namespace}"><fonts count="1">${font}</fonts><fills count="2">${fills}</fills>` +
    `<borders count="1">${border}</borders><cellStyleXfs count="1">${base}</cellStyleXfs>` +
    `<cellXfs count="1">${format}</cellXfs>${named}</styleSheet>`
  );
}
