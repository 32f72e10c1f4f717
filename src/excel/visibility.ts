/**
 * The one page of the add-in may run without being seen: Excel starts it for a formula, and shows it as the task pane
 * later, or never.
 */

/** Calls back once, when somebody sees the page: at once, or after Excel or the browser has told of it. */
export function whenShown(shown: () => void): void {
  if (isSeen()) return shown();
  const watching = new AbortController();
  const show = () => {
    if (watching.signal.aborted) return;
    watching.abort();
    shown();
  };
  const look = () => isSeen() && show();
  document.addEventListener("visibilitychange", look, { signal: watching.signal });
  window.addEventListener("resize", look, { signal: watching.signal });
  void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    if (visibilityMode === Office.VisibilityMode.taskpane) show();
  });
}

/** A page that nobody sees is hidden, or in a frame without width, by the way in which Excel keeps it. */
function isSeen(): boolean {
  return document.visibilityState === "visible" && window.innerWidth > 0;
}

/** How long after the start the page is taken for idle where the browser does not tell (Safari). */
const START_MILLISECONDS = 2000;

/** Calls back once the page has nothing more urgent to do. */
export function whenIdle(idle: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(idle);
  else setTimeout(idle, START_MILLISECONDS);
}
