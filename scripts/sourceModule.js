/** Loads a module of the project's TypeScript, with what it imports. */
const { readFileSync } = require("node:fs");
const { resolve } = require("node:path");
const { transformSync } = require("@swc/core");

const COMPILED = { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } };

require.extensions[".ts"] = (module, file) =>
  module._compile(transformSync(readFileSync(file, "utf8"), { ...COMPILED, filename: file }).code, file);

/** @param {string} path from the project's folder, such as src/functions/helpText.ts */
function sourceModule(path) {
  return require(resolve(__dirname, "..", path));
}

module.exports = { sourceModule };
