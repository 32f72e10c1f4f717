import AxeBuilder from "@axe-core/playwright";
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { once } from "node:events";
import type { Browser, Page } from "playwright-core";
import "../../src/engine/customFunctionsRuntime";
import { MemoryBook } from "../support/memoryBook";
import { describeInBrowser, launchBrowser } from "../workbench/browser";
import { playExcel } from "./playExcel";

const PORT = 3491;
const ORIGIN = `https://localhost:${PORT}`;
const BUILD_MILLISECONDS = 240_000;

jest.setTimeout(180_000);

let server: ChildProcess;
let said = "";

/** `npm run excel`, as on a machine whose trust in certificates is left alone. */
beforeAll(async () => {
  server = spawn(process.execPath, ["scripts/excel.mjs"], { env: { ...process.env, CI: "true", PORT: String(PORT) } });
  await new Promise<void>((ready, failed) => {
    const read = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Press Ctrl-C")) ready();
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("exit", () => failed(new Error(said)));
  });
}, BUILD_MILLISECONDS);

afterAll(async () => {
  server.kill("SIGINT");
  await once(server, "exit");
});

/** A file as Excel on the web asks for it: from a page of another origin. */
function fetched(path: string): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  const ca = readFileSync(".certs/ca.crt");
  return new Promise((done, failed) => {
    request(`${ORIGIN}${path}`, { ca, headers: { Origin: "https://excel.cloud.microsoft" } }, (response) => {
      let text = "";
      response
        .on("data", (chunk: Buffer) => (text += chunk))
        .on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    })
      .on("error", failed)
      .end();
  });
}

describe("npm run excel", () => {
  test("says how to load the add-in into each Excel", () => {
    expect(said).toContain(`Tieout (dev) is at ${ORIGIN}`);
    expect(said).toMatch(
      /Excel on Windows[\s\S]*office-addin-debugging start[\s\S]*Trusted Add-in Catalogs[\s\S]*Excel on the Mac[\s\S]*wef[\s\S]*Excel on the web[\s\S]*Upload My Add-in/,
    );
  });

  test("says how the functions are typed", () => {
    expect(said).toContain("the ribbon has a tab Tieout (dev). Try =DEV.LOANBALANCE(DATE(2000,9,12)): it shows 40483.");
    expect(said).toContain("The functions carry the prefix DEV");
  });

  test.each([
    "/manifest.xml",
    "/functions.json",
    "/functions.js",
    "/taskpane.html",
    "/support.html",
    "/icons/app-32.png",
  ])("serves %s over https to pages of other origins", async (path) => {
    const { status, headers } = await fetched(path);

    expect([status, headers["access-control-allow-origin"]]).toEqual([200, "*"]);
  });

  test("serves a manifest with its own address, and nothing beside the add-in", async () => {
    const { text } = await fetched("/manifest.xml");
    expect(text).toContain(`${ORIGIN}/taskpane.html`);
    expect(text).not.toContain("localhost:3001");
    expect((await fetched("/../../package.json")).status).toBe(404);
  });

  test("is an add-in of its own beside an installed copy: by Id, names and prefix", async () => {
    const [{ text: manifest }, { text: metadata }] = [await fetched("/manifest.xml"), await fetched("/functions.json")];

    expect(manifest).toContain("<Id>cf27a617-a32e-540a-b95b-0945e692ee56</Id>");
    expect(manifest).toContain('<DisplayName DefaultValue="Tieout (dev)"/>');
    expect(manifest).toContain('<bt:String id="Tab.Label" DefaultValue="Tieout (dev)"/>');
    expect(manifest).toContain('<bt:String id="Functions.Namespace" DefaultValue="DEV"/>');
    expect(metadata).toContain(`"helpUrl": "${ORIGIN}/help/functions/LOANBALANCE.html"`);
  });

  test("refuses a port that is taken, or that is none, in words", async () => {
    const again = async (port: string) => {
      const process_ = spawn(process.execPath, ["scripts/excel.mjs"], {
        env: { ...process.env, CI: "true", PORT: port },
      });
      let words = "";
      process_.stderr.on("data", (chunk: Buffer) => (words += chunk));
      const [code] = await once(process_, "exit");
      return [code, words];
    };
    expect(await again(String(PORT))).toEqual([1, expect.stringContaining(`Port ${PORT} is taken`)]);
    expect(await again("high")).toEqual([1, 'PORT must be a whole number from 1 to 65535; received "high"\n']);
  });
});

describeInBrowser("the add-in in its page, with Microsoft's client and a workbook behind it", () => {
  let browser: Browser;
  let page: Page;
  let book: MemoryBook;
  let openPage: () => Promise<Page>;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 320, height: 700 } });
    book = new MemoryBook();
    book.addSheet("Sheet1");
    book.select("Sheet1!A1");
    openPage = async () => {
      const opened = await context.newPage();
      opened.on(
        "console",
        (message) => void (["error", "warning"].includes(message.type()) && complaints.push(message.text())),
      );
      opened.on("pageerror", (error) => complaints.push(String(error)));
      await playExcel(opened, book);
      return opened;
    };
    page = await openPage();
    await page.goto(`${ORIGIN}/taskpane.html`);
    await page.getByRole("tablist").waitFor();
  });

  afterAll(() => browser?.close());

  const call = (id: string, ...values: unknown[]) => callOn(page, id, ...values);
  const callOn = (on: Page, id: string, ...values: unknown[]) =>
    on.evaluate(
      async ([name, args]) => {
        const answer = await (window as any).associated[name as string](...(args as unknown[]));
        return JSON.parse(JSON.stringify(answer)) as unknown;
      },
      [id, values] as const,
    );

  test("every function answers Excel", async () => {
    expect(await call("LOANBALANCE", [[36_781]], null, null)).toEqual([[40_483]]);
    expect(await call("BASICEPS", [[-455_000]], [[7_737_946]], null, null)).toEqual([[-0.06]]);
  });

  test("unseen, the page answers and has every family at hand, and leaves the pane unloaded until it is shown", async () => {
    const unseen = await openPage();
    const asked: string[] = [];
    unseen.on("request", (request) =>
      asked.push(new URL(request.url()).pathname.replace(/^\/versions\/[^/]+|\.[0-9a-f]{8}\.js$/g, "")),
    );
    await unseen.addInitScript(() => Object.defineProperty(document, "visibilityState", { get: () => "hidden" }));
    await unseen.goto(`${ORIGIN}/taskpane.html`, { waitUntil: "networkidle" });
    expect(await callOn(unseen, "BASICEPS", [[-455_000]], [[7_737_946]], null, null)).toEqual([[-0.06]]);
    expect(asked).toEqual(expect.arrayContaining(["/loan", "/agreement", "/eps", "/exhibit", "/start"]));
    expect(asked).not.toContain("/taskpane");

    await unseen.evaluate(() => (window as any).pressed.showHelp({ completed: () => {} }));
    await unseen.getByRole("tabpanel", { name: "Help" }).waitFor();
    expect(asked).toContain("/taskpane");
    await unseen.close();
  });

  test("a formula for a loan that nobody chose shows the notice, once, until one is chosen", async () => {
    await page.getByText("They answer for the loan of Exhibit 10.10").waitFor();
    await page.getByRole("button", { name: "Exhibit 10.10 is meant" }).click();
    await page.getByText("The active loan is the built-in agreement of Exhibit 10.10.").waitFor();

    expect(book.settings.get("tieout.activeLoan")).toBe("Exhibit 10.10");
    expect(await page.getByText("They answer for the loan").count()).toBe(0);
  });

  test("a button of the ribbon turns the pane to its page", async () => {
    const completed = await page.evaluate(async () => {
      let calls = 0;
      await (window as any).pressed.showHelp({ completed: () => calls++ });
      return calls;
    });

    expect(completed).toBe(1);
    await page.getByRole("tabpanel", { name: "Help" }).waitFor();
  });

  test("arrow keys go from tab to tab, and Enter opens a page", async () => {
    await page.getByRole("tab", { name: "Help" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");

    await page.getByRole("tabpanel", { name: "Loan" }).waitFor();
  });

  test("the pane inserts a sheet into the workbook, and reports it", async () => {
    await page.getByRole("button", { name: "Insert loan sheet" }).click();
    await page
      .getByRole("status")
      .getByText(/inserted/i)
      .waitFor();

    expect([...book.sheets.keys()]).toHaveLength(2);
    const contents = [...book.sheets.values()].flatMap(({ rows }) => rows.flat().map(({ content }) => String(content)));
    expect(contents.filter((content) => /^=.*LOAN/.test(content))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^=DEV\.LOAN/)]),
    );
  });

  test.each(["light", "dark"] as const)("each page fits 320 pixels and is readable, %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const name of ["Functions", "Loan", "EPS", "Tie out", "Explain", "Help"]) {
      await page.getByRole("tab", { name }).click();
      const { violations } = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);

      expect([name, width, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([
        name,
        320,
        [],
      ]);
    }
  });

  test("nothing was complained of: no refused script or style, no error", () => {
    expect(complaints).toEqual([]);
  });
});
