import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser";
import { npmStart, type Started } from "./npmStart";
import { openWorkbench, type WorkbenchPage } from "./workbenchPage";

const BUILD_MILLISECONDS = 240_000;

export interface ServedWorkbench {
  readonly server: Started;
  readonly browser: Browser;
  readonly workbench: WorkbenchPage;
}

/** Serves the workbench from this port on and opens it in a browser, before the tests of a suite and until their end. */
export function servedWorkbench(port: number, opened: (served: ServedWorkbench) => void): void {
  let server: Started | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    server = await npmStart(port);
    browser = await launchBrowser();
    opened({ server, browser, workbench: await openWorkbench(browser, server.url) });
  }, BUILD_MILLISECONDS);

  afterAll(async () => {
    await browser?.close();
    await server?.interrupt();
  });
}
