/**
 * Files of the user's. Where the browser lets a page write into a file that was chosen (the File System Access API), a
 * save goes back into it; elsewhere it is downloaded.
 */

/** What a user has chosen to open. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** By which a save goes back into the file. */
  readonly handle?: FileSystemFileHandle;
  /** When the file was last written, in milliseconds. */
  readonly modified?: number;
}

interface Picking {
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly suggestedName?: string;
}

/** What the browser may have beside what TypeScript knows of every browser. */
interface FileWindow {
  showOpenFilePicker?(options: Picking): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: Picking): Promise<FileSystemFileHandle>;
}

interface Permission {
  readonly mode: "read" | "readwrite";
}

interface PermittedHandle extends FileSystemFileHandle {
  queryPermission?(permission: Permission): Promise<PermissionState>;
  requestPermission?(permission: Permission): Promise<PermissionState>;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";
const WORKBOOKS = { description: "Excel workbook", accept: { [XLSX]: [".xlsx"], [XLSM]: [".xlsm"] } };
const TEXTS = { "text/csv": [".csv"], "text/tab-separated-values": [".tsv"], "text/plain": [".txt"] };
const OPENED = { description: "Excel workbook or CSV file", accept: { ...WORKBOOKS.accept, ...TEXTS } };
const browser = window as unknown as FileWindow;

/** Asks for a file; undefined when the user thought better of it. */
export async function chooseFile(): Promise<ChosenFile | undefined> {
  if (!browser.showOpenFilePicker) return choosePlainFile();
  const handles = await browser.showOpenFilePicker({ types: [OPENED] }).catch(unlessCancelled);
  return handles?.[0] && readHandle(handles[0]);
}

/** A file that was open before. @throws Error in words when it is gone, or may not be read */
export async function reopened(handle: PermittedHandle): Promise<ChosenFile> {
  if (!(await isPermitted(handle, "read"))) throw new Error(`this page may not read it`);
  return readHandle(handle).catch(() => {
    throw new Error("it is not where it was");
  });
}

async function readHandle(handle: FileSystemFileHandle): Promise<ChosenFile> {
  return { ...(await readFile(await handle.getFile())), handle };
}

/** The first file of those that were dropped. */
export async function droppedFile(dropped: DataTransfer): Promise<ChosenFile | undefined> {
  // Both are asked for at once: what was dropped is gone after the first wait.
  const [file] = dropped.files;
  const item = dropped.items[0] as
    (DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle> }) | undefined;
  const handle = await item?.getAsFileSystemHandle?.().catch(() => undefined);
  if (handle?.kind === "file") return readHandle(handle as FileSystemFileHandle);
  return file && readFile(file);
}

async function readFile(file: File): Promise<ChosenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), modified: file.lastModified };
}

function choosePlainFile(): Promise<ChosenFile | undefined> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = Object.values(OPENED.accept).flat().join();
  return new Promise((chosen) => {
    input.addEventListener("change", () => chosen(input.files?.[0] && readFile(input.files[0])));
    input.addEventListener("cancel", () => chosen(undefined));
    input.click();
  });
}

/** Whether a page can write into files here. */
export const writesFiles = browser.showSaveFilePicker !== undefined;

/** Asks where to save; undefined when the user thought better of it. */
export async function chooseTarget(name: string): Promise<FileSystemFileHandle | undefined> {
  return browser.showSaveFilePicker?.({ types: [WORKBOOKS], suggestedName: name }).catch(unlessCancelled);
}

export function mayWrite(handle: PermittedHandle): Promise<boolean> {
  return isPermitted(handle, "readwrite");
}

async function isPermitted(handle: PermittedHandle, mode: Permission["mode"]): Promise<boolean> {
  if (!handle.queryPermission || (await handle.queryPermission({ mode })) === "granted") return true;
  return (await handle.requestPermission?.({ mode })) === "granted";
}

/** Writes the whole file or nothing of it: the browser puts it in the place of the old one when all of it is written. */
export async function writeFile(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<number> {
  const writing = await handle.createWritable();
  try {
    await writing.write(bytes as Uint8Array<ArrayBuffer>);
  } catch (error) {
    await writing.abort();
    throw error;
  }
  await writing.close();
  return (await handle.getFile()).lastModified;
}

export function download(
  name: string,
  content: Uint8Array | string,
  type = name.endsWith(".xlsm") ? XLSM : XLSX,
): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_IT_IS_READ);
}

const UNTIL_IT_IS_READ = 60_000;

/** The user closed the browser's question: no fault. */
function unlessCancelled(error: unknown): undefined {
  if (error instanceof DOMException && error.name === "AbortError") return undefined;
  throw error;
}
