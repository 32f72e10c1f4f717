/** Builds one bundle of webpack.config.js, unless what stands in dist is newer than everything that it is made from. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const SOURCES = ["src", "assets"];
const TOOLS = ["webpack.config.js", "package-lock.json"];
/** How long a build may go without a sign of life before another is begun in its place. */
const STALE_MILLISECONDS = 60_000;

/**
 * @param name the bundle's name in webpack.config.js, and its folder in dist
 * @param product a file of that folder which every build writes
 * @param report takes the progress as a fraction, from 0 to 1
 * @param sources the folders that it is made from
 * @returns whether it had to build
 */
export async function freshBuild(name, product, report = () => {}, sources = SOURCES) {
  const built = join("dist", name, product);
  const isFresh = () => existsSync(built) && statSync(built).mtimeMs > Math.max(...[...sources, ...TOOLS].map(newest));
  if (isFresh()) return false;
  return alone(name, async () => {
    if (isFresh()) return false;
    await buildAside(name, product, report);
    return true;
  });
}

/** Of several programs that want the same build at once, the first makes it, and the others wait for it. */
async function alone(name, work) {
  const { lock } = await import("proper-lockfile");
  mkdirSync("dist", { recursive: true });
  const retries = { forever: true, minTimeout: 100, maxTimeout: 500 };
  const release = await lock(join("dist", name), { realpath: false, stale: STALE_MILLISECONDS, retries });
  try {
    return await work();
  } finally {
    await release();
  }
}

async function buildAside(name, product, report) {
  const started = new Date();
  const aside = join("dist", `.${name}-${process.pid}`);
  try {
    await build(name, resolve(aside), report);
    // Dated by its start: what was edited while it was building is newer, and is built next time.
    utimesSync(join(aside, product), started, started);
    replace(join("dist", name), aside);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Moves a finished build over the last one file by file, so that nobody who runs it meets half of it, or none. */
function replace(folder, aside) {
  const files = filesIn(aside);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    renameSync(join(aside, file), join(folder, file));
  }
  for (const file of filesIn(folder)) if (!files.includes(file)) rmSync(join(folder, file), { force: true });
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  const inside = statSync(path).isDirectory() ? readdirSync(path).map((entry) => newest(join(path, entry))) : [];
  return Math.max(mtimeMs, ...inside);
}

async function build(name, path, report) {
  const require = createRequire(import.meta.url);
  const { ProgressPlugin } = require("webpack");
  const { bundled } = await import("./bundled.mjs");
  const { output, plugins, ...configuration } = require("../webpack.config.js").bundles[name]("development");
  const progress = new ProgressPlugin((fraction) => report(fraction));
  await bundled({ ...configuration, output: { ...output, path }, plugins: [...(plugins ?? []), progress] });
}
