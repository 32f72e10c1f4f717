import fc from "fast-check";
import "../../src/engine/customFunctionsRuntime";
import { catalogue } from "../../src/functions/catalogue";
import { brokenCalls } from "./brokenCalls";
import { faultsOf } from "./faults";
import { held } from "./held";
import { seedCalls } from "./seedCalls";

const CALLS_A_ROUND = 150;
/** A search for terms may take a second. */
const FITS_A_ROUND = 20;

const seeds = seedCalls();

/**
 * Whatever stands in its cells, a function answers with figures, words or truth values, or refuses in a sentence that
 * begins with the name of an argument; a fault of ours shows as any other exception.
 */
test.each(catalogue)("$id answers or refuses whatever it is given", (own) => {
  const numRuns = own.id === "LOANFIT" ? FITS_A_ROUND : CALLS_A_ROUND;
  let slowest = 0;
  return held(
    { kind: "call", name: own.id, of: catalogue.length, numRuns, slowest: () => Math.ceil(slowest) },
    fc.property(brokenCalls(seeds.get(own.id) ?? [], own.parameters.length), (args) => {
      const start = performance.now();
      expect({ args, faults: faultsOf(own, args) }).toEqual({ args, faults: [] });
      slowest = Math.max(slowest, performance.now() - start);
    }),
  );
});
