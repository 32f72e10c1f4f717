import { quoted } from "../../core/errors";
import type { PartSource } from "../archive/parts";
import { requireWorkbook } from "../archive/requireWorkbook";
import { attributeOf, childOf, childrenOf, isTrue, type XmlElement } from "../archive/xml";
import { FileError } from "../fileError";

/** The workbook's own part: where the sheets are, and the date system. */
export interface WorkbookPart {
  readonly part: string;
  readonly root: XmlElement;
  readonly sheets: readonly SheetPart[];
  readonly dateSystem: 1900 | 1904;
  /** The part of that kind which the workbook refers to. */
  partOf(kind: string): string | undefined;
}

export interface SheetPart {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very hidden";
  readonly part: string;
  /** "worksheet", "chartsheet", "dialogsheet" */
  readonly kind: string;
}

export function readWorkbookPart(parts: PartSource): WorkbookPart {
  const start = parts.relationshipsOf("").find(({ kind }) => kind === "officeDocument")?.target;
  const part = requireWorkbook(parts.names, start);
  const root = parts.xml(part);
  const relationships = parts.relationshipsOf(part).filter(({ isExternal }) => !isExternal);
  const sheets = childrenOf(childOf(root, "sheets"), "sheet").map((sheet): SheetPart => {
    const { name = "", state } = sheet.attributes;
    const found = relationships.find(({ id }) => id === attributeOf(sheet, "id"));
    if (!found) throw new FileError(`the file names the sheet ${quoted(name)}, which it does not have`);
    const visibility = state === "hidden" ? "hidden" : state === "veryHidden" ? "very hidden" : "visible";
    return { name, visibility, part: found.target, kind: found.kind };
  });
  return {
    part,
    root,
    sheets,
    dateSystem: isTrue(childOf(root, "workbookPr")?.attributes.date1904) ? 1904 : 1900,
    partOf: (kind) => relationships.find((one) => one.kind === kind)?.target,
  };
}
