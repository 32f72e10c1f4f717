import type { Parts, Relationship } from "../archive/parts";
import { childOf, childrenOf, isTrue, walkXml, type XmlElement } from "../archive/xml";
import type { KeptPart } from "../xlsxFile";
import type { SheetPart, WorkbookPart } from "./workbookPart";

/** Counts what is in a file beside cells, by kind and sheet, in the order in which it is met. */
export class KeptParts {
  private readonly counts = new Map<string, KeptPart>();

  add(kind: string, sheet?: string, count = 1): void {
    if (count === 0) return;
    const key = JSON.stringify([kind, sheet]);
    const before = this.counts.get(key)?.count ?? 0;
    this.counts.set(key, { kind, count: before + count, ...(sheet !== undefined && { sheet }) });
  }

  get list(): readonly KeptPart[] {
    return [...this.counts.values()];
  }
}

/** Elements of a sheet's part that are told by their number, by their names with the prefixes that Excel gives them. */
const IN_SHEETS: Readonly<Record<string, string>> = {
  cfRule: "conditional format",
  "x14:cfRule": "conditional format",
  dataValidation: "data validation",
  "x14:dataValidation": "data validation",
  hyperlink: "hyperlink",
  "x14:sparkline": "sparkline",
  autoFilter: "filter",
  oleObject: "embedded object",
  control: "form control",
  protectedRange: "range that some may edit",
  scenario: "scenario",
  brk: "page break",
};

/** The attributes of a border by which its diagonals are drawn. */
const DIAGONALS = ["diagonalUp", "diagonalDown"];

/** Parts that a sheet refers to, one each. */
const REFERRED: Readonly<Record<string, string>> = {
  pivotTable: "pivot table",
  slicer: "slicer",
  timeline: "timeline",
  queryTable: "query",
};

/** Parts that the workbook refers to. */
const OF_THE_WORKBOOK: Readonly<Record<string, string>> = {
  vbaProject: "macro project",
  externalLink: "link to another workbook",
  connections: "data connection",
  xlMacrosheet: "sheet of Excel 4 macros",
  chartsheet: "chart sheet",
  dialogsheet: "dialog sheet",
  powerPivotData: "data model",
};

/** What an element of a sheet's part is counted as. */
export function keptElement(name: string): string | undefined {
  return Object.hasOwn(IN_SHEETS, name) ? IN_SHEETS[name] : undefined;
}

export function addPartsOfSheet(parts: Parts, { name, part }: SheetPart, kept: KeptParts): void {
  for (const relationship of parts.relationshipsOf(part)) {
    const { kind, target, isExternal } = relationship;
    if (isExternal || !parts.has(target)) continue;
    if (Object.hasOwn(REFERRED, kind)) kept.add(REFERRED[kind] as string, name);
    if (kind === "comments") kept.add("comment", name, elementsIn(parts, relationship, "comment"));
    if (kind === "drawing") addDrawing(parts, relationship, name, kept);
  }
}

export function addPartsOfWorkbook(parts: Parts, { part }: WorkbookPart, kept: KeptParts): void {
  for (const { kind } of parts.relationshipsOf(part)) {
    if (Object.hasOwn(OF_THE_WORKBOOK, kind)) kept.add(OF_THE_WORKBOOK[kind] as string);
  }
  if (parts.names.some((name) => /^_xmlsignatures\/sig/i.test(name))) kept.add("digital signature");
}

export function addBorders(styles: XmlElement | undefined, kept: KeptParts): void {
  const isDrawn = ({ attributes }: XmlElement) => DIAGONALS.some((way) => isTrue(attributes[way]));
  kept.add("diagonal border", undefined, childrenOf(childOf(styles, "borders"), "border").filter(isDrawn).length);
}

function addDrawing(parts: Parts, { target }: Relationship, sheet: string, kept: KeptParts): void {
  const drawn = parts.relationshipsOf(target);
  kept.add("chart", sheet, drawn.filter(({ kind }) => kind === "chart" || kind === "chartEx").length);
  walkXml(parts.text(target), target, {
    opened(name) {
      if (name === "pic") kept.add("picture", sheet);
      if (name === "sp" || name === "cxnSp") kept.add("shape", sheet);
    },
  });
}

function elementsIn(parts: Parts, { target }: Relationship, wanted: string): number {
  let count = 0;
  walkXml(parts.text(target), target, {
    opened(name) {
      if (name === wanted) count++;
    },
  });
  return count;
}
