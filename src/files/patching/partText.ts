import { childOf, prefixOf, readXml, type XmlElement } from "../archive/xml";

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Among insertions at the same place, the order of the schema; before what is replaced there. */
  readonly rank: number;
}

/** What stands in place of an element that was there comes last. */
const LAST = Infinity;

/** The text of a part with its tree, and changes of places in it. What is not changed stays to the letter. */
export class PartText {
  readonly root: XmlElement;
  /** That of the root's namespace, with its colon: "x:" where a writer uses one. */
  readonly prefix: string;
  private readonly changes: Change[] = [];
  /** What is put into elements that have no closing tag. */
  private readonly filled = new Map<XmlElement, Pick<Change, "text" | "rank">[]>();

  constructor(
    private readonly text: string,
    part: string,
  ) {
    this.root = readXml(text, part);
    this.prefix = prefixOf(text);
  }

  /** As it stands in the text. */
  source({ start, end }: Pick<XmlElement, "start" | "end">): string {
    return this.text.slice(start, end);
  }

  replace({ start, end }: Pick<XmlElement, "start" | "end">, text: string): void {
    this.changes.push({ start, end, text, rank: LAST });
  }

  remove(element: XmlElement): void {
    this.replace(element, "");
  }

  /** As the last of its children. */
  append(element: XmlElement, text: string, rank = 0): void {
    const isEmptyTag = element.end === element.tagEnd;
    if (isEmptyTag) this.filled.set(element, [...(this.filled.get(element) ?? []), { text, rank }]);
    else this.insertAt(this.text.lastIndexOf("</", element.end - 1), text, rank);
  }

  /** As a child at the place that the schema gives it, by the order of names. */
  insert(element: XmlElement, name: string, order: readonly string[], text: string): void {
    const rank = order.indexOf(name);
    const later = new Set(order.slice(rank + 1));
    const next = element.children.find((child) => later.has(child.name));
    if (next) this.insertAt(next.start, text, rank);
    else this.append(element, text, rank);
  }

  /** In place of the child of that name, or where the schema has it. */
  put(element: XmlElement, name: string, order: readonly string[], text: string): void {
    const before = childOf(element, name);
    if (before) this.replace(before, text);
    else this.insert(element, name, order, text);
  }

  /** Sets attributes, or takes away those that are undefined. */
  setAttributes({ start, tagEnd }: XmlElement, attributes: Readonly<Record<string, string | undefined>>): void {
    const tag = this.text.slice(start, tagEnd);
    this.replace({ start, end: tagEnd }, withAttributes(tag, attributes));
  }

  /** The text with all changes, which must not overlap. */
  get result(): string {
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of [...this.changes, ...this.fillings()].sort(inOrder)) {
      pieces.push(this.text.slice(at, start), text);
      at = end;
    }
    return pieces.join("") + this.text.slice(at);
  }

  private insertAt(place: number, text: string, rank: number): void {
    this.changes.push({ start: place, end: place, text, rank });
  }

  private fillings(): Change[] {
    return [...this.filled].map(([{ start, end }, pieces]) => {
      const name = /^<([^\s/>]+)/.exec(this.text.slice(start, end))?.[1] ?? "";
      const inner = [...pieces].sort((a, b) => a.rank - b.rank).map(({ text }) => text);
      return { start: end - 2, end, text: `>${inner.join("")}</${name}>`, rank: LAST };
    });
  }
}

function inOrder(one: Change, other: Change): number {
  if (one.start !== other.start) return one.start - other.start;
  return one.rank === other.rank ? 0 : one.rank - other.rank;
}

/** A tag with attributes set, or taken away where undefined. */
export function withAttributes(tag: string, attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes).reduce((text, [name, value]) => {
    const bare = text.replace(new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), "");
    return value === undefined
      ? bare
      : bare.replace(/\s*(\/?>)$/, (_, close) => ` ${name}="${escaped(value)}"${close}`);
  }, tag);
}

/** Text for an element or an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
