import { quoted } from "../../core/errors";
import { a1, absolute } from "../../workbook/book/address";
import type { Area } from "../../workbook/book/book";
import type { OwnFunctions } from "../../workbook/formula/ownFunctions";
import { childOf, isTrue, walkXml } from "../archive/xml";
import { FileError } from "../fileError";
import { storedFormula } from "../formulas/storedFormula";
import { readRectangle } from "../reading/address";
import type { SheetPart } from "../reading/workbookPart";
import type { WriteCell, XlsxEdit } from "../xlsxEdit";
import type { Rectangle } from "../xlsxFile";
import type { Draft } from "./draft";
import { SheetDraft } from "./sheetDraft";
import { overlap, type SheetView } from "./sheetFrame";
import { plainStyleSheet, StyleSheet } from "./styleSheet";
import { TablePatch } from "./tablePatch";
import { noSheet, WorkbookDraft } from "./workbookDraft";

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

interface OpenSheet extends SheetPart {
  readonly draft: SheetDraft;
  readonly isNew: boolean;
  readonly isProtected: boolean;
  /** What a pivot table fills. */
  readonly pivots: readonly Rectangle[];
}

/** Gathers edits of a file, and makes them. */
export class FilePatch {
  private readonly workbook: WorkbookDraft;
  private readonly tables: TablePatch;
  /** By their parts: a sheet may get another name. */
  private readonly sheets = new Map<string, OpenSheet>();
  private readonly added = new Set<string>();
  private styleSheet: { readonly part: string; readonly sheet: StyleSheet } | undefined;

  constructor(
    private readonly draft: Draft,
    private readonly own: OwnFunctions,
    private readonly namespace: string,
  ) {
    this.workbook = new WorkbookDraft(draft);
    this.tables = new TablePatch(draft, this.workbook);
  }

  add(edit: XlsxEdit): void {
    switch (edit.do) {
      case "cell":
        return this.write(edit);
      case "format":
        return this.open(edit.area.sheet).draft.format(edit.area, edit.format);
      case "addSheet":
        this.added.add(this.workbook.addSheet(edit.sheet, edit.usual));
        return;
      case "renameSheet":
        return this.workbook.renameSheet(edit.sheet, edit.to);
      case "columnWidth":
        this.open(edit.sheet).draft.widths.set(edit.column, edit.characters);
        return;
      case "rowHeight":
        this.open(edit.sheet).draft.heights.set(edit.row, requireHeight(edit.points));
        return;
      case "merge":
      case "unmerge":
        return this.open(edit.area.sheet).draft.merge(edit.area, edit.do === "merge");
      case "freeze":
        return this.view(edit.sheet, { frozen: edit });
      case "gridlines":
        return this.view(edit.sheet, { showsGridlines: edit.shown });
      case "printPage":
        return this.printPage(edit.area);
      case "addTable":
        return this.tables.add(edit.table, edit.area, this.open(edit.area.sheet));
      case "resizeTable":
        return this.tables.resize(edit.table, edit.area, this.workbook.sheets, (sheet) => this.open(sheet));
      case "name":
        return this.name(edit.name, edit.formula, edit.sheet);
      case "deleteName":
        return this.workbook.setName(edit.name, undefined, edit.sheet);
    }
  }

  private view(sheet: string, told: SheetView): void {
    const { draft } = this.open(sheet);
    draft.view = { ...draft.view, ...told };
  }

  get bytes(): Uint8Array {
    const changesFormulas = [...this.sheets.values()].map((sheet) => this.apply(sheet)).some(Boolean);
    this.tables.apply([...this.sheets.values()]);
    if (this.styleSheet) this.draft.set(this.styleSheet.part, this.styleSheet.sheet.result);
    if (changesFormulas) this.workbook.dropCalculationChain();
    const changesValues = [...this.sheets.values()].some(({ draft, isNew }) => draft.changesValues && !isNew);
    if (changesFormulas || changesValues) this.workbook.calculateOnLoad();
    return this.draft.bytes;
  }

  private apply({ part, draft }: OpenSheet): boolean {
    const { text, changesFormulas } = draft.applied(this.draft.text(part));
    this.draft.set(part, text);
    return changesFormulas;
  }

  private write(edit: WriteCell): void {
    const sheet = this.open(edit.sheet, edit.isRecalculated);
    const { row, column, formula, spilled } = edit;
    const area = { row, column, rows: spilled?.length ?? 1, columns: spilled?.[0]?.length ?? 1 };
    if (sheet.pivots.some((pivot) => overlap(pivot, area))) {
      throw refused(sheet.name, area, "must stay as it is: it is in a pivot table");
    }
    const table = this.tables.around(sheet.part, area);
    if (table && area.rows * area.columns > 1) {
      throw refused(sheet.name, area, `must not be filled by a formula: it is in the table ${table.name}`);
    }
    if (spilled && formula === undefined) throw refused(sheet.name, area, "must have a formula that fills it");
    const place = { own: this.own, namespace: this.namespace, table: table?.name };
    sheet.draft.write(edit, {
      formula: formula === undefined ? undefined : storedFormula(formula, place),
      mark: spilled ? this.workbook.dynamicMark() : undefined,
    });
  }

  private name(name: string, formula: string, sheet: string | undefined): void {
    requireName(name);
    this.workbook.setName(name, storedFormula(formula, { own: this.own, namespace: this.namespace }), sheet);
  }

  private printPage(area: Area): void {
    this.open(area.sheet).draft.isOnOnePage = true;
    this.workbook.setName("_xlnm.Print_Area", absolute(area), area.sheet);
  }

  /** A sheet that may be changed, or the answers of whose formulas are. */
  private open(name: string, isRecalculated = false): OpenSheet {
    const found = this.workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw noSheet(name, this.workbook.sheets);
    const before = this.sheets.get(found.part);
    const isLocked = before?.isProtected ?? isProtected(this.draft.text(found.part), found.part);
    if (isLocked && !isRecalculated) {
      throw new FileError(`the sheet "${found.name}" is protected: unprotect it in Excel before it is changed`);
    }
    if (before) return before;
    if (found.kind !== "worksheet") throw new FileError(`the sheet "${name}" must have cells; it is a ${found.kind}`);
    const { references } = this.workbook.namespaces;
    const styleWith = (base: number, format: Parameters<StyleSheet["with"]>[1]) => this.styles.with(base, format);
    const draft = new SheetDraft({ sheet: found.name, part: found.part, references, styleWith });
    const sheet = {
      ...found,
      draft,
      isNew: this.added.has(found.part),
      isProtected: isLocked,
      pivots: this.pivotsOn(found.part),
    };
    this.sheets.set(found.part, sheet);
    return sheet;
  }

  private pivotsOn(sheetPart: string): Rectangle[] {
    return this.draft.relationshipsOf(sheetPart).flatMap(({ kind, target }) => {
      if (kind !== "pivotTable" || !this.draft.has(target)) return [];
      const location = childOf(this.draft.xml(target), "location");
      return location ? [readRectangle(location.attributes.ref ?? "A1", target)] : [];
    });
  }

  private get styles(): StyleSheet {
    if (!this.styleSheet) {
      const text = plainStyleSheet(this.workbook.namespaces.main);
      const part = this.workbook.ensurePart("styles", "styles.xml", STYLES_TYPE, text);
      this.styleSheet = { part, sheet: new StyleSheet(this.draft.text(part), part) };
    }
    return this.styleSheet.sheet;
  }
}

/** Protection stands behind the cells. */
function isProtected(text: string, part: string): boolean {
  if (!text.includes("sheetProtection")) return false;
  let isLocked = false;
  walkXml(text, part, {
    opened(name, attributes) {
      if (name === "sheetProtection") isLocked = isTrue(attributes.sheet);
    },
  });
  return isLocked;
}

function refused(sheet: string, area: Rectangle, rule: string): FileError {
  return new FileError(`${a1(area)} of the sheet "${sheet}" ${rule}`);
}

function requireHeight(points: number): number {
  if (points >= 0 && points <= 409.5) return points;
  throw new FileError(`a row must be from 0 to 409.5 points high; received ${points}`);
}

/** What Excel takes for a name: no cell, and no sign that a formula reads as another. */
function requireName(name: string): void {
  const isSound =
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !/^(?:[A-Z]{1,3}\d{1,7}|R\d*C\d*|[RC])$/i.test(name);
  if (!isSound)
    throw new FileError(`a name must begin with a letter and be no cell, such as Rate; received ${quoted(name)}`);
}
