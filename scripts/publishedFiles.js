/** What Excel and the user load beside the scripts, and where each file comes from in the project. */
const { basename } = require("node:path");
const { page } = require("./pages.js");
const { OFFICE_JS } = require("./publication.js");
const { manifestFor } = require("./manifestFor.js");

/**
 * @param publication see publication.js
 * @returns patterns for CopyPlugin
 */
function publishedFiles(publication) {
  const text = (from, to, change) => ({ from, to, transform: (content) => change(String(content), publication) });
  const pages = (from, folder) => ({
    from,
    to: ({ absoluteFilename }) => `${folder}${pageName(absoluteFilename)}`,
    transform: (content, file) => page(String(content), `${folder}${pageName(file)}`, publication),
  });
  return [
    text("manifest.xml", "manifest.xml", manifestFor),
    text("src/functions/functions.json", "functions.json", withHelpPages),
    text("src/excel/taskpane.html", "taskpane.html", withOfficeJs),
    { from: "src/excel/pages/page.css", to: "page.css" },
    { from: "assets/icons/*.png", to: "icons/[name][ext]" },
    pages("src/excel/pages/*.md", ""),
    pages("docs/functions/*.md", "help/functions/"),
    ...["amortization", "antidilution", "loan-sheet", "year-to-date"].map((name) =>
      pages(`docs/specs/${name}.md`, "help/specs/"),
    ),
    pages("docs/errors.md", "help/"),
    pages("docs/differences.md", "help/"),
  ];
}

function pageName(file) {
  return basename(file).replace("README", "index").replace(/\.md$/, ".html");
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
  if (path.startsWith("/help/"))
    return `docs${path
      .replace("/help", "")
      .replace(/\.html$/, ".md")
      .replace("index.md", "README.md")}`;
  if (path === "/functions.json") return "src/functions/functions.json";
  if (path.endsWith(".js")) return `src/excel${path.replace(/\.js$/, ".ts")}`;
  return path === "/taskpane.html" ? "src/excel/taskpane.html" : `src/excel/pages${path.replace(/\.html$/, ".md")}`;
}

module.exports = { publishedFiles, sourceOf };
