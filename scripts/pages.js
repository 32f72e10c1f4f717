/** The pages that are published beside the add-in, as HTML: help, privacy, terms, and a page of each function. */
const { readFileSync } = require("node:fs");
const { posix } = require("node:path");
const { Marked, Renderer } = require("marked");
const { version } = require("../package.json");
const { functions } = require("../src/functions/functions.json");
const { filled } = require("./template.js");

const CALL = new RegExp(`\\b(?=(?:${functions.map(({ id }) => id).join("|")})\\()`, "g");
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * A page from its Markdown. Formulas carry the prefix that the functions have where the page is published.
 *
 * @param {string} markdown may hold the blanks {{name}}, {{address}}, {{version}}, {{contact}} and {{licence}}
 * @param {string} path of the page below the add-in's address, such as help/functions/TIEOUT.html
 * @param {{ address: string, name: string, namespace: string, support: string }} publication see publication.js
 */
function page(markdown, path, publication) {
  const { address, name, namespace } = publication;
  const text = filled(namespace ? markdown.replace(CALL, `${namespace}.`) : markdown, {
    address,
    version,
    name: name.replace(/[\\`*_[\]<>|#&]/g, "\\$&"),
    contact: contact(publication),
    licence: readFileSync("LICENSE", "utf8").trim(),
  });
  const body = markdownOf(path).parse(text);
  const title = /<h1[^>]*>(.*?)<\/h1>/.exec(body)?.[1].replace(/<[^>]*>/g, "") ?? "";
  return framed(body, title, { path, name: escaped(name) });
}

/** Who is asked for help: the address given, or whoever installed the add-in. */
function contact({ support }) {
  if (!support)
    return "Ask whoever installed this add-in for you: your organisation's administrator of Excel or Microsoft 365.";
  return `[${support.replace(/^mailto:/, "")}](<${support}>).`;
}

function framed(body, title, { path, name }) {
  const root = "../".repeat(path.split("/").length - 1);
  const links = [
    ["help/functions/index.html", "Functions"],
    ["support.html", "Help"],
    ["privacy.html", "Privacy"],
    ["terms.html", "Terms"],
  ].map(([target, words]) => `<a href="${root}${target}">${words}</a>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} - ${name}</title>
    <link rel="icon" href="${root}icons/app-32.png" />
    <link rel="stylesheet" href="${root}page.css" />
  </head>
  <body>
    <header><img src="${root}icons/app-32.png" width="32" height="32" alt="" /> ${name}</header>
    <main>
${body}    </main>
    <footer>${links.join(" ")} <span>Version ${version}</span></footer>
  </body>
</html>
`;
}

/** What of docs is published: what a user reads. */
const FOR_USERS = /^(functions\/\w+|specs\/(?!workbook)[\w-]+|errors|differences)\.md$/;

/**
 * Where a document is published below the add-in's address, or undefined where it is for developers.
 *
 * @param {string} document below docs, such as functions/TIEOUT.md
 */
function helpPath(document) {
  if (!FOR_USERS.test(document)) return undefined;
  return `help/${document.replace(/README\.md$/, "index.md").replace(/\.md$/, ".html")}`;
}

/** A link of a document to one that is published too leads there; any other is its words alone. */
function linked(href, path) {
  if (/^(https|mailto):|^#/.test(href) || !path.startsWith("help/")) return href;
  const [file, heading] = href.split("#");
  const target = helpPath(posix.join(posix.dirname(path), file).replace(/^help\//, ""));
  if (target === undefined) return undefined;
  return posix.relative(posix.dirname(path), target) + (heading === undefined ? "" : `#${heading}`);
}

function markdownOf(path) {
  return new Marked({
    renderer: {
      html: ({ text }) => escaped(text),
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      /** A wide one moves under a window that is narrow, by the keyboard too. */
      table(token) {
        return `<div class="table" role="group" aria-label="Table" tabindex="0">\n${Renderer.prototype.table.call(this, token)}</div>\n`;
      },
      link({ href, tokens }) {
        const [words, to] = [this.parser.parseInline(tokens), linked(href, path)];
        return to === undefined ? words : `<a href="${escaped(to)}">${words}</a>`;
      },
    },
  });
}

/** The name of a heading in an address, as GitHub makes it. */
function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

module.exports = { page, helpPath };
