import type { Injector, IWorkbookData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FileError } from "../../files/fileError";
import { patchXlsx } from "../../files/patchXlsx";
import { readXlsx } from "../../files/readXlsx";
import type { XlsxFile } from "../../files/xlsxFile";
import { catalogue } from "../../functions/catalogue";
import { setOpenWorkbook } from "../../functions/cells/openWorkbook";
import type { OpenBook } from "../../workbook/book/book";
import type { Report } from "../../workbook/book/report";
import { reloadActiveLoan } from "../../workbook/loan/activeLoan";
import { bookChanges, notSaved } from "./bookChanges";
import { newFile, notCalculated, type BookFile } from "./bookFile";
import type { BookReading } from "./bookReading";
import { checkFile } from "./checkFile";
import { readCsvBook } from "./csvIn";
import { chooseTarget, download, mayWrite, writeFile, writesFiles, type ChosenFile } from "./fileAccess";
import { listInWords, openedInWords } from "./fileWords";
import { readGrid } from "./readGrid";
import { rememberFile } from "./recentFiles";
import { workbookData } from "./workbookData";

/** Our functions as the add-in that is built without a namespace calls them. */
const FUNCTIONS = { names: catalogue.map(({ id }) => id), namespace: "" };

export interface OpenGrid {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly book: OpenBook;
}

/** What the page asks of the user, and says. */
export interface FilesView {
  /** Says something of a file that the user should know once. */
  tell(words: string): void;
  /** What to do with changes that are in no file. */
  askUnsaved(name: string): Promise<"save" | "discard" | "cancel">;
  /** Whether to save as a new workbook what cannot be saved into the file. */
  askNew(name: string, reason: string): Promise<"new" | "cancel">;
  /** What to do when somebody else has written the file meanwhile. */
  askOverwrite(name: string): Promise<"overwrite" | "copy" | "cancel">;
  /** Shows which file is open; undefined for a workbook that is in none. */
  showFile(name: string | undefined, isChanged: boolean): void;
}

/** The open workbook and its file. */
export class WorkbookFiles {
  /** Whether the user has changed something since the workbook was opened or saved. */
  private isChanged = false;

  /**
   * @param file of the workbook that is open; undefined when it is in none
   * @param keep has the browser keep which file belongs to the workbook
   */
  constructor(
    private readonly grid: OpenGrid,
    private readonly view: FilesView,
    private file: BookFile | undefined,
    private readonly keep: (file: BookFile) => void,
  ) {}

  /** Tells that the user has changed the workbook. */
  changed(): void {
    if (this.isChanged) return;
    this.isChanged = true;
    this.tellFile();
  }

  /** Shows the file of a workbook that this browser kept, and whether it has changes that are not in it. */
  async takeUp(): Promise<void> {
    this.isChanged = await this.isUnsaved();
    this.tellFile();
  }

  /** Opens a file in the place of the open workbook, once its unsaved changes are settled. */
  async open(choose: () => Promise<ChosenFile | undefined>): Promise<void> {
    let name = "The file";
    try {
      const chosen = await choose();
      name = chosen?.name ?? name;
      if (chosen && (await this.mayLeave())) await this.become(chosen);
    } catch (error) {
      this.view.tell(`${name} cannot be opened: ${wordsOf(error)}. The open workbook is as it was.`);
    }
  }

  /** Saves into the file of the workbook. @returns whether it is saved */
  save(): Promise<boolean> {
    return this.saving((file) => this.intoFile(file));
  }

  /** Saves into a file that the user names. @returns whether it is saved */
  saveAs(): Promise<boolean> {
    return this.saving((file) => this.intoAnother(file));
  }

  /** What the workbook's file held for our formulas, beside what they answer here; undefined without such a file. */
  check(): Report | undefined {
    return this.file && checkFile(this.file, readXlsx(this.file.bytes, FUNCTIONS));
  }

  /** The sheet that is open, as it is now. */
  async openSheet() {
    const { workbook, reading } = await this.settled();
    const id = workbook.getActiveSheet().getSheetId();
    return {
      name: withoutEnding(this.file?.name ?? workbook.getName()),
      sheet: reading.sheets.find((sheet) => sheet.id === id),
    };
  }

  tellFile(): void {
    this.view.showFile(this.file?.name, this.isChanged);
  }

  private async mayLeave(): Promise<boolean> {
    if (!this.isChanged || !(await this.isUnsaved())) return true;
    const answer = await this.view.askUnsaved(this.file?.name ?? this.workbook().getName());
    return answer === "discard" || (answer === "save" && (await this.save()));
  }

  /** A change that was taken back is none. */
  private async isUnsaved(): Promise<boolean> {
    const { file } = this;
    if (!file) return true;
    const { reading } = await this.settled();
    try {
      return bookChanges(file.saved, reading, file).length > 0;
    } catch {
      return true; // A change that cannot be saved into the file.
    }
  }

  private async become({ name, bytes, handle, modified }: ChosenFile): Promise<void> {
    if (isTextFile(name)) return this.becomeSheet(name, bytes);
    const xlsx = readXlsx(bytes, FUNCTIONS);
    const saved = await this.show(xlsx, name);
    const { dateSystem, kept } = xlsx;
    const protectedSheets = xlsx.sheets.filter(({ isProtected }) => isProtected).map((sheet) => sheet.name);
    await this.settle({ name, bytes, saved, dateSystem, kept, ...written(handle, modified) });
    const facts = { dateSystem, kept, protectedSheets, notCalculated: notCalculated(xlsx, saved) };
    this.view.tell(openedInWords(facts).join(" "));
  }

  /** The rows of a text file are a sheet of a new workbook, which has no file before it is saved. */
  private async becomeSheet(name: string, bytes: Uint8Array): Promise<void> {
    const { file, words } = readCsvBook(bytes, withoutEnding(name));
    const reading = await this.show(file, name);
    const own = newFile(reading, withoutEnding(name));
    await this.settle(own);
    this.view.tell([`${name} is a sheet of a new workbook, which a save writes as ${own.name}.`, ...words].join(" "));
  }

  /**
   * Opens a workbook in the place of the other, since the grid has one at a time, and answers what the grid holds of it.
   * One that it cannot open leaves the other where it was.
   */
  private async show(file: XlsxFile, name: string): Promise<BookReading> {
    const data = workbookData(file, { id: crypto.randomUUID(), name: withoutEnding(name) });
    const before = this.workbook().save();
    this.replaceWorkbook(before, data);
    try {
      await reloadActiveLoan(this.grid.book);
      const { workbook, reading } = await this.settled();
      workbook.getActiveRange()?.activate();
      return reading;
    } catch (error) {
      this.replaceWorkbook(data, before);
      await reloadActiveLoan(this.grid.book);
      throw error;
    }
  }

  private replaceWorkbook(open: OpenData, next: OpenData): void {
    const { api } = this.grid;
    setOpenWorkbook({ activeLoan: null });
    api.disposeUnit(open.id);
    try {
      api.createWorkbook(next);
    } catch (error) {
      api.createWorkbook(open);
      throw error;
    }
  }

  private async saving(write: (file: BookFile) => Promise<BookFile | undefined>): Promise<boolean> {
    const { reading } = await this.settled();
    const file = this.file ?? newFile(reading, this.workbook().getName());
    try {
      const patched = this.patched(file, reading);
      const saved = await write(patched.file);
      if (!saved) return false;
      await this.settle({ ...saved, saved: reading });
      this.view.tell(patched.words);
      return true;
    } catch (error) {
      if (error instanceof FileError && this.file) return this.offerNew(file.name, error.message, reading);
      this.view.tell(`${file.name} was not saved: ${wordsOf(error)}. The file is as it was.`);
      return false;
    }
  }

  private patched(file: BookFile, reading: BookReading): { readonly file: BookFile; readonly words: string } {
    const edits = bookChanges(file.saved, reading, file);
    const left = notSaved(file.saved, reading);
    const words = left.length > 0 ? `Saved, but for ${listInWords(left)}.` : "";
    const bytes = edits.length > 0 ? patchXlsx(file.bytes, edits, FUNCTIONS) : file.bytes;
    return { file: { ...file, bytes }, words };
  }

  private async offerNew(name: string, reason: string, reading: BookReading): Promise<boolean> {
    if ((await this.view.askNew(name, reason)) === "cancel") return false;
    const file = newFile(reading, `${withoutEnding(name)} (new)`);
    try {
      const saved = await this.intoAnother(this.patched(file, reading).file);
      if (saved) await this.settle({ ...saved, saved: reading });
      return saved !== undefined;
    } catch (error) {
      this.view.tell(`${file.name} was not saved: ${wordsOf(error)}.`);
      return false;
    }
  }

  private async intoFile(file: BookFile): Promise<BookFile | undefined> {
    const { handle, name, bytes, modified } = file;
    if (!handle || !(await mayWrite(handle))) return this.intoAnother(file);
    const now = (await handle.getFile()).lastModified;
    if (modified !== undefined && now !== modified) {
      const answer = await this.view.askOverwrite(name);
      if (answer !== "overwrite") return answer === "copy" ? this.intoAnother(file) : undefined;
    }
    return { ...file, modified: await writeFile(handle, bytes) };
  }

  private async intoAnother({
    handle: _handle,
    modified: _modified,
    ...file
  }: BookFile): Promise<BookFile | undefined> {
    if (!writesFiles) {
      download(file.name, file.bytes);
      return file;
    }
    const target = await chooseTarget(file.name);
    if (!target) return undefined;
    return { ...file, name: target.name, ...written(target, await writeFile(target, file.bytes)) };
  }

  private async settle(file: BookFile): Promise<void> {
    this.file = file;
    this.isChanged = false;
    this.keep(file);
    this.tellFile();
    if (file.handle) await rememberFile({ name: file.name, handle: file.handle });
  }

  /** What the grid holds once the cell that is being typed in has it, and everything is calculated. */
  private async settled() {
    const { api, injector } = this.grid;
    const workbook = this.workbook();
    await workbook.endEditingAsync(true);
    await api.getFormula().onCalculationResultApplied();
    return { workbook, reading: readGrid(workbook, injector) };
  }

  private workbook() {
    const open = this.grid.api.getActiveWorkbook();
    if (!open) throw new Error("no workbook is open");
    return open;
  }
}

function written(handle: FileSystemFileHandle | undefined, modified: number | undefined) {
  return { ...(handle && { handle }), ...(modified !== undefined && { modified }) };
}

function withoutEnding(name: string): string {
  return name.replace(/\.xls[xm]$/i, "").replace(TEXT_ENDING, "");
}

const TEXT_ENDING = /\.(?:csv|tsv|txt)$/i;

function isTextFile(name: string): boolean {
  return TEXT_ENDING.test(name);
}

/** A workbook in the grid's terms. */
type OpenData = Partial<IWorkbookData> & Pick<IWorkbookData, "id">;

/** An error without the full stop at its end. */
function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}
