import AxeBuilder from "@axe-core/playwright";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { generateCertificates } from "office-addin-dev-certs";
import type { Browser, Frame, Page } from "playwright-core";
import packageJson from "../../package.json";
import metadata from "../../src/functions/functions.json";
import "../../src/engine/customFunctionsRuntime";
import { MemoryBook } from "../support/memoryBook";
import { describeInBrowser, launchBrowser } from "../workbench/browser";
import { headersFile } from "./headersFile";
import { playExcel } from "./playExcel";

const HOST = "tieout.example.com";
const PATH = "/apps/tieout";
const ADDRESS = `https://${HOST}${PATH}`;
const EXCEL = "https://excel.example.com/";
const NAME = "Tieout for Acme";
const ASKED = [
  "--origin",
  `${ADDRESS}/`,
  "--name",
  NAME,
  "--namespace",
  "ACME",
  "--support",
  "mailto:excel@example.com",
];
const ZIP = `tieout-${packageJson.version}.zip`;
const TWO_BUILDS_MILLISECONDS = 480_000;

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), "tieout-release-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

async function release(asked: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Run> {
  const running = spawn(process.execPath, ["scripts/release.mjs", ...asked], {
    env: { ...process.env, ...environment },
  });
  let [said, complained] = ["", ""];
  running.stdout.on("data", (chunk: Buffer) => (said += chunk));
  running.stderr.on("data", (chunk: Buffer) => (complained += chunk));
  const [code] = (await once(running, "close")) as [number];
  return { code, said, complained };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("npm run release", () => {
  test.each([
    [[], "A release is for an address, which --origin gives."],
    [["--origin", "http://tieout.example.com"], "origin must be an https address"],
    [["--origin", "https://user@tieout.example.com"], "origin must be an https address"],
    [["--origin", "https://localhost:3001"], "origin must be an address that other machines reach"],
    [["--origin", "https://127.0.0.1/tieout"], "origin must be an address that other machines reach"],
    [["--origin", ADDRESS, "--namespace", "AC ME"], "namespace must be 1 to 32 letters, digits and dots"],
    [["--origin", ADDRESS, "--name", ""], "name must be 1 to 64 characters on one line"],
    [["--origin", ADDRESS, "--support", "excel@example.com"], "support must be a mailto: or https: address"],
    [["--origin", ADDRESS, "--cloud", "moon"], "cloud must be one of public, gcc, gcch, dod"],
    [["--orgin", ADDRESS], "Unknown option '--orgin'"],
    [[ADDRESS], "Unexpected argument"],
  ])("%j is refused in words, with exit code 1", async (asked, words) => {
    expect(await release([...asked, "--out", folder])).toEqual({
      code: 1,
      said: "",
      complained: expect.stringContaining(words),
    });
  });
});

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly version: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses: readonly unknown[];
  }[];
}

describe("the archive", () => {
  let zips: Buffer[];
  let files: Readonly<Record<string, Uint8Array>>;
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const web = () => Object.keys(files).filter((path) => path.startsWith("web/"));

  /** Twice, in two time zones: what stands in an archive is no matter of when and where it was made. */
  beforeAll(async () => {
    zips = [];
    for (const TZ of ["Asia/Tokyo", "America/New_York"]) {
      const out = join(folder, TZ);
      const { code, complained } = await release([...ASKED, "--out", out], { TZ });
      if (code !== 0) throw new Error(complained);
      zips.push(readFileSync(join(out, ZIP)));
    }
    files = unzipSync(zips[0] as Buffer);
  }, TWO_BUILDS_MILLISECONDS);

  test("has the same bytes each time", () => {
    expect(zips.map(sha256)).toEqual([sha256(zips[0] as Buffer), sha256(zips[0] as Buffer)]);
    expect(readFileSync(join(folder, "Asia/Tokyo", `${ZIP}.sha256`), "utf8")).toBe(
      `${sha256(zips[0] as Buffer)}  ${ZIP}\n`,
    );
  });

  test("names the checksum of each file in it", () => {
    const stated = text("SHA256SUMS")
      .trim()
      .split("\n")
      .map((line) => line.split("  "));
    const real = Object.entries(files).filter(([path]) => path !== "SHA256SUMS");

    expect(stated).toEqual(
      real.map(([path, bytes]) => [sha256(bytes), path]).sort(([, a], [, b]) => (a! < b! ? -1 : 1)),
    );
    expect(real.length).toBeGreaterThan(70);
  });

  test("is for that address alone: manifest, metadata and pages name no other machine", () => {
    const manifest = text("web/manifest.xml");
    const parsed = new DOMParser().parseFromString(manifest, "text/xml");
    const valueOf = (name: string) => parsed.getElementsByTagName(name)[0]?.getAttribute("DefaultValue");

    expect(parsed.getElementsByTagName("Version")[0]?.textContent).toBe(`${packageJson.version}.0`);
    expect(valueOf("DisplayName")).toBe(NAME);
    expect(valueOf("SupportUrl")).toBe(`${ADDRESS}/support.html`);
    expect(manifest).not.toContain("7f0c6d52-3b0e-4d7e-9a3c-5a8f6e1b2c41");
    expect(JSON.parse(text("web/functions.json")).functions[0].helpUrl).toBe(
      `${ADDRESS}/help/functions/LOANBALANCE.html`,
    );
    expect(Object.keys(files).filter((path) => /localhost|\{\{/.test(text(path)))).toEqual([]);
  });

  test("has a page of help for each function, privacy, terms, and a contact", () => {
    const wanted = ["support", "privacy", "terms", ...metadata.functions.map(({ id }) => `help/functions/${id}`)];

    expect(wanted.filter((page) => !web().includes(`web/${page}.html`))).toEqual([]);
    expect(text("web/support.html")).toContain('<a href="mailto:excel@example.com">excel@example.com</a>');
    expect(text("web/privacy.html")).toContain(ADDRESS);
    expect(text("web/terms.html")).toContain("Permission is hereby granted, free of charge");
  });

  test("brings the licence of each package whose code is in its scripts", () => {
    const notices = text("web/third-party-notices.txt");
    const versionOf = (name: string) =>
      (JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { version: string }).version;
    const known = ["react", "react-dom", "scheduler", "tabster", "decimal.js", "papaparse", "@griffel/core", "webpack"];

    expect(known.filter((name) => !notices.includes(`${name} ${versionOf(name)}\n`))).toEqual([]);
    expect(notices).toContain("Copyright (c) Meta Platforms, Inc. and affiliates.");
    expect(notices).not.toMatch(/^(jest|@univerjs\/|@microsoft\/office-js |fflate)/m);
  });

  test("has a bill of materials with those packages, each under a licence", () => {
    const { bomFormat, specVersion, metadata: about, components } = JSON.parse(text("sbom.cdx.json")) as Bill;
    const notices = text("web/third-party-notices.txt");

    expect([bomFormat, specVersion, about.component.version]).toEqual(["CycloneDX", "1.6", packageJson.version]);
    expect(components.filter(({ name, version }) => !notices.includes(`${name} ${version}\n`))).toEqual([]);
    expect(components.length).toBe(notices.match(/^(?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S*$/gm)?.length);
    expect(components.filter(({ licenses }) => licenses.length === 0)).toEqual([]);
    expect(components.map(({ purl }) => purl)).toContain(
      `pkg:npm/decimal.js@${packageJson.devDependencies["decimal.js"]}`,
    );
  });

  test("says what an administrator does, for this address", () => {
    const install = text("INSTALL.md");

    expect(install).toContain(`# Installing ${NAME} ${packageJson.version}`);
    expect(install).toContain(`${ADDRESS}/manifest.xml`);
    expect(install).toContain("=ACME.LOANBALANCE(DATE(2000,9,12))");
    const named = [...install.matchAll(/`((?:web|hosting)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
    expect(named.filter((path) => !files[path])).toEqual([]);
  });

  test.each(["nginx.conf", "htaccess", "web.config", "_headers"])("hosting/%s says what each server must", (name) => {
    const recipe = text(`hosting/${name}`);

    expect(recipe).toMatch(/Access-Control-Allow-Origin/);
    expect(recipe).toMatch(/X-Content-Type-Options/);
    expect(recipe).toMatch(/no-cache|DisableCache/);
    expect(recipe).toMatch(/immutable/);
    expect(recipe).not.toMatch(/frame-ancestors|(add_header|Header set|add name=)\W*X-Frame-Options/);
  });

  test("hosting/web.config is well-formed", () => {
    const problems: string[] = [];
    new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(
      text("hosting/web.config"),
      "text/xml",
    );
    expect(problems).toEqual([]);
  });

  test("hosting/_headers: entries are asked for anew, the rest is kept, and only Excel's files go to other pages", () => {
    const headersOf = headersFile(text("hosting/_headers"));
    const table = web().map((path) => [path.slice(4), headersOf(path.replace("web", PATH))] as const);
    const kept = (test: (headers: Readonly<Record<string, string>>) => boolean) =>
      table.filter(([, headers]) => test(headers)).map(([path]) => path);

    expect(kept((headers) => headers["Access-Control-Allow-Origin"] === "*")).toEqual([
      "functions.js",
      "functions.json",
    ]);
    expect(kept((headers) => headers["X-Content-Type-Options"] !== "nosniff")).toEqual([]);
    expect(kept((headers) => /immutable/.test(headers["Cache-Control"] ?? ""))).toEqual(
      table.map(([path]) => path).filter((path) => path.startsWith("versions/")),
    );
    expect(kept((headers) => headers["Cache-Control"] === "no-cache")).toEqual(
      expect.arrayContaining(["functions.js", "functions.json", "manifest.xml", "taskpane.html", "support.html"]),
    );
    expect(kept((headers) => "X-Frame-Options" in headers || "Content-Security-Policy" in headers)).toEqual([]);
  });

  describeInBrowser(
    "served below a path with the headers of its recipe, in a frame of another page as Excel does",
    () => {
      let server: Server;
      let browser: Browser;
      let page: Page;
      let pane: Frame;
      const complaints: string[] = [];
      const asked: { readonly url: string; readonly status: number }[] = [];

      beforeAll(async () => {
        server = await serve(files);
        const { port } = server.address() as AddressInfo;
        browser = await launchBrowser([`--host-resolver-rules=MAP *.example.* 127.0.0.1:${port}, MAP * ~NOTFOUND`]);
        const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 350, height: 700 } });
        page = await context.newPage();
        page.on(
          "console",
          (message) => void (["error", "warning"].includes(message.type()) && complaints.push(message.text())),
        );
        page.on("pageerror", (error) => complaints.push(String(error)));
        page.on("requestfailed", (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
        page.on("response", (response) => asked.push({ url: response.url(), status: response.status() }));
        await page.exposeFunction("complain", (violation: string) => complaints.push(violation));
        await page.addInitScript(() =>
          addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
            (window as any).complain(`${violatedDirective}: ${blockedURI}`),
          ),
        );
        const book = new MemoryBook();
        book.addSheet("Sheet1");
        book.select("Sheet1!A1");
        await playExcel(page, book);
        await page.goto(EXCEL);
        pane = page.frames().find((frame) => frame.url().startsWith(ADDRESS)) as Frame;
        await pane.waitForFunction(() => "BASICEPS" in (window as any).associated);
      });

      afterAll(async () => {
        await browser?.close();
        server?.close();
      });

      /** The answer as Excel shows it in plain: a figure that brings its format is its value. */
      const call = (id: string, ...values: unknown[]) =>
        pane.evaluate(
          async ([name, args]) => {
            const answer: unknown = await (window as any).associated[name](...args);
            return JSON.parse(JSON.stringify(answer), (_key, cell) => cell?.basicValue ?? cell) as unknown;
          },
          [id, values] as [string, unknown[]],
        );

      test("Excel reads metadata and functions from a page of its own", async () => {
        const read = await page.evaluate(
          async (address) =>
            Promise.all(
              ["functions.json", "functions.js"].map(async (file) => (await fetch(`${address}/${file}`)).status),
            ),
          ADDRESS,
        );
        expect(read).toEqual([200, 200]);
      });

      test.each([
        // a function of each family, which is a file of its own
        ["LOANBALANCE", [[[36_781]], null, null], [[40_483]]],
        ["LOANINTEREST", [36_739, 36_781, null], 494],
        ["BASICEPS", [[[-455_000]], [[7_737_946]], null, null], [[-0.06]]],
        [
          "EPSYTD",
          [
            [
              ["Period end", "Net income", "Weighted shares", "Options"],
              [37_346, 100_000, 7_500_000, 50_000],
            ],
          ],
          [
            expect.arrayContaining(["Period end", "Diluted shares", "Diluted EPS"]),
            [37_346, 3, 100_000, 100_000, 0, 7_500_000, 50_000, 7_550_000, 0.01, 0.01, 0.01, 0.01, ""],
          ],
        ],
      ])("%s answers", async (id, values, answer) => {
        expect(await call(id, ...values)).toEqual(answer);
      });

      test("a button of the ribbon opens the pane", async () => {
        await pane.evaluate(() => (window as any).pressed.showHelp({ completed() {} }));
        await pane.getByRole("tabpanel", { name: "Help" }).waitFor();
      });

      test("every request went to the address or to Microsoft for Excel's library, and was answered", () => {
        const elsewhere = asked.filter(({ url }) => ![EXCEL, "data:,"].includes(url) && !url.startsWith(`${ADDRESS}/`));

        expect(
          asked.filter(({ url }) => url.startsWith(`${ADDRESS}/versions/${packageJson.version}/`)).length,
        ).toBeGreaterThan(5);
        expect([...new Set(elsewhere.map(({ url }) => url))]).toEqual([
          "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
        ]);
        expect(asked.filter(({ status }) => status !== 200)).toEqual([]);
      });

      test.each([
        "support",
        "privacy",
        "terms",
        "help/functions/index",
        "help/functions/LOANBALANCE",
        "help/specs/loan-sheet",
      ])("%s.html is readable, light and dark, and fits a narrow window", async (path) => {
        const reader = await page.context().newPage();
        reader.on("console", (message) => complaints.push(message.text()));
        reader.on("response", (response) => asked.push({ url: response.url(), status: response.status() }));
        await reader.setViewportSize({ width: 360, height: 800 });
        await reader.goto(`${ADDRESS}/${path}.html`);
        for (const colorScheme of ["light", "dark"] as const) {
          await reader.emulateMedia({ colorScheme });
          const { violations } = await new AxeBuilder({ page: reader }).analyze();
          const width = await reader.evaluate(() => document.documentElement.scrollWidth);
          expect([width, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([360, []]);
        }
        expect(await reader.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe("none");
        await reader.close();
      });

      test("every page fits a narrow window", async () => {
        const reader = await page.context().newPage();
        await reader.setViewportSize({ width: 360, height: 800 });
        const widths: [string, number][] = [];
        for (const path of web().filter((file) => file.endsWith(".html") && file !== "web/taskpane.html")) {
          await reader.goto(path.replace("web", ADDRESS));
          widths.push([path, await reader.evaluate(() => document.documentElement.scrollWidth)]);
        }
        await reader.close();

        expect(widths.length).toBeGreaterThan(20);
        expect(widths.filter(([, width]) => width > 360)).toEqual([]);
      });

      test("nothing was complained of: no error, no report of a policy, no file missing", () => {
        expect(complaints).toEqual([]);
        expect(asked.filter(({ status }) => status !== 200)).toEqual([]);
      });
    },
  );
});

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

const FRAME = `<!doctype html><title>Excel</title><link rel="icon" href="data:,">
<style>body, iframe { margin: 0; border: 0; width: 100%; height: 98vh }</style>
<iframe title="pane" src="${ADDRESS}/taskpane.html"></iframe>`;

/**
 * The content of `web` below the path, with the headers that the recipe asks for and no others; all else is not there.
 * At another address of the same server stands a page that shows the pane in a frame, as Excel on the web does.
 */
async function serve(files: Readonly<Record<string, Uint8Array>>): Promise<Server> {
  const headersOf = headersFile(strFromU8(files["hosting/_headers"] ?? new Uint8Array()));
  const [ca, cert, key] = ["ca.crt", "host.crt", "host.key"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const quiet = jest.spyOn(console, "log").mockImplementation();
  await generateCertificates(ca, cert, key, 2, [HOST]);
  quiet.mockRestore();
  const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (request, response) => {
    if (request.headers.host === new URL(EXCEL).host) {
      return void response.writeHead(200, { "Content-Type": "text/html" }).end(FRAME);
    }
    const path = new URL(request.url ?? "", ADDRESS).pathname;
    const file = path.startsWith(`${PATH}/`) ? files[`web${path.slice(PATH.length)}`] : undefined;
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { ...headersOf(path), "Content-Type": TYPES[extname(path)] }).end(file);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}
