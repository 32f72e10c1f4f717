/** What is waited for in the browser: the page, and a keystroke. By the clock, in a Chromium without a graphics card. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const project = fileURLToPath(new URL("../..", import.meta.url));
const PORT = 3471;
const CHROMIUM = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path && existsSync(path),
);

async function served() {
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: project,
    env: { ...process.env, PORT: String(PORT) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  for await (const chunk of server.stdout) {
    told += chunk;
    const [url] = /http:\/\/localhost:\d+/.exec(told) ?? [];
    if (url) return { server, url };
  }
  throw new Error(`the workbench did not start: ${told}`);
}

async function opened(browser, url) {
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const start = performance.now();
  await page.goto(url);
  await page.waitForSelector("body[data-ready=true]", { timeout: 240_000 });
  const ready = performance.now() - start;
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN);
  return { page, ready, paint, bytes };
}

/** From Enter until the next cell is the one that takes keys. */
async function keystroke(page) {
  const name = page.locator("[data-u-comp=defined-name] input");
  const isAt = (cell) =>
    page.waitForFunction(
      (wanted) => document.getElementById("cell-message")?.textContent?.split(" ")[0] === wanted,
      cell,
      { timeout: 60_000 },
    );
  await name.click();
  await name.fill("K9");
  await name.press("Enter");
  await isAt("K9");
  await page.keyboard.type("7");
  const start = performance.now();
  await page.keyboard.press("Enter");
  await isAt("K10");
  return performance.now() - start;
}

export async function page() {
  if (!CHROMIUM) return [];
  const { server, url } = await served();
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--headless", "--no-sandbox", "--disable-gpu"],
  });
  try {
    const blank = performance.now();
    await (await browser.newPage()).goto("data:text/html,<p>blank");
    const empty = performance.now() - blank;
    const { page: workbench, ready, paint, bytes } = await opened(browser, url);
    const size = (bytes / 1e6).toFixed(1);
    const rows = [
      { what: "workbench, first paint", ours: paint, beside: "a blank page", theirs: empty },
      { what: `workbench, ready (${size} MB)`, ours: ready, beside: "a blank page", theirs: empty },
    ];
    await keystroke(workbench);
    const keys = [];
    for (let turn = 0; turn < 3; turn += 1) keys.push(await keystroke(workbench));
    return [...rows, { what: "a keystroke: Enter until the next cell takes keys", ours: Math.min(...keys) }];
  } finally {
    await browser.close();
    server.kill("SIGINT");
  }
}
