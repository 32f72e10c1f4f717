import "../../assets/icons/app-32.png";
import "./page.css";
import "./page.html";
import type { Keeping } from "./keptWorkbook";
import { element, showStatus, type PageState } from "./page";

const STATUS: Readonly<Record<Keeping, readonly [state: PageState, words: string]>> = {
  "nothing to save": ["ready", "Ready"],
  saving: ["saving", "Saving…"],
  saved: ["ready", "Saved in this browser"],
  "open elsewhere": ["not-saved", "Not saved: open in another tab. Close that one to save here."],
  refused: ["not-saved-at-all", "Not saved: this browser is full or keeps nothing. Copy your work elsewhere."],
};

void open();

/** The page stands at once, then the list of functions; the spreadsheet engine, many times their size, follows. */
async function open(): Promise<void> {
  try {
    const { showGuide } = await import(/* webpackChunkName: "guide" */ "./guide");
    showGuide();
    const { openWorkbench, startOver } = await import(/* webpackChunkName: "grid" */ "./open");
    offerToStartOver(startOver);
    await openWorkbench(element("grid"), (keeping) => showStatus(...STATUS[keeping]));
    element("guide").hidden = true;
  } catch (error) {
    console.error(error);
    showStatus("failed", "The spreadsheet could not be loaded");
    element("guide-message").textContent = adviceOn(error);
  }
}

function adviceOn(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The spreadsheet could not be loaded: ${reason.replace(/\.?$/, ".")} Reload the page. If that does not help, choose Start over; if there is no such button, stop npm start with Ctrl-C and run it again.`;
}

function offerToStartOver(startOver: () => Promise<void>): void {
  const button = element("start-over");
  const question = element("start-over-question") as HTMLDialogElement;
  button.hidden = false;
  button.addEventListener("click", () => question.showModal());
  question.addEventListener("close", () => {
    if (question.returnValue === "start-over") void startOver();
  });
}
