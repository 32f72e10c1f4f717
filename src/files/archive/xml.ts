import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FileError } from "../fileError";
import { LIMITS } from "./limits";

/** What is told of an XML text, in its order. Names are those within the namespace of the root element. */
export interface XmlVisitor {
  /** @param at where the element's first character stands */
  opened?(name: string, attributes: Attributes, at: number, isEmpty: boolean): void;
  /** @param end right behind the element */
  closed?(name: string, end: number): void;
  text?(text: string): void;
}

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlElement[];
  /** Its own, without that of its children. */
  readonly text: string;
}

/** Reads an XML text of a part, or throws in words. It knows no document types and no entities but the five of XML. */
export function walkXml(xml: string, part: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser();
  let prefix: string | undefined;
  let depth = 0;
  let start = 0;
  const local = (name: string) => (prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name);
  parser.on("doctype", () => {
    throw new FileError(`the part ${part} of the file has a document type (DTD), which no workbook needs`);
  });
  parser.on("error", (error) => {
    throw new FileError(
      `the part ${part} of the file is not well-formed XML: ${error.message.replace(/^[\d:]+:\s*/, "")}`,
    );
  });
  parser.on("opentagstart", () => {
    start = parser.position;
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    prefix ??= /^.*?:|^/.exec(tag.name)?.[0] ?? "";
    if (++depth > LIMITS.depth) throw tooDeep(part);
    visitor.opened?.(local(tag.name), tag.attributes, xml.lastIndexOf("<", start - 1), tag.isSelfClosing);
  });
  parser.on("closetag", (tag: SaxesTagPlain) => {
    depth--;
    visitor.closed?.(local(tag.name), parser.position);
  });
  if (visitor.text) {
    const { text } = visitor;
    parser.on("text", (piece) => text.call(visitor, piece));
    parser.on("cdata", (piece) => text.call(visitor, piece));
  }
  parser.write(xml).close();
}

/** A part that is small as a tree. */
export function readXml(xml: string, part: string): XmlElement {
  const root: Growing = { name: "", attributes: {}, children: [], text: "" };
  const open: Growing[] = [root];
  walkXml(xml, part, {
    opened(name, attributes) {
      const element: Growing = { name, attributes, children: [], text: "" };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    closed() {
      open.pop();
    },
    text(text) {
      const element = open.at(-1);
      if (element) element.text += text;
    },
  });
  return root.children[0] ?? root;
}

interface Growing {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: Growing[];
  text: string;
}

/** The children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** An attribute of whatever namespace, by its own name: r:id by "id". */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? attributes[name] : attributes[key];
}

/** The truth values of XML. */
export function isTrue(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

function tooDeep(part: string): FileError {
  return new FileError(`the part ${part} of the file must have ${LIMITS.depth} elements within each other or fewer`);
}
