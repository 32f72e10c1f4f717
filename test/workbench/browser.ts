import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Quiet on the network: nothing but the page under test makes a request. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a Chromium on this machine, if there is one. */
export const CHROMIUM = PLACES.find((place) => place && existsSync(place));

/** `describe` where there is a Chromium; elsewhere the tests are skipped, and one line says so and what to do. */
export const describeInBrowser: jest.Describe = CHROMIUM ? describe : withoutBrowser();

function withoutBrowser(): jest.Describe {
  process.stderr.write(
    "Browser tests skipped: no Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n",
  );
  return describe.skip;
}

export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  if (!CHROMIUM) throw new Error("no Chromium found");
  return chromium.launch({ executablePath: CHROMIUM, args: [...ARGUMENTS, ...more] });
}
