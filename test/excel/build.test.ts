import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  test.each(["functions", "loan", "agreement", "eps", "exhibit"])(
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

    expect(
      problemsOf(text("manifest.xml"), { version: packageJson.version, functions: metadata.functions, published }),
    ).toEqual([]);
  });

  test("are addressed at ORIGIN, with the NAMESPACE", () => {
    expect(text("manifest.xml")).not.toContain("localhost");
    expect(text("manifest.xml")).toContain('id="Functions.Namespace" DefaultValue="ACME"');
    expect(scriptsOf("start").some((file) => text(file).includes('"ACME"'))).toBe(true);
  });

  test("carry the metadata as it is kept", () => {
    expect(JSON.parse(text("functions.json"))).toEqual(metadata);
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
  });
});
