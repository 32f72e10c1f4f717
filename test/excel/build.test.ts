import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import webpack, { type Stats, type StatsCompilation } from "webpack";
import { problemsOf } from "../../scripts/manifestRules";
import metadata from "../../src/functions/functions.json";
import packageJson from "../../package.json";
import configurations from "../../webpack.config";

const BUILD_MILLISECONDS = 240_000;

let folder: string;
let stats: StatsCompilation;

/** The add-in as `ORIGIN=... NAMESPACE=... npm run build` makes it, in a folder of its own. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tieout-excel-"));
  Object.assign(process.env, { ORIGIN: "https://tieout.example.com", NAMESPACE: "ACME" });
  const excel = configurations({}, { mode: "production" }).find(
    ({ name }) => name === "excel",
  ) as webpack.Configuration;
  const compiler = webpack({ ...excel, output: { ...excel.output, path: folder } });
  const built = await new Promise<Stats>((done, failed) =>
    compiler.run((error, result) => (result ? done(result) : failed(error))),
  );
  stats = built.toJson({
    chunks: true,
    chunkModules: true,
    chunkModulesSpace: Infinity,
    nestedModules: true,
    nestedModulesSpace: Infinity,
  });
}, BUILD_MILLISECONDS);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  delete process.env["ORIGIN"];
  delete process.env["NAMESPACE"];
});

const text = (file: string) => readFileSync(join(folder, file), "utf8");
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
const scriptsOf = (group: string) =>
  (stats.namedChunkGroups?.[group]?.assets ?? []).map(({ name }) => name).filter((name) => name.endsWith(".js"));

/** The modules of a group of scripts, each with the source files that were joined into it. */
function modulesOf(files: readonly string[]): { id: unknown; sources: string[] }[] {
  const chunks = (stats.chunks ?? []).filter((chunk) => chunk.files?.some((file) => files.includes(file)));
  const modules = chunks.flatMap((chunk) => chunk.modules ?? []).filter(({ moduleType }) => moduleType !== "runtime");
  return modules.map((module) => ({
    id: module.id,
    sources: (module.modules ?? [module]).map(({ name }) => name ?? ""),
  }));
}

test("builds without a fault or a warning", () => {
  expect([...(stats.errors ?? []), ...(stats.warnings ?? [])].map(({ message }) => message)).toEqual([]);
});

describe("the functions", () => {
  test.each(["functions", "loan", "agreement", "ledger", "eps", "exhibit"])(
    "hold no package: %s is our own code alone",
    (group) => {
      const sources = modulesOf(scriptsOf(group)).flatMap((module) => module.sources);

      expect(sources.some((source) => source.startsWith("./src/"))).toBe(true);
      expect(sources.filter((source) => !source.startsWith("./src/") || /taskpane|workbook/.test(source))).toEqual([]);
    },
  );

  test("see the same workbook as the pane: what they share is one module, whichever script brings it", () => {
    const scripts = (stats.chunks ?? []).flatMap(({ files }) => files ?? []);
    const holders = modulesOf(scripts).filter(({ sources }) =>
      sources.some((source) => source.endsWith("/openWorkbook.ts")),
    );

    expect(new Set(holders.map(({ id }) => id)).size).toBe(1);
  });
});

test("the reader of formulas is loaded for a prefix and for the pane, not for the functions to start", () => {
  const holds = (group: string) =>
    modulesOf(scriptsOf(group)).some(({ sources }) => sources.some((source) => source.includes("@borgar/fx")));

  expect([holds("start"), holds("functions")]).toEqual([false, false]);
  expect([holds("formulas"), holds("taskpane")]).toEqual([true, true]);
});

describe("the files that Excel asks for", () => {
  test("are all there, and the manifest is sound", () => {
    const published = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined);
    const addIn = { version: packageJson.version, metadata: JSON.parse(text("functions.json")), published };

    expect(problemsOf(text("manifest.xml"), addIn)).toEqual([]);
  });

  test("are addressed at ORIGIN, with the NAMESPACE", () => {
    expect(text("manifest.xml")).not.toContain("localhost");
    expect(text("manifest.xml")).toContain('id="Functions.Namespace" DefaultValue="ACME"');
    expect(scriptsOf("start").some((file) => text(file).includes('"ACME"'))).toBe(true);
  });

  test("carry the metadata as it is kept, and for each function the address of its help", () => {
    const functions = metadata.functions.map((one) => ({
      ...one,
      helpUrl: `https://tieout.example.com/help/functions/${one.id}.html`,
    }));

    expect(JSON.parse(text("functions.json"))).toEqual({ ...metadata, functions });
  });

  test("load Excel's library from Microsoft, then the functions; nothing inline runs", () => {
    const page = text("taskpane.html");
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)</g)];

    expect(scripts.map(([, attributes]) => /src="([^"]+)"/.exec(attributes ?? "")?.[1])).toEqual([
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "functions.js",
    ]);
    expect(scripts.map(([, , inline]) => inline)).toEqual(["", ""]);
    expect(page).toMatch(/script-src 'self' https:\/\/appsforoffice\.microsoft\.com [^;]*;/);
    expect(page).not.toMatch(/script-src[^;]*unsafe/);
    // Where Microsoft's library shows its own error.
    expect(page).toMatch(/frame-src [^;]*https:\/\/appsforoffice\.microsoft\.com[ ;]/);
  });

  test("lie in a folder a version where their names change, and nowhere else do", () => {
    const scripts = files().filter((file) => file.endsWith(".js"));
    const changing = scripts.filter((file) => file !== "functions.js");

    expect(changing.length).toBeGreaterThan(5);
    expect(changing.filter((file) => !/^versions\/0\.1\.0\/[\w-]+\.[0-9a-f]{8}\.js$/.test(file))).toEqual([]);
  });

  // Safari before 16.4, in which Excel runs on an older Mac, stops at such a block.
  test("hold no static block", () => {
    const scripts = files().filter((file) => file.endsWith(".js"));

    expect(scripts.filter((file) => /\bstatic\s*\{/.test(text(file)))).toEqual([]);
  });
});

describe("the pages", () => {
  const pages = () => files().filter((file) => file.endsWith(".html") && file !== "taskpane.html");

  test("are help, privacy, terms, and one for each function", () => {
    const wanted = metadata.functions.map(({ id }) => `help/functions/${id}.html`);

    expect(pages()).toEqual(expect.arrayContaining(["support.html", "privacy.html", "terms.html", ...wanted]));
  });

  test("lead to files that are published, and to headings that are there", () => {
    const links = pages().flatMap((page) =>
      [...text(page).matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = ""]) => [page, link] as const),
    );
    const isDead = ([page, link]: (typeof links)[number]) => {
      if (/^(https|mailto):/.test(link)) return false;
      const [path = "", heading] = link.split("#");
      const target = path === "" ? page : posix.join(posix.dirname(page), path);
      return !files().includes(target) || (heading !== undefined && !text(target).includes(`id="${heading}"`));
    };

    expect(links.length).toBeGreaterThan(200);
    // The notices are made with a release, which knows the packages; see release.test.ts.
    expect(links.filter(isDead)).toEqual([["terms.html", "third-party-notices.txt"]]);
  });

  test("run nothing and fetch nothing but their own style and picture", () => {
    const policies = pages().map((page) => /Content-Security-Policy" content="([^"]+)"/.exec(text(page))?.[1]);

    expect(new Set(policies)).toEqual(
      new Set(["default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"]),
    );
    expect(pages().filter((page) => /<script|<style|\bon\w+=|style=/i.test(text(page)))).toEqual([]);
  });

  test("show formulas with the NAMESPACE, as they are typed", () => {
    expect(text("support.html")).toContain("<code>=ACME.LOANBALANCE(DATE(2000,9,12))</code>");
    expect(text("help/functions/TIEOUT.html")).toContain("=ACME.TIEOUT(computed, printed, [unit])");
    expect(pages().filter((page) => /[^.\w](LOANBALANCE|BASICEPS)\(/.test(text(page)))).toEqual([]);
  });

  test("leave no blank unfilled", () => {
    expect(pages().filter((page) => text(page).includes("{{"))).toEqual([]);
  });
});
