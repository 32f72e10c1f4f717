const path = require("node:path");

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
              jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } },
            },
          },
        },
        { test: /\.css$/, type: "asset/source" },
      ],
    },
    performance: { hints: false },
  };
}

/** The custom functions as Excel loads them, the task pane and the ribbon's commands. */
function excel(mode) {
  return {
    ...common("excel", mode),
    entry: {},
    output: { path: path.resolve("dist/excel"), filename: "[name].js" },
  };
}

/** The browser workbook. */
function workbench(mode) {
  return {
    ...common("workbench", mode),
    entry: {},
    output: { path: path.resolve("dist/workbench"), filename: "[name].js" },
  };
}

/** The `tieout` command for Node. */
function cli(mode) {
  return {
    ...common("cli", mode),
    target: "node20",
    entry: {},
    output: { path: path.resolve("dist/cli"), filename: "[name].js" },
  };
}

module.exports = (_env, { mode = "production" }) => [excel(mode), workbench(mode), cli(mode)];
