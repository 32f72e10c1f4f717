/**
 * Builds the custom functions as production does, without the task pane, into the folder given; prints the files that
 * Excel loads for each part: `functions` before anything, a family when a cell first calls one of its functions.
 */
const webpack = require("webpack");

const production = require("../../webpack.config.js")({}, { mode: "production" }).find(({ name }) => name === "excel");
const configuration = {
  ...production,
  plugins: [],
  output: { ...production.output, path: process.argv[2] },
  externals: { "./taskpane": "var {}", "./openInExcel": "var {}" },
};

webpack(configuration, (error, stats) => {
  if (error ?? stats.hasErrors()) throw error ?? new Error(stats.toString({ all: false, errors: true }));
  const { namedChunkGroups } = stats.toJson({ all: false, chunkGroups: true });
  const files = Object.entries(namedChunkGroups).map(([part, { assets }]) => [part, assets.map(({ name }) => name)]);
  process.stdout.write(JSON.stringify(Object.fromEntries(files)));
});
