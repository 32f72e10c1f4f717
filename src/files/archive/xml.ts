import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FileError } from "../fileError";
import { LIMITS } from "./limits";

/** What is told of an XML text, in its order. Names are those within the namespace of the root element. */
export interface XmlVisitor {
  /** @param tagEnd right behind the tag, in the text */
  opened?(name: string, attributes: Attributes, tagEnd: number): void;
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
  /** Where it begins and ends in the text that it was read from. */
  readonly start: number;
  readonly end: number;
  /** Right behind its first tag. */
  readonly tagEnd: number;
}

/** Reads an XML text of a part, or throws in words. It knows no document types and no entities but the five of XML. */
export function walkXml(xml: string, part: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser();
  let prefix: string | undefined;
  let depth = 0;
  const local = (name: string) => (prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name);
  parser.on("doctype", () => {
    throw new FileError(`the part ${part} of the file has a document type (DTD), which no workbook needs`);
  });
  parser.on("error", (error) => {
    throw new FileError(
      `the part ${part} of the file is not well-formed XML: ${error.message.replace(/^[\d:]+:\s*/, "")}`,
    );
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    prefix ??= /^.*?:|^/.exec(tag.name)?.[0] ?? "";
    if (++depth > LIMITS.depth) throw tooDeep(part);
    visitor.opened?.(local(tag.name), tag.attributes, parser.position);
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
  const root = growing("", {}, 0, 0);
  const open: Growing[] = [root];
  walkXml(xml, part, {
    opened(name, attributes, tagEnd) {
      const element = growing(name, attributes, tagStart(xml, tagEnd), tagEnd);
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    closed(_name, end) {
      const element = open.pop();
      if (element) element.end = end;
    },
    text(text) {
      const element = open.at(-1);
      if (element) element.text += text;
    },
  });
  return root.children[0] ?? root;
}

/** The prefix of the root element with its colon, which some writers give to every name: "x:". */
export function prefixOf(xml: string): string {
  return /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<([^\s:/>]+:)/.exec(xml)?.[1] ?? "";
}

/** Where a tag begins that ends at a place: "<" stands in no attribute. */
export function tagStart(xml: string, tagEnd: number): number {
  return xml.lastIndexOf("<", tagEnd - 1);
}

interface Growing extends Omit<XmlElement, "text" | "end" | "children"> {
  readonly children: Growing[];
  text: string;
  end: number;
}

function growing(name: string, attributes: Attributes, start: number, tagEnd: number): Growing {
  return { name, attributes, children: [], text: "", start, end: tagEnd, tagEnd };
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
