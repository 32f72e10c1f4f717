import { strToU8 } from "fflate";
import {
  keyOf,
  relationshipsIn,
  relationshipsPartOf,
  type PartSource,
  type Parts,
  type Relationship,
} from "../archive/parts";
import { writeZip, type NewEntry } from "../archive/writeZip";
import { childrenOf, readXml, type XmlElement } from "../archive/xml";
import { PartText } from "./partText";

const CONTENT_TYPES = "[Content_Types].xml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The parts of a file with the changes made to them so far. */
export class Draft implements PartSource {
  private readonly changed = new Map<string, { readonly name: string; readonly text: string }>();
  private readonly dropped = new Set<string>();
  private readonly unpacked = new Map<string, string>();

  constructor(readonly parts: Parts) {}

  get names(): readonly string[] {
    const added = [...this.changed.values()].filter(({ name }) => !this.parts.has(name)).map(({ name }) => name);
    return [...this.parts.names.filter((name) => this.has(name)), ...added];
  }

  has(name: string): boolean {
    return this.changed.has(keyOf(name)) || (this.parts.has(name) && !this.dropped.has(keyOf(name)));
  }

  text(name: string): string {
    return this.changed.get(keyOf(name))?.text ?? this.unpackedText(name);
  }

  xml(name: string): XmlElement {
    return readXml(this.text(name), name);
  }

  /** A part that is small, to be read and changed. */
  open(name: string): PartText {
    return new PartText(this.text(name), name);
  }

  set(name: string, text: string): void {
    if (this.has(name) && this.text(name) === text) return;
    this.changed.set(keyOf(name), { name, text: inUtf8(text) });
  }

  /** Adds a part, and says what it is. */
  add(name: string, text: string, contentType: string): void {
    this.set(name, text);
    const types = this.open(CONTENT_TYPES);
    types.append(types.root, `<${types.prefix}Override PartName="/${name}" ContentType="${contentType}"/>`);
    this.set(CONTENT_TYPES, types.result);
  }

  /** Takes a part out, with what the content types and one other part say of it. */
  drop(name: string, referredBy: string): void {
    this.dropped.add(keyOf(name));
    this.changed.delete(keyOf(name));
    this.takeOut(CONTENT_TYPES, ({ attributes }) => keyOf(attributes.PartName ?? "") === keyOf(name));
    const ids = this.relationshipsOf(referredBy).filter(({ target }) => keyOf(target) === keyOf(name));
    this.takeOut(relationshipsPartOf(referredBy), (element) => ids.some(({ id }) => id === element.attributes.Id));
  }

  relationshipsOf(name: string): Relationship[] {
    const list = relationshipsPartOf(name);
    return this.has(list) ? relationshipsIn(readXml(this.text(list), list), name) : [];
  }

  /** Has one part refer to another. @returns the id by which it does */
  relate(from: string, type: string, target: string): string {
    const list = relationshipsPartOf(from);
    if (!this.has(list)) this.set(list, `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"/>`);
    const relationships = this.open(list);
    const taken = new Set(childrenOf(relationships.root, "Relationship").map(({ attributes }) => attributes.Id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const { prefix } = relationships;
    relationships.append(
      relationships.root,
      `<${prefix}Relationship Id="rId${number}" Type="${type}" Target="/${target}"/>`,
    );
    this.set(list, relationships.result);
    return `rId${number}`;
  }

  /** The first name with a number that no part has: xl/worksheets/sheet3.xml. */
  freeName(stem: string): string {
    let number = 1;
    while (this.has(`${stem}${number}.xml`)) number++;
    return `${stem}${number}.xml`;
  }

  get bytes(): Uint8Array {
    const rest = new Map(this.changed);
    const entries = [...this.parts.entries].flatMap(([key, entry]) => {
      if (this.dropped.has(key)) return [];
      const change = rest.get(key);
      rest.delete(key);
      return [change ? { name: entry.name, bytes: strToU8(change.text), replaces: entry } : entry];
    });
    const added = [...rest.values()].map(({ name, text }): NewEntry => ({ name, bytes: strToU8(text) }));
    return writeZip([...entries, ...added]);
  }

  /** A sheet is asked for more than once, and may take long to unpack. */
  private unpackedText(name: string): string {
    const key = keyOf(name);
    const text = this.unpacked.get(key) ?? this.parts.text(name);
    this.unpacked.set(key, text);
    return text;
  }

  private takeOut(name: string, isMeant: (element: XmlElement) => boolean): void {
    const part = this.open(name);
    part.root.children.filter(isMeant).forEach((element) => part.remove(element));
    this.set(name, part.result);
  }
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What was read in other letters is written in these, and says so. */
function inUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding=)(?:"(?!utf-8")[\w.-]+"|'(?!utf-8')[\w.-]+')/i, '$1"UTF-8"');
}

/** The prefix of an attribute that refers to another part, as the root declares it: "r:". */
export function referencePrefix(root: XmlElement): string {
  const declared = Object.entries(root.attributes).find(
    ([name, value]) => name.startsWith("xmlns:") && /\/officeDocument(?:\/2006)?\/relationships$/.test(value ?? ""),
  );
  return declared ? `${declared[0].slice("xmlns:".length)}:` : "";
}
