const UNTIL_THE_PAGE_CLOSES = new Promise<never>(() => undefined);

/**
 * Begins once it is this page's turn at what only one page may do at a time, which it then has until it closes. A page
 * that is out of sight stands back, so that one that is merely loaded anew finds its turn again.
 *
 * @param wait is told when another page has the turn
 */
export function whenItsTurn(name: string, begin: () => void, wait: () => void): void {
  const hold = () => {
    begin();
    return UNTIL_THE_PAGE_CLOSES;
  };
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock) return hold();
    wait();
    queueInSight(name, hold);
    return undefined;
  });
}

function queueInSight(name: string, hold: () => Promise<never>): void {
  let queued: AbortController | undefined;
  const queue = () => {
    if (document.visibilityState === "hidden") {
      queued?.abort();
      queued = undefined;
    } else if (!queued) {
      queued = new AbortController();
      // Standing back is no fault.
      navigator.locks.request(name, { signal: queued.signal }, hold).catch(() => undefined);
    }
  };
  addEventListener("visibilitychange", queue);
  queue();
}
