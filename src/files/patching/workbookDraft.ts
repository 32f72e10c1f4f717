import { quoted } from "../../core/errors";
import { childOf, childrenOf, isTrue, type XmlElement } from "../archive/xml";
import { FileError } from "../fileError";
import { readWorkbookPart, type SheetPart, type WorkbookPart } from "../reading/workbookPart";
import type { XlsxSheet } from "../xlsxFile";
import { DECLARATION, referencePrefix, type Draft } from "./draft";
import { dynamicMark, METADATA_TYPE, plainMetadata } from "./dynamicMetadata";
import { newSheet } from "./newSheet";
import { escaped, type PartText } from "./partText";
import { renamedReferences } from "./renamedReferences";

/** The order of the elements of a workbook (ECMA-376 part 1, 18.2.27). */
const ORDER =
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
    " ",
  );
/** Parts with formulas; texts, styles and what only Excel reads have none. */
const MAY_NAME_SHEETS =
  /(?:^|\/)(?:workbook\d*|(?:worksheets|charts|chartsheets|tables)\/[^/]+|pivotCache\/pivotCacheDefinition\d*)\.xml$/i;
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** The part of the workbook, as it is changed: its sheets, names and how it is calculated. */
export class WorkbookDraft {
  private current: WorkbookPart;
  private mark: string | undefined;

  constructor(private readonly draft: Draft) {
    this.current = readWorkbookPart(draft);
  }

  get sheets(): WorkbookPart["sheets"] {
    return this.current.sheets;
  }

  get part(): string {
    return this.current.part;
  }

  partOf(kind: string): string | undefined {
    return this.current.partOf(kind);
  }

  /** The namespaces of the file: those of Office 2007, or those of the strict form. */
  get namespaces(): { readonly main: string; readonly references: string } {
    const { root } = this.current;
    const declared = Object.values(root.attributes);
    const main = declared.find((uri) => uri && /\/spreadsheetml(?:\/2006)?\/main$/.test(uri));
    const type = this.draft.relationshipsOf(this.part).find(({ kind }) => kind === "worksheet")?.type ?? "";
    return { main: main ?? "", references: type.slice(0, type.lastIndexOf("/")) };
  }

  /** @returns its part */
  addSheet(name: string, usual: XlsxSheet["usual"] = {}): string {
    this.requireOpenStructure();
    requireSheetName(name, this.sheets);
    const { main, references } = this.namespaces;
    const folder = this.part.slice(0, this.part.lastIndexOf("/") + 1);
    const part = this.draft.freeName(`${folder}worksheets/sheet`);
    this.draft.add(part, DECLARATION + newSheet(main, usual), SHEET_TYPE);
    const id = this.draft.relate(this.part, `${references}/worksheet`, part);
    this.change((workbook) => {
      const list = this.listOf(workbook, "sheets");
      const number = childrenOf(list, "sheet").reduce(
        (most, { attributes }) => Math.max(most, Number(attributes.sheetId)),
        0,
      );
      const reference = referencePrefix(workbook.root);
      const declared = reference === "" ? ` xmlns:r="${references}"` : "";
      workbook.append(
        list,
        `<${workbook.prefix}sheet name="${escaped(name)}" sheetId="${number + 1}"${declared} ${reference || "r:"}id="${id}"/>`,
      );
    });
    return part;
  }

  renameSheet(sheet: string, to: string): void {
    this.requireOpenStructure();
    const { name } = this.sheets[this.placeOf(sheet)] as SheetPart;
    const others = this.sheets.filter((one) => one.name !== name);
    requireSheetName(to, others);
    for (const part of this.draft.names) {
      if (MAY_NAME_SHEETS.test(part)) this.draft.set(part, renamedReferences(this.draft.text(part), part, name, to));
    }
    this.change((workbook) => {
      const tab = childrenOf(childOf(workbook.root, "sheets"), "sheet").find((one) => one.attributes.name === name);
      if (tab) workbook.setAttributes(tab, { name: to });
    });
  }

  /** @param formula as stored; undefined takes the name away */
  setName(name: string, formula: string | undefined, sheet: string | undefined): void {
    const place = sheet === undefined ? undefined : String(this.placeOf(sheet));
    this.change((workbook) => {
      const list = childOf(workbook.root, "definedNames");
      const before = childrenOf(list, "definedName").find((one) => isNamed(one, name, place));
      if (formula === undefined && !before) throw new FileError(`the name ${name} must be one that the file has`);
      const local = place === undefined ? "" : ` localSheetId="${place}"`;
      const { prefix: p } = workbook;
      const text =
        formula === undefined
          ? ""
          : `<${p}definedName name="${escaped(name)}"${local}>${escaped(formula)}</${p}definedName>`;
      const isLast = formula === undefined && childrenOf(list, "definedName").length === 1;
      if (list && isLast) workbook.remove(list);
      else if (before) workbook.replace(before, text);
      else if (list) workbook.append(list, text);
      else workbook.insert(workbook.root, "definedNames", ORDER, `<${p}definedNames>${text}</${p}definedNames>`);
    });
  }

  /** Has whoever opens the file calculate it: what depends on a change was not worked out here. */
  calculateOnLoad(): void {
    this.change((workbook) => {
      const before = childOf(workbook.root, "calcPr");
      if (before) workbook.setAttributes(before, { fullCalcOnLoad: "1" });
      else workbook.insert(workbook.root, "calcPr", ORDER, `<${workbook.prefix}calcPr fullCalcOnLoad="1"/>`);
    });
  }

  /** The order in which Excel last calculated is Excel's own note, and wrong once formulas change. */
  dropCalculationChain(): void {
    const chain = this.partOf("calcChain");
    if (chain !== undefined) this.draft.drop(chain, this.part);
  }

  /** The number by which a cell says that its formula may spill. */
  dynamicMark(): string {
    this.mark ??= this.makeDynamicMark();
    return this.mark;
  }

  /** A part that the workbook refers to, added where there is none. */
  ensurePart(kind: string, name: string, contentType: string, text: string): string {
    const before = this.partOf(kind);
    if (before !== undefined && this.draft.has(before)) return before;
    const folder = this.part.slice(0, this.part.lastIndexOf("/") + 1);
    this.draft.add(folder + name, DECLARATION + text, contentType);
    this.draft.relate(this.part, `${this.namespaces.references}/${kind}`, folder + name);
    this.current = readWorkbookPart(this.draft);
    return folder + name;
  }

  private makeDynamicMark(): string {
    const part = this.ensurePart("sheetMetadata", "metadata.xml", METADATA_TYPE, plainMetadata(this.namespaces.main));
    const { text, mark } = dynamicMark(this.draft.text(part), part);
    this.draft.set(part, text);
    return mark;
  }

  private placeOf(sheet: string): number {
    const place = this.sheets.findIndex(({ name }) => name.toLowerCase() === sheet.toLowerCase());
    if (place < 0) throw noSheet(sheet, this.sheets);
    return place;
  }

  private requireOpenStructure(): void {
    const protection = childOf(this.current.root, "workbookProtection");
    if (isTrue(protection?.attributes.lockStructure)) {
      throw new FileError("the workbook's structure is protected: unprotect it in Excel before a sheet is added");
    }
  }

  private listOf(workbook: PartText, name: string): XmlElement {
    const list = childOf(workbook.root, name);
    if (!list) throw new FileError("the file is a workbook without sheets");
    return list;
  }

  private change(make: (workbook: PartText) => void): void {
    const workbook = this.draft.open(this.part);
    make(workbook);
    this.draft.set(this.part, workbook.result);
    this.current = readWorkbookPart(this.draft);
  }
}

export function noSheet(sheet: string, sheets: WorkbookPart["sheets"]): FileError {
  const names = sheets.map(({ name }) => `"${name}"`).join(", ");
  return new FileError(`the sheet must be one of the file, ${names}; received ${quoted(sheet)}`);
}

function isNamed({ attributes }: XmlElement, name: string, place: string | undefined): boolean {
  return attributes.name?.toLowerCase() === name.toLowerCase() && attributes.localSheetId === place;
}

/** What Excel takes for the name of a sheet. */
function requireSheetName(name: string, sheets: WorkbookPart["sheets"]): void {
  const isSound = name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name) && !/^history$/i.test(name);
  if (!isSound) {
    throw new FileError(
      `a sheet's name must have 1 to 31 characters, none of them [ ] : * ? / \\, and no apostrophe at its ends; received ${quoted(name)}`,
    );
  }
  if (sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new FileError(`a sheet's name must be one that no other has; received ${quoted(name)}`);
  }
}
