/**
 * `npm run check:manifest`: reads manifest.xml as Excel does and says what Excel would refuse, without the internet.
 * The schema sees the order and kind of elements (with xmllint, where MANIFEST_SCHEMA names Microsoft's OfficeAppManifestV1_1.xsd);
 * manifestRules.js sees what no schema can.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { problemsOf } from "./manifestRules.js";
import { sourceOf } from "./publishedFiles.js";

const SCHEMA = process.env.MANIFEST_SCHEMA;

/** What the add-in consists of, besides the manifest. */
export function addInOnDisk() {
  return {
    version: JSON.parse(readFileSync("package.json", "utf8")).version,
    metadata: JSON.parse(readFileSync("src/functions/functions.json", "utf8")),
    /** The file that the build publishes at a path, or undefined. */
    published: (path) => {
      const source = sourceOf(path);
      return existsSync(source) ? readFileSync(source) : undefined;
    },
  };
}

/** What the schema says; nothing where none is named or xmllint is absent. */
function schemaProblems(file) {
  if (!SCHEMA) return [];
  try {
    execFileSync("xmllint", ["--noout", "--nonet", "--schema", SCHEMA, file], { stdio: "pipe" });
    return [];
  } catch (error) {
    if (error.code === "ENOENT") return [];
    return String(error.stderr)
      .trim()
      .split("\n")
      .filter((line) => !line.endsWith("fails to validate"));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? "manifest.xml";
  const problems = [...problemsOf(readFileSync(file, "utf8"), addInOnDisk()), ...schemaProblems(file)];
  for (const problem of problems) console.error(`${file}: ${problem}`);
  console.log(problems.length === 0 ? `${file}: ok` : `${file}: ${problems.length} problem(s)`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
