import { childOf, childrenOf, type XmlElement } from "../archive/xml";
import { FileError } from "../fileError";
import { readTable } from "../reading/tables";
import type { Rectangle, XlsxTable } from "../xlsxFile";
import { referenceTo } from "./cellXml";
import type { Draft } from "./draft";
import { escaped, PartText } from "./partText";

export const TABLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const ORDER = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

export interface TablePart extends XlsxTable {
  readonly part: string;
}

/** The tables of a sheet as they stand now. */
export function tablesOf(draft: Draft, sheetPart: string): TablePart[] {
  return draft
    .relationshipsOf(sheetPart)
    .filter(({ kind, target }) => kind === "table" && draft.has(target))
    .map(({ target }) => ({ ...readTable(draft.open(target).root, target), part: target }));
}

/** A new table's part. */
export function tableXml(namespace: string, id: number, table: XlsxTable): string {
  const reference = referenceTo(table.area);
  const name = escaped(table.name);
  const columns = table.headers.map((header, at) => columnXml("", at + 1, header)).join("");
  return (
    `<table xmlns="${namespace}" id="${id}" name="${name}" displayName="${name}" ref="${reference}" totalsRowShown="0">` +
    `<autoFilter ref="${reference}"/><tableColumns count="${table.headers.length}">${columns}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

/** The text of a table's part for other cells or headers. Its columns keep what is told of them. */
export function resizedTable(text: string, part: string, area: Rectangle, headers: readonly string[]): string {
  const table = new PartText(text, part);
  const { root } = table;
  const before = readTable(root, part);
  table.setAttributes(root, { ref: referenceTo(area) });
  const filter = childOf(root, "autoFilter");
  if (filter) {
    const rows = before.hasTotals ? area.rows - 1 : area.rows;
    table.setAttributes(filter, { ref: referenceTo({ ...area, rows }) });
  }
  table.put(root, "tableColumns", ORDER, columnsXml(table, headers));
  return table.result;
}

function columnsXml(table: PartText, headers: readonly string[]): string {
  const { prefix: p } = table;
  const list = childOf(table.root, "tableColumns");
  const before = childrenOf(list, "tableColumn");
  const lastId = before.reduce((most, { attributes }) => Math.max(most, Number(attributes.id)), 0);
  const columns = headers.map((header, at) => {
    const column = before[at];
    return column ? renamed(table, column, header) : columnXml(p, lastId + 1 + at - before.length, header);
  });
  return `<${p}tableColumns count="${headers.length}">${columns.join("")}</${p}tableColumns>`;
}

function renamed(table: PartText, column: XmlElement, header: string): string {
  if (column.attributes.name === escapedHeader(header)) return table.source(column);
  const part = new PartText(table.source(column), "tableColumn");
  part.setAttributes(part.root, { name: escapedHeader(header) });
  return part.result;
}

function columnXml(prefix: string, id: number, header: string): string {
  return `<${prefix}tableColumn id="${id}" name="${escaped(escapedHeader(header))}"/>`;
}

/** A break of lines within a header is written as a character that XML does not allow. */
function escapedHeader(header: string): string {
  return header
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[\n\r]/g, (one) => (one === "\n" ? "_x000a_" : "_x000d_"));
}

/** What Excel asks of headers: texts, each another. */
export function requireHeaders(table: string, headers: readonly unknown[]): readonly string[] {
  headers.forEach((header, at) => {
    const isOther = headers.findIndex((one) => String(one).toLowerCase() === String(header).toLowerCase()) === at;
    if (typeof header === "string" && header !== "" && isOther) return;
    throw new FileError(
      `the headers of the table ${table} must be texts, each another; column ${at + 1} has ${JSON.stringify(header ?? null)}`,
    );
  });
  return headers as readonly string[];
}
