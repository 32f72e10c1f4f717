/** What the files of src import, as the TypeScript compiler reads them: types and imports on demand included. */
const { readdirSync, readFileSync, statSync } = require("node:fs");
const { join, posix, sep } = require("node:path");
const ts = require("typescript");

const src = join(__dirname, "..", "src");

/** The files of src with their paths from it, such as core/loan/loan.ts. */
function sourceFiles() {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
}

/** @param {string} file */
function textOf(file) {
  return readFileSync(join(src, file), "utf8");
}

/**
 * What a text imports, as it says it: "../number/fraction", "react".
 * @param {string} text
 */
function specifiersIn(text) {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/**
 * The file of src that a file means by a relative import; undefined for a package and for what lies beside src.
 * @param {string} file
 * @param {string} specifier
 */
function resolved(file, specifier) {
  if (!specifier.startsWith(".")) return undefined;
  const path = posix.join(posix.dirname(file), specifier);
  if (path.startsWith("..")) return undefined;
  return [path, `${path}.ts`, `${path}.tsx`].find((candidate) =>
    statSync(join(src, candidate), { throwIfNoEntry: false })?.isFile(),
  );
}

/**
 * Each file with the files that it imports.
 * @returns {Map<string, string[]>}
 */
function importGraph() {
  return new Map(
    sourceFiles().map((file) => {
      const imported = specifiersIn(textOf(file)).map((specifier) => resolved(file, specifier));
      return [file, [...new Set(imported.filter((path) => path !== undefined))].sort()];
    }),
  );
}

/**
 * Files that reach themselves through their imports, together with those they do it through (Tarjan 1972).
 * @param {Map<string, string[]>} graph
 * @returns {string[][]}
 */
function circlesOf(graph) {
  const circles = [];
  const order = new Map();
  const lowest = new Map();
  const path = [];
  const visit = (file) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file));
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (path.includes(next)) lowest.set(file, Math.min(lowest.get(file), lowest.get(next)));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = path.splice(path.indexOf(file));
    if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

module.exports = { circlesOf, importGraph, sourceFiles, specifiersIn, textOf };
