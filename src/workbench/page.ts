/** A state that begins with "not saved" is one in which the user's work may be lost. */
export type PageState = "loading" | "ready" | "saving" | "not-saved" | "not-saved-at-all" | "failed";

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
  if (status.textContent !== words) status.textContent = words;
  document.body.dataset["ready"] = String(state !== "loading" && state !== "failed");
}

/** Shows a question of the page's until it is answered by one of its buttons, and gives the button's value. */
export function answerTo(question: string, answers: readonly string[]): Promise<string> {
  const dialog = element(question) as HTMLDialogElement;
  return new Promise((answered) => {
    const close = () => {
      if (!answers.includes(dialog.returnValue)) return dialog.showModal();
      dialog.removeEventListener("close", close);
      answered(dialog.returnValue);
    };
    dialog.addEventListener("close", close);
    dialog.showModal();
  });
}

/** Shows a question of the page's with what it is about, and gives the value of the button that answers it; "" for Escape. */
export function choiceFrom(question: string, about: Readonly<Record<string, string>>): Promise<string> {
  const dialog = element(question) as HTMLDialogElement;
  for (const [id, words] of Object.entries(about)) element(id).textContent = words;
  dialog.returnValue = "";
  return new Promise((answered) => {
    dialog.addEventListener("close", () => answered(dialog.returnValue), { once: true });
    dialog.showModal();
  });
}
