/**
 * `npm run excel`: builds the add-in if need be, serves it to Excel over https, and says how to load it, until Ctrl-C.
 * It is an add-in of its own, by Id, name and prefix, so that it stands beside the organisation's copy.
 */
import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import certificates from "office-addin-dev-certs";
import sirv from "sirv";
import { freshBuild } from "./freshBuild.mjs";
import manifests from "./manifestFor.js";
import publications from "./publication.js";
import { sideloading } from "./sideloading.mjs";

const FOLDER = "dist/excel";
const SOURCES = ["src", "assets", "docs", "scripts", "manifest.xml"];
/** Excel on the web fetches functions.json and functions.js from a page of another origin. */
const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "no-cache",
  "X-Content-Type-Options": "nosniff",
};

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const OWN = {
  ca: resolve(".certs/ca.crt"),
  cert: resolve(".certs/localhost.crt"),
  key: resolve(".certs/localhost.key"),
};
try {
  const publication = publications.developmentPublication(process.env);
  const credentials = await developmentCertificate();
  const server = await serve(credentials, publication.address);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(server));
  await build(publication);
  const manifest = resolve(FOLDER, "manifest.xml");
  console.log(
    `\n${publication.name} is at ${publication.address}, its manifest is\n  ${manifest}\n\n` +
      `${sideloading(manifest, publication)}\n\nPress Ctrl-C to stop.`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Excel loads an add-in over trusted https only. Without trust the server still runs, and we say what is missing. */
async function developmentCertificate() {
  if (process.env.CI) return ownCertificate();
  console.log("Looking for a development certificate. Windows or macOS may ask once whether to trust it.");
  try {
    return await certificates.getHttpsServerOptions();
  } catch (error) {
    console.warn(
      `\nThis machine could not be made to trust the development certificate:\n  ${firstLine(error)}\n` +
        `The add-in is served all the same, with a certificate of its own. Excel loads it once ${OWN.ca}\n` +
        "is among the trusted root authorities, or after: npx office-addin-dev-certs install",
    );
    return ownCertificate();
  }
}

/** A certificate that changes nothing on the machine, kept so that whoever trusts it does so once a year. */
async function ownCertificate() {
  if (!isValid(OWN.cert)) {
    rmSync(dirname(OWN.cert), { recursive: true, force: true });
    await certificates.generateCertificates(OWN.ca, OWN.cert, OWN.key, 365);
  }
  return { ca: readFileSync(OWN.ca), cert: readFileSync(OWN.cert), key: readFileSync(OWN.key) };
}

function isValid(file) {
  return existsSync(file) && new Date(new X509Certificate(readFileSync(file)).validTo) > new Date();
}

function firstLine({ message }) {
  return message.trim().split("\n")[0];
}

async function build(publication) {
  console.log("Building the add-in, unless it is up to date…");
  if (isForAnother(publication)) rmSync(join(FOLDER, "taskpane.html"), { force: true });
  // The build asks the environment as this command did, but for an address that is meant for a release.
  delete process.env.ORIGIN;
  await freshBuild("excel", "taskpane.html", { sources: SOURCES });
}

/** The manifest of the last build says for which address, and for which prefix of the functions, it was made. */
function isForAnother(publication) {
  const built = join(FOLDER, "manifest.xml");
  const wanted = manifests.manifestFor(readFileSync("manifest.xml", "utf8"), publication);
  return !existsSync(built) || readFileSync(built, "utf8") !== wanted;
}

function serve(credentials, address) {
  const port = Number(new URL(address).port || 443);
  const files = sirv(FOLDER, {
    dev: true,
    setHeaders: (response) => Object.entries(HEADERS).forEach(([name, value]) => response.setHeader(name, value)),
  });
  const server = createServer(credentials, files);
  return new Promise((done, fail) => {
    server.once("error", (error) => fail(error.code === "EADDRINUSE" ? taken(port, address) : error));
    server.listen(port, "localhost", () => done(server));
  });
}

function taken(port, address) {
  return new Error(
    `Port ${port} is taken; perhaps the add-in is already served at ${address}. Choose another: PORT=${port + 1} npm run excel`,
  );
}

function stop(server) {
  server.close();
  server.closeAllConnections();
  console.log("\nStopped.");
}
