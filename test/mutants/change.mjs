import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A change by its text, which it keeps when lines move. */
export function changeOf({ fileName, location: { start, end }, replacement }) {
  const file = fileName.replace(/^.*?\/src\//, "src/");
  const lines = readFileSync(join(root, file), "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return { file, line: start.line, code: onOneLine(lines.join(" ")), replacement: onOneLine(replacement) };
}

/** Whether two are one change: a file keeps its name when it moves to another folder. */
export function isSameChange(one, other) {
  const textOf = ({ file, code, replacement }) => JSON.stringify([basename(file), code, replacement]);
  return textOf(one) === textOf(other);
}

function onOneLine(code) {
  return code.replace(/\s+/g, " ");
}
