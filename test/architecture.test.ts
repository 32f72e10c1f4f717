import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Which top folders of src each top folder may import. The layout is the architecture; this keeps it so. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  functions: ["core"],
  workbook: ["core", "functions"],
  taskpane: ["core", "functions", "workbook"],
  excel: ["core", "functions", "workbook", "taskpane"],
  engine: ["core", "functions"],
  workbench: ["core", "functions", "engine", "workbook", "taskpane"],
  cli: ["core", "functions", "engine"],
};

/** What the core may not touch: a host, a clock, chance, a zone, the console. */
const IMPURE =
  /\b(Excel|Office|CustomFunctions|document|window|globalThis|process|console|performance|crypto|Intl)\b\s*[.[(]|\bnew Date\b|\bDate\s*[.(]|Math\.random|\brequire\s*\(|\bfetch\s*\(|toLocale/;

/** What any folder may take from outside src: the project's version and its pictures. */
const PROJECT_FILE = /^(\.\.\/)+(package\.json|assets\/[\w/.-]+\.png)$/;

const src = join(__dirname, "..", "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
const topFolder = (path: string) => path.split(/[\\/]/)[0] ?? "";
const textOf = (file: string) => readFileSync(join(src, file), "utf8");
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:])\/\/.*$/gm, "$1");
const importsOf = (text: string) =>
  [...withoutComments(text).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"'()\s]+)["']/g)].map(([, path = ""]) => path);

const folderImports = (file: string, text: string) =>
  importsOf(text)
    .filter((path) => path.startsWith(".") && !PROJECT_FILE.test(path))
    .map((path) => topFolder(relative(src, join(src, dirname(file), path))))
    .filter((folder) => folder !== topFolder(file));

test.each(files)("%s imports only what its folder may", (file) => {
  expect(MAY_IMPORT[topFolder(file)]).toEqual(expect.arrayContaining(folderImports(file, textOf(file))));
});

test.each(files.filter((file) => topFolder(file) === "core"))(
  "%s touches no host, clock, chance or package",
  (file) => {
    expect(withoutComments(textOf(file))).not.toMatch(IMPURE);
    expect(importsOf(textOf(file)).filter((path) => !path.startsWith(".") && path !== "decimal.js")).toEqual([]);
  },
);

test("the rules see what they must", () => {
  expect(folderImports("core/loan/x.ts", 'import { y } from "../../functions/answer";')).toEqual(["functions"]);
  expect(folderImports("cli/x.ts", 'await import("../taskpane/pane")')).toEqual(["taskpane"]);
  for (const impure of [
    "new Date()",
    "Date.now()",
    "Math.random()",
    "Excel.run(f)",
    "window.x",
    "x.toLocaleString()",
  ]) {
    expect(impure).toMatch(IMPURE);
  }
});
