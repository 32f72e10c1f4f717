/**
 * What the docstring of a function says beside Excel's metadata: what it answers (`@returns`), a formula that shows it
 * at work and needs nothing else in the workbook (`@example`), and each kind of bad input as a formula, with the error
 * code and the words that a cell shows (`@throws`).
 */
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const ADAPTERS = "src/functions";
const COMMENT = /\/\*\*(?:(?!\*\/)[\s\S])*\*\//g;
const ERROR = /^(=.*?\)) (#VALUE!|#N\/A|#NUM!|#DIV\/0!) (.+)$/;

/**
 * @typedef {{ formula: string, code: string, message: string }} StatedError
 * @typedef {{ id: string, file: string, returns: string, example: string, errors: StatedError[] }} Docstring
 * @returns {Docstring[]} those of src/functions, by the name of their files
 */
function docstrings() {
  return readdirSync(ADAPTERS, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(ADAPTERS, file))
    .sort()
    .flatMap((file) => docstringsIn(readFileSync(file, "utf8")).map((one) => ({ ...one, file })));
}

/**
 * @param {string} source of an adapter
 * @returns {Omit<Docstring, "file">[]}
 * @throws Error for one that lacks a part, or states an error in another form
 */
function docstringsIn(source) {
  return (source.match(COMMENT) ?? []).flatMap((comment) => {
    const tagged = (tag) => [...comment.matchAll(new RegExp(`^ \\* @${tag} (.*)$`, "gm"))].map(([, text]) => text);
    return tagged("customfunction").map((id) => docstring(id, tagged));
  });
}

function docstring(id, tagged) {
  const returns = tagged("returns")[0]?.replace(/^\{.*?\} /, "");
  const example = tagged("example").find((text) => text.startsWith(`=${id}(`));
  const errors = tagged("throws").map((text) => statedError(id, text));
  if (!returns || !example || errors.length === 0)
    throw new Error(`${id}: its docstring needs @returns, an @example of it, and a @throws for each kind of bad input`);
  return { id, returns, example, errors };
}

function statedError(id, text) {
  const [, formula, code, message] = ERROR.exec(text) ?? [];
  if (!formula?.startsWith(`=${id}(`))
    throw new Error(`${id}: @throws is its formula, the error code and the message; received ${text}`);
  return { formula, code, message };
}

module.exports = { docstrings, docstringsIn };
