/** The address that manifest.xml itself is written for. */
const LOCAL_ORIGIN = "https://localhost:3001";

/**
 * manifest.xml for another address, and for an organisation that wants a prefix before its functions.
 *
 * @param {string} manifest the text of manifest.xml
 * @param {{ origin?: string, namespace?: string }} choices `origin` such as https://tieout.example.com; `namespace`
 *   such as ACME, which makes the functions =ACME.LOANBALANCE(...)
 * @throws when the origin is no https origin, or the namespace is none that Excel takes
 */
function manifestFor(manifest, { origin = LOCAL_ORIGIN, namespace = "" } = {}) {
  const addressed = manifest.replaceAll(LOCAL_ORIGIN, httpsOrigin(origin));
  return namespace ? withNamespace(addressed, namespace) : addressed;
}

function httpsOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:" && [url.origin, `${url.origin}/`].includes(text)) return url.origin;
  throw new Error(
    `ORIGIN must be an https address without a path, such as https://tieout.example.com; received "${text}"`,
  );
}

function withNamespace(manifest, namespace) {
  if (!/^[A-Za-z][A-Za-z0-9.]{0,31}$/.test(namespace)) {
    throw new Error(
      `NAMESPACE must be 1 to 32 letters, digits and dots that begin with a letter; received "${namespace}"`,
    );
  }
  return manifest
    .replace("</Metadata>", '</Metadata>\n            <Namespace resid="Functions.Namespace"/>')
    .replace(
      "<bt:ShortStrings>",
      `<bt:ShortStrings>\n        <bt:String id="Functions.Namespace" DefaultValue="${namespace}"/>`,
    );
}

module.exports = { LOCAL_ORIGIN, manifestFor };
