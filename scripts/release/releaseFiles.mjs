import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { bundled } from "../bundled.mjs";
import { problemsOf } from "../manifestRules.js";
import { filled } from "../template.js";
import { checksums } from "./archive.mjs";
import { noticesText, shippedPackages } from "./notices.mjs";
import { sbom } from "./sbom.mjs";

const require = createRequire(import.meta.url);

/**
 * Every file of a release by its path in the archive: `web` for the server, `hosting` for its headers, INSTALL.md.
 *
 * @param publication see scripts/publication.js
 * @param {string} version
 * @throws when Excel would refuse the manifest
 */
export async function releaseFiles(publication, version) {
  const { web, packages } = await built(publication);
  web["third-party-notices.txt"] = Buffer.from(noticesText(packages, `${publication.name} ${version}`));
  refuseProblems(web, publication, version);
  const files = {
    ...under("web", web),
    ...under("hosting", templates("scripts/release/hosting", publication, version)),
    "INSTALL.md": template("scripts/release/INSTALL.md", publication, version),
    "CHANGELOG.md": readFileSync("CHANGELOG.md"),
    LICENSE: readFileSync("LICENSE"),
    "sbom.cdx.json": Buffer.from(sbom(packages, { name: publication.name, version })),
  };
  return { ...files, SHA256SUMS: Buffer.from(checksums(files)) };
}

/** The add-in as webpack makes it for production, and the packages in its scripts. */
async function built(publication) {
  const { excel } = require("../../webpack.config.js");
  const folder = mkdtempSync(join(tmpdir(), "tieout-release-"));
  try {
    const { output, ...configuration } = excel("production", publication);
    const stats = await bundled({ ...configuration, output: { ...output, path: folder } });
    return { web: filesOf(folder), packages: shippedPackages(stats) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path))]));
}

function refuseProblems(web, { address }, version) {
  const base = new URL(address).pathname.replace(/\/$/, "");
  const problems = problemsOf(String(web["manifest.xml"]), {
    version,
    metadata: JSON.parse(String(web["functions.json"])),
    published: (path) => (path.startsWith(`${base}/`) ? web[path.slice(base.length + 1)] : undefined),
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function under(folder, files) {
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${folder}/${path}`, bytes]));
}

function templates(folder, publication, version) {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, template(join(folder, name), publication, version)]),
  );
}

function template(file, publication, version) {
  const { address, namespace, name, id, officeJs } = publication;
  const path = new URL(address).pathname.replace(/\/$/, "");
  return Buffer.from(
    filled(readFileSync(file, "utf8"), {
      address,
      path,
      name,
      version,
      id,
      officeJs,
      prefix: namespace ? `${namespace}.` : "",
      folder: `/var/www${path || "/tieout"}`,
      beside: path ? `; the content of web is its folder ${path.slice(1)}` : ", beside the content of web",
    }),
  );
}
