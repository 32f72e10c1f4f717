import fc from "fast-check";
import "../../src/engine/customFunctionsRuntime";
import { catalogue } from "../../src/functions/catalogue";
import { brokenCalls } from "./brokenCalls";
import { faultsOf } from "./faults";
import { recordRun } from "./record";
import { seedCalls } from "./seedCalls";

/** A seeded few in every run; in `npm run test:fuzz` as many as the minutes allow, each round from another seed. */
const MINUTES = (globalThis as { fuzzMinutes?: number }).fuzzMinutes ?? 0;
const CALLS_A_ROUND = 150;
/** A search for terms may take a second. */
const FITS_A_ROUND = 20;
const SEED = 20000912;

const seeds = seedCalls();

/**
 * Whatever stands in its cells, a function answers with figures, words or truth values, or refuses in a sentence that
 * begins with the name of an argument; a fault of ours shows as any other exception.
 */
test.each(catalogue)("$id answers or refuses whatever it is given", (own) => {
  const calls = brokenCalls(seeds.get(own.id) ?? [], own.parameters.length);
  const end = performance.now() + (MINUTES * 60_000) / catalogue.length;
  const numRuns = own.id === "LOANFIT" ? FITS_A_ROUND : CALLS_A_ROUND;
  let slowest = 0;
  let round = 0;
  do {
    fc.assert(
      fc.property(calls, (args) => {
        const start = performance.now();
        expect({ args, faults: faultsOf(own, args) }).toEqual({ args, faults: [] });
        slowest = Math.max(slowest, performance.now() - start);
      }),
      // A long run tells the case as it met it: to make it small may take longer than the run.
      { numRuns, seed: SEED + round, endOnFailure: MINUTES > 0 },
    );
    round += 1;
  } while (performance.now() < end);
  if (MINUTES > 0) recordRun({ name: own.id, calls: round * numRuns, slowest });
});
