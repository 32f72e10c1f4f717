const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { BannerPlugin, DefinePlugin, IgnorePlugin, NormalModuleReplacementPlugin } = require("webpack");
const { version } = require("./package.json");
const { publicationOf } = require("./scripts/publication.js");
const { publishedFiles } = require("./scripts/publishedFiles.js");

/** What every bundle shares. Each bundle below is its own configuration: `webpack --config-name excel`. */
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

/** The spreadsheet engine with its reader of typed figures put right; see src/engine/corrections/univerCore.ts. */
const UNIVER = { "@univerjs/core$": path.resolve("src/engine/corrections/univerCore.ts") };

/**
 * The custom functions as Excel loads them, the task pane and the ribbon's commands, for one address.
 *
 * @param publication see scripts/publication.js
 */
function excel(mode, publication) {
  const shared = common("excel", mode);
  return {
    ...shared,
    // One entry, so that functions and pane share their modules: the workbook's settings are kept once.
    entry: { functions: "./src/excel/functions.ts" },
    // The rest follows under names that change with their content, so that no part of an old version is mixed in, and
    // in a folder a version, so that an older one can be kept for whoever still holds its entry.
    output: {
      path: path.resolve("dist/excel"),
      filename: "[name].js",
      chunkFilename: `versions/${version}/[name].[contenthash:8].js`,
      clean: true,
    },
    module: { rules: [...shared.module.rules, FOR_OLDER_SAFARI] },
    plugins: [
      new CopyPlugin({ patterns: publishedFiles(publication) }),
      new DefinePlugin({ "process.env.NAMESPACE": JSON.stringify(publication.namespace) }),
    ],
    optimization: {
      minimizer: [
        new MinimizerPlugin({
          minify: MinimizerPlugin.swcMinify,
          minimizerOptions: {
            compress: { passes: 3, keep_classnames: false },
            mangle: { keep_classnames: false, toplevel: true },
          },
        }),
      ],
    },
  };
}

/** Excel on an older Mac runs in a Safari before 16.4, which does not read the static blocks of the pane's packages. */
const FOR_OLDER_SAFARI = {
  test: /\.js$/,
  include: /node_modules/,
  use: { loader: "swc-loader", options: { jsc: { target: "es2021" } } },
};

/** The engine's dictionaries of hyphenation, 5 MB in all, which no cell needs. The grid asks for one and goes on without. */
const DICTIONARIES = /engine-render[\\/]lib[\\/]es$/;
const DICTIONARY = /^\.\/[\w-]+\.js$/;
const EMPTY_DICTIONARIES = new NormalModuleReplacementPlugin(DICTIONARY, (asked) => {
  if (DICTIONARIES.test(asked.context)) asked.request = "data:text/javascript,export {}";
});

/**
 * The browser workbook. React is its production form in every mode: the development form slows the grid down. Modules
 * are not joined, for a quick build; see docs/decisions/0009-quick-builds.md.
 */
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
    plugins: [EMPTY_DICTIONARIES],
    optimization: {
      nodeEnv: "production",
      concatenateModules: false,
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })],
    },
  };
}

/**
 * The `tieout` command for Node: the command, the threads that it starts, of formulas, a batch and a check, and the
 * engine, which they load when a formula needs it. It is not minimized, for a quick build. Only a
 * screen asks for hyphenation.
 */
function cli(mode) {
  const shared = common("cli", mode);
  return {
    ...shared,
    target: "node20",
    devtool: false,
    resolve: { ...shared.resolve, alias: UNIVER },
    entry: {
      main: "./src/cli/main.ts",
      evaluatorThread: "./src/cli/evaluatorThread.ts",
      batchThread: "./src/cli/batch/batchThread.ts",
      checkThread: "./src/cli/check/checkThread.ts",
    },
    output: { path: path.resolve("dist/cli"), filename: "[name].js", clean: true },
    plugins: [
      new DefinePlugin({ VERSION: JSON.stringify(version) }),
      new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^main\.js$/ }),
      new IgnorePlugin({ resourceRegExp: DICTIONARY, contextRegExp: DICTIONARIES }),
    ],
    optimization: { minimize: false },
  };
}

/**
 * The core for programs, as scripts/package.mjs puts it into the package: one ES module that needs no other, laid out to
 * be read.
 */
function core(mode) {
  return {
    ...common("core", mode),
    target: "es2022",
    devtool: false,
    entry: { index: "./src/core/index.ts" },
    experiments: { outputModule: true },
    output: { filename: "[name].js", library: { type: "module" } },
    optimization: { minimize: false },
  };
}

/** Without an ORIGIN the add-in is that of `npm run excel`; a production build of it says so, lest it pass for a release. */
function excelForEnvironment(mode) {
  const publication = publicationOf(process.env);
  const configuration = excel(mode, publication);
  if (mode !== "production" || process.env.ORIGIN) return configuration;
  const say = (compiler) =>
    compiler.hooks.done.tap("Publication", () =>
      compiler
        .getInfrastructureLogger("excel")
        .warn(
          `dist/excel is "${publication.name}" for this machine alone, at ${publication.address}. A release for others: npm run release -- --origin https://...`,
        ),
    );
  return { ...configuration, plugins: [...configuration.plugins, say] };
}

const bundles = { excel: excelForEnvironment, workbench, cli };

module.exports = (_env, { mode = "production" }) => Object.values(bundles).map((bundle) => bundle(mode));
Object.assign(module.exports, { bundles, excel, core });
