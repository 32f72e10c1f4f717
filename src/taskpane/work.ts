import { createContext, useContext, useSyncExternalStore } from "react";
import type { Progress, Running } from "../workbook/book/book";
import type { Report } from "../workbook/book/report";

/** What the pane is doing, or what came of it: one piece of work at a time, since there is one workbook. */
export type WorkState =
  | { readonly is: "idle" }
  | { readonly is: "running"; readonly title: string; readonly progress?: Progress; readonly cancel: () => void }
  | { readonly is: "done"; readonly report: Report }
  | { readonly is: "failed"; readonly message: string };

/** Work on the workbook, watched by the pane and started by its pages or by the ribbon. */
export interface Work {
  state(): WorkState;
  watch(changed: () => void): () => void;
  /** Does a piece of work under a title such as "Refreshing EPS"; answers what it made, or nothing when it failed. */
  run<Made>(title: string, work: (running: Running) => Promise<Made>): Promise<Made | undefined>;
  /** Runs an action and shows its report. */
  act(title: string, action: (running: Running) => Promise<Report>): Promise<void>;
  fail(error: unknown): void;
  clear(): void;
}

export function createWork(): Work {
  let state: WorkState = { is: "idle" };
  const watchers = new Set<() => void>();
  const become = (next: WorkState) => {
    state = next;
    watchers.forEach((changed) => changed());
  };
  const fail = (error: unknown) =>
    become({ is: "failed", message: error instanceof Error ? error.message : String(error) });
  const clear = () => become({ is: "idle" });

  async function run<Made>(title: string, work: (running: Running) => Promise<Made>): Promise<Made | undefined> {
    if (state.is === "running") return undefined;
    const stop = new AbortController();
    const running = { is: "running", title, cancel: () => stop.abort() } as const;
    become(running);
    try {
      const made = await work({ signal: stop.signal, onProgress: (progress) => become({ ...running, progress }) });
      clear();
      return made;
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  async function act(title: string, action: (running: Running) => Promise<Report>): Promise<void> {
    const report = await run(title, action);
    if (report) become({ is: "done", report });
  }

  return {
    state: () => state,
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    run,
    act,
    fail,
    clear,
  };
}

export const WorkContext = createContext<Work | undefined>(undefined);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error("a page stands outside the pane");
  return work;
}

export function useWorkState(): WorkState {
  const { state, watch } = useWork();
  return useSyncExternalStore(watch, state);
}

/** Whether buttons that start work should wait. */
export function useBusy(): boolean {
  return useWorkState().is === "running";
}
