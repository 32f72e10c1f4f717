import { FileError } from "../fileError";
import { readZip, unpacked, type ZipEntry } from "./readZip";
import { childrenOf, readXml, type XmlElement } from "./xml";

/** What a part refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: "worksheet", "table", "chart". */
  readonly kind: string;
  /** The part, or an address outside the file. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The parts of an Office file by their names, which take no heed of case. */
export class Parts {
  private readonly entries = new Map<string, ZipEntry>();

  constructor(bytes: Uint8Array) {
    for (const entry of readZip(bytes)) {
      const key = keyOf(entry.name);
      if (this.entries.has(key)) throw new FileError(`the file has the part ${entry.name} twice`);
      this.entries.set(key, entry);
    }
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
    if (!this.has(list)) return [];
    return childrenOf(this.xml(list), "Relationship").map(({ attributes }) => {
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
      const isExternal = mode === "External";
      return {
        id,
        kind: type.slice(type.lastIndexOf("/") + 1),
        target: isExternal ? target : resolved(target, name),
        isExternal,
      };
    });
  }
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

function keyOf(name: string): string {
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
