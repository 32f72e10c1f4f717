import { childOf, childrenOf, type XmlElement } from "../archive/xml";
import type { XlsxTable } from "../xlsxFile";
import { readRectangle } from "./address";
import { unescaped } from "./sharedStrings";

export function readTable(table: XmlElement, part: string): XlsxTable {
  const { name = "", displayName = name, ref = "", headerRowCount = "1", totalsRowCount = "0" } = table.attributes;
  return {
    name: displayName,
    area: readRectangle(ref, part),
    headers: childrenOf(childOf(table, "tableColumns"), "tableColumn").map((one) =>
      unescaped(one.attributes.name ?? ""),
    ),
    hasHeaders: headerRowCount !== "0",
    hasTotals: totalsRowCount !== "0",
  };
}
