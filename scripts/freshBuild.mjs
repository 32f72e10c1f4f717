/** Builds one bundle of webpack.config.js, unless what stands in dist was made from the same. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const SOURCES = ["src", "assets"];
const TOOLS = ["webpack.config.js", "package-lock.json"];
/** How long a build may go without a sign of life before another is begun in its place. */
const STALE_MILLISECONDS = 60_000;

/** Kept beside each build: what it was made from, as a digest. */
const MADE_FROM = ".made-from";

/**
 * @param name the bundle's name in webpack.config.js, and its folder in dist
 * @param product a file of that folder which every build writes
 * @param mode webpack's
 * @param report takes the progress as a fraction, from 0 to 1
 * @param sources the folders that it is made from
 * @returns whether it had to build
 */
export async function freshBuild(name, product, { mode = "development", report = () => {}, sources = SOURCES } = {}) {
  const inputs = [...sources, ...TOOLS];
  if (isFresh(name, product, inputs)) return false;
  return alone(name, async () => {
    if (isFresh(name, product, inputs)) return false;
    await buildAside({ name, product, mode, report, inputs });
    return true;
  });
}

/** Whether nothing is newer than the build; or what is newer, as after a change of branches, is the same. */
function isFresh(name, product, inputs) {
  const asked = new Date();
  const built = join("dist", name, product);
  const madeFrom = join("dist", name, MADE_FROM);
  if (!existsSync(built) || !existsSync(madeFrom)) return false;
  if (statSync(built).mtimeMs > Math.max(...inputs.map(newest))) return true;
  if (readFileSync(madeFrom, "utf8") !== digestOf(inputs)) return false;
  utimesSync(built, asked, asked);
  return true;
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

async function buildAside({ name, product, mode, report, inputs }) {
  // Dated and described by its start: what was edited while it was building is newer, and is built next time.
  const started = new Date();
  const madeFrom = digestOf(inputs);
  const aside = join("dist", `.${name}-${process.pid}`);
  try {
    await build(name, { mode, path: resolve(aside), report });
    utimesSync(join(aside, product), started, started);
    replace(join("dist", name), aside);
    writeFileSync(join("dist", name, MADE_FROM), madeFrom);
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

function digestOf(inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const isFolder = statSync(input).isDirectory();
    const files = isFolder
      ? filesIn(input)
          .sort()
          .map((file) => join(input, file))
      : [input];
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

async function build(name, { mode, path, report }) {
  const require = createRequire(import.meta.url);
  const { ProgressPlugin } = require("webpack");
  const { bundled } = await import("./bundled.mjs");
  const { output, plugins, ...configuration } = require("../webpack.config.js").bundles[name](mode);
  const progress = new ProgressPlugin((fraction) => report(fraction));
  await bundled({ ...configuration, output: { ...output, path }, plugins: [...(plugins ?? []), progress] });
}
