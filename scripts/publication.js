/** What is published: at which address, under which name and prefix, with which contact, for which Microsoft cloud. */
const { createHash } = require("node:crypto");

/** The address that manifest.xml and functions.json are written for in the project. */
const LOCAL_ADDRESS = "https://localhost:3001";
/** The name that they are written for. */
const NAME = "Tieout";
const DEVELOPMENT = { name: "Tieout (dev)", namespace: "DEV", idOf: "https://localhost" };

/** Excel's own library. Microsoft's government clouds keep copies of it, and do not reach the public one. */
const OFFICE_JS = {
  public: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  gcc: "https://appsforoffice.gcc.cdn.office.net/appsforoffice/lib/1/hosted/office.js",
  gcch: "https://appsforoffice.gcch.cdn.office.net/appsforoffice/lib/1/hosted/office.js",
  dod: "https://appsforoffice.dod.cdn.office.net/appsforoffice/lib/1/hosted/office.js",
};

/**
 * A copy of the add-in for an organisation. Its Id follows from its address, so that two copies never pass for one.
 *
 * @param {{ origin?: string, namespace?: string, name?: string, support?: string, cloud?: string }} choices
 *   `origin` such as https://tieout.example.com or https://intranet.example.com/tieout; `namespace` such as ACME, which
 *   makes the functions =ACME.LOANBALANCE(...); `support`, a mailto or https address; `cloud`, a key of OFFICE_JS
 * @throws with words when a choice is none that Excel or a browser takes
 */
function publication({ origin = "", namespace = "", name = NAME, support = "", cloud = "public" }) {
  const address = addressOf(origin);
  return {
    address,
    id: idOf(address),
    namespace: readNamespace(namespace),
    name: readName(name),
    support: readSupport(support),
    officeJs: officeJsOf(cloud),
  };
}

/**
 * The copy of `npm run excel`: it stands beside the organisation's own, and replaces the one of another port.
 *
 * @param {{ PORT?: string, NAMESPACE?: string }} environment
 */
function developmentPublication({ PORT: port, NAMESPACE: namespace = DEVELOPMENT.namespace }) {
  return {
    address: port ? new URL(`https://localhost:${readPort(port)}`).origin : LOCAL_ADDRESS,
    id: idOf(DEVELOPMENT.idOf),
    namespace: readNamespace(namespace),
    name: DEVELOPMENT.name,
    support: "",
    officeJs: OFFICE_JS.public,
  };
}

/**
 * The copy that the environment asks for: for ORIGIN where there is one, else for development.
 *
 * @param {{ ORIGIN?: string, NAMESPACE?: string, PORT?: string }} environment
 */
function publicationOf(environment) {
  const { ORIGIN: origin, NAMESPACE: namespace } = environment;
  return origin ? publication({ origin, namespace }) : developmentPublication(environment);
}

const PATH = /^(\/[A-Za-z0-9._~-]+)*$/;

function addressOf(origin) {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  const path = url?.pathname.replace(/\/+$/, "") ?? "";
  const extra = url && (url.username || url.password || url.search || url.hash || /[?#]/.test(origin));
  if (url?.protocol === "https:" && !extra && PATH.test(path)) return url.origin + path;
  throw refused(
    "origin",
    "must be an https address such as https://tieout.example.com or https://intranet.example.com/tieout, without user name, query or fragment, its path of letters, digits and - . _ ~",
    origin,
  );
}

function readNamespace(namespace) {
  if (namespace === "" || /^[A-Za-z][A-Za-z0-9.]{0,31}$/.test(namespace)) return namespace;
  throw refused("namespace", "must be 1 to 32 letters, digits and dots that begin with a letter", namespace);
}

const LONGEST_NAME = 64;

function readName(name) {
  const trimmed = name.trim();
  const isName = trimmed !== "" && trimmed.length <= LONGEST_NAME && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(trimmed);
  if (isName) return trimmed;
  throw refused("name", `must be 1 to ${LONGEST_NAME} characters on one line`, name);
}

function readSupport(support) {
  const url = URL.canParse(support) ? new URL(support) : undefined;
  const isMail = url?.protocol === "mailto:" && /^[^@\s]+@[^@\s]+$/.test(url.pathname);
  const isPage = url?.protocol === "https:" && !url.username && !url.password;
  if (support === "" || isMail || isPage) return support;
  throw refused(
    "support",
    "must be a mailto: or https: address, such as mailto:excel@example.com or https://help.example.com/tieout",
    support,
  );
}

function officeJsOf(cloud) {
  if (Object.hasOwn(OFFICE_JS, cloud)) return OFFICE_JS[cloud];
  throw refused("cloud", `must be one of ${Object.keys(OFFICE_JS).join(", ")}`, cloud);
}

function readPort(port) {
  const number = Number(port);
  if (Number.isInteger(number) && number >= 1 && number <= 65_535) return number;
  throw refused("PORT", "must be a whole number from 1 to 65535", port);
}

function refused(argument, rule, received) {
  return new Error(`${argument} ${rule}; received "${received}"`);
}

const URL_NAMESPACE = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/** The UUID of an address by its SHA-1 (RFC 9562, version 5): the same for everybody, today and tomorrow. */
function idOf(address) {
  const bytes = createHash("sha1").update(URL_NAMESPACE).update(address).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

module.exports = { LOCAL_ADDRESS, NAME, OFFICE_JS, publication, developmentPublication, publicationOf, idOf };
