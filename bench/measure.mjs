/** One variant of one task in a process of its own: prints its answers, and the time of one operation. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { built } from "./build.mjs";
import { TASKS } from "./tasks/index.mjs";

const [, , taskName, variantName, budget] = process.argv;
const require = createRequire(import.meta.url);

/** What a variant may load: the product, a library of the bench folder. */
const libraries = {
  product: () => require(join(built, "product.js")),
  peer: (name) => require(name),
};

class CellError extends Error {}
globalThis.CustomFunctions ??= { Error: CellError, ErrorCode: {} };

const SMALLEST_BATCH = 4e6;
const LEAST_WARM_UP = 200e6;

/** Processor time of this process, in nanoseconds: what else the machine does is not counted. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

function timeOf(run, repetitions) {
  const start = spent();
  for (let index = 0; index < repetitions; index++) run();
  return spent() - start;
}

/** Warms up until the compiler is done, then takes the lower quartile of batches that are long enough for the clock. */
function nanosecondsOf(run, nanoseconds) {
  let repetitions = 1;
  for (const end = spent() + Math.max(nanoseconds, LEAST_WARM_UP); spent() < end;) {
    if (timeOf(run, repetitions) < SMALLEST_BATCH) repetitions *= 2;
  }
  const batches = [];
  for (const end = spent() + nanoseconds; spent() < end || batches.length < 5;) {
    batches.push(timeOf(run, repetitions) / repetitions);
  }
  return batches.sort((a, b) => a - b)[batches.length >> 2];
}

const task = TASKS[taskName];
const { run, answers } = task.variants[variantName](libraries);
const answered = answers();
const once = nanosecondsOf(run, Number(budget) * 1e6);
process.stdout.write(JSON.stringify({ answers: answered, nanoseconds: once / task.operations(variantName) }));
process.exit(0);
