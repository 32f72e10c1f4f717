import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createLoanNotice } from "./loanNotice";
import { isPageName, type PageName } from "./pageNames";
import { Pane } from "./Pane";
import type { PaneServices } from "./services";
import { createWork, type Work } from "./work";

const LAST_PAGE = "page";
/** Whoever opens the pane for the first time is shown how to begin. */
const FIRST_PAGE: PageName = "help";

/** The pane as its program holds it. */
export interface MountedPane {
  /** Turns to a page, as the ribbon does. */
  show(page: PageName): void;
  /** Runs an action whose progress and report show at the foot of the pane. */
  readonly act: Work["act"];
  /** Shows words that are not about a piece of work. */
  readonly fail: Work["fail"];
  /** Tells, once, that formulas answer for Exhibit 10.10 though nobody chose it. */
  tellLoanNotChosen(): void;
  unmount(): void;
}

/** Shows the task pane inside an element, on the page where it was left. */
export function mountTaskPane(element: Element, services: PaneServices): MountedPane {
  const root = createRoot(element);
  const work = createWork();
  const loanNotice = createLoanNotice();
  const remembered = services.preferences.get(LAST_PAGE);
  const show = (page: PageName) => {
    services.preferences.set(LAST_PAGE, page);
    root.render(
      <StrictMode>
        <Pane services={services} work={work} loanNotice={loanNotice} page={page} show={show} />
      </StrictMode>,
    );
  };
  show(isPageName(remembered) ? remembered : FIRST_PAGE);
  return { show, act: work.act, fail: work.fail, tellLoanNotChosen: loanNotice.raise, unmount: () => root.unmount() };
}
