import { createHash } from "node:crypto";
import { zipSync } from "fflate";

/** The first day that a zip can name, by the clock of the machine, as zips are: the same bytes in every time zone. */
const NO_TIME = new Date(1980, 0, 1);
const UNIX = 3;
const READABLE_FILE = 0o100644 << 16;
const OPTIONS = { mtime: NO_TIME, os: UNIX, attrs: READABLE_FILE, level: 9 };

/**
 * A zip of files, the same bytes for the same files.
 *
 * @param {Readonly<Record<string, Uint8Array>>} files by their path, with forward slashes
 */
export function archive(files) {
  return zipSync(Object.fromEntries(paths(files).map((path) => [path, [files[path], OPTIONS]])));
}

/** The checksums as `sha256sum -c` reads them. */
export function checksums(files) {
  return paths(files)
    .map((path) => `${sha256(files[path])}  ${path}\n`)
    .join("");
}

export function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** In one order on every machine, whatever its language. */
function paths(files) {
  return Object.keys(files).sort();
}
