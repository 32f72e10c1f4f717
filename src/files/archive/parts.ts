import { FileError } from "../fileError";
import { readZip, unpacked, type ZipEntry } from "./readZip";
import { requireArchive } from "./requireWorkbook";
import { childrenOf, readXml, type XmlElement } from "./xml";

/** What a part refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: "worksheet", "table", "chart". */
  readonly kind: string;
  /** The whole type, an address. */
  readonly type: string;
  /** The part, or an address outside the file. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Parts as they are read, or as they stand after changes. */
export interface PartSource {
  readonly names: readonly string[];
  has(name: string): boolean;
  text(name: string): string;
  /** A part that is small, as a tree. */
  xml(name: string): XmlElement;
  relationshipsOf(name: string): Relationship[];
}

/** The parts of an Office file by their names, which take no heed of case. */
export class Parts implements PartSource {
  /** In the order of the archive. */
  readonly entries: ReadonlyMap<string, ZipEntry>;

  constructor(bytes: Uint8Array) {
    requireArchive(bytes);
    const entries = new Map<string, ZipEntry>();
    for (const entry of readZip(bytes)) {
      const key = keyOf(entry.name);
      if (entries.has(key)) throw new FileError(`the file has the part ${entry.name} twice`);
      entries.set(key, entry);
    }
    this.entries = entries;
  }

  get names(): readonly string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  text(name: string): string {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw new FileError(`the file names the part ${name}, which it does not have`);
    return decoded(unpacked(entry), entry.name);
  }

  xml(name: string): XmlElement {
    return readXml(this.text(name), name);
  }

  /** What a part refers to; nothing for one that refers to none. */
  relationshipsOf(name: string): Relationship[] {
    const list = relationshipsPartOf(name);
    return this.has(list) ? relationshipsIn(this.xml(list), name) : [];
  }
}

/** Reads a list of relationships. @param from the part whose list it is */
export function relationshipsIn(list: XmlElement, from: string): Relationship[] {
  return childrenOf(list, "Relationship").map(({ attributes }) => {
    const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    const isExternal = mode === "External";
    const kind = type.slice(type.lastIndexOf("/") + 1);
    return { id, kind, type, target: isExternal ? target : resolved(target, from), isExternal };
  });
}

/** xl/_rels/workbook.xml.rels, for xl/workbook.xml; _rels/.rels, for the file itself. */
export function relationshipsPartOf(name: string): string {
  const folder = name.slice(0, name.lastIndexOf("/") + 1);
  return `${folder}_rels/${name.slice(folder.length)}.rels`;
}

/** A target as it is written, seen from the part that refers to it, as the name of a part. */
function resolved(target: string, from: string): string {
  const folders = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== "." && step !== "") folders.push(step);
  }
  return folders.join("/");
}

/** By which a part is found: names take no heed of case. */
export function keyOf(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/** XML says in which letters it is written, by its first bytes or in its first line. */
function decoded(bytes: Uint8Array, part: string): string {
  const [first = 0, second = 0] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : declared(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(`the part ${part} of the file is not text in ${encoding.toUpperCase()}`);
  }
}

function declared(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding=["']([\w.-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
}
