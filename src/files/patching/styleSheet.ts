import type { CellFormat, Rule } from "../../workbook/book/book";
import { childOf, type XmlElement } from "../archive/xml";
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
  with(base: number, format: CellFormat): number {
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

  private changed(base: string, format: CellFormat): string {
    const xf = new PartText(base, "xl/styles.xml");
    const { attributes } = xf.root;
    const attributesOf = {
      ...(format.numberFormat !== undefined && {
        numFmtId: this.numberOf(format.numberFormat),
        applyNumberFormat: "1",
      }),
      ...(hasFont(format) && { fontId: this.fontOf(Number(attributes.fontId ?? 0), format), applyFont: "1" }),
      ...(format.fill !== undefined && { fillId: this.fillOf(format.fill), applyFill: "1" }),
      ...(format.bottom !== undefined && {
        borderId: this.borderOf(Number(attributes.borderId ?? 0), format.bottom),
        applyBorder: "1",
      }),
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

  private fontOf(base: number, { bold, italic, size, color }: CellFormat): string {
    const { prefix } = this.part;
    const wanted: [string, string | null | undefined][] = [
      ["b", bold === undefined ? undefined : bold ? `<${prefix}b/>` : null],
      ["i", italic === undefined ? undefined : italic ? `<${prefix}i/>` : null],
      ["sz", size === undefined ? undefined : `<${prefix}sz val="${size}"/>`],
      ["color", color === undefined ? undefined : `<${prefix}color rgb="${opaque(color)}"/>`],
    ];
    const font = wanted.reduce(
      (text, [name, child]) => {
        if (child === undefined) return text;
        const part = new PartText(text, "xl/styles.xml");
        const before = childOf(part.root, name);
        if (child !== null) part.put(part.root, name, FONT, child);
        else if (before) part.remove(before);
        return part.result;
      },
      this.fonts.sources[base] ?? `<${prefix}font/>`,
    );
    return String(this.placeOf(this.fonts, font));
  }

  private fillOf(color: string | null): string {
    const { prefix: p } = this.part;
    const pattern =
      color === null
        ? `<${p}patternFill patternType="none"/>`
        : `<${p}patternFill patternType="solid"><${p}fgColor rgb="${opaque(color)}"/><${p}bgColor indexed="64"/></${p}patternFill>`;
    return String(this.placeOf(this.fills, `<${p}fill>${pattern}</${p}fill>`));
  }

  private borderOf(base: number, rule: Rule): string {
    const { prefix: p } = this.part;
    const border = new PartText(this.borders.sources[base] ?? `<${p}border/>`, "xl/styles.xml");
    const line = `style="${rule === "double" ? "double" : "thin"}"><${p}color auto="1"/></${p}bottom>`;
    border.put(border.root, "bottom", BORDER, rule === "none" ? `<${p}bottom/>` : `<${p}bottom ${line}`);
    return String(this.placeOf(this.borders, border.result));
  }

  private alignmentOf(xf: PartText, { align, indent, wrap }: CellFormat): string {
    const before = childOf(xf.root, "alignment");
    const alignment = new PartText(before ? xf.source(before) : `<${this.part.prefix}alignment/>`, "xl/styles.xml");
    alignment.setAttributes(alignment.root, {
      ...(align !== undefined && { horizontal: align === "general" ? undefined : HORIZONTAL[align] }),
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

function hasFont({ bold, italic, size, color }: CellFormat): boolean {
  return [bold, italic, size, color].some((one) => one !== undefined);
}

function hasAlignment({ align, indent, wrap }: CellFormat): boolean {
  return [align, indent, wrap].some((one) => one !== undefined);
}

function opaque(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

/** The least that a file has: the usual font, the two fills that Excel keeps for itself, one format. */
export function plainStyleSheet(namespace: string): string {
  const font = '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>';
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
