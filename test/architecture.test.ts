import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { circlesOf, importGraph, sourceFiles, specifiersIn, textOf } from "../scripts/importGraph";
import { brokenRule, isIn, ROOMS, roomsOf } from "../scripts/rooms";
import * as known from "./architecture.known";
import { functionSizes, type FunctionSize } from "./support/functionSizes";

/** What the core may not touch: a host, a clock, chance, a zone, the console. */
const IMPURE =
  /\b(Excel|Office|CustomFunctions|document|window|globalThis|process|console|performance|crypto|Intl)\b\s*[.[(]|\bnew Date\b|\bDate\s*[.(]|Math\.random|\brequire\s*\(|\bfetch\s*\(|toLocale/;

/** What any folder may take from outside src: the project's version and its pictures. */
const PROJECT_FILE = /^(\.\.\/)+(package\.json|assets\/[\w/.-]+\.png)$/;

/** Where Excel is reached. */
const REACHES_EXCEL = /^(workbook\/excelSheet\.ts|excel\/book\/.*)$/;

/** The public list, and the module that "@univerjs/core" means where the grid is built. */
const HANDS_ON = ["core/index.ts", "engine/corrections/univerCore.ts"];

const MOST_FILES = 12;
const MOST_LINES = 40;
const MOST_PARAMETERS = 4;

const files = sourceFiles();
const graph = importGraph();
const core = files.filter((file) => isIn(file, "core"));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:])\/\/.*$/gm, "$1");

/** What is true of files now, beside what is known of them: nothing new, and nothing known that is no longer true. */
function expectOnlyKnown(found: readonly string[], listed: readonly string[]): void {
  expect({ new: found.filter((one) => !listed.includes(one)) }).toEqual({ new: [] });
  expect({ "to take off the list": listed.filter((one) => !found.includes(one)) }).toEqual({
    "to take off the list": [],
  });
}

/** The same of sizes beyond a limit, which may not grow. */
function expectWithin(found: Readonly<Record<string, number>>, listed: Readonly<Record<string, number>>): void {
  expectOnlyKnown(Object.keys(found), Object.keys(listed));
  expect(Object.entries(found).filter(([name, size]) => size > (listed[name] ?? 0))).toEqual([]);
}

describe("who may import whom", () => {
  test("files import only what the rules of their rooms let them", () => {
    const broken = [...graph].flatMap(([file, imported]) =>
      imported.filter((other) => brokenRule(file, other)).map((other) => `${file} -> ${other}`),
    );
    expectOnlyKnown(broken, known.IMPORTS);
  });

  test("every top folder of src is a room, and files of src import nothing beside it but what any may", () => {
    expect(files.filter((file) => roomsOf(file).length === 0)).toEqual([]);
    const outside = files.flatMap((file) =>
      specifiersIn(textOf(file))
        .filter((path) => path.startsWith(".") && leavesSource(file, path) && !PROJECT_FILE.test(path))
        .map((path) => `${file} -> ${path}`),
    );
    expect(outside).toEqual([]);
  });

  test("a room that is listed stands in src, or is awaited", () => {
    const rooms = Object.entries(ROOMS);
    const stands = (room: string) => existsSync(join(__dirname, "..", "src", room));
    const missing = rooms.filter(([room, { awaited }]) => !awaited && !stands(room)).map(([room]) => room);
    const arrived = rooms.filter(([room, { awaited }]) => awaited && stands(room)).map(([room]) => room);
    expect({ missing, "no longer awaited": arrived }).toEqual({ missing: [], "no longer awaited": [] });
    const unknown = rooms.flatMap(([, { mayImport, never = [] }]) => [...mayImport, ...never].filter(isUnknown));
    expect(unknown).toEqual([]);
  });

  test("no file reaches itself through its imports, types included", () => {
    const circles = circlesOf(graph);
    const isKnown = (circle: readonly string[]) =>
      known.CIRCLES.some((one) => circle.every((file) => one.includes(file)));
    expect(circles.filter((circle) => !isKnown(circle))).toEqual([]);
    const inCircles = circles.flat();
    expect({ "to take off the list": known.CIRCLES.flat().filter((file) => !inCircles.includes(file)) }).toEqual({
      "to take off the list": [],
    });
  });

  test("only the core's public list and the stand-in for the grid's own module hand on what others export", () => {
    const handingOn = files.filter((file) =>
      /^export (\*|(type )?\{[^}]*\}) from /m.test(withoutComments(textOf(file))),
    );
    expectOnlyKnown(
      handingOn.filter((file) => !HANDS_ON.includes(file)),
      known.REEXPORTS,
    );
  });

  test("Excel.run stands in one place", () => {
    const running = files.filter((file) => /\bExcel\.run\(/.test(withoutComments(textOf(file))));
    expect(running.filter((file) => !REACHES_EXCEL.test(file))).toEqual([]);
    expect(running.length).toBeGreaterThan(0);
  });
});

describe("the core", () => {
  test("touches no host, clock or chance, and no package but one", () => {
    expect(core.filter((file) => IMPURE.test(withoutComments(textOf(file))))).toEqual([]);
    const packages = core.flatMap((file) => specifiersIn(textOf(file)).filter((path) => !path.startsWith(".")));
    expect(packages.filter((path) => path !== "decimal.js")).toEqual([]);
  });

  test(`has no more than ${MOST_FILES} files in a folder`, () => {
    const counts = new Map<string, number>();
    for (const file of core) counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
    expectWithin(Object.fromEntries([...counts].filter(([, count]) => count > MOST_FILES)), known.FULL_FOLDERS);
  });

  const sizes = core.flatMap((file) =>
    functionSizes(file, textOf(file)).map((size) => ({ ...size, name: `${file} ${size.name}` })),
  );
  const beyond = (measure: Exclude<keyof FunctionSize, "name">, limit: number) =>
    Object.fromEntries(
      sizes
        .filter((size) => size[measure] > limit)
        .sort((a, b) => a[measure] - b[measure]) // of two of one name the larger counts
        .map((size) => [size.name, size[measure]] as const),
    );

  test(`has functions of no more than ${MOST_LINES} lines`, () => {
    expectWithin(beyond("lines", MOST_LINES), known.LONG_FUNCTIONS);
  });

  test(`has functions of no more than ${MOST_PARAMETERS} parameters`, () => {
    expectWithin(beyond("parameters", MOST_PARAMETERS), known.MANY_PARAMETERS);
  });
});

describe("the rules see what they must", () => {
  test.each<[file: string, imported: string, broken: boolean]>([
    ["core/loan/x.ts", "functions/answer.ts", true],
    ["core/loan/x.ts", "core/eps/y.ts", true],
    ["core/eps/x.ts", "core/loan/y.ts", true],
    ["core/number/x.ts", "core/calendar/y.ts", true],
    ["core/number/x.ts", "core/errors.ts", false],
    ["core/loan/form/x.ts", "core/errors.ts", false],
    ["core/loan/form/x.ts", "core/loan/loan.ts", false],
    ["core/loan/form/x.ts", "core/loan/schedule/y.ts", true],
    ["core/loan/schedule/x.ts", "core/loan/terms/y.ts", false],
    ["core/loan/terms/x.ts", "core/loan/schedule/y.ts", true],
    ["core/loan/schedule/x.ts", "core/loan/form/y.ts", true],
    ["functions/loan/x.ts", "core/loan/schedule/y.ts", true],
    ["functions/loan/x.ts", "core/loan/account/y.ts", false],
    ["functions/cells/x.ts", "functions/loan/y.ts", true],
    ["cli/x.ts", "taskpane/pane.tsx", true],
    ["taskpane/pages/x.tsx", "workbook/y.ts", false],
  ])("%s importing %s: broken is %s", (file, imported, broken) => {
    expect(brokenRule(file, imported) !== undefined).toBe(broken);
  });

  test("imports of types and on demand", () => {
    const text = 'import type { y } from "../a"; export { z } from "./b"; const c = () => import("./c"); // from "./d"';
    expect(specifiersIn(text)).toEqual(["../a", "./b", "./c"]);
  });

  test("circles", () => {
    const imports = { a: ["b"], b: ["c"], c: ["b", "d"], d: [], e: ["e"], f: ["a"] };
    expect(circlesOf(new Map(Object.entries(imports)))).toEqual([["b", "c"], ["e"]]);
  });

  test("sizes of functions", () => {
    const text = "const f = (a: number, b: number) => {\n  return () => a;\n};\nclass C {\n  m() {}\n}";
    expect(functionSizes("x.ts", text)).toEqual([
      { name: "f", lines: 3, parameters: 2 },
      { name: "a function", lines: 1, parameters: 0 },
      { name: "m", lines: 1, parameters: 0 },
    ]);
  });

  test.each(["new Date()", "Date.now()", "Math.random()", "Excel.run(f)", "window.x", "x.toLocaleString()"])(
    "%s is a host, a clock or chance",
    (impure) => {
      expect(impure).toMatch(IMPURE);
    },
  );
});

function leavesSource(file: string, path: string): boolean {
  return posix.join(posix.dirname(file), path).startsWith("..");
}

/** Whether a name of a rule means no room of the list. */
function isUnknown(name: string): boolean {
  return ROOMS[name.replace(/\/\*$/, "")] === undefined && !files.includes(name);
}

test("docs/architecture.md is the map of these imports", () => {
  const root = join(__dirname, "..");
  expect(() => execFileSync(process.execPath, ["scripts/architecture.mjs", "--check"], { cwd: root })).not.toThrow();
});
