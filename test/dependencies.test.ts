import { existsSync, readFileSync } from "node:fs";
import packageJson from "../package.json";
import { sourceFiles, specifiersIn, textOf } from "../scripts/importGraph";

const ALLOWED = [
  "MIT",
  "MIT-0",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "ISC",
  "MPL-2.0",
  "BlueOak-1.0.0",
];
/** Licences of texts and data that tools bring along and nobody ships. */
const ALLOWED_IN_TOOLS = [...ALLOWED, "Python-2.0", "CC-BY-4.0", "CC0-1.0"];
const EXCEPTIONS = ["@microsoft/office-js", "@univerjs/telemetry"];

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const lockFile: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const page = readFileSync("docs/dependencies.md", "utf8");
const rowsIn = (text = "") =>
  [...text.matchAll(/^\| (@?[a-z][\w./-]*) \| ([^|]+) \|/gm)].map(([, name = "", licence = ""]) => ({
    name,
    licence: licence.trim(),
  }));
const rows = rowsIn(page);
const shipped = rowsIn(page.split(/^## /m).find((section) => section.startsWith("Shipped"))).map(({ name }) => name);
const statedBy = (folder: string): string | undefined => {
  const stated: unknown = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")).license;
  return typeof stated === "string" ? stated : undefined;
};

/** The folders of packages with all that they need, as Node finds them: their own copies before those further out. */
function withWhatTheyNeed(names: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  const add = (name: string, from: string): void => {
    const folder = `${from}node_modules/${name}`;
    const found = lockFile.packages[folder];
    if (!found && from !== "") return add(name, from.replace(/node_modules\/(@[^/]+\/)?[^/]+\/$/, ""));
    if (!found || folders.has(folder)) return;
    folders.add(folder);
    const needed = Object.keys({ ...found.peerDependencies, ...found.dependencies });
    needed.forEach((one) => add(one, `${folder}/`));
  };
  names.forEach((name) => add(name, ""));
  return folders;
}

/** One of alternatives is enough; of several that hold together all are needed. */
function isAllowed(licence: string | undefined, allowed: readonly string[]): boolean {
  if (licence === undefined) return false;
  const alternatives = licence.replace(/[()]/g, "").split(" OR ");
  return alternatives.some((alternative) => alternative.split(" AND ").every((part) => allowed.includes(part)));
}

test("docs/dependencies.md has a row for each direct dependency, and no other", () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(packageJson.devDependencies).sort());
});

test("whoever installs the package installs no other with it", () => {
  expect(Object.keys(packageJson).filter((key) => /dependencies/i.test(key))).toEqual(["devDependencies"]);
});

test("what is shipped is what src imports, and what that asks to stand beside it", () => {
  const packageOf = (specifier: string) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const imported = new Set(
    sourceFiles()
      .flatMap((file) => specifiersIn(textOf(file)))
      .filter((specifier) => !/^(\.|node:)/.test(specifier))
      .map(packageOf),
  );
  const beside = shipped.flatMap((name) =>
    Object.keys(lockFile.packages[`node_modules/${name}`]?.peerDependencies ?? {}),
  );
  expect([...imported].filter((name) => !shipped.includes(name))).toEqual([]);
  expect(shipped.filter((name) => !imported.has(name) && !beside.includes(name))).toEqual([]);
});

test.each(rows.filter(({ name }) => !EXCEPTIONS.includes(name)))(
  "$name is under $licence, as its package says",
  ({ name, licence }) => {
    expect(statedBy(`node_modules/${name}`)).toBe(licence);
  },
);

test("versions are exact", () => {
  const versions = Object.values(packageJson.devDependencies);

  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("every installed package is under an allowed licence, what is shipped under one that allows it", () => {
  const installed = Object.keys(lockFile.packages).filter(
    (folder) => folder !== "" && existsSync(`${folder}/package.json`),
  );
  const inBundles = withWhatTheyNeed(shipped);
  const refused = installed.filter(
    (folder) =>
      !EXCEPTIONS.some((name) => folder.endsWith(`node_modules/${name}`)) &&
      !isAllowed(statedBy(folder), inBundles.has(folder) ? ALLOWED : ALLOWED_IN_TOOLS),
  );

  expect(inBundles.size).toBeGreaterThan(shipped.length);
  expect(inBundles.size).toBeLessThan(installed.length);
  expect(refused.map((folder) => `${folder}: ${statedBy(folder)}`)).toEqual([]);
});

test.each([
  ["MIT", true],
  ["(BSD-3-Clause OR GPL-2.0)", true],
  ["Apache-2.0 AND MIT", true],
  ["MIT AND GPL-3.0", false],
  ["GPL-3.0", false],
  [undefined, false],
])("the licence %s is allowed: %s", (licence, allowed) => {
  expect(isAllowed(licence, ALLOWED)).toBe(allowed);
});
