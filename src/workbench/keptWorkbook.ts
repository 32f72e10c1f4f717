import type { IWorkbookData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { delMany, getMany, setMany } from "idb-keyval";
import { onChange } from "./changes";
import type { BookFile } from "./files/bookFile";
import { whenItsTurn } from "./turn";

const WORKBOOK = "workbook";
/** Tells one state of the kept workbook from the next, whichever page kept it. */
const REVISION = "workbook revision";
/** The file that the kept workbook is saved into. */
const FILE = "workbook file";
const QUIET_MILLISECONDS = 250;

export interface KeptWorkbook {
  readonly snapshot: IWorkbookData;
  readonly revision: string | undefined;
  readonly file: BookFile | undefined;
}

/** The workbook as it was left in this browser; nothing when it was never changed, or the browser keeps nothing. */
export async function keptWorkbook(): Promise<KeptWorkbook | undefined> {
  const [snapshot, revision, file] = await getMany([WORKBOOK, REVISION, FILE]).catch(() => []);
  return snapshot && { snapshot, revision, file };
}

let isForgotten = false;

/** Forgets the workbook, with whatever this page has not kept of it. */
export async function forgetWorkbook(): Promise<void> {
  isForgotten = true;
  await delMany([WORKBOOK, REVISION, FILE]);
}

/**
 * What becomes of the user's changes. Of several pages that show the workbook one keeps it, lest they overwrite each
 * other; a page that waits for its turn says so, and so does one whose browser keeps nothing.
 */
export type Keeping = "nothing to save" | "saving" | "saved" | "open elsewhere" | "refused";

export interface KeepingView {
  /** Takes what becomes of the changes, each time it changes. */
  readonly report: (keeping: Keeping) => void;
  /** Asks whose changes to keep where another page, closed by now, has kept others: this page's, or those. */
  readonly keepMine: () => Promise<boolean>;
}

/**
 * Keeps the open workbook in this browser shortly after each change of the user's, while it is this page's turn, and
 * has the browser ask before the page is left with changes that are not kept.
 *
 * @param revision that of the workbook which was opened
 * @returns takes the file that the open workbook is saved into from now on, to keep it with the workbook
 */
export function keepWorkbook(api: FUniver, revision: string | undefined, view: KeepingView): (file: BookFile) => void {
  const keeper = new WorkbookKeeper(api, revision, view);
  onChange(api, () => keeper.changed());
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keeper.hurry();
  });
  addEventListener("beforeunload", (leaving) => {
    keeper.hurry();
    if (keeper.isUnkept()) leaving.preventDefault();
  });
  whenItsTurn(
    WORKBOOK,
    () => void keeper.takeOver(),
    () => view.report("open elsewhere"),
  );
  return (file) => keeper.follow(file);
}

class WorkbookKeeper {
  private mayKeep = false;
  /** Changes so far, and how many of them are kept. */
  private changes = 0;
  private kept = 0;
  /** What is to be kept of the workbook's file, since it has another one or was saved into it. */
  private file: BookFile | undefined;
  private pending: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: FUniver,
    private revision: string | undefined,
    private readonly view: KeepingView,
  ) {}

  changed(): void {
    this.changes++;
    if (!this.mayKeep) return;
    this.view.report("saving");
    clearTimeout(this.pending);
    this.pending = setTimeout(() => void this.keep(), QUIET_MILLISECONDS);
  }

  follow(file: BookFile): void {
    this.file = file;
    if (this.mayKeep) this.changed();
  }

  /** Does not wait for a pause of the user's. */
  hurry(): void {
    if (this.pending !== undefined) void this.keep();
  }

  isUnkept(): boolean {
    return !isForgotten && this.changes > this.kept;
  }

  async takeOver(): Promise<void> {
    const kept = await keptWorkbook();
    const isAnother = kept !== undefined && kept.revision !== this.revision;
    if (isAnother && !((this.isUnkept() || this.file) && (await this.view.keepMine()))) return this.openTheOther();
    this.mayKeep = true;
    if (this.isUnkept() || this.file) await this.keep();
    else this.view.report("nothing to save");
  }

  private openTheOther(): void {
    isForgotten = true;
    location.reload();
  }

  private async keep(): Promise<void> {
    clearTimeout(this.pending);
    this.pending = undefined;
    const snapshot = this.api.getActiveWorkbook()?.save();
    if (!snapshot || isForgotten) return;
    const upTo = this.changes;
    const { file } = this;
    this.revision = crypto.randomUUID();
    try {
      await setMany([
        [WORKBOOK, snapshot],
        [REVISION, this.revision],
        ...(file ? [[FILE, file] satisfies [string, BookFile]] : []),
      ]);
      if (this.file === file) this.file = undefined;
      this.kept = Math.max(this.kept, upTo);
      if (!this.isUnkept()) this.view.report("saved");
    } catch {
      this.view.report("refused");
    }
  }
}
