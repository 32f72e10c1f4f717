/**
 * `npm pack` runs it first: builds what the package holds into dist/package, anew each time.
 *
 *   core      the calculation core as one ES module, with its types; needs no other package
 *   command   `tieout` for Node, with the engine inside and the licences of what stands in it
 *
 * There is no CommonJS twin of the core: every Node that the package runs on can require an ES module, and of two copies
 * an error of the one would be no CalculationError of the other.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { bundled } from "./bundled.mjs";
import { noticesText, shippedPackages } from "./release/notices.mjs";

const require = createRequire(import.meta.url);
const FOLDER = join("dist", "package");
/**
 * Of the core's folder alone: the add-in and the workbench have modules that are imported for what they do, so the
 * package.json of the project may not say that of all.
 */
const ES_MODULE = { type: "module", sideEffects: false };

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { bundles, core } = require("../webpack.config.js");

rmSync(FOLDER, { recursive: true, force: true });
await makeCore(join(FOLDER, "core"));
await makeCommand(join(FOLDER, "command"));

async function makeCore(folder) {
  await bundledInto(folder, core("production"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(ES_MODULE, undefined, 2)}\n`);
  makeTypes(folder);
}

async function makeCommand(folder) {
  const stats = await bundledInto(folder, bundles.cli("production"));
  const notices = noticesText(shippedPackages(stats), "the tieout command");
  writeFileSync(join(folder, "third-party-notices.txt"), notices);
}

function bundledInto(folder, { output, ...configuration }) {
  return bundled({ ...configuration, output: { ...output, path: resolve(folder) } });
}

/** The declarations that one reaches from the public list, and no others. */
function makeTypes(folder) {
  const emitted = mkdtempSync(join(tmpdir(), "tieout-types-"));
  try {
    const compiler = require.resolve("typescript/bin/tsc");
    execFileSync(process.execPath, [compiler, "-p", "tsconfig.package.json", "--outDir", emitted], {
      stdio: "inherit",
    });
    copyTypes("index", { from: emitted, to: folder, copied: new Set() });
  } finally {
    rmSync(emitted, { recursive: true, force: true });
  }
}

/** A module's declarations with those that it imports, by the full names that a reader of ES modules looks for. */
function copyTypes(module, folders) {
  const { from, to, copied } = folders;
  if (copied.has(module)) return;
  copied.add(module);
  const text = readFileSync(join(from, `${module}.d.ts`), "utf8");
  const imported = ts.preProcessFile(text).importedFiles;
  const file = join(to, `${module}.d.ts`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, withExtensions(text, imported));
  for (const { fileName } of imported) copyTypes(join(dirname(module), fileName), folders);
}

function withExtensions(text, imported) {
  return imported.reduceRight((before, { fileName, pos }) => {
    const end = pos + fileName.length + 1; // with the quotation mark, at which it begins
    return `${before.slice(0, end)}.js${before.slice(end)}`;
  }, text);
}
