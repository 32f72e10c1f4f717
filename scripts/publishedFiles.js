/** What Excel and the user load beside the scripts, and where each file comes from in the project. */
const { basename, relative, sep } = require("node:path");
const { manifestFor } = require("./manifestFor.js");
const { helpPath, page } = require("./pages.js");
const { OFFICE_JS } = require("./publication.js");

/**
 * @param publication see publication.js
 * @returns patterns for CopyPlugin
 */
function publishedFiles(publication) {
  const text = (from, to, change) => ({ from, to, transform: (content) => change(String(content), publication) });
  const pages = (from, pathOf) => ({
    from,
    filter: (file) => pathOf(file) !== undefined,
    to: ({ absoluteFilename }) => pathOf(absoluteFilename),
    transform: (content, file) => page(String(content), pathOf(file), publication),
  });
  return [
    text("manifest.xml", "manifest.xml", manifestFor),
    text("src/functions/functions.json", "functions.json", withHelpPages),
    text("src/excel/taskpane.html", "taskpane.html", withOfficeJs),
    { from: "src/excel/pages/page.css", to: "page.css" },
    { from: "assets/icons/*.png", to: "icons/[name][ext]" },
    pages("src/excel/pages/*.md", (file) => basename(file).replace(/\.md$/, ".html")),
    pages("docs/**/*.md", (file) => helpPath(relative("docs", file).split(sep).join("/"))),
  ];
}

/** The metadata with the page that Excel opens as help on each function. */
function withHelpPages(text, { address }) {
  const { functions, ...rest } = JSON.parse(text);
  const helped = functions.map((one) => ({ ...one, helpUrl: `${address}/help/functions/${one.id}.html` }));
  return `${JSON.stringify({ ...rest, functions: helped }, null, 2)}\n`;
}

/** The page with Excel's library from the cloud that it is for, which its policy must admit as well. */
function withOfficeJs(html, { officeJs }) {
  return html
    .replaceAll(OFFICE_JS.public, officeJs)
    .replaceAll(new URL(OFFICE_JS.public).origin, new URL(officeJs).origin);
}

/** The file of the project behind a published path; see webpack.config.js for the scripts. */
function sourceOf(path) {
  if (path.startsWith("/icons/")) return `assets${path}`;
  if (path === "/functions.json") return "src/functions/functions.json";
  if (path.endsWith(".js")) return `src/excel${path.replace(/\.js$/, ".ts")}`;
  return path === "/taskpane.html" ? "src/excel/taskpane.html" : `src/excel/pages${path.replace(/\.html$/, ".md")}`;
}

module.exports = { publishedFiles, sourceOf };
