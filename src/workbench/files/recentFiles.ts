import { get, set } from "idb-keyval";

const RECENT = "recent files";
const MOST = 6;

export interface RecentFile {
  readonly name: string;
  readonly handle: FileSystemFileHandle;
}

/** The files that were opened or saved last, the latest first; none where the browser keeps nothing. */
export async function recentFiles(): Promise<readonly RecentFile[]> {
  return (await get<RecentFile[]>(RECENT).catch(() => undefined)) ?? [];
}

export async function rememberFile(file: RecentFile): Promise<void> {
  const others: RecentFile[] = [];
  for (const other of await recentFiles()) {
    if (!(await other.handle.isSameEntry(file.handle).catch(() => false))) others.push(other);
  }
  // A browser that keeps nothing has no list.
  await set(RECENT, [file, ...others].slice(0, MOST)).catch(() => undefined);
}
