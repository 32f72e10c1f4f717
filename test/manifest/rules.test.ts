import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json";
import { problemsOf } from "../../scripts/manifestRules";
import metadata from "../../src/functions/functions.json";

const manifest = readFileSync("manifest.xml", "utf8");

/** The files that the build publishes, with the icons as they really are. */
function published(path: string): Buffer | undefined {
  const file = `assets${path}`;
  if (path.startsWith("/icons/")) return existsSync(file) ? readFileSync(file) : undefined;
  return ["/taskpane.html", "/support.html", "/functions.js", "/functions.json"].includes(path)
    ? Buffer.alloc(0)
    : undefined;
}

const addIn = { version: packageJson.version, metadata, published };
const changed = (from: string | RegExp, to: string) => {
  const broken = manifest.replace(from, to);
  expect(broken).not.toBe(manifest);
  return problemsOf(broken, addIn);
};

test("the manifest has no problem", () => {
  expect(problemsOf(manifest, addIn)).toEqual([]);
});

test.each([
  // what breaks, from, to, what the check says
  ["an element left open", "</Supertip>", "", "not well-formed"],
  ["an id that is no GUID", /<Id>.{4}/, "<Id>zzzz", "is not a GUID"],
  ["a version of three numbers", "<Version>0.1.0.0<", "<Version>0.1.0<", 'Version "0.1.0" is not four numbers'],
  [
    "a version that is not the package's",
    "<Version>0.1.0.0<",
    "<Version>9.1.0.0<",
    "does not begin with package.json's",
  ],
  [
    "a resid without a resource",
    'Label resid="Loan.Label"',
    'Label resid="Lone.Label"',
    "Label refers to Lone.Label, which is no resource",
  ],
  [
    "a label that names an address",
    'Label resid="Loan.Label"',
    'Label resid="Support.Url"',
    "Label refers to Support.Url of Urls; it takes one of ShortStrings",
  ],
  [
    "a resource declared twice",
    'String id="Loan.Label"',
    'String id="Eps.Label"',
    "resource Eps.Label is declared twice",
  ],
  [
    "a resource nobody uses",
    "<bt:LongStrings>",
    '<bt:LongStrings><bt:String id="Stray" DefaultValue="x"/>',
    "resource Stray is never used",
  ],
  ["a resource id that is too long", /Tab\.Label/g, `Tab.Label.${"x".repeat(30)}`, "is longer than 32 characters"],
  [
    "a label that is too long",
    'DefaultValue="Roll forward"',
    `DefaultValue="${"x".repeat(126)}"`,
    "RollForward.Label has 126 characters; at most 125",
  ],
  [
    "a tip that is too long",
    /(id="Loan.Tip" DefaultValue=")[^"]*/,
    `$1${"x".repeat(251)}`,
    "Loan.Tip has 251 characters; at most 250",
  ],
  [
    "a description that is too long",
    /(<Description DefaultValue=")[^"]*/,
    `$1${"x".repeat(251)}`,
    "Description has 251 characters; at most 250",
  ],
  ["an empty name", 'DisplayName DefaultValue="Tieout"', 'DisplayName DefaultValue=""', "DisplayName is empty"],
  [
    "an address without encryption",
    "https://localhost:3001/support",
    "http://localhost:3001/support",
    "http://localhost:3001/support.html is not https",
  ],
  [
    "an address elsewhere",
    'https://localhost:3001/functions.js"',
    'https://example.com/functions.js"',
    "https://example.com/functions.js is not at https://localhost:3001",
  ],
  ["an address that is none", 'https://localhost:3001/functions.js"', 'functions.js"', '"functions.js" is no address'],
  [
    "a page that the build does not make",
    /taskpane\.html/g,
    "pane.html",
    "https://localhost:3001/pane.html is not published",
  ],
  ["an icon that does not exist", "loan-32.png", "loan-33.png", "loan-33.png is not published by the build"],
  ["an icon of another size", "loan-32.png", "loan-80.png", "loan-80.png is 80 by 80 pixels; 32 by 32 is declared"],
  [
    "the add-in's own icon of another size",
    "app-32.png",
    "app-64.png",
    "app-64.png is 64 by 64 pixels; 32 by 32 is declared",
  ],
  [
    "a button without its large icon",
    '<bt:Image size="80" resid="Help.80"/>',
    "",
    "Tieout.ShowHelp has no icon of 80 pixels",
  ],
  ["no shared runtime", /<Runtimes>[\s\S]*<\/Runtimes>/, "", "there is no Runtime"],
  ["a runtime that ends with its pane", 'lifetime="long"', 'lifetime="short"', "Runtime is not of long lifetime"],
  [
    "functions on a page of their own",
    /(<Page>\s*<SourceLocation resid=")[^"]*/,
    "$1Support.Url",
    "SourceLocation of Page is Support.Url; the shared runtime is Page.Url",
  ],
  [
    "buttons on a page of their own",
    'FunctionFile resid="Page.Url"',
    'FunctionFile resid="Support.Url"',
    "FunctionFile is Support.Url",
  ],
  [
    "a task pane on a page of its own",
    /<DefaultSettings>\s*<SourceLocation DefaultValue="[^"]*/,
    '<DefaultSettings><SourceLocation DefaultValue="https://localhost:3001/support.html',
    "DefaultSettings opens https://localhost:3001/support.html",
  ],
  [
    "a button that opens another page",
    /xsi:type="ExecuteFunction">\s*<FunctionName>showHelp<\/FunctionName>/,
    'xsi:type="ShowTaskpane"><SourceLocation resid="Support.Url"/>',
    "SourceLocation of Action is Support.Url",
  ],
  [
    "a task pane id",
    /xsi:type="ExecuteFunction">\s*<FunctionName>showHelp<\/FunctionName>/,
    'xsi:type="ShowTaskpane"><TaskpaneId>Help</TaskpaneId><SourceLocation resid="Page.Url"/>',
    "TaskpaneId is not for a shared runtime",
  ],
  [
    "the requirement of custom functions before data types, as it was",
    '<Set Name="CustomFunctionsRuntime" MinVersion="1.4"/>',
    '<Set Name="CustomFunctionsRuntime" MinVersion="1.1"/>',
    "Requirements ask for CustomFunctionsRuntime 1.1; functions.json says allowErrorForDataTypeAny and " +
      "allowCustomDataForDataTypeAny, which need 1.4: with less, the add-in is offered to Excels that crash as they read " +
      "them (LTSC 2021) or show #VALUE! for every table (2021, 2024)",
  ],
  [
    "the same by the default of all sets",
    '<Set Name="CustomFunctionsRuntime" MinVersion="1.4"/>',
    '<Set Name="CustomFunctionsRuntime"/>',
    "Requirements ask for CustomFunctionsRuntime 1.1",
  ],
  [
    "no requirement of a shared runtime",
    '<Set Name="SharedRuntime" MinVersion="1.1"/>',
    "",
    "Requirements do not name the set SharedRuntime",
  ],
  [
    "no custom functions",
    'xsi:type="CustomFunctions"',
    'xsi:type="ContextMenu"',
    "there is no extension point for custom functions",
  ],
  ["no metadata", /<Metadata>[\s\S]*<\/Metadata>/, "", "custom functions have no Metadata"],
  ["an id used twice", 'id="Tieout.ShowEps"', 'id="Tieout.ShowLoan"', "ribbon id Tieout.ShowLoan is used twice"],
  ["an id that is too long", 'id="Tieout.ShowEps"', `id="${"x".repeat(126)}"`, "is longer than 125 characters"],
  [
    "a button that calls nothing",
    "<FunctionName>refresh</FunctionName>",
    "<FunctionName/>",
    "Tieout.Refresh calls no function",
  ],
] as const)("%s is found", (_what, from, to, problem) => {
  expect(changed(from, to)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
});

test.each([
  ["LB", "LB: a name is three upper-case letters or more"],
  ["loanBalance", "loanBalance: a name is three upper-case letters or more"],
  ["EPS2020", "EPS2020: looks like a cell reference"],
  ["R1C1", "R1C1: looks like a cell reference"],
])("a function named %s is found", (id, problem) => {
  expect(problemsOf(manifest, { ...addIn, metadata: { functions: [{ id }] } })).toEqual([
    expect.stringContaining(problem),
  ]);
});

test("a function declared twice is found, and none at all", () => {
  const declaring = (...functions: { id: string }[]) => problemsOf(manifest, { ...addIn, metadata: { functions } });

  expect(declaring({ id: "EPS" }, { id: "EPS" })).toEqual(["EPS: declared twice"]);
  expect(declaring()).toEqual(["functions.json declares no function"]);
});

test("help that Excel could not open is found", () => {
  const helped = (helpUrl: string) =>
    problemsOf(manifest, { ...addIn, metadata: { functions: [{ id: "TIEOUT", helpUrl }] } });

  expect(helped("https://localhost:3001/support.html")).toEqual([]);
  expect(helped("https://localhost:3001/help/TIEOUT.html")).toEqual([
    "https://localhost:3001/help/TIEOUT.html is not published by the build",
  ]);
  expect(helped("https://example.com/support.html")).toEqual([
    "https://example.com/support.html is not at https://localhost:3001 like the rest",
  ]);
});

test.each([
  ["1.4", "1.4"],
  ["1.10", "1.4"],
  ["2.0", "1.4"],
])("CustomFunctionsRuntime %s will do for %s", (set, least) => {
  const asking = manifest.replace(
    `CustomFunctionsRuntime" MinVersion="${least}"`,
    `CustomFunctionsRuntime" MinVersion="${set}"`,
  );
  expect(problemsOf(asking, addIn)).toEqual([]);
});

test("without data types an older set of custom functions will do", () => {
  const older = manifest.replace(
    'CustomFunctionsRuntime" MinVersion="1.4"',
    'CustomFunctionsRuntime" MinVersion="1.1"',
  );
  expect(problemsOf(older, { ...addIn, metadata: { functions: metadata.functions } })).toEqual([]);
});

describe("npm run check:manifest", () => {
  test("passes the manifest of the project", () => {
    expect(execFileSync("node", ["scripts/checkManifest.mjs"], { encoding: "utf8" })).toBe("manifest.xml: ok\n");
  });

  test("fails on a broken one, with the problems and their number", () => {
    const file = join(mkdtempSync(join(tmpdir(), "manifest-")), "broken.xml");
    writeFileSync(file, manifest.replace('lifetime="long"', 'lifetime="short"').replace(/<Id>.{4}/, "<Id>zzzz"));
    const { status, stdout, stderr } = spawnSync("node", ["scripts/checkManifest.mjs", file], { encoding: "utf8" });

    expect(status).toBe(1);
    expect(stderr).toContain("Runtime is not of long lifetime");
    expect(stdout).toMatch(/broken\.xml: \d+ problem\(s\)/);
  });
});
