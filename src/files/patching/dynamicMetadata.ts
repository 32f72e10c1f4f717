import { childOf, childrenOf } from "../archive/xml";
import { dynamicMarks } from "../reading/metadata";
import { PartText } from "./partText";

export const METADATA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
const ORDER = [
  "metadataTypes",
  "metadataStrings",
  "mdxMetadata",
  "futureMetadata",
  "cellMetadata",
  "valueMetadata",
  "extLst",
];

/** A part that says nothing yet. */
export function plainMetadata(namespace: string): string {
  return `<metadata xmlns="${namespace}"/>`;
}

/**
 * The number by which cells say that a formula is a dynamic array, in a part that says what it means: as it stands
 * there, or added to it (MS-XLSX 2.2.4.9, dynamicArrayProperties).
 */
export function dynamicMark(text: string, part: string): { readonly text: string; readonly mark: string } {
  const metadata = new PartText(text, part);
  const { root, prefix: p } = metadata;
  const [known] = dynamicMarks(root);
  if (known !== undefined) return { text, mark: known };
  const types = childrenOf(childOf(root, "metadataTypes"), "metadataType").length;
  const marks = childrenOf(childOf(root, "cellMetadata"), "bk").length;
  addTo(metadata, "metadataTypes", types, `<${p}metadataType ${TYPE}/>`);
  const properties = `<xda:dynamicArrayProperties xmlns:xda="${DYNAMIC_ARRAY}" fDynamic="1" fCollapsed="0"/>`;
  const block = `<${p}bk><${p}extLst><${p}ext uri="${URI}">${properties}</${p}ext></${p}extLst></${p}bk>`;
  const future = `<${p}futureMetadata name="XLDAPR" count="1">${block}</${p}futureMetadata>`;
  metadata.insert(root, "futureMetadata", ORDER, future);
  addTo(metadata, "cellMetadata", marks, `<${p}bk><${p}rc t="${types + 1}" v="0"/></${p}bk>`);
  return { text: metadata.result, mark: String(marks + 1) };
}

/** Adds to a list with a count; the list too where there is none. */
function addTo(metadata: PartText, name: string, before: number, added: string): void {
  const { root, prefix } = metadata;
  const list = childOf(root, name);
  const whole = list ? metadata.source(list) : `<${prefix}${name}/>`;
  const part = new PartText(whole, name);
  part.append(part.root, added);
  const counted = new PartText(part.result, name);
  counted.setAttributes(counted.root, { count: String(before + 1) });
  metadata.put(root, name, ORDER, counted.result);
}

const DYNAMIC_ARRAY = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const URI = "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}";
const TYPE =
  'name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" ' +
  'rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"';
