import { childOf, childrenOf, type XmlElement } from "../archive/xml";

/** Which marks of cells (cm="1", counted from 1) say that a formula is a dynamic array. */
export function dynamicMarks(metadata: XmlElement | undefined): ReadonlySet<string> {
  const types = childrenOf(childOf(metadata, "metadataTypes"), "metadataType").map(({ attributes }) => attributes.name);
  const marks = childrenOf(childOf(metadata, "cellMetadata"), "bk");
  const isDynamic = (mark: XmlElement) =>
    childrenOf(mark, "rc").some(({ attributes }) => types[Number(attributes.t) - 1] === "XLDAPR");
  return new Set(marks.flatMap((mark, at) => (isDynamic(mark) ? [String(at + 1)] : [])));
}
