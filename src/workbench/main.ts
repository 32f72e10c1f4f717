import "../../assets/icons/app-32.png";
import "./page.css";
import "./page.html";
import { element, showStatus } from "./page";

void open();

/** The page stands at once, then the list of functions; the spreadsheet engine, many times their size, follows. */
async function open(): Promise<void> {
  try {
    const { showGuide } = await import(/* webpackChunkName: "guide" */ "./guide");
    showGuide();
    const { openWorkbook, startOver } = await import(/* webpackChunkName: "grid" */ "./open");
    await openWorkbook(element("grid"), (keeping) => showStatus("ready", keeping));
    offerToStartOver(startOver);
    element("guide").hidden = true;
  } catch (error) {
    console.error(error);
    showStatus("failed", "The spreadsheet could not be loaded");
    element("guide-message").textContent = adviceOn(error);
  }
}

function adviceOn(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The spreadsheet could not be loaded: ${reason.replace(/\.?$/, ".")} Reload the page; if that does not help, stop npm start with Ctrl-C and run it again.`;
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
