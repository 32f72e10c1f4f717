export type PageState = "loading" | "ready" | "failed";

/** An element that the page declares; its absence is a fault of ours. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`page.html has no element "${id}"`);
  return found;
}

/** Says in the page's bar how far it is; `data-ready` on the body says it to programs. */
export function showStatus(state: PageState, words: string): void {
  const status = element("status");
  status.dataset["state"] = state;
  status.textContent = words;
  document.body.dataset["ready"] = String(state === "ready");
}
