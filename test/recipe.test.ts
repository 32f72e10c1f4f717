import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import metadata from "../src/functions/functions.json";

/** What CONTRIBUTING.md says under "Adding a function": three places are written, everything else is made of them. */
const project = join(__dirname, "..");
const textOf = (path: string) => readFileSync(join(project, path), "utf8");
const ids = metadata.functions.map(({ id }) => id);
const named = (path: string) => ids.filter((id) => new RegExp(`\\b${id}\\b`).test(textOf(path)));

const MADE_BY_SCRIPTS = [
  "README.md",
  "docs/errors.md",
  "docs/functions/README.md",
  "docs/quality.json", // what long runs came to
  "docs/quality.md",
  "src/functions/docstrings.json",
  "src/functions/families.json",
  "src/functions/functions.json",
  "src/workbench/sheets/answers.json",
];

test.each(MADE_BY_SCRIPTS)("%s names every function", (path) => {
  expect(named(path)).toEqual(ids);
});

test.each(ids)("%s has a page of its own", (id) => {
  expect(existsSync(join(project, "docs/functions", `${id}.md`))).toBe(true);
});

test("no other file lists the functions", () => {
  const files = ["assets", "bench", "docs", "scripts", "src"].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
      .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1)),
  );
  // Made by a script from the changelog: those whose figures have changed, however many.
  const others = files.filter((path) => path !== "src/functions/changedResults.json");
  const lists = ["README.md", "manifest.xml", ...others].filter((path) => named(path).length > ids.length / 2);
  expect(lists.sort()).toEqual([...MADE_BY_SCRIPTS].sort());
});

test("the recipe points to what is there", () => {
  const recipe = /^## Adding a function\n([\s\S]*?)^## /m.exec(textOf("CONTRIBUTING.md"))?.[1] ?? "";
  const paths = [...recipe.matchAll(/`((?:src|test|scripts|docs)\/[^`]*)`/g)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([]);
});

describe("a function that is added by the recipe", () => {
  const folder = mkdtempSync(join(tmpdir(), "recipe-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const RULE = `/** Half of a count. */
export function half(count: number): number {
  return count / 2;
}
`;
  const ADAPTER = `import { half } from "../../core/eps/half";

/**
 * Half of a count. For shares alone.
 * @customfunction HALFSHARES
 * @param {any} count Shares.
 * @returns {number} Shares.
 * @example =HALFSHARES(10)
 * @throws =HALFSHARES("x") #VALUE! count must be a number; received "x"
 */
export function HALFSHARES(count: any): number {
  return half(count);
}
`;
  const written = (name: string) => JSON.parse(readFileSync(join(folder, "src/functions", name), "utf8"));
  const makeMetadata = () =>
    execFileSync(process.execPath, ["scripts/metadata.mjs"], { cwd: folder, encoding: "utf8", stdio: "pipe" });

  beforeAll(() => {
    for (const path of ["package.json", "scripts", "src/core", "src/functions", "src/engine"])
      cpSync(join(project, path), join(folder, path), { recursive: true });
    symlinkSync(join(project, "node_modules"), join(folder, "node_modules"), "dir");
    writeFileSync(join(folder, "src/core/eps/half.ts"), RULE);
    writeFileSync(join(folder, "src/functions/eps/half.ts"), ADAPTER);
  });

  test("is missed where no family has it", () => {
    expect(makeMetadata).toThrow("HALFSHARES: no family of src/functions has src/functions/eps/half.ts");
  });

  test("is in Excel's metadata, in the catalogue and in its family", () => {
    const family = join(folder, "src/functions/epsFunctions.ts");
    writeFileSync(
      family,
      `import * as half from "./eps/half";\n${readFileSync(family, "utf8").replace(" };", ", ...half };")}`,
    );
    makeMetadata();

    expect(written("functions.json").functions.find(({ id }: { id: string }) => id === "HALFSHARES")).toMatchObject({
      description: "Half of a count. For shares alone.",
      parameters: [{ name: "count", description: "Shares." }],
    });
    expect(written("docstrings.json")["HALFSHARES"]).toEqual({ returns: "Shares.", example: "=HALFSHARES(10)" });
    expect(written("families.json")["HALFSHARES"]).toBe("eps");
  });

  test.each(["@returns", "@example", "@throws"])("is refused without %s", (tag) => {
    const adapter = join(folder, "src/functions/eps/half.ts");
    writeFileSync(adapter, ADAPTER.replace(new RegExp(` \\* ${tag}.*\n`), ""));
    expect(makeMetadata).toThrow("HALFSHARES: its docstring needs @returns, an @example of it, and a @throws");
  });
});
