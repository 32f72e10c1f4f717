/**
 * `npm run release -- --origin https://host/path`: one archive that an administrator installs without a developer, the same
 * bytes each time: the files for the web server with the manifest for that address, headers for the server, INSTALL.md.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import publications from "./publication.js";
import { archive, sha256 } from "./release/archive.mjs";
import { releaseFiles } from "./release/releaseFiles.mjs";

const USAGE = `npm run release -- --origin https://host/path
  --origin ADDRESS     where the files will be served from; every address of the manifest begins with it
  --name NAME          what users see in Excel; Tieout when omitted
  --namespace ACME     a prefix for the functions: =ACME.LOANBALANCE(...); none when omitted
  --support ADDRESS    who helps users, a mailto: or https: address; their administrator when omitted
  --cloud gcc          Microsoft's cloud: ${Object.keys(publications.OFFICE_JS).join(", ")}; public when omitted
  --out FOLDER         where the archive is written; dist/release when omitted`;
const OPTION = { type: "string" };
const OPTIONS = { origin: OPTION, name: OPTION, namespace: OPTION, support: OPTION, cloud: OPTION, out: OPTION };

/** Where the user is: npm says so, as it runs its scripts in the project. */
const here = process.env.INIT_CWD ?? process.cwd();

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  const { publication, folder } = asked();
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  console.log(`Building ${publication.name} ${version} for ${publication.address}…`);
  const files = await releaseFiles(publication, version);
  const zip = archive(files);
  const file = written(folder, `tieout-${version}.zip`, zip);
  console.log(summary(files, zip, file));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function asked() {
  const { values } = given();
  if (values.origin === undefined) throw new Error(`A release is for an address, which --origin gives.\n\n${USAGE}`);
  const publication = publications.publication(values);
  if (isThisMachine(new URL(publication.address).hostname)) {
    throw new Error(
      `origin must be an address that other machines reach (for this one there is npm run excel); received "${values.origin}"`,
    );
  }
  return { publication, folder: values.out ? resolve(here, values.out) : join("dist", "release") };
}

function given() {
  try {
    return parseArgs({ options: OPTIONS });
  } catch ({ message }) {
    throw new Error(`${message}\n\n${USAGE}`);
  }
}

function isThisMachine(host) {
  return /^(localhost|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(host);
}

/** Written beside and then renamed, so that an archive is there whole or not at all. */
function written(folder, name, bytes) {
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  for (const [target, content] of [
    [file, bytes],
    [`${file}.sha256`, `${sha256(bytes)}  ${name}\n`],
  ]) {
    writeFileSync(`${target}.part`, content);
    renameSync(`${target}.part`, target);
  }
  return file;
}

function summary(files, zip, file) {
  const web = Object.entries(files).filter(([path]) => path.startsWith("web/"));
  const scripts = web.filter(([path]) => path.endsWith(".js")).map(([, bytes]) => bytes);
  const kilobytes = (sizes) => `${Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024)} KB`;
  return [
    `${file}: ${kilobytes([zip.length])}, ${Object.keys(files).length} files`,
    `  web: ${web.length} files, ${kilobytes(web.map(([, bytes]) => bytes.length))}`,
    `  scripts: ${scripts.length} files, ${kilobytes(scripts.map((bytes) => gzipSync(bytes, { level: 9 }).length))} compressed`,
    `  SHA-256: ${sha256(zip)}`,
    "Give it to whoever administers Excel: INSTALL.md in it says the rest.",
  ].join("\n");
}
