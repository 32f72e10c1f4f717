const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { DefinePlugin, IgnorePlugin } = require("webpack");
const { EnvironmentPlugin } = require("webpack");
const { manifestFor } = require("./scripts/manifestFor.js");

/** What every bundle shares. Each bundle below is its own configuration: `webpack --config-name functions`. */
function common(name, mode) {
  return {
    name,
    mode,
    devtool: mode === "production" ? false : "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: {
              jsc: {
                target: "es2022",
                parser: { syntax: "typescript", tsx: true },
                transform: { react: { runtime: "automatic", development: false } },
              },
            },
          },
        },
        { test: /\.css$/, type: "asset/source" },
      ],
    },
    performance: { hints: false },
  };
}

/** The spreadsheet engine with its reader of typed figures put right; see src/engine/univerCore.ts. */
const UNIVER = { "@univerjs/core$": path.resolve("src/engine/univerCore.ts") };

/** The custom functions as Excel loads them, the task pane and the ribbon's commands. */
function excel(mode) {
  return {
    ...common("excel", mode),
    // One entry, so that functions and pane share their modules: the workbook's settings are kept once.
    entry: { functions: "./src/excel/functions.ts" },
    // The rest follows under names that change with their content, so that no part of an old version is mixed in.
    output: {
      path: path.resolve("dist/excel"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    plugins: [new CopyPlugin({ patterns: addInFiles() }), new EnvironmentPlugin({ NAMESPACE: "" })],
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
  };
}

/** What Excel loads beside the scripts. ORIGIN is the address they are published at, NAMESPACE a prefix for functions. */
function addInFiles() {
  const { ORIGIN: origin, NAMESPACE: namespace } = process.env;
  return [
    { from: "manifest.xml", transform: (text) => manifestFor(String(text), { origin, namespace }) },
    { from: "src/functions/functions.json" },
    { from: "src/excel/*.html", to: "[name][ext]" },
    { from: "assets/icons/*.png", to: "icons/[name][ext]" },
  ];
}

/** The browser workbook. React is its production form in every mode: the development form slows the grid down. */
function workbench(mode) {
  const shared = common("workbench", mode);
  return {
    ...shared,
    devtool: false,
    resolve: { ...shared.resolve, alias: UNIVER },
    entry: { main: "./src/workbench/main.ts" },
    output: { path: path.resolve("dist/workbench"), filename: "[name].js", cssFilename: "[name].css", clean: true },
    module: {
      rules: [
        ...shared.module.rules.filter(({ test }) => !test.test("page.css")),
        { test: /\.css$/, type: "css/auto" },
        { test: /page\.html$/, type: "asset/resource", generator: { filename: "index.html" } },
        { test: /\.png$/, type: "asset/resource", generator: { filename: "[name][ext]" } },
      ],
    },
    experiments: { css: true },
    // What is kept of an earlier build is worth nothing once this file says otherwise.
    cache: { type: "filesystem", version: createHash("sha256").update(readFileSync(__filename)).digest("hex") },
    optimization: { nodeEnv: "production", minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
  };
}

/**
 * The `tieout` command for Node, in two files: the command, and the engine that it starts as a thread. It is not
 * minimized, for a quick build; the engine's hyphenation patterns are for screens and are left out.
 */
function cli(mode) {
  const shared = common("cli", mode);
  return {
    ...shared,
    target: "node20",
    devtool: false,
    resolve: { ...shared.resolve, alias: UNIVER },
    entry: { main: "./src/cli/main.ts", engineThread: "./src/cli/engineThread.ts" },
    output: { path: path.resolve("dist/cli"), filename: "[name].js", clean: true },
    plugins: [
      new DefinePlugin({ VERSION: JSON.stringify(require("./package.json").version) }),
      new IgnorePlugin({ resourceRegExp: /^\.\/[\w-]+\.js$/, contextRegExp: /engine-render\/lib\/es$/ }),
    ],
    optimization: { minimize: false },
  };
}

module.exports = (_env, { mode = "production" }) => [excel(mode), workbench(mode), cli(mode)];
