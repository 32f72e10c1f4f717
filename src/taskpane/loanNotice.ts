import { createContext, useContext, useSyncExternalStore } from "react";

/**
 * That formulas of the workbook name no loan and none is chosen, so that they answer for Exhibit 10.10. It is raised
 * once, by the first such formula, and stands until a loan is chosen or it is put away.
 */
export interface LoanNotice {
  isShown(): boolean;
  watch(changed: () => void): () => void;
  raise(): void;
  /** A loan was chosen, or the user knows: it does not come again while the pane is open. */
  settle(): void;
}

export function createLoanNotice(): LoanNotice {
  let state: "not raised" | "shown" | "settled" = "not raised";
  const watchers = new Set<() => void>();
  const become = (next: typeof state) => {
    state = next;
    watchers.forEach((changed) => changed());
  };
  return {
    isShown: () => state === "shown",
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    raise: () => {
      if (state === "not raised") become("shown");
    },
    settle: () => become("settled"),
  };
}

export const LoanNoticeContext = createContext<LoanNotice | undefined>(undefined);

export function useLoanNotice(): LoanNotice {
  const notice = useContext(LoanNoticeContext);
  if (!notice) throw new Error("a page stands outside the pane");
  return notice;
}

export function useLoanNoticeShown(): boolean {
  const { isShown, watch } = useLoanNotice();
  return useSyncExternalStore(watch, isShown);
}
