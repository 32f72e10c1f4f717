const { LOCAL_ADDRESS, NAME } = require("./publication.js");

/**
 * manifest.xml for a publication: its address, Id and name, and the prefix of its functions where it has one.
 *
 * @param {string} manifest the text of manifest.xml
 * @param {{ address: string, id: string, name: string, namespace: string }} publication see publication.js
 */
function manifestFor(manifest, { address, id, name, namespace }) {
  const published = manifest
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${id}</Id>`)
    .replaceAll(LOCAL_ADDRESS, address)
    .replace(
      /DefaultValue="(?!https:)([^"]*)"/g,
      (_whole, words) => `DefaultValue="${wordsFor(words, name, namespace)}"`,
    );
  return namespace ? withNamespace(published, namespace) : published;
}

/** What a user reads, with the add-in's name, and formulas as they are typed. */
function wordsFor(words, name, namespace) {
  const prefix = namespace ? `${namespace}.` : "";
  return words
    .replace(new RegExp(`\\b${NAME}\\b`, "g"), () => escaped(name))
    .replace(/=(?=[A-Z]{3,}\()/g, `=${prefix}`);
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function withNamespace(manifest, namespace) {
  return manifest
    .replace("</Metadata>", '</Metadata>\n            <Namespace resid="Functions.Namespace"/>')
    .replace(
      "<bt:ShortStrings>",
      `<bt:ShortStrings>\n        <bt:String id="Functions.Namespace" DefaultValue="${namespace}"/>`,
    );
}

module.exports = { manifestFor };
