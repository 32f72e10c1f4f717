/** One variant of one task in a process of its own: prints its answers, and the time of one operation. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { built } from "./build.mjs";
import { TASKS } from "./tasks/index.mjs";

const [, , taskName, variantName, budget] = process.argv;
const require = createRequire(import.meta.url);

/** What a variant may load: the product, the headless engine, a library of the bench folder. */
const libraries = {
  product: () => require(join(built, "product.js")),
  engine: () => require(join(built, "engine.js")),
  peer: (name) => require(name),
};

class CellError extends Error {}
globalThis.CustomFunctions ??= { Error: CellError, ErrorCode: {} };

const SMALLEST_BATCH = 2e6;
const WARM_UP = 400e6;
const now = () => Number(process.hrtime.bigint());

function timeOf(run, repetitions) {
  const start = now();
  for (let index = 0; index < repetitions; index++) run();
  return now() - start;
}

/**
 * Warms up until the compiler is done, then takes the lower quartile of batches that are long enough for the clock: other
 * work on the machine lengthens batches and never shortens one.
 */
function nanosecondsOf(run, nanoseconds) {
  let repetitions = 1;
  for (const end = now() + WARM_UP; now() < end; ) {
    if (timeOf(run, repetitions) < SMALLEST_BATCH) repetitions *= 2;
  }
  const batches = [];
  for (const end = now() + nanoseconds; now() < end || batches.length < 3; ) {
    batches.push(timeOf(run, repetitions) / repetitions);
  }
  return batches.sort((a, b) => a - b)[batches.length >> 2];
}

const task = TASKS[taskName];
const { run, answers } = await task.variants[variantName](libraries);
const answered = answers();
const once = task.once ? await run() : nanosecondsOf(run, Number(budget) * 1e6);
process.stdout.write(JSON.stringify({ answers: answered, nanoseconds: once / task.operations(variantName) }));
process.exit(0);
