/**
 * Writes the parts of docs/architecture.md that follow from the source: the picture, from what the files import, and the
 * map, from scripts/rooms.js. `--check` compares instead.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { importGraph } from "./importGraph.js";
import { ROOMS, isIn } from "./rooms.js";

const PAGE = fileURLToPath(new URL("../docs/architecture.md", import.meta.url));
const graph = importGraph();
const folders = [...new Set([...graph.keys()].map((file) => posix.dirname(file)))].sort();

/** Drawn are the folders of src and, of the core, the rooms in it. */
const drawn = folders.filter((folder) => !folder.includes("/") || /^core\/[^/]+$/.test(folder));

const parts = { picture: picture(), map: map() };
const page = readFileSync(PAGE, "utf8");
const renewed = Object.entries(parts).reduce(
  (text, [name, part]) =>
    text.replace(
      new RegExp(`(<!-- ${name}: .*-->\n)[\\s\\S]*?(<!-- end of ${name} -->)`),
      (_all, opening, closing) => `${opening}\n${part}\n\n${closing}`,
    ),
  page,
);

if (!process.argv.includes("--check")) writeFileSync(PAGE, renewed);
else if (renewed !== page) {
  console.error("out of date, run npm run architecture: docs/architecture.md");
  process.exitCode = 1;
} else console.log("docs/architecture.md is up to date");

/** A flowchart of who imports whom; what follows from other arrows is left out. */
function picture() {
  const arrows = drawn
    .filter((folder) => folder !== "core")
    .flatMap((folder) => direct(folder).map((other) => `  ${node(folder)} --> ${node(other)}`));
  const inner = drawn.filter((folder) => folder.startsWith("core/"));
  const others = drawn.filter((folder) => !isIn(folder, "core"));
  return [
    "```mermaid",
    "flowchart TD",
    ...others.map((folder) => `  ${node(folder)}["${folder}"]`),
    "  subgraph core",
    ...inner.map((folder) => `    ${node(folder)}["${posix.basename(folder)}"]`),
    "  end",
    ...arrows,
    "```",
  ].join("\n");
}

function node(folder) {
  return folder.replaceAll("/", "_");
}

/** The folders drawn that a folder imports and does not reach by way of another. */
function direct(folder) {
  const imported = importedBy(folder);
  return imported.filter((other) => !imported.some((between) => between !== other && reaches(between, other)));
}

function importedBy(folder) {
  const files = [...graph].filter(([file]) => drawnAs(file) === folder).flatMap(([, imported]) => imported);
  return [...new Set(files.map(drawnAs))].filter((other) => other !== folder && other !== "core").sort();
}

function reaches(from, to) {
  return importedBy(from).some((next) => next === to || reaches(next, to));
}

/** The innermost folder drawn that a file lies in. */
function drawnAs(file) {
  return drawn.findLast((folder) => isIn(file, folder));
}

/** Every folder of src in a line, in the order of the rules; one without a rule comes last, and says nothing. */
function map() {
  const listed = Object.keys(ROOMS).filter((room) => folders.includes(room));
  const rows = [...new Set([...listed, ...folders])].map((folder) => {
    const { what = "", mayImport } = ROOMS[folder] ?? {};
    return [`\`src/${folder}\``, what, mayImport ? rule(mayImport) : ""];
  });
  return [["Folder", "What", "May import"], ["---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function rule(mayImport) {
  const standing = mayImport.filter((name) => !ROOMS[name]?.awaited);
  const words = standing.map((name) => (name.endsWith("/*") ? `files of ${name.slice(0, -2)}` : name));
  return words.join(", ") || "itself";
}
