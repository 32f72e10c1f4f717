import { existsSync, readFileSync } from "node:fs";
import packageJson from "../package.json";

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

const lockFile: { packages: Record<string, { dev?: boolean }> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const page = readFileSync("docs/dependencies.md", "utf8");
const rows = [...page.matchAll(/^\| (@?[a-z][\w./-]*) \| ([^|]+) \|/gm)].map(([, name = "", licence = ""]) => ({
  name,
  licence: licence.trim(),
}));
const statedBy = (folder: string): string | undefined => {
  const stated: unknown = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")).license;
  return typeof stated === "string" ? stated : undefined;
};

/** One of alternatives is enough; of several that hold together all are needed. */
function isAllowed(licence: string | undefined, allowed: readonly string[]): boolean {
  if (licence === undefined) return false;
  const alternatives = licence.replace(/[()]/g, "").split(" OR ");
  return alternatives.some((alternative) => alternative.split(" AND ").every((part) => allowed.includes(part)));
}

test("docs/dependencies.md has a row for each direct dependency, and no other", () => {
  const direct = [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.devDependencies)];

  expect(rows.map(({ name }) => name).sort()).toEqual(direct.sort());
});

test.each(rows.filter(({ name }) => !EXCEPTIONS.includes(name)))(
  "$name is under $licence, as its package says",
  ({ name, licence }) => {
    expect(statedBy(`node_modules/${name}`)).toBe(licence);
  },
);

test("versions are exact", () => {
  const versions = [...Object.values(packageJson.dependencies), ...Object.values(packageJson.devDependencies)];

  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("every installed package is under an allowed licence", () => {
  const installed = Object.entries(lockFile.packages).filter(
    ([folder]) => folder !== "" && existsSync(`${folder}/package.json`),
  );
  const refused = installed.filter(
    ([folder, { dev }]) =>
      !EXCEPTIONS.some((name) => folder.endsWith(`node_modules/${name}`)) &&
      !isAllowed(statedBy(folder), dev ? ALLOWED_IN_TOOLS : ALLOWED),
  );

  expect(installed.length).toBeGreaterThan(100);
  expect(refused.map(([folder]) => `${folder}: ${statedBy(folder)}`)).toEqual([]);
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
