/** Builds one bundle of webpack.config.js, unless what stands in dist is newer than everything that it is made from. */
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const SOURCES = ["src", "assets"];
const TOOLS = ["webpack.config.js", "package-lock.json"];

/**
 * @param name the bundle's name in webpack.config.js, and its folder in dist
 * @param product a file of that folder which every build writes
 * @param report takes the progress as a fraction, from 0 to 1
 * @param sources the folders that it is made from
 * @returns whether it had to build
 */
export async function freshBuild(name, product, report = () => {}, sources = SOURCES) {
  const built = join("dist", name, product);
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...[...sources, ...TOOLS].map(newest))) return false;
  const started = new Date();
  const aside = join("dist", `.${name}-${process.pid}`);
  await build(name, resolve(aside), report);
  // Dated by its start: what was edited while it was building is newer, and is built next time.
  utimesSync(join(aside, product), started, started);
  replace(join("dist", name), aside);
  return true;
}

/** Puts a finished build in the place of the last one, so that nobody who runs it meets half of it. */
function replace(folder, aside) {
  const last = `${aside}-last`;
  if (existsSync(folder)) renameSync(folder, last);
  renameSync(aside, folder);
  rmSync(last, { recursive: true, force: true });
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  const inside = statSync(path).isDirectory() ? readdirSync(path).map((entry) => newest(join(path, entry))) : [];
  return Math.max(mtimeMs, ...inside);
}

async function build(name, path, report) {
  const require = createRequire(import.meta.url);
  const webpack = require("webpack");
  const configurations = require("../webpack.config.js")({}, { mode: "development" });
  const configuration = configurations.find((candidate) => candidate.name === name);
  const progress = new webpack.ProgressPlugin((fraction) => report(fraction));
  const output = { ...configuration.output, path };
  const compiler = webpack({ ...configuration, output, plugins: [...(configuration.plugins ?? []), progress] });
  const stats = await new Promise((resolve, reject) => compiler.run((error, done) => (error ? reject(error) : resolve(done))));
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}
