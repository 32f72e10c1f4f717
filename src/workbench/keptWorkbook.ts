import type { IWorkbookData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { del, get, set } from "idb-keyval";
import { onChange } from "./changes";

const KEY = "workbook";
const QUIET_MILLISECONDS = 600;

/** The workbook as it was left in this browser; nothing when it was never changed, or the browser keeps nothing. */
export async function keptWorkbook(): Promise<IWorkbookData | undefined> {
  return get<IWorkbookData>(KEY).catch(() => undefined);
}

export async function forgetWorkbook(): Promise<void> {
  await del(KEY);
}

/** Says whether this page may keep the workbook: of several pages that show it, only the first, lest they overwrite each other. */
export function mayKeep(): Promise<boolean> {
  return new Promise((decided) => {
    void navigator.locks.request(KEY, { ifAvailable: true }, (lock) => {
      decided(lock !== null);
      return lock && new Promise(() => undefined);
    });
  });
}

/** Keeps the open workbook in this browser shortly after each change of the user's, and tells how that went. */
export function keepWorkbook(api: FUniver, report: (problem: unknown) => void): void {
  let pending: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    pending = undefined;
    const snapshot = api.getActiveWorkbook()?.save();
    if (snapshot) set(KEY, snapshot).then(() => report(undefined), report);
  };
  onChange(api, () => {
    clearTimeout(pending);
    pending = setTimeout(keep, QUIET_MILLISECONDS);
  });
  addEventListener("visibilitychange", () => {
    if (pending === undefined || document.visibilityState !== "hidden") return;
    clearTimeout(pending);
    keep();
  });
}
